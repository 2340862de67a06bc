import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FileResult } from '../../src/register/check/check.js';
import { type CouncilOnDisk, worcestershire } from './on-the-command-line.js';

/*
 * Ten files as councils keep them, several oddities in each. They go in and come out with every row accounted for: accepted, put together
 * with a sibling's, folded into an earlier one, refused with a reason, or counted as no row of the register. All people are invented.
 */
const MESSY = join(import.meta.dirname, 'messy');
const MAPPING = ['--mapping', join(MESSY, 'mapping.yaml')];

interface Expected {
  readonly rows: number;
  readonly accepted: number;
  /** Rows of the file that are put together with an earlier one, and that repeat one. */
  readonly together?: readonly number[];
  readonly duplicates?: readonly number[];
  /** Row by row, what each reason says. */
  readonly refused: Readonly<Record<number, RegExp>>;
  readonly passedOver: FileResult['passedOver'];
  /** The messages beside the rows. */
  readonly said?: readonly RegExp[];
}

const NOTHING: FileResult['passedOver'] = { titles: [], totals: [], headingsAgain: [], blank: 0 };

const PARTNER = /quotation mark that opens in line 3 of the file has no certain partner/;

const FILES: Readonly<Record<string, Expected>> = {
  // Titles, subtotals, headings on each page, a line at the foot; semicolons, and the bytes of Windows-1252.
  '01-by-quarter.csv': {
    ...{ rows: 8, accepted: 6, passedOver: { titles: [1, 2], totals: [9, 15, 16], headingsAgain: [11], blank: 2 } },
    refused: { 14: /Not a record number/, 17: /No reference|a row cannot be counted/ },
  },
  // UTF-16 with tabs, two columns without a heading, a list of actions in one cell, a time beside each date.
  '02-tabs.csv': {
    ...{ rows: 6, accepted: 3, passedOver: NOTHING },
    refused: { 4: /^No reference/, 6: /^Unknown team/, 7: /^Not a stage/ },
    said: [/does not speak of "Actions"; not read/],
  },
  // A row for each sibling, one repeated, one that says otherwise.
  '03-siblings.csv': {
    ...{ rows: 9, accepted: 6, together: [3, 4], duplicates: [6], passedOver: NOTHING },
    refused: { 8: /^Used twice/, 9: /^No reference/ },
  },
  // The number of a case system first, initials, a column without a heading, cells that a spreadsheet would run, a note at the foot.
  '04-case-system.csv': {
    ...{ rows: 7, accepted: 4, passedOver: { ...NOTHING, blank: 1 } },
    refused: { 4: /Not a record number/, 7: /^Used twice/, 9: /^No reference/ },
    said: [/does not speak of "Initials"; not read/],
  },
  // Outcomes that negate, doubt or wait, beside ones that the mapping knows.
  '05-outcomes.csv': {
    ...{ rows: 10, accepted: 5, passedOver: NOTHING },
    refused: Object.fromEntries([3, 4, 5, 6, 9].map((row) => [row, /^Unknown outcome/])),
  },
  // Dates in every form, and some that are none.
  '06-dates.csv': {
    ...{ rows: 12, accepted: 6, passedOver: NOTHING },
    refused: {
      ...{ 7: /no such day exists/, 8: /no such day exists/, 9: /^Not a date/, 10: /^Not a date/ },
      ...{ 11: /must not be after today/, 13: /^No date/ },
    },
    said: [/some dates have the day first \(5, such as row 2\) and others the month, as in America/],
  },
  // A log of informal ones since 2010 without a column for the child or the outcome; closed, and nobody wrote how.
  '07-informal-log.csv': {
    ...{ rows: 5, accepted: 3, passedOver: { ...NOTHING, totals: [8], blank: 1 } },
    refused: { 5: /^Resolved before it was raised/, 7: /^Unknown theme/ },
  },
  // A quotation mark that is never closed among others that are: what follows it is refused, each row by itself.
  '08-quotation-marks.csv': {
    ...{ rows: 7, accepted: 1, passedOver: NOTHING },
    refused: { 3: PARTNER, 4: PARTNER, 5: PARTNER, 6: PARTNER, 7: /Not a record number/, 8: /^No child/ },
  },
  // A hidden first sheet, another year’s sheet, a hidden row, dates as numbers, a formula of which the file keeps no result.
  '09-workbook.xlsx': {
    ...{ rows: 4, accepted: 3, passedOver: { titles: [1], totals: [9], headingsAgain: [], blank: 2 } },
    refused: { 5: /formula of which the file does not keep the result/ },
    said: [
      /only its sheet "2022-23" is read, not "Lists" \(hidden, rows: 2\), "2021-22" \(rows: 2\)/,
      /hidden in the spreadsheet/,
    ],
  },
  // Good practice as a list for a newsletter.
  '10-good-practice.csv': {
    ...{
      rows: 6,
      accepted: 2,
      duplicates: [9],
      passedOver: { titles: [1], totals: [10], headingsAgain: [], blank: 1 },
    },
    refused: { 6: /^Unknown team/, 7: /^Unknown theme/, 8: /^No child/ },
  },
};

