import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import { checkRegister } from '../../src/register/check/check.js';
import { RegisterOnRecord } from '../../src/register/check/on-record.js';
import { readMapping } from '../../src/register/mapping/read-mapping.js';
import { plainWord } from '../../src/register/mapping/mapping.js';
import { fileAt } from '../../src/register/reading/register-file.js';
import { readSpreadsheet, UnreadableFile } from '../../src/register/reading/spreadsheet.js';
import type { Council } from '../../src/register/rows/council.js';
import { casesOf } from '../faults/cases.js';
import { CouncilOnDisk, EXAMPLE } from './on-the-command-line.js';

const mapping = readMapping(readFileSync(join(EXAMPLE, 'mapping.yaml'), 'utf8'), 'mapping.yaml');
const original = readFileSync(join(EXAMPLE, 'acknowledgements-2022-23.csv'), 'utf8');
const teams = new Set(['tc1', 'north locality', 'through care 2', 'through care 4'].map(plainWord));
const council: Council = {
  today: '2023-06-01',
  teamNames: ['Through Care 2'],
  teamWritten: (written) => (teams.has(plainWord(written)) ? plainWord(written) : undefined),
  chairNamed: (name) => ({ person: name }),
  lifeOf: () => ({ bornOn: null, diedOn: null }),
  formalStages: () => [1, 2, 3, 4],
};
const CASES = casesOf('registers');
/** Milliseconds: a file takes a few, on a machine that does much else. */
const TIME_FOR_THEM = 60_000 + CASES * 40;

let folder: CouncilOnDisk;
beforeAll(async () => {
  folder = await CouncilOnDisk.empty();
});
afterAll(() => folder.remove());

const change = fc.record({
  at: fc.nat(original.length - 1),
  cut: fc.nat(3),
  put: fc.oneof(
    fc.constantFrom(
      '',
      '"',
      '"',
      ',"',
      '",',
      '"\r\n',
      '""',
      ',',
      '\n',
      '\r\n',
      ';',
      "'",
      '=',
      '\u0000',
      '\ud800',
      '\n\n',
      ',"',
      '31/02/2023',
    ),
    fc.string({ maxLength: 3 }),
  ),
});
const changes = fc.array(change, { minLength: 1, maxLength: 4 });
const changed = (each: readonly { at: number; cut: number; put: string }[]): string =>
  each.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), original);

/** Damage that once lost a row in silence. */
const FOUND_BEFORE = [
  [
    { at: 2017, cut: 2, put: '",' },
    { at: 1766, cut: 1, put: ',"' },
  ],
];

const [HEADINGS, ...LINES] = original.trimEnd().split('\r\n');
const referenceIn = (line: string): string => line.slice(0, line.indexOf(','));

