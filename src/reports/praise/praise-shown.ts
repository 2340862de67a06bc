import type { FinancialYear } from '../../calendar/calendar.js';
import { type Chart, chart } from '../../web/chart/chart.js';
import { addressOf } from '../../web/lists/listing.js';
import type { ReportPage, ShownWith } from '../pages/report-page.js';
import {
  type CellShown,
  type LineShown,
  notesInWords,
  countCell,
  type ReportShown,
  type Said,
  type TableShown,
} from '../pages/report-shown.js';
import { PRAISE_DEFINITIONS } from './praise.definitions.js';
import type { Praise, PraiseCounted, PraiseFigures, PraiseLine } from './praise.js';
import { ReadPraise } from './praise.query.js';

/** The report on acknowledgements: what was done well, and where, with disputes beside it. */
export const praisePage: ReportPage = {
  path: 'praise',
  title: 'What was done well, and where',
  about: 'Acknowledgements of a year by team, service and theme, with disputes beside them and everybody counted once.',
  read: async (ask, year, asker, asAt) => {
    const report = await ask(new ReadPraise(asker, year, asAt));
    return (shownWith) => praiseShown(report, shownWith);
  },
};

export const praiseShown = ({ year, counted, notes }: Praise, { said, theme }: ShownWith): ReportShown => ({
  title: 'What was done well, and where',
  says: said(
    counted === null
      ? 'Nothing is known of this year; the notes say why.'
      : `The ${counted.all.acknowledgements} acknowledgements given in ${year}, beside ${counted.all.disputes} disputes (records). The two are never added, and no team is ranked.`,
  ),
  pictures: counted === null || counted.teams.length === 0 ? [] : [teamsPicture(counted, said)],
  tables: counted === null ? [] : tablesOf(counted, year, { said, theme }),
  notes: notesInWords(notes, said),
  definitions: PRAISE_DEFINITIONS,
});

const tablesOf = (counted: PraiseCounted, year: FinancialYear, { said, theme }: ShownWith): TableShown[] => {
  const columns = [
    { key: 'acknowledgements', label: said('Acknowledgements') },
    { key: 'disputes', label: said('Disputes (records)') },
    { key: 'people', label: 'People thanked' },
    { key: 'whole-teams', label: 'Whole teams thanked' },
  ];
  const withoutDisputes = columns.filter(({ key }) => key !== 'disputes');
  return [
    {
      ...{ key: 'teams', title: 'By team', lineHead: 'Team', columns },
      lines: [
        ...counted.teams.map((line) => lineOf(line, year, { team: line.id! })),
        { key: 'all', name: 'All', cells: cellsOf(counted.all, year, {}) },
      ],
    },
    {
      ...{ key: 'services', title: 'By service', lineHead: 'Service', columns },
      lines: counted.services.map((line) => lineOf(line, year, { service: line.id ?? 'none' })),
    },
    {
      ...{ key: 'themes', title: 'By what was done well', lineHead: 'Theme', columns: withoutDisputes },
      lines: counted.themes.map((line) => lineOf({ ...line, name: theme(line.id!) }, year, { theme: line.id! })),
    },
  ];
};

/** The filters of the list of records. */
type Where = Readonly<Partial<Record<'team' | 'service' | 'theme', string>>>;

const lineOf = (line: PraiseLine, year: FinancialYear, where: Where): LineShown => ({
  key: line.id ?? 'none',
  name: line.name ?? '',
  cells: cellsOf(line, year, where),
});

const cellsOf = (
  { acknowledgements, disputes, people, wholeTeams }: PraiseFigures,
  year: FinancialYear,
  where: Where,
): CellShown[] => [
  countOf(acknowledgements, { kind: 'acknowledgement', year, ...where }),
  ...(disputes === null ? [] : [countOf(disputes, { kind: 'disputes', year, ...where })]),
  countCell(people),
  countCell(wholeTeams),
];

const countOf = (count: number, asked: Readonly<Record<string, string>>): CellShown => ({
  text: String(count),
  ...(count === 0 ? {} : { href: addressOf('/themes/cases', asked) }),
});

const teamsPicture = ({ teams, all }: PraiseCounted, said: Said): Chart =>
  chart({
    ...{ id: 'praise', as: 'bars', along: 'Team' },
    title: said(
      `${all.acknowledgements} acknowledgements went to ${teams.filter(({ acknowledgements }) => acknowledgements > 0).length} of ${teams.length} teams`,
    ),
    summary: said('Acknowledgements beside disputes, team by team, A to Z. More of either is not better or worse.'),
    places: teams.map(({ name, id }) => ({ name: name ?? id!, short: inShort(name ?? id!) })),
    series: [
      { name: said('Acknowledgements'), values: teams.map(({ acknowledgements }) => acknowledgements) },
      { name: said('Disputes'), values: teams.map(({ disputes }) => disputes) },
    ],
  });

/** Few enough letters to stand below a bar: `TC2` of Through Care 2. The table below has the whole name. */
export const inShort = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => (/^\d+$/.test(word) ? word : word.slice(0, 1)))
    .join('')
    .slice(0, MOST_LETTERS);
const MOST_LETTERS = 5;
