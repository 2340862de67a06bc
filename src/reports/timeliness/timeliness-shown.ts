import { quarterInWords, quartersOf } from '../../calendar/dates.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import { type Chart, chart } from '../../web/chart/chart.js';
import type { ReportPage, ShownWith } from '../pages/report-page.js';
import {
  type CellShown,
  countCell,
  NOT_COLLECTED_CELL,
  notesInWords,
  type ReportShown,
  type Said,
  shareCell,
  type TableShown,
} from '../pages/report-shown.js';
import { TIMELINESS_DEFINITIONS } from './timeliness.definitions.js';
import { ReadTimeliness } from './timeliness.query.js';
import type { Timeliness, TimelinessCounted, TimelinessDimension, TimelinessFigure } from './timeliness.js';

/** How fast disputes were answered: by stage, kind, quarter and team, each a table of its own. */
export const timelinessPage: ReportPage = {
  path: 'timeliness',
  title: 'Answered in time',
  about: 'How fast the disputes of a year were answered: by stage, by quarter, and by team.',
  read: async (ask, year, asker, asAt) => {
    const tables = await ask(new ReadTimeliness(asker, year, [...ASKED_BY, ['stage', 'quarter']], asAt));
    return (shownWith) => timelinessShown(tables.slice(0, -1), tables.at(-1)!, shownWith);
  },
};

/** Each a table of its own, in this order. */
const ASKED_BY = [['stage'], ['kind'], ['quarter'], ['team']] as const satisfies readonly TimelinessDimension[][];

/** @param tables one for each of the ways of {@link ASKED_BY}, by stage first */
export const timelinessShown = (
  tables: readonly Timeliness[],
  byStageAndQuarter: Timeliness,
  { said }: Pick<ShownWith, 'said'>,
): ReportShown => {
  const { year, notes, counted } = tables[0]!;
  return {
    title: 'Answered in time',
    says: said(
      counted === null
        ? 'Nothing is known of this year; the notes say why.'
        : `Answers in all disputes (records) raised in ${year}, informal and formal.`,
    ),
    pictures: counted === null ? [] : picturesOf(counted, byStageAndQuarter, said),
    tables: tables.flatMap(({ by, counted: each }, place) =>
      each === null ? [] : [tableOf(ASKED_BY[place]![0]!, by, each, said)],
    ),
    notes: notesInWords(notes, said),
    definitions: TIMELINESS_DEFINITIONS,
  };
};

const TITLES: Readonly<Record<(typeof ASKED_BY)[number][number], string>> = {
  stage: 'By stage',
  kind: 'By kind',
  quarter: 'By quarter in which they were raised',
  team: 'By team',
};

const HEADS: Readonly<Record<(typeof ASKED_BY)[number][number], string>> = {
  stage: 'Stage',
  kind: 'Kind',
  quarter: 'Quarter',
  team: 'Team',
};

const COLUMNS: readonly {
  readonly key: string;
  readonly label: string;
  readonly cell: (figure: TimelinessFigure) => CellShown;
}[] = [
  { key: 'due', label: 'Due', cell: ({ behind }) => countCell(behind.due) },
  { key: 'by-first-date', label: 'By first date', cell: ({ inTimeByFirstDate }) => shareCell(inTimeByFirstDate) },
  {
    ...{ key: 'due-by-date-in-force', label: 'Due by date in force' },
    cell: ({ behind }) => countCell(behind.dueByDateInForce),
  },
  { key: 'by-date-in-force', label: 'By date in force', cell: ({ inTime }) => shareCell(inTime) },
  {
    ...{ key: 'extended', label: 'Extended' },
    cell: ({ extended, behind }) => countCell(extended === null ? null : behind.extended),
  },
  {
    ...{ key: 'median', label: 'Median working days' },
    cell: ({ medianDays }) => ({ text: medianDays === null ? 'none answered' : String(medianDays) }),
  },
  { key: 'sent-back', label: 'Sent back', cell: ({ sentBack }) => countCell(sentBack) },
  { key: 'replaced', label: 'Replaced', cell: ({ replaced }) => countCell(replaced) },
  { key: 'passed-on', label: 'Passed on', cell: ({ passedOn }) => countCell(passedOn) },
  { key: 'over-otherwise', label: 'Taken up or ended', cell: ({ overOtherwise }) => countCell(overOtherwise) },
];

