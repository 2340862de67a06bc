import { quarterInWords } from '../../calendar/dates.js';
import { dayInWords } from '../../calendar/in-words.js';
import { IMPACT_IN_WORDS } from '../../disputes/codes-in-words.js';
import type { ImpactCode } from '../../disputes/events.js';
import { addressOf } from '../../web/lists/listing.js';
import type { CellOverTime, LineOverTime } from '../over-time/over-time.js';
import type { PeriodCounted } from '../over-time/periods.js';
import { asAddress } from '../over-time/present-themes.js';
import { WHAT_IS_COUNTED } from '../over-time/what-is-counted.js';
import type { ShownWith } from '../pages/report-page.js';
import {
  type CellShown,
  countCell,
  type ReportShown,
  type Said,
  shareCell,
  type TableShown,
} from '../pages/report-shown.js';
import { SO_WHAT_DEFINITIONS } from '../so-what/so-what.definitions.js';
import { TIMELINESS_DEFINITIONS } from '../timeliness/timeliness.definitions.js';
import type { QuarterOfTeam, TeamFigures } from './team-figures.js';

/** A team as its page and its CSV show it: by quarter, and beside no other team. */
export const teamShown = (figures: TeamFigures, { said, theme }: ShownWith): ReportShown => ({
  title: figures.team.name,
  says: said(
    `What goes wrong, how fast it is put right, and what changed for children: disputes of the children of this team, raised from ${dayInWords(figures.quarters[0]!.period.from)} to ${dayInWords(figures.asAt)}.`,
  ),
  pictures: [],
  tables: [
    whatGoesWrong(figures, theme, said),
    howFast(figures, said),
    whatChanged(figures, said),
    beside(figures, said),
  ],
  notes: figures.themes.notes,
  definitions: [...WHAT_IS_COUNTED, ...TIMELINESS_DEFINITIONS, ...SO_WHAT_DEFINITIONS],
});

/** Themes in the order of the list, never by count. */
const whatGoesWrong = ({ themes }: TeamFigures, theme: ShownWith['theme'], said: Said): TableShown => {
  const shown = themes.periods.flatMap((period, place) =>
    period.quarter !== null || period.what === 'twelve-months' ? [{ period, place }] : [],
  );
  const lineOf = (line: LineOverTime): TableShown['lines'][number] => ({
    key: line.id,
    name: line.id === 'all' ? 'All' : theme(line.id),
    cells: shown.map(({ period, place }) => cellOf(line.cells[place]!, line.filters, period)),
  });
  return {
    key: 'what-goes-wrong',
    title: said('What goes wrong: formal disputes by theme'),
    lineHead: 'Primary theme',
    columns: shown.map(({ period }) => ({
      key: period.quarter ?? period.what,
      label: period.quarter === null ? '12 months' : quarterInWords(period.quarter),
    })),
    lines: [...themes.rows, themes.all].map(lineOf),
  };
};

/** A count over time leads to the page on which all such counts are listed. */
const cellOf = ({ count, note }: CellOverTime, filters: LineOverTime['filters'], period: PeriodCounted): CellShown =>
  count === null
    ? { text: note ?? '–' }
    : { text: String(count), ...(count === 0 ? {} : { href: addressOf('/themes/cases', asAddress(filters, period)) }) };

const keyOf = ({ period }: QuarterOfTeam): string => period.quarter!.replace('/', '-').replace(' ', '-');

const howFast = ({ quarters }: TeamFigures, said: Said): TableShown => ({
  key: 'how-fast',
  title: 'How fast it is put right',
  lineHead: said('Quarter in which they were raised'),
  columns: [
    { key: 'due', label: 'Answers due' },
    { key: 'by-first-date', label: 'By first date' },
    { key: 'by-date-in-force', label: 'By date in force' },
    { key: 'median', label: 'Median working days' },
  ],
  lines: quarters.map((quarter) => ({
    key: keyOf(quarter),
    name: quarterInWords(quarter.period.quarter!),
    cells: answersOf(quarter),
  })),
});

