import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileResult } from '../../src/register/check/check.js';
import { type CouncilOnDisk, EXAMPLE, MAPPING, REGISTERS, worcestershire } from './on-the-command-line.js';

interface ExpectedCounts {
  total: number;
  drift_and_delay: number;
  by_quarter: Record<string, number>;
  by_team: Record<string, number>;
  by_stage: Record<string, number>;
  drift_by_team_and_quarter: Record<string, Record<string, number>>;
}
interface ExpectedFile {
  rejected: { ref: string; why: string }[];
  exact_duplicates: string[];
}
interface ExpectedYear {
  informal: ExpectedCounts;
  formal: ExpectedCounts;
  acknowledgements?: { total: number; by_team: Record<string, number> };
  disputes_file: ExpectedFile;
  acknowledgements_file?: ExpectedFile;
}
const expected = JSON.parse(readFileSync(join(EXAMPLE, 'expected.json'), 'utf8')) as Record<string, ExpectedYear>;
const YEARS = [
  { short: '2021-22', year: '2021/22' },
  { short: '2022-23', year: '2022/23' },
] as const;

type Row = Record<string, string | number | null> & { count: number | null };

let council: CouncilOnDisk;
beforeAll(async () => {
  council = await worcestershire();
});
afterAll(() => council.remove());

/** Counts by one dimension, or by two with the second below the first; a missing value counts 0. */
const themes = async (year: string, ...by: string[]): Promise<Row[]> =>
  (await council.json<{ rows: Row[] }>('report', 'themes', '--year', year, '--by', by.join(','))).rows;

const sum = (rows: Row[], matching: Record<string, string | number>): number =>
  rows
    .filter((row) => Object.entries(matching).every(([dimension, value]) => row[dimension] === value))
    .reduce((total, row) => total + (row.count ?? 0), 0);

