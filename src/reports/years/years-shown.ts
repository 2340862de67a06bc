import { upperFirst } from '../../platform/upper-first.js';
import { type Chart, chart } from '../../web/chart/chart.js';
import type { ReportPage, ShownWith } from '../pages/report-page.js';
import {
  type CellShown,
  noteInWords,
  notesInWords,
  type ReportShown,
  type Said,
  type TableShown,
} from '../pages/report-shown.js';
import { breakInWords } from './breaks.js';
import { NumberedNotes } from '../numbered-notes.js';
import { YEARS_DEFINITIONS } from './years.definitions.js';
import type { CellOfYears, RowOfYears, YearsInRow } from './years.js';
import { ReadYears } from './years.query.js';

/** Several years in a row, with where they cannot be compared. */
export const yearsPage: ReportPage = {
  path: 'years',
  title: 'Several years in a row',
  about: 'Six years beside each other, and where a change of teams, ladder or list, or lost data, parts them.',
  read: async (ask, year, asker, asAt) => {
    const report = await ask(new ReadYears(asker, year, asAt));
    return (shownWith) => yearsShown(report, shownWith);
  },
};

export const yearsShown = (report: YearsInRow, { said }: Pick<ShownWith, 'said'>): ReportShown => {
  const { years, totals, rates, shares, teams, notes } = report;
  const numbered = new NumberedNotes();
  const tableOf = (key: string, title: string, rows: readonly RowOfYears[], nameOf: Said): TableShown => ({
    ...{ key, title, lineHead: 'Figure' },
    columns: years.map((year) => ({ key: year.replace('/', '-'), label: year })),
    ...brokenIn(rows),
    lines: rows.map(({ code, label, unit, cells }) => ({
      ...{ key: code, name: nameOf(label) },
      cells: cells.map((cell) => cellOf(cell, unit, numbered, said)),
    })),
  });
  const asWritten: Said = (label) => label;
  return {
    title: 'Several years in a row',
    says: `${years[0]} to ${report.year}, each year counted as the annual report counts it. More is not worse.`,
    pictures: [totalsPicture(report, said)],
    tables: [
      tableOf('totals', 'Records', totals, said),
      tableOf('rates', 'To 100 children held', rates, said),
      tableOf('shares', 'Shares', shares, said),
      tableOf('teams', said('All disputes (records) by team'), teams, asWritten),
    ],
    notes: [...numbered.all().map((note, place) => `[${place + 1}] ${note}`), ...notesInWords(notes, said)],
    definitions: YEARS_DEFINITIONS,
  };
};

/** Said once above a table: its figures say by a number why. */
const brokenIn = (rows: readonly RowOfYears[]): Pick<TableShown, 'says'> =>
  rows.some(({ cells }) => cells.some(({ breaks }) => breaks.length > 0))
    ? {
        says: 'A figure with a number in brackets is not comparable with years before: the note of that number says why.',
      }
    : {};

const cellOf = (
  { value, missing, of, counted, breaks }: CellOfYears,
  unit: RowOfYears['unit'],
  numbered: NumberedNotes,
  said: Said,
): CellShown => {
  const text = value === null ? (missing ?? 'not known') : unit === 'percent' ? `${value}%` : String(value);
  const behind = counted === null ? {} : { counted };
  if (breaks.length === 0) return { text, ...behind, ...(of === null ? {} : { more: said(of) }) };
  const note = upperFirst(noteInWords(breakInWords(breaks), said));
  const mark = `[${numbered.of(note)}]`;
  return { text, ...behind, more: of === null ? mark : `${said(of)} ${mark}`, note };
};

/** Records of each kind, year by year: the line is broken where the years are not comparable. */
const totalsPicture = ({ years, year, totals }: YearsInRow, said: Said): Chart => {
  const drawn = totals.filter(({ code }) => code !== 'disputes');
  const parted = years.filter((_, place) => drawn.some(({ cells }) => cells[place]!.breaks.length > 0));
  const known = drawn.flatMap(({ label, cells }) => {
    const { value } = cells.at(-1)!;
    return value === null ? [] : [`${value} ${said(label.toLowerCase())}`];
  });
  return chart({
    ...{ id: 'years', as: 'lines', along: 'Year' },
    title: known.length === 0 ? `Nothing is known of ${year} yet` : `${known.join(', ')} in ${year}`,
    summary: [
      'Years side by side; the kinds are never added.',
      parted.length === 0
        ? 'No break parts them.'
        : `Not comparable with years before: ${parted.join(', ')}, at the upright lines; the notes say why.`,
    ].join(' '),
    places: years.map((each) => ({ name: each, short: each.slice(2) })),
    series: drawn.map(({ label, cells }) => ({
      name: said(label),
      values: cells.map(({ value }) => value),
      breaks: cells.flatMap(({ breaks }, place) => (breaks.length > 0 ? [place] : [])),
    })),
  });
};
