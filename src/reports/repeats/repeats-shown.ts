import { shortDay } from '../../calendar/in-words.js';
import type { ReportPage, ShownWith } from '../pages/report-page.js';
import { countCell, notesInWords, type ReportShown, shareCell } from '../pages/report-shown.js';
import { REPEATS_DEFINITIONS } from './repeats.definitions.js';
import { ReadRepeats, type RepeatsView } from './repeats.query.js';

/** The report of matters raised again: without the child, who stands in each dispute for those who may open it. */
export const repeatsPage: ReportPage = {
  path: 'repeats',
  title: 'Raised again',
  about: 'Disputes of a year about the same child and theme as one of the six months before.',
  read: async (ask, year, asker, asAt) => {
    const report = await ask(new ReadRepeats(asker, year, asAt));
    return (shownWith) => repeatsShown(report, shownWith);
  },
};

export const repeatsShown = ({ year, counted, notes }: RepeatsView, { said, theme }: ShownWith): ReportShown => ({
  title: 'Raised again',
  says: said(
    counted === null
      ? 'Nothing is known of this year; the notes say why.'
      : `Raised again within six months, of the ${counted.raised} disputes (records) of ${year} that were not withdrawn.`,
  ),
  pictures: [],
  tables:
    counted === null
      ? []
      : [
          {
            ...{ key: 'repeated', title: 'Raised again', lineHead: 'What was raised' },
            columns: [{ key: 'count', label: 'Count' }],
            lines: [
              { key: 'all', name: said('Disputes that repeat an earlier one'), cells: [shareCell(counted.repeated)] },
            ],
          },
          {
            ...{ key: 'matters', title: said('Matters of which you may see a dispute'), lineHead: 'Theme' },
            columns: [
              { key: 'last', label: said('Last dispute') },
              { key: 'last-raised', label: 'Last raised' },
              { key: 'disputes', label: said('Disputes') },
            ],
            lines: counted.matters.map(({ themeGroup, lastRaisedOn, references }, place) => ({
              key: `${place}`,
              name: theme(themeGroup),
              cells: [
                { text: said(references.at(-1)!) },
                { text: shortDay(lastRaisedOn) },
                countCell({ count: references.length, references }),
              ],
            })),
          },
        ],
  notes: notesInWords(notes, said),
  definitions: REPEATS_DEFINITIONS,
});