describe('the example of Worcestershire', () => {
  it('is checked to the row', async () => {
    const { files } = await council.json<{ files: FileResult[] }>('register', 'check', ...REGISTERS, ...MAPPING);
    const wanted = [
      expected['2021-22']!.disputes_file,
      expected['2022-23']!.disputes_file,
      expected['2022-23']!.acknowledgements_file!,
    ];
    for (const [at, file] of files.entries()) {
      expect(file.refused.map(({ reference }) => reference).sort()).toEqual(wanted[at]!.rejected.map(({ ref }) => ref));
      expect(file.duplicates.map(({ reference }) => reference)).toEqual(wanted[at]!.exact_duplicates);
      expect(file.accepted + file.duplicates.length + file.refused.length).toBe(file.rows);
    }
    expect(files.map(({ accepted }) => accepted)).toEqual([158, 198, 58]);
  });

  it('says why each row is refused, in which column, and what was found', async () => {
    const { files } = await council.json<{ files: FileResult[] }>('register', 'check', ...REGISTERS, ...MAPPING);
    for (const [at, { short, key }] of [
      { short: '2021-22', key: 'disputes_file' } as const,
      { short: '2022-23', key: 'disputes_file' } as const,
      { short: '2022-23', key: 'acknowledgements_file' } as const,
    ].entries()) {
      for (const { ref, why } of expected[short]![key]!.rejected) {
        const refused = files[at]!.refused.find(({ reference }) => reference === ref)!;
        expect(refused.reason.toLowerCase()).toMatch(new RegExp(`^${why}`));
        expect(refused.reason.toLowerCase()).toMatch(/expected|without one/);
      }
    }
    expect(files[0]!.refused.find(({ reference }) => reference === 'X05')).toMatchObject({
      row: 58,
      column: 'Response date',
      found: '3/10/2021',
    });
  });

  it('is not imported while rows are refused, unless they are left out, and not when the total is another', async () => {
    const refused = await council.run('register', 'import', ...REGISTERS, ...MAPPING);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('13 rows are refused, so nothing was imported');
    const other = await council.run(
      'register',
      'import',
      ...REGISTERS,
      ...MAPPING,
      '--leave-out-refused',
      '--expect-total',
      '413',
    );
    expect(other).toMatchObject({ code: 1 });
    expect(other.said).toContain('414 rows are accepted and 413 were expected, so nothing was imported.');
    expect(await council.must('register', 'imports')).toBe('No register has been imported.\n');
  });

  it('is imported once, whatever it is asked again', async () => {
    const words = ['register', 'import', ...REGISTERS, ...MAPPING, '--leave-out-refused', '--expect-total', '414'];
    expect(await council.must(...words)).toMatch(/Import [0-9a-f-]{36}: 414 rows written\./);
    const before = await council.must('events');
    expect(await council.must(...words)).toContain('Nothing new: every accepted row is there already.');
    expect(await council.must('events')).toBe(before);
  });

  it.each(YEARS)('gives every published and invented count of $year', async ({ short, year }) => {
    const rows = await themes(year, 'kind', 'team', 'quarter', 'themeGroup', 'stage');
    for (const kind of ['informal', 'formal'] as const) {
      const wanted = expected[short]![kind];
      expect(sum(rows, { kind })).toBe(wanted.total);
      expect(sum(rows, { kind, themeGroup: 'DD' })).toBe(wanted.drift_and_delay);
      for (const [quarter, count] of Object.entries(wanted.by_quarter))
        expect(sum(rows, { kind, quarter: `${year} Q${quarter}` })).toBe(count);
      for (const [team, count] of Object.entries(wanted.by_team)) expect(sum(rows, { kind, team })).toBe(count);
      for (const [stage, count] of Object.entries(wanted.by_stage))
        expect(sum(rows, { kind, stage: Number(stage) })).toBe(count);
      for (const [team, quarters] of Object.entries(wanted.drift_by_team_and_quarter))
        for (const [quarter, count] of Object.entries(quarters))
          expect(sum(rows, { kind, team, themeGroup: 'DD', quarter: `${year} Q${quarter}` })).toBe(count);
    }
  });

  it.each(YEARS)('has no count of $year beyond the expected ones', async ({ short, year }) => {
    const named = (await themes(year, 'kind', 'team')).filter(({ count }) => count !== null);
    const wanted = expected[short]!;
    const teams = (counts: Record<string, number>): Record<string, number> => ({ ...counts });
    const printed = (kind: string): Record<string, number> =>
      Object.fromEntries(
        named.filter((row) => row.kind === kind && row.count !== 0).map((row) => [row.team as string, row.count!]),
      );
    expect(printed('informal')).toEqual(teams(wanted.informal.by_team));
    expect(printed('formal')).toEqual(teams(wanted.formal.by_team));
    expect(printed('acknowledgement')).toEqual(teams(wanted.acknowledgements?.by_team ?? {}));
  });

  it('says "no register" for the acknowledgements of a year that no file speaks for, and never 0', async () => {
    const rows = await themes('2021/22', 'kind');
    expect(rows.find(({ kind }) => kind === 'acknowledgement')).toEqual({
      kind: 'acknowledgement',
      count: null,
      note: 'no register',
    });
  });

  it('makes the annual report that the council published', async () => {
    const { measures } = await council.json<{ measures: Record<string, unknown>[] }>('report', 'annual', '2022/23');
    const measure = (code: string) => measures.find((each) => each.code === code);
    expect(measure('informal')).toMatchObject({ value: 111, previous: 103, change: 8, changePercent: 7.8 });
    expect(measure('formal')).toMatchObject({ value: 87, previous: 55, change: 32, changePercent: 58.2 });
    expect(measure('informal.driftAndDelayPercent')).toMatchObject({ value: 69 });
    expect(measure('formal.driftAndDelayPercent')).toMatchObject({ value: 80 });
    expect(measure('informal.firstHalfPercent')).toMatchObject({ value: 67 });
    expect(measure('acknowledgements')).toMatchObject({ value: 58, previous: null, change: null });
    const printed = await council.must('report', 'annual', '2022/23');
    expect(printed).toMatch(/Informal DRPs +111 +103 +\+8 \(\+7\.8%\)/);
    expect(printed).toMatch(/Formal DRPs +87 +55 +\+32 \(\+58\.2%\)/);
  });

  it('makes IROs and children known from the rows only, and marks them so', async () => {
    const events = (await council.must('events'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; data: { fromRegister?: boolean } });
    const made = (type: string) => events.filter((event) => event.type === type && event.data.fromRegister === true);
    expect(made('PersonRegistered')).toHaveLength(14);
    expect(made('ChildRegistered').length).toBeGreaterThan(300);
  });

  it('leaves a log and read models that verify', async () => {
    expect(await council.json('verify')).toMatchObject({ ok: true });
  });
});