let council: CouncilOnDisk;
beforeAll(async () => {
  council = await worcestershire();
});
afterAll(() => council.remove());

it('is ten files, each of which is tried', () => {
  const files = readdirSync(MESSY).filter((name) => name !== 'mapping.yaml');
  expect(files).toEqual(Object.keys(FILES));
  expect(files).toHaveLength(10);
});

describe.each(Object.entries(FILES))('%s', (name, expected) => {
  const file = join(MESSY, name);

  it('has every row accounted for', async () => {
    const { out, said } = await council.run('register', 'check', file, ...MAPPING, '--json');
    const [result] = (JSON.parse(out) as { files: FileResult[] }).files;
    const { rows, accepted, together, duplicates, refused, passedOver } = result!;
    expect({
      ...{ rows, accepted, passedOver },
      together: together.map(({ row }) => row),
      duplicates: duplicates.map(({ row }) => row),
      refused: refused.map(({ row }) => row),
    }).toEqual({
      ...{ rows: expected.rows, accepted: expected.accepted, passedOver: expected.passedOver },
      ...{ together: expected.together ?? [], duplicates: expected.duplicates ?? [] },
      refused: Object.keys(expected.refused).map(Number),
    });
    expect(accepted + duplicates.length + refused.length).toBe(rows);
    for (const { row, reason } of refused) expect(reason).toMatch(expected.refused[row]!);
    for (const each of expected.said ?? []) expect(said).toMatch(each);
  });

  it('comes out with every record that went in', async () => {
    const own = await worcestershire();
    try {
      await own.must('register', 'import', file, ...MAPPING, '--leave-out-refused');
      const records = expected.accepted - (expected.together ?? []).length;
      const before = await own.json<{ events: Imported[] }>('events');
      await own.must('register', 'export', own.path('export'));
      const again = await worcestershire();
      try {
        const files = await exportedFrom(own);
        const words = ['--mapping', own.path('export', 'mapping.yaml'), '--expect-total', String(records)];
        await again.must('register', 'import', ...files, ...words);
        expect(factsIn((await again.json<{ events: Imported[] }>('events')).events)).toEqual(factsIn(before.events));
        expect(factsIn(before.events).size).toBe(records);
      } finally {
        await again.remove();
      }
    } finally {
      await own.remove();
    }
  });
});

interface Imported {
  readonly type: string;
  readonly data: {
    readonly ownReference: string;
    readonly facts: unknown;
    readonly source: { readonly lacks?: string[] };
  };
}

const factsIn = (events: readonly Imported[]): Map<string, unknown> =>
  new Map(
    events
      .filter(({ type }) => type === 'DisputeImported' || type === 'AcknowledgementImported')
      .map(({ type, data }) => [`${type} ${data.ownReference}`, [data.facts, data.source.lacks ?? []]]),
  );

/** The registers that were written and have rows. */
const exportedFrom = async (from: CouncilOnDisk): Promise<string[]> => {
  const files = readdirSync(from.path('export')).filter((name) => name.endsWith('.csv'));
  const filled = await Promise.all(
    files.map(async (name) =>
      (await readFile(from.path('export', name), 'utf8')).split('\r\n').length > 2 ? [name] : [],
    ),
  );
  return filled.flat().map((name) => from.path('export', name));
};
