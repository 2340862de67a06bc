import { expect, it } from '@jest/globals';
import { protocolAdopted } from '../../../../test/support/leaders.js';
import { readModelsOf } from '../../../../test/support/read-models.js';
import { placesOf } from './places.js';

it('calls no two places of a table by one name where a register says no more of a theme than its group', async () => {
  const counted = ['DD', 'DD-PERM', 'EDUC'].map((theme) => ({
    ...{ at: { theme, team: 'north', time: '2022/23 Q1' }, children: null, staff: null },
  }));
  const year = { from: '2022-04-01', to: '2023-03-31' };
  const { theme, named } = placesOf('formal', year, counted, await readModelsOf(protocolAdopted()));
  const codes = theme.places.flatMap(({ code, parts }) => [code, ...parts.map((part) => part.code)]);
  const names = codes.map((code) => named('theme', code));
  expect(names).toContain('Drift and delay, nothing closer said');
  expect(new Set(names).size).toBe(codes.length);
});
