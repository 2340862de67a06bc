import { quarterInWords } from '../../calendar/dates.js';
import { type Chart, chart } from '../../web/chart/chart.js';
import type { ReportPage, ShownWith } from '../pages/report-page.js';
import {
  type CellShown,
  countCell,
  notesInWords,
  type ReportShown,
  type Said,
  type TableShown,
} from '../pages/report-shown.js';
import { CHANGED_LINES, HEARD_LINES, type HeardLine, shareInWords } from './lines.js';
import { VOICE_DEFINITIONS } from './voice.definitions.js';
import type { HeardFigures, HeardInQuarter, Voice } from './voice.js';
import { ReadVoice } from './voice.query.js';

/** The report on the child’s view and the advocate, for the year and its quarters. */
export const voicePage: ReportPage = {
  path: 'voice',
  title: 'The child’s view and the advocate',
  about: 'Whether children were told, heard and offered an advocate, and whether anything changed.',
  read: async (ask, year, asker, asAt) => {
    const report = await ask(new ReadVoice(asker, year, asAt));
    return (shownWith) => voiceShown(report, shownWith);
  },
};

export const voiceShown = (report: Voice, { said }: Pick<ShownWith, 'said'>): ReportShown => {
  const { year, counted, quarters, notes } = report;
  const lineHead = said('Disputes');
  return {
    title: 'The child’s view and the advocate',
    says: said(
      counted === null
        ? 'Nothing was collected of this year: no register says whether a child was heard.'
        : `The ${counted.recorded.count} disputes (records) raised in ${year} and recorded in the service, informal and formal together.`,
    ),
    pictures: counted === null || counted.recorded.count === 0 ? [] : [heardPicture(counted, quarters, said)],
    tables:
      counted === null
        ? []
        : [
            tableOf(
              { key: 'heard', title: 'What was written down of the child', lineHead },
              HEARD_LINES,
              report,
              counted,
            ),
            tableOf(
              { key: 'changed', title: 'Something changed for the child', lineHead },
              CHANGED_LINES,
              report,
              counted,
            ),
          ],
    notes: notesInWords(notes, said),
    definitions: VOICE_DEFINITIONS,
  };
};

const tableOf = (
  head: Pick<TableShown, 'key' | 'title' | 'lineHead'>,
  lines: readonly HeardLine[],
  { year, quarters }: Voice,
  counted: HeardFigures,
): TableShown => ({
  ...head,
  columns: [
    { key: 'year', label: year },
    ...quarters.map(({ quarter }) => ({ key: quarter.slice(-2), label: quarter.slice(-2) })),
  ],
  lines: lines.map((line) => ({
    ...{ key: line.key, name: line.name },
    cells: [
      cellOf(line, counted),
      ...quarters.map(({ figures, word }): CellShown => (figures === null ? { text: word! } : cellOf(line, figures))),
    ],
  })),
});

const cellOf = ({ figure }: HeardLine, figures: HeardFigures): CellShown => {
  const counted = figure(figures);
  const share = shareInWords(counted);
  return { ...countCell(counted), ...(share === null ? {} : { more: share }) };
};

const heardPicture = (counted: HeardFigures, quarters: readonly HeardInQuarter[], said: Said): Chart => {
  const { recorded, viewRecorded, advocateOffered } = counted;
  const percents = (of: (figures: HeardFigures) => { readonly percent: number | null }): (number | null)[] =>
    quarters.map(({ figures }) => (figures === null ? null : of(figures).percent));
  return chart({
    ...{ id: 'heard', as: 'lines', along: 'Quarter', unit: '%' },
    title: said(
      `The child’s view is on record in ${viewRecorded.count} of ${recorded.count} disputes, and an advocate was offered in ${advocateOffered.count}`,
    ),
    summary: said('Per cent of the disputes raised in each quarter; a quarter in which none was raised is left out.'),
    places: quarters.map(({ quarter }) => ({ name: quarterInWords(quarter), short: quarter.slice(-2) })),
    series: [
      { name: 'Child was told', values: percents(({ told }) => told) },
      { name: 'View on record', values: percents((figures) => figures.viewRecorded) },
      { name: 'Advocate offered', values: percents((figures) => figures.advocateOffered) },
    ],
  });
};
