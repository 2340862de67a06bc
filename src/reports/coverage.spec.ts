import { describe, expect, it } from '@jest/globals';
import { readModelsOf } from '../../test/support/read-models.js';
import { registerOf } from '../../test/support/registers.js';
import { recordsKept } from './coverage.js';

const YEAR = { from: '2022-04-01', to: '2023-03-31' };

/** The coverage of the formal disputes of a year after two imports, one of the first part of it and one of the second. */
const keptBy = async (first: string, second: string) => {
  const covers = (from: string, to: string) => [{ kind: 'formal' as const, from, to }];
  const models = await readModelsOf(
    ...registerOf('one', { covers: covers(YEAR.from, first), readOn: '2023-05-01' }),
    ...registerOf('two', { covers: covers(second, YEAR.to), readOn: '2023-05-01' }),
  );
  return recordsKept(models, '2023-06-01').covers('formal', YEAR);
};

describe('The periods of two imports', () => {
  it('are one where the second begins on the day after the last day of the first', async () => {
    expect(await keptBy('2022-09-30', '2022-10-01')).toEqual({ extent: 'whole', periods: [YEAR] });
  });

  it('are one where they overlap', async () => {
    expect(await keptBy('2022-10-31', '2022-10-01')).toEqual({ extent: 'whole', periods: [YEAR] });
  });

  it('are two, and a part of the year, where a day between them is in neither', async () => {
    expect(await keptBy('2022-09-29', '2022-10-01')).toEqual({
      extent: 'part',
      periods: [
        { from: '2022-04-01', to: '2022-09-29' },
        { from: '2022-10-01', to: '2023-03-31' },
      ],
    });
  });
});
