import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MAPPING, register, row, SmallCouncil } from './small-council.js';

let council: SmallCouncil;
beforeEach(async () => {
  council = await SmallCouncil.make();
});
afterEach(() => council.remove());

const started = async (): Promise<Record<string, unknown>> =>
  (await council.events()).find(({ type }) => type === 'ImportStarted')!.data;

/** A row on the tenth of each of these months, so many times. */
const monthly = (months: readonly string[], times = 1): string[] =>
  months.flatMap((month) =>
    Array.from({ length: times }, (_, index) =>
      row({ Ref: `${month}-${index}`, Raised: `10/${month}`, Due: '', Answered: '', Response: '', Resolved: '' }),
    ),
  );
const YEAR_2020 = [
  ...['04/2020', '05/2020', '06/2020', '07/2020', '08/2020', '09/2020'],
  ...['10/2020', '11/2020', '12/2020', '01/2021', '02/2021', '03/2021'],
];

describe('An import', () => {
  it('keeps which facts its file has no column for', async () => {
    await council.file(
      'mapping.yaml',
      MAPPING.replace(/ {6}(child|iro|concern|due|answered|answer|stage|outcome|date resolved): .*\n/g, ''),
    );
    await council.import('Ref,Team,Type,Raised,Theme\nF1,North,Formal,10/05/2022,Drift\n');
    const [imported] = (await council.events()).filter(({ type }) => type === 'DisputeImported');
    expect(imported!.data.source).toEqual({
      ...{ file: 'disputes.csv', row: 2 },
      lacks: ['child', 'stage', 'answer due', 'answer date', 'outcome', 'end', 'impact', 'challenge meeting'],
    });
    await council.file('mapping.yaml', MAPPING);
    await council.import(register(row({ Ref: 'F2' })));
    const [, whole] = (await council.events()).filter(({ type }) => type === 'DisputeImported');
    expect(whole!.data.source).toMatchObject({ lacks: ['impact', 'challenge meeting'] });
  });

  it('does not take one row for a year, and names it', async () => {
    const stray = row({ Ref: 'R99', Raised: '31/03/2020', Due: '', Answered: '', Response: '', Resolved: '' });
    await council.import(register(...monthly(YEAR_2020), stray));
    expect(council.said).toContain('disputes.csv, row 14 (2020-03-31) is alone in its year');
    expect(await started()).toMatchObject({ covers: [{ kind: 'formal', from: '2020-04-01', to: '2021-03-31' }] });
  });

  it('asks where many months are full and some are empty, and takes from whom it is told from which day to which', async () => {
    const rows = monthly(
      YEAR_2020.filter((_, month) => month < 3 || month > 6),
      3,
    );
    await expect(council.import(register(...rows))).rejects.toThrow(
      /no formal row from 2020-07-01 to 2020-10-31[^]*Nothing was imported/,
    );
    const covers = ['formal:2020-04-01..2020-06-30', 'formal:2020-11-01..2021-03-31'];
    await council.import(register(...rows), { covers });
    expect(await started()).toMatchObject({
      covers: [
        { kind: 'formal', from: '2020-04-01', to: '2020-06-30' },
        { kind: 'formal', from: '2020-11-01', to: '2021-03-31' },
      ],
    });
    await expect(council.import(register(...rows), { covers: ['formal:2020-04-01..2020-03-01'] })).rejects.toThrow(
      /a first and a last day|two days/,
    );
  });
});
