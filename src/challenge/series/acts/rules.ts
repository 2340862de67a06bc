import type { LocalDate } from '../../../calendar/calendar.js';
import { addMonths } from '../../../calendar/months.js';
import { refuse } from '../../../platform/decider.js';
import type { SeriesContext } from '../../context.js';
import type { DayOff, SeriesTerms } from '../../events.js';
import { invalid, mustBeTimeOfDay, mustSay } from '../../rules.js';
import { daysTakenBack } from '../days-of-series.js';
import type { Series, SeriesState } from '../series.js';

/** @throws Refusal `series-not-started`, `series-ended` */
export const mustRun = (state: SeriesState): Series => {
  if (state.status === 'not-started') return refuse('series-not-started', 'There is no such series. Start it first.');
  if (state.status === 'ended') refuse('series-ended', 'This series has ended. Start a new one.');
  return state;
};

/** @throws Refusal `words-missing` (invalid), `not-a-time` (invalid), `nobody-attends` (invalid) */
export const mustBeTerms = ({ name, startsAt, posts }: SeriesTerms): void => {
  mustSay(name, 'the name of the meeting');
  mustBeTimeOfDay(startsAt);
  if (posts.length === 0) invalid('nobody-attends', 'Say which posts sit in the meeting.');
};

/** Years before and after today in which a day of a series may lie. Further off it is a slip of the pen. */
const YEARS = 10;

/** @throws Refusal `day-far-off` (invalid) */
export const mustBeNear = (from: LocalDate, today: LocalDate): void => {
  const [earliest, latest] = [addMonths(today, -12 * YEARS), addMonths(today, 12 * YEARS)];
  if (from >= earliest && from <= latest) return;
  invalid('day-far-off', `That day is more than ${YEARS} years from today. Check the year: for example ${today}.`);
};

/** The days that diaries have been given, and on which the series does not meet after an act. */
export const takenBack = (
  before: Series,
  after: Series,
  { arranged, calendar, today }: Pick<SeriesContext, 'arranged' | 'calendar' | 'today'>,
): DayOff[] => daysTakenBack(before, after, arranged, calendar, today);
