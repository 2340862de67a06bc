import type { FinancialYear } from '../../calendar/calendar.js';
import { dayInWords } from '../../calendar/in-words.js';
import type { ReportPage, ShownWith } from '../pages/report-page.js';
import { type CellShown, noteInWords, notesInWords, type ReportShown, type Said } from '../pages/report-shown.js';
import type { CaseListed } from '../themes/theme-cases.query.js';
import { ListThemeCases, type ThemeCasesView } from '../themes/theme-cases.query.js';
import type { AnnualReport, ReportedMeasure } from './annual-report.js';
import { ReadAnnualReport } from './annual.query.js';

/** The annual figures beside those of the year before, each with its definition. */
export const annualPage: ReportPage = {
  path: 'annual',
  title: 'Annual figures',
  about: 'Every figure of the annual report beside the year before, with what it counts.',
  read: async (ask, year, asker, asAt) => {
    const report = await ask(new ReadAnnualReport(asker, year, undefined, asAt));
    const cases = await ask<ThemeCasesView>(new ListThemeCases(asker, year, { kind: 'disputes' }));
    return (shownWith) => annualShown(report, cases, shownWith);
  },
};

/** @param cases disputes of the year, as far as the reader may know of them */
export const annualShown = (
  report: AnnualReport,
  cases: Pick<ThemeCasesView, 'count' | 'items'>,
  { said }: Pick<ShownWith, 'said'>,
): ReportShown => {
  const { year, previousYear, runOn, measures, teams, notes } = report;
  const numbered = [...new Set(measures.flatMap(({ note }) => note ?? []))];
  const numberOf = (note: string | null): string => (note === null ? '' : `[${numbered.indexOf(note) + 1}]`);
  return {
    title: 'Annual figures',
    says: `${year} beside ${previousYear}, as the records stood on ${dayInWords(runOn)}.`,
    pictures: [],
    tables: TABLES.map(([key, title, isIn]) => ({
      ...{ key, title: said(title), lineHead: 'Measure' },
      columns: [
        { key: 'year', label: year },
        { key: 'before', label: previousYear },
        { key: 'change', label: 'Change' },
        { key: 'note', label: 'Note' },
      ],
      lines: measures.filter(isIn).map((measure) => ({
        key: measure.code,
        name: said(measure.label),
        cells: [
          valueOf(measure, cases),
          beforeOf(measure),
          { text: changeOf(measure) },
          { text: numberOf(measure.note) },
        ],
      })),
    })),
    notes: [
      ...numbered.map((note, place) => `[${place + 1}] ${noteInWords(note, said)}`),
      ...teams.map((each) => teamsInWords(each, year, previousYear, said)),
      ...notesInWords(notes, said),
    ],
    definitions: measures.map(({ label, definition, countedBy }) => ({
      label,
      definition: `${definition}. ${countedBy ?? 'Worked out from other measures.'}`,
    })),
  };
};

const isOf =
  (scope: string) =>
  ({ code }: ReportedMeasure): boolean =>
    code.split('.')[0] === scope;

/** The measures of the report, each in one table. */
const TABLES: readonly (readonly [key: string, title: string, isIn: (measure: ReportedMeasure) => boolean])[] = [
  ['informal', 'Informal disputes', isOf('informal')],
  ['formal', 'Formal disputes', isOf('formal')],
  ['disputes', 'All disputes (records)', isOf('disputes')],
  ['acknowledgements', 'Acknowledgements', isOf('acknowledgements')],
  [
    ...(['beside', 'Beside these'] as const),
    ({ code }) => !['informal', 'formal', 'disputes', 'acknowledgements'].includes(code.split('.')[0]!),
  ],
];

const valueOf = (measure: ReportedMeasure, cases: Pick<ThemeCasesView, 'count' | 'items'>): CellShown => {
  const text = figureInWords(measure.unit, measure.value, measure.missing);
  const references = recordsOf(measure.code, cases);
  // A figure of a part of the year, or of what its reader may not know of, leads nowhere rather than to other records.
  return references.length === measure.value && measure.unit === 'count'
    ? { text, counted: { count: references.length, references } }
    : { text };
};

const beforeOf = ({ unit, previous, previousMissing }: ReportedMeasure): CellShown => ({
  text: figureInWords(unit, previous, previousMissing),
});

type Selects = (listed: CaseListed) => boolean;

/** Records behind a measure of disputes, where the list of records says which they are. */
const recordsOf = (code: string, { count, items }: Pick<ThemeCasesView, 'count' | 'items'>): string[] => {
  if (items.length < count) return [];
  const [scope, what = ''] = code.split(/\.(.*)/s) as [string, string?];
  const ofScope = SCOPES[scope];
  const selects = WHAT[what];
  if (ofScope === undefined || selects === undefined) return [];
  return items.filter((each) => ofScope(each) && selects(each)).map(({ reference }) => reference);
};

const SCOPES: Readonly<Record<string, Selects>> = {
  informal: ({ kind }) => kind === 'informal',
  formal: ({ kind }) => kind === 'formal',
  disputes: () => true,
};

const WHAT: Readonly<Record<string, Selects>> = {
  '': () => true,
  driftAndDelay: ({ themeGroup }) => themeGroup === 'DD',
  firstHalf: ({ quarter }) => /Q[12]$/.test(quarter),
  resolved: ({ status }) => status === 'resolved',
  stalemate: ({ status }) => status === 'stalemate',
  endedOtherwise: ({ status }) => status === 'ended-otherwise',
  withdrawn: ({ status }) => status === 'withdrawn',
  open: ({ status }) => status === 'open',
};

const figureInWords = (unit: ReportedMeasure['unit'], value: number | null, missing: string | null): string => {
  if (value === null) return missing ?? '–';
  return unit === 'percent' ? `${value}%` : String(value);
};

const changeOf = ({ unit, change, changePercent }: ReportedMeasure): string => {
  if (change === null) return '–';
  if (unit === 'percent') return `${signed(change, 1)} points`;
  return changePercent === null ? signed(change) : `${signed(change)} (${signed(changePercent, 1)}%)`;
};

/** With the sign that stands for less, and not a hyphen. */
const signed = (value: number, decimals?: number): string => {
  const digits = decimals === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  return value > 0 ? `+${digits}` : value < 0 ? `−${digits}` : digits;
};

const teamsInWords = (
  { disputes, previous, note }: AnnualReport['teams'][number],
  year: FinancialYear,
  before: FinancialYear,
  said: Said,
): string => `${note}: ${said(`${disputes} disputes`)} in ${year}, ${previous} in ${before}`;
