import { rowFor } from '../../access/access-table.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { isYearOfRecords } from '../../calendar/date-rules.js';
import { addDays, financialYearOf, lastDayOf, londonDate, previousYear } from '../../calendar/dates.js';
import { onThatDay } from '../../web/frame/as-it-stood.js';
import type { About } from '../../web/frame/page.js';
import { addressOf } from '../../web/lists/listing.js';
import { type CellShown, keyOfFigure, type ReportShown } from './report-shown.js';

export interface ReportOfPage {
  readonly report: ReportShown;
  /** Behind `/reports/`. */
  readonly path: string;
  readonly year: FinancialYear;
  /** The day at the end of which it is shown; undefined of today. */
  readonly asAt?: LocalDate | undefined;
}

/** A report with a way to the years around it, and from each figure to what it counts. */
export const presentReport = (
  { report, path, year, asAt }: ReportOfPage,
  { now, asker, words: { said } }: About,
): object => {
  const here = addressIn(path, year);
  const after = financialYearOf(addDays(lastDayOf(year), 1));
  const years = [previousYear(year), year, after].filter((each) => isYearOfRecords(each, londonDate(now)));
  return {
    title: report.title,
    says: report.says,
    years: years.map((each) => ({ text: each, href: onThatDay(addressIn(path, each), asAt), active: each === year })),
    pictures: report.pictures,
    tables: tablesShown(report, `${here}/counted`),
    notes: report.notes,
    definitions: report.definitions.map(({ label, definition }) => ({ label: said(label), text: said(definition) })),
    csv: onThatDay(`${here}/csv`, asAt),
    acts: asAt === undefined && maySayOfFigures(asker) ? actsOn(path, here) : [],
  };
};

const actsOn = (path: string, here: string): object[] => {
  if (path === 'annual') return SAID_OF_FIGURES.map(({ text, act }) => ({ text, href: `${here}/${act}` }));
  return path === 'other-councils'
    ? SAID_OF_OTHER_COUNCILS.map(({ text, act }) => ({ text, href: `/reports/other-councils/${act}` }))
    : [];
};

const SAID_OF_FIGURES = [
  { text: 'Put a note on a figure', act: 'notes' },
  { text: 'Enter a total that was published', act: 'published-totals' },
] as const;

const SAID_OF_OTHER_COUNCILS = [
  { text: 'Enter what another council has published', act: 'new' },
  { text: 'Enter it from a file', act: 'file' },
  { text: 'Correct a figure', act: 'correct' },
  { text: 'Withdraw a figure', act: 'withdraw' },
] as const;

const maySayOfFigures = (asker: About['asker']): boolean =>
  asker?.posts.some(({ kind }) => rowFor('figures.write', kind) !== undefined) ?? false;

/** @param counted path of the page that lists what a figure counts */
export const tablesShown = ({ tables }: ReportShown, counted: string): object[] =>
  tables.map((table) => ({
    ...table,
    lines: table.lines.map((line) => ({
      name: line.name,
      cells: line.cells.map((cell, column) => ({
        ...{ text: cell.text, more: cell.more ?? null },
        href: addressOfFigure(cell, counted, keyOfFigure(table, line, column)),
      })),
    })),
  }));

const addressOfFigure = (cell: CellShown, counted: string, figure: string): string | null => {
  if (cell.href !== undefined) return cell.href;
  return cell.counted === undefined || cell.counted.count === 0 ? null : addressOf(counted, { figure });
};

const addressIn = (path: string, year: FinancialYear): string => `/reports/${path}/${year.replace('/', '-')}`;
