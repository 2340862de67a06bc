import { textTable } from '../text-table.js';
import { amongInWords, inWords, NOT_COLLECTED, shares, yearlyText } from '../yearly.text.js';
import { SO_WHAT_DEFINITIONS } from './so-what.definitions.js';
import type { ActionFigures, SoWhat } from './so-what.js';
import type { ThemeActionFigures } from './theme-actions.js';

/** The results of disputes: outcomes, impact, actions, and returns. */
export const soWhatText = ({ year, counted, notes }: SoWhat): string =>
  yearlyText(
    `What came of the disputes raised in ${year}`,
    counted && [
      `Closed: ${inWords(counted.closed)} of ${counted.raised} raised, all disputes (records)`,
      '',
      counted.outcomes === null
        ? `Outcomes: ${NOT_COLLECTED}`
        : shares(
            'Outcome, of those closed',
            counted.outcomes,
            ({ outcome }) => outcome ?? 'closed, outcome not recorded',
          ),
      '',
      counted.impact === null
        ? `What changed for the child: ${NOT_COLLECTED}`
        : shares(
            'What changed for the child, of those closed',
            counted.impact,
            ({ impact }) => impact?.replaceAll('-', ' ') ?? NOT_WRITTEN,
          ),
      '',
      `Reopened: ${counted.reopened?.count ?? NOT_COLLECTED}`,
      `Raised again after they closed: ${amongInWords(counted.reRaised, 'closed that were recorded or taken on in the service')}`,
      '',
      ...(counted.actions === null ? [`Actions agreed: ${NOT_COLLECTED}`] : actionLines(counted.actions)),
      '',
      ...(counted.overThemes === null
        ? [`Undertaken over themes: ${NOT_COLLECTED}`]
        : themeActionLines(counted.overThemes)),
    ],
    SO_WHAT_DEFINITIONS,
    notes,
  );

const NOT_WRITTEN = 'not written down';

const actionLines = (actions: ActionFigures): string[] => [
  textTable(
    [{ heading: `Actions agreed: ${actions.agreed}` }, { heading: 'Count', figures: true }],
    [
      ['done in time', String(actions.doneInTime.count)],
      ['in time, confirmed afterwards', String(actions.confirmedInTime.count)],
      ['done late', String(actions.doneLate.count)],
      ['done, with no day set', String(actions.done.count)],
      ['overdue', String(actions.overdue.count)],
      ['day still to come', String(actions.toCome.count)],
      ['not done, with no day set', String(actions.withoutDate.count)],
    ],
  ),
  `Done in time, of those that were due: ${actions.inTimePercent === null ? 'none were due' : `${actions.inTimePercent}%`}`,
];

const themeActionLines = (actions: ThemeActionFigures): string[] => [
  textTable(
    [{ heading: `Undertaken over themes: ${actions.undertaken}` }, { heading: 'Count', figures: true }],
    [
      ['done in time', String(actions.doneInTime)],
      ['done late', String(actions.doneLate)],
      ['overdue', String(actions.overdue)],
      ['day still to come', String(actions.toCome)],
    ],
  ),
  `Done in time, of those that are done or overdue: ${actions.inTimePercent === null ? 'none' : `${actions.inTimePercent}%`}`,
];