const tableOf = (
  way: (typeof ASKED_BY)[number][number],
  by: readonly TimelinessDimension[],
  { figures, all, overTotal }: TimelinessCounted,
  said: Said,
): TableShown => ({
  key: `by-${way}`,
  title: said(TITLES[way]),
  lineHead: said(HEADS[way]),
  columns: COLUMNS.map(({ key, label }) => ({ key, label: said(label) })),
  lines: [
    ...figures.map((figure, place) => ({
      // A name of a team may hold any character, and stands in no address.
      key: way === 'team' ? `${place}` : by.map((dimension) => figure.dimensions[dimension] ?? 'none').join('-'),
      name: placeInWords(by, figure, said),
      cells: cellsOf(figure),
    })),
    { key: 'all', name: 'All', cells: cellsOf(all) },
    ...(way === 'stage'
      ? [
          {
            key: 'over-total',
            name: said('Over the total allowed for the formal stages together'),
            cells: [shareCell(overTotal), ...COLUMNS.slice(1).map(() => ({ text: '' }))],
          },
        ]
      : []),
  ],
});

/** Of a line of which nothing is known, why; the rounds that were over beside those due are known even then. */
const cellsOf = (figure: TimelinessFigure): CellShown[] =>
  COLUMNS.map(({ key, cell }) => {
    if (figure.due !== null || OVER_BEFORE_DUE.includes(key)) return cell(figure);
    return key === 'due' ? { text: figure.note ?? NOT_COLLECTED_CELL.text } : { text: '' };
  });
const OVER_BEFORE_DUE = ['sent-back', 'replaced', 'passed-on', 'over-otherwise'];

const placeInWords = (by: readonly TimelinessDimension[], { dimensions }: TimelinessFigure, said: Said): string =>
  by
    .flatMap((dimension) => {
      const value = dimensions[dimension] ?? null;
      if (value === null) return ['not collected'];
      if (dimension === 'stage') return [said(stageInWords(Number(value)))];
      if (dimension === 'kind') return [said(value === 'informal' ? 'Informal' : 'Formal')];
      if (dimension === 'quarter') return [quarterInWords(String(value))];
      return dimension === 'ladder' && value === MAIN_LADDER ? [] : [String(value)];
    })
    .join(': ');

const stageInWords = (stage: number): string => (stage === 0 ? 'Informal' : `Stage ${stage}`);

/** Stages of the main ladder that were answered, as many as can be told apart in a picture. */
const MOST_STAGES = 4;

const isOfMainLadder = ({ dimensions }: TimelinessFigure): boolean =>
  (dimensions.ladder ?? MAIN_LADDER) === MAIN_LADDER && dimensions.stage !== null;

const picturesOf = ({ all, figures }: TimelinessCounted, byStageAndQuarter: Timeliness, said: Said): Chart[] => {
  const stages = figures.filter((figure) => isOfMainLadder(figure) && (figure.due ?? 0) > 0);
  if (all.due === null || all.inTimeByFirstDate === null || stages.length === 0) return [];
  const { count, percent } = all.inTimeByFirstDate;
  const percentsOf = (of: 'inTimeByFirstDate' | 'inTime'): (number | null)[] =>
    stages.map((figure) => figure[of]?.percent ?? null);
  return [
    chart({
      ...{ id: 'timeliness-by-stage', as: 'bars', along: said('Stage'), unit: '%' },
      title: said(`${count} of ${all.due} answers (${percent}%) came by their first date`),
      summary: said('Of the answers due at each stage, the share that came in time. Per cent.'),
      places: stages.map((figure) => {
        const name = said(stageInWords(Number(figure.dimensions.stage)));
        return { name: `${name} (${figure.due} due)`, short: name };
      }),
      series: [
        { name: 'By first date', values: percentsOf('inTimeByFirstDate') },
        { name: 'By date in force', values: percentsOf('inTime') },
      ],
    }),
    quartersPicture(stages.slice(0, MOST_STAGES), byStageAndQuarter, said),
  ];
};

/** The same by quarter, a line for each stage: a quarter in which no answer was due at a stage is a gap. */
const quartersPicture = (stages: readonly TimelinessFigure[], { year, counted }: Timeliness, said: Said): Chart => {
  const quarters = quartersOf(year);
  const percentIn = (quarter: string, stage: TimelinessFigure): number | null =>
    counted?.figures.find(
      (figure) =>
        isOfMainLadder(figure) &&
        figure.dimensions.quarter === quarter &&
        figure.dimensions.stage === stage.dimensions.stage,
    )?.inTimeByFirstDate?.percent ?? null;
  return chart({
    ...{ id: 'timeliness-by-quarter', as: 'lines', along: 'Quarter', unit: '%' },
    title: said(`Answers by their first date, by stage and by the quarter in which the dispute was raised`),
    summary: 'Per cent of the answers due. A gap is a quarter in which none was due.',
    places: quarters.map((quarter) => ({ name: quarterInWords(quarter), short: quarter.slice(-2) })),
    series: stages.map((stage) => ({
      name: said(stageInWords(Number(stage.dimensions.stage))),
      values: quarters.map((quarter) => percentIn(quarter, stage)),
    })),
  });
};