const answersOf = (quarter: QuarterOfTeam): CellShown[] => {
  const { answered } = quarter;
  if (answered === null) return [noneOrUnknown(quarter), NOTHING, NOTHING, NOTHING];
  if (answered.due === null) return [{ text: answered.note ?? '–' }, NOTHING, NOTHING, NOTHING];
  return [
    countCell(answered.behind.due),
    shareCell(answered.inTimeByFirstDate),
    shareCell(answered.inTime),
    { text: answered.medianDays === null ? 'none answered' : String(answered.medianDays) },
  ];
};

const NOTHING: CellShown = { text: '–' };

/** The reason why nothing is known, if nobody kept a register of disputes: it is never 0. */
const noneOrUnknown = ({ formal, informal }: QuarterOfTeam): CellShown => ({
  text: formal.count === null && informal.count === null ? (formal.note ?? '–') : '0',
});

const whatChanged = ({ quarters }: TeamFigures, said: Said): TableShown => {
  const codes = [
    ...new Set(quarters.flatMap(({ changed }) => (changed?.impact ?? []).map(({ impact }) => impact))),
  ].sort((one, other) => (one ?? '~').localeCompare(other ?? '~'));
  return {
    key: 'what-changed',
    title: 'What changed for children',
    lineHead: said('Quarter in which they were raised'),
    columns: [
      { key: 'closed', label: 'Closed' },
      ...codes.map((code) => ({ key: code ?? 'not-written', label: impactInWords(code) })),
    ],
    lines: quarters.map((quarter) => ({
      key: keyOf(quarter),
      name: quarterInWords(quarter.period.quarter!),
      cells: changesOf(quarter, codes),
    })),
  };
};

const changesOf = (quarter: QuarterOfTeam, codes: readonly (ImpactCode | null)[]): CellShown[] => {
  const { changed } = quarter;
  if (changed === null) return [noneOrUnknown(quarter), ...codes.map(() => NOTHING)];
  return [
    shareCell(changed.closed),
    ...codes.map((code): CellShown => {
      if (changed.impact === null) return countCell(null);
      const figure = changed.impact.find(({ impact }) => impact === code);
      return figure === undefined ? { text: '0' } : countCell(figure);
    }),
  ];
};

const impactInWords = (impact: ImpactCode | null): string =>
  impact === null ? 'Not written down' : IMPACT_IN_WORDS[impact];

/** Disputes and acknowledgements side by side, with the children held: they are never added. */
const beside = ({ quarters, team }: TeamFigures, said: Said): TableShown => ({
  key: 'beside',
  title: said('Disputes and acknowledgements, beside the children held'),
  lineHead: 'Quarter',
  columns: [
    { key: 'formal', label: said('Formal') },
    { key: 'informal', label: said('Informal') },
    { key: 'acknowledgements', label: said('Acknowledgements') },
    { key: 'held', label: 'Children held, on average' },
    { key: 'per-100', label: said('Formal per 100 children') },
  ],
  lines: quarters.map((quarter) => ({
    key: keyOf(quarter),
    name: quarterInWords(quarter.period.quarter!),
    cells: [
      cellOf(quarter.formal, { kind: 'formal', team: team.id }, quarter.period),
      cellOf(quarter.informal, { kind: 'informal', team: team.id }, quarter.period),
      cellOf(quarter.acknowledgements, { kind: 'acknowledgement', team: team.id }, quarter.period),
      { text: quarter.formal.held === null ? '–' : String(quarter.formal.held) },
      { text: rateInWords(quarter.formal) },
    ],
  })),
});

/** Of few children there is no rate. */
const rateInWords = ({ held, per100 }: CellOverTime): string => {
  if (per100 !== null) return per100.toFixed(1);
  return held === null ? '–' : 'too few';
};
