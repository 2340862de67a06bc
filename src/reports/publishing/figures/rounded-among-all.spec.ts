import { describe, expect, it } from '@jest/globals';
import { keyAt } from '../../disclosure/cross-table.js';
import { workedOutIn } from './rounded-among-all.js';

const TABLES = ['quarter', 'team', 'team+quarter', 'theme+three-years'];

describe('A rounded paper that is refused', () => {
  it.each([
    ['team+quarter', { team: 'north', time: '2022/23 Q1' }, 'In the table “Formal disputes by team and quarter”'],
    ['theme+three-years', { theme: 'PLAN', time: '2020-04-01' }, 'In the table “Formal disputes by theme, three years'],
  ])('names the table %s from which a small number follows', (_, position, said) => {
    const message = workedOutIn('formal', TABLES, [keyAt(position)]);
    expect(message).toContain(said);
    expect(message).toContain('Choose a wider one.');
  });

  it('names each table in which a figure stands', () =>
    expect(workedOutIn('formal', TABLES, [keyAt({ team: 'north' })])).toBe(
      'In the tables “Formal disputes by team” and “Formal disputes by team and quarter” a small number could be worked out although every number is rounded. Choose fewer, or wider ones.',
    ));

  it('names all of them where the number is one of another paper', () =>
    expect(workedOutIn('informal', ['quarter', 'team'], [])).toContain(
      'In the tables “Informal disputes by quarter” and “Informal disputes by team”',
    ));
});
