import { ESCALATIONS_DEFINITIONS } from '../escalations.definitions.js';
import { inWordsOfWeek } from '../counts-of-board.js';
import { COUNTS_OF_WEEK, type InWeek } from './week.js';
import type { WeekRead } from './week.query.js';

/** A week for people: each count with the references that it counts, then what stands now. */
export const weekText = ({ week, isThisWeek, now, asAt }: WeekRead): string =>
  [
    `Week of ${week.from}${isThisWeek ? ', so far' : ` to ${week.to}`}`,
    '',
    ...COUNTS_OF_WEEK.map((count) => countLine(inWordsOfWeek(count), week[count])),
    '',
    `On the board now, as at ${asAt}: ${now.open} open · ${now.late} late · ${now.waitingForIro} wait for the IRO · ${now.overdueActions} actions overdue`,
    '',
    'What is counted',
    ...ESCALATIONS_DEFINITIONS.map(({ label, definition }) => `- ${label}: ${definition}`),
  ].join('\n');

/** A count with what it counts. */
export const countLine = (what: string, counted: readonly InWeek[]): string =>
  `- ${what}: ${counted.length}${counted.length === 0 ? '' : ` (${counted.map(({ reference }) => reference).join(', ')})`}`;