/** Cells of another register, as programs write them that quote every cell, quote none, or put a space after each comma. */
const STYLES: Record<string, (cells: readonly string[]) => string> = {
  'quoting what needs it': (cells) => cells.map((cell) => (/[",\n]/.test(cell) ? quoted(cell) : cell)).join(','),
  'quoting every cell': (cells) => cells.map(quoted).join(','),
  'with a space after each comma': (cells) =>
    cells.map((cell) => (/[",\n]/.test(cell) ? quoted(cell) : cell)).join(', '),
  'with semicolons': (cells) => cells.map((cell) => (/[";\n]/.test(cell) ? quoted(cell) : cell)).join(';'),
};
const HEADINGS_OF_ANOTHER = ['Ref', 'Team', 'Type', 'Date raised', 'Theme', 'Concern', 'Notes'];
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const words = fc.constantFrom(
  'The plan, as agreed, has not moved',
  'No visit',
  'She said "soon"',
  'One\ntwo, three, four, five',
  '',
);
const rowOf = (at: number) =>
  fc
    .tuple(
      fc.constantFrom('Through Care 1', 'North'),
      fc.constantFrom('Formal', 'Informal'),
      fc.integer({ min: 1, max: 28 }),
      words,
      words,
    )
    .map(([team, kind, day, concern, note]) => [
      `F22/${String(at).padStart(3, '0')}`,
      team,
      kind,
      `${day}/05/2022`,
      'Drift',
      concern,
      note,
    ]);
const anotherRegister = fc.record({
  style: fc.constantFrom(...Object.keys(STYLES)),
  rows: fc
    .integer({ min: 3, max: 9 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => rowOf(at + 1)))),
  /** One quotation mark that is lost, or one that is put where none belongs. */
  loses: fc.boolean(),
  where: fc.nat(9_999),
});

describe('a register with one quotation mark too few or too many', () => {
  it(
    `has every row accounted for (${CASES} files)`,
    async () => {
      await fc.assert(
        fc.asyncProperty(anotherRegister, async ({ style, rows, loses, where }) => {
          const written = STYLES[style]!;
          const text = [HEADINGS_OF_ANOTHER, ...rows].map(written).join('\r\n');
          const marks = [...text.matchAll(/"/g)].map(({ index }) => index);
          const at = loses && marks.length > 0 ? marks[where % marks.length]! : where % text.length;
          const damaged = loses ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}"${text.slice(at)}`;
          const path = folder.path('register.csv');
          await writeFile(path, damaged);
          const seen: string[] = [];
          let doubtful = 0;
          try {
            const { headings, rows: found } = await readSpreadsheet(fileAt(path));
            // A mapping whose headings are not all there reads nothing of a file, and says which it lacks.
            if (HEADINGS_OF_ANOTHER.some((heading) => !headings.includes(heading))) return;
            for await (const { cells, broken } of found) {
              seen.push(cells.join('\n'));
              if (broken !== undefined) doubtful++;
            }
          } catch (error) {
            // A file that cannot be read at all says so.
            if (error instanceof UnreadableFile) return;
            throw error;
          }
          const rowsWith = (reference: string): number => seen.filter((each) => each.includes(reference)).length;
          const missing = rows.filter(([reference]) =>
            !damaged.includes(reference!) ? false : rowsWith(reference!) === 0,
          );
          expect(missing).toEqual([]);
          // No row holds two of them unless a doubtful one does, and so is refused.
          const joined = seen.filter((each) => rows.filter(([reference]) => each.includes(reference!)).length > 1);
          expect(joined.length).toBeLessThanOrEqual(doubtful);
        }),
        { numRuns: CASES },
      );
    },
    TIME_FOR_THEM,
  );
});

describe('a register that was damaged', () => {
  it(
    `never loses a row in silence (${CASES} files)`,
    async () => {
      await fc.assert(
        fc.asyncProperty(changes, async (each) => {
          const text = changed(each);
          const path = folder.path('register.csv');
          await writeFile(path, text);
          const onRecord = new RegisterOnRecord(new MemoryEventStore(systemClock));
          const checked = await checkRegister([fileAt(path)], mapping, council, onRecord).catch((error: unknown) => {
            if (error instanceof UnreadableFile) return undefined;
            throw error;
          });
          // A file that cannot be read at all says so.
          if (checked === undefined) return;
          const { rows, accepted, duplicates, refused } = checked.files[0]!;
          expect(accepted + duplicates.length + refused.length).toBe(rows);
          expect(checked.rows).toHaveLength(accepted);
          // A line that nobody touched is a row with its reference, or one that a refused row says it has swallowed. If the headings
          // were touched, a reference may stand under another of them; then each row is counted by its place alone.
          const found = new Set([
            ...checked.rows.map(({ ownReference }) => ownReference),
            ...[...duplicates, ...refused].map(({ reference }) => reference),
          ]);
          const untouched = new Set(text.split(/\r\n|\n|\r/));
          const lost = LINES.filter(
            (line) => untouched.has(HEADINGS!) && untouched.has(line) && !found.has(referenceIn(line)),
          );
          if (lost.length > 0) expect(refused.map(({ reason }) => reason).join()).toMatch(/quotation mark|more cells/);
          const places = [
            ...checked.rows.map(({ source }) => source.row),
            ...duplicates.map((each) => each.row),
            ...refused.map((each) => each.row),
          ];
          expect(new Set(places).size).toBe(rows);
        }),
        { numRuns: CASES, examples: FOUND_BEFORE.map((each) => [each]) },
      );
    },
    TIME_FOR_THEM,
  );
});
