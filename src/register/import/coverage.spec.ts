import { describe, expect, it } from '@jest/globals';
import type { AcceptedRow, CheckedRegister } from '../check/check.js';
import { proposedCoverage } from './coverage.js';

const row = (path: string, kind: 'informal' | 'formal', raisedOn: string): AcceptedRow =>
  ({ holds: 'disputes', path, source: { file: 'register.csv', row: 2 }, facts: { kind, raisedOn } }) as AcceptedRow;

describe('the period for which a register is proposed to speak', () => {
  it('is said by each file for itself, also where two share a name', () => {
    const register = {
      files: [{ file: '2021/register.csv' }, { file: '2022/register.csv' }],
      rows: [row('2021/register.csv', 'formal', '2021-05-01'), row('2022/register.csv', 'informal', '2022-05-01')],
    } as unknown as CheckedRegister;
    expect(proposedCoverage(register).covers.map(({ kind, from }) => `${kind} ${from}`)).toEqual([
      'formal 2021-04-01',
      'informal 2022-04-01',
    ]);
  });
});
