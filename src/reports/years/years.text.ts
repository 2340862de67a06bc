import { inCouncilWords } from '../../protocol/council-words.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { textTable } from '../text-table.js';
import { yearlyText } from '../yearly.text.js';
import { breakInWords } from './breaks.js';
import { NumberedNotes } from '../numbered-notes.js';
import { YEARS_DEFINITIONS } from './years.definitions.js';
import type { RowOfYears, YearsInRow } from './years.js';

/** Several years in a row: a figure that is not comparable with those before bears the number of a note that says why. */
export const yearsText = (
  { year, years, totals, rates, shares, teams, notes }: YearsInRow,
  { words, kept }: Pick<CouncilSays, 'words' | 'kept'>,
): string => {
  const said = (text: string): string => inCouncilWords(text, words, kept);
  const numbered = new NumberedNotes();
  const tableOf = (title: string, rows: readonly RowOfYears[], nameOf: (label: string) => string): string =>
    textTable(
      [{ heading: title }, ...years.map((heading) => ({ heading, figures: true as const }))],
      rows.map(({ label, unit, cells }) => [
        nameOf(label),
        ...cells.map(({ value, missing, breaks }) => {
          const figure = value === null ? (missing ?? '') : unit === 'percent' ? `${value}%` : String(value);
          return breaks.length === 0 ? figure : `${figure} [${numbered.of(breakInWords(breaks))}]`;
        }),
      ]),
    );
  return yearlyText(
    `${years.length} years in a row, up to ${year}`,
    [
      tableOf('Records', totals, said),
      '',
      tableOf('To 100 children held', rates, said),
      '',
      tableOf('Shares', shares, said),
      '',
      tableOf(said('All disputes (records) by team'), teams, (label) => label),
      '',
      ...numbered.all().map((note, index) => `[${index + 1}] ${note}.`),
    ],
    YEARS_DEFINITIONS,
    notes,
  );
};
