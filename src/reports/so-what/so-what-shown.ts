import { upperFirst } from '../../platform/upper-first.js';
import { IMPACT_IN_WORDS, outcomeInWords } from '../../disputes/codes-in-words.js';
import type { ImpactCode } from '../../disputes/events.js';
import { type Chart, chart } from '../../web/chart/chart.js';
import type { ReportPage, ShownWith } from '../pages/report-page.js';
import {
  type CellShown,
  countCell,
  type LineShown,
  notesInWords,
  type ReportShown,
  type Said,
  shareCell,
  type TableShown,
} from '../pages/report-shown.js';
import { SO_WHAT_DEFINITIONS } from './so-what.definitions.js';
import type { ActionFigures, SoWhat, SoWhatCounted } from './so-what.js';
import { ReadSoWhat } from './so-what.query.js';
import type { ThemeActionFigures } from './theme-actions.js';

/** The report on results of disputes: outcomes, changes for children, actions, and returns. */
export const soWhatPage: ReportPage = {
  path: 'so-what',
  title: 'What changed for children',
  about: 'Outcomes of the disputes of a year, what changed for children, and whether what was promised was done.',
  read: async (ask, year, asker, asAt) => {
    const report = await ask(new ReadSoWhat(asker, year, asAt));
    return (shownWith) => soWhatShown(report, shownWith);
  },
};

export const soWhatShown = ({ year, counted, notes }: SoWhat, { said }: Pick<ShownWith, 'said'>): ReportShown => ({
  title: 'What changed for children',
  says: said(
    counted === null
      ? 'Nothing is known of this year; the notes say why.'
      : `What came of the ${counted.raised} disputes (records) raised in ${year}, informal and formal together.`,
  ),
  pictures: counted === null ? [] : impactPicture(counted, said),
  tables: counted === null ? [] : tablesOf(counted, said),
  notes: notesInWords(notes, said),
  definitions: SO_WHAT_DEFINITIONS,
});

const COUNT = [{ key: 'count', label: 'Count' }];

const tablesOf = (counted: SoWhatCounted, said: Said): TableShown[] => [
  {
    ...{
      key: 'impact',
      title: 'What changed for the child, of those closed',
      lineHead: 'What changed',
      columns: COUNT,
    },
    lines: known(counted.impact, ({ impact, ...shared }) => ({
      key: impact ?? 'not-written',
      name: impactInWords(impact),
      cells: [shareCell(shared)],
    })),
  },
  {
    ...{ key: 'outcomes', title: 'Outcome, of those closed', lineHead: 'Outcome', columns: COUNT },
    lines: known(counted.outcomes, ({ outcome, ...shared }) => ({
      key: outcome ?? 'not-recorded',
      name: said(outcome === null ? 'Closed, outcome not recorded' : upperFirst(outcomeInWords(outcome))),
      cells: [shareCell(shared)],
    })),
  },
  {
    ...{ key: 'closed', title: 'Closed, and what came back', lineHead: 'What became of them', columns: COUNT },
    lines: [
      { key: 'closed', name: 'Closed', cells: [shareCell(counted.closed)] },
      { key: 'reopened', name: 'Reopened', cells: [countCell(counted.reopened)] },
      { key: 'raised-again', name: 'Raised again after they closed', cells: [shareCell(counted.reRaised)] },
    ],
  },
  {
    ...{ key: 'actions', title: 'Actions agreed', lineHead: 'How they were done', columns: COUNT },
    lines: counted.actions === null ? [NOT_COLLECTED_LINE] : actionLines(counted.actions),
  },
  {
    ...{ key: 'over-themes', title: said('Undertaken over themes in meetings'), lineHead: 'How it was done' },
    columns: COUNT,
    lines: counted.overThemes === null ? [NOT_COLLECTED_LINE] : themeActionLines(counted.overThemes),
  },
];

const NOT_COLLECTED_LINE: LineShown = { key: 'all', name: 'All', cells: [countCell(null)] };

const known = <Figure>(figures: readonly Figure[] | null, lineOf: (figure: Figure) => LineShown): LineShown[] =>
  figures === null ? [NOT_COLLECTED_LINE] : figures.map(lineOf);

const actionLines = (actions: ActionFigures): LineShown[] => [
  { key: 'in-time', name: 'Done in time', cells: [countCell(actions.doneInTime)] },
  { key: 'confirmed', name: 'In time, confirmed afterwards', cells: [countCell(actions.confirmedInTime)] },
  { key: 'late', name: 'Done late', cells: [countCell(actions.doneLate)] },
  { key: 'done', name: 'Done, with no day set', cells: [countCell(actions.done)] },
  { key: 'overdue', name: 'Overdue', cells: [countCell(actions.overdue)] },
  { key: 'to-come', name: 'Day still to come', cells: [countCell(actions.toCome)] },
  { key: 'without-date', name: 'Not done, with no day set', cells: [countCell(actions.withoutDate)] },
  { key: 'share', name: 'Done in time, of those that were due', cells: [percentCell(actions.inTimePercent)] },
];

/** They stand in no dispute, so that none leads to one. */
const themeActionLines = (actions: ThemeActionFigures): LineShown[] => [
  { key: 'in-time', name: 'Done in time', cells: [{ text: String(actions.doneInTime) }] },
  { key: 'late', name: 'Done late', cells: [{ text: String(actions.doneLate) }] },
  { key: 'overdue', name: 'Overdue', cells: [{ text: String(actions.overdue) }] },
  { key: 'to-come', name: 'Day still to come', cells: [{ text: String(actions.toCome) }] },
  { key: 'share', name: 'Done in time, of those done or overdue', cells: [percentCell(actions.inTimePercent)] },
];

const percentCell = (percent: number | null): CellShown => ({
  text: percent === null ? 'none were due' : `${percent}%`,
});

const impactInWords = (impact: ImpactCode | null): string =>
  impact === null ? 'Not written down' : IMPACT_IN_WORDS[impact];

/** Few enough letters to stand below a bar; the table below has the whole of it. */
const IMPACT_IN_SHORT: Readonly<Record<ImpactCode, string>> = {
  'plan-moving': 'Plan',
  'service-started': 'Service',
  'contact-restored': 'Family',
  'placement-changed-or-secured': 'Placement',
  'legal-step-taken': 'Legal',
  'child-informed-or-heard': 'Heard',
  'record-corrected': 'Record',
  'no-change-yet': 'None yet',
  'not-known': 'Unknown',
};

const impactPicture = ({ closed, impact }: SoWhatCounted, said: Said): Chart[] => {
  if (closed === null || impact === null || closed.count === 0) return [];
  const countOf = (code: ImpactCode | null): number => impact.find((figure) => figure.impact === code)?.count ?? 0;
  return [
    chart({
      ...{ id: 'impact', as: 'bars', along: 'What changed' },
      title: said(
        `What changed for the child is written down for ${closed.count - countOf(null)} of ${closed.count} disputes that closed; no change yet in ${countOf('no-change-yet')}`,
      ),
      summary: said('As whoever closed it said. One dispute may have several, so they may add up to more.'),
      places: impact.map(({ impact: code }) => ({
        name: impactInWords(code),
        short: code === null ? '–' : IMPACT_IN_SHORT[code],
      })),
      series: [{ name: 'Count', values: impact.map(({ count }) => count) }],
    }),
  ];
};
