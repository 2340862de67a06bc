import type { LocalDate } from '../../../../calendar/calendar.js';
import { dateInWords } from '../../../../calendar/in-words.js';
import { firstOfMonth } from '../../../../calendar/months.js';
import { changedBy, refuse, type Said } from '../../../../platform/decider.js';
import type { SeriesContext } from '../../../context.js';
import type { MeetingSeriesEvent, SeriesTerms } from '../../../events.js';
import type { Recurrence } from '../../../recurrence.js';
import { mustSay } from '../../../rules.js';
import { mustBeTheirsToSeat, seatedIn } from '../../../seats.js';
import { twiceInOneMonth } from '../../days-of-series.js';
import { changed, type Series, type SeriesState } from '../../series.js';
import { mustBeNear, mustBeTerms, mustRun, takenBack } from '../rules.js';
import { seriesAct } from '../series-act.js';

export interface ChangeSeries {
  type: 'change';
  /** The new terms; a term that is left out stays as it was. */
  terms: TermsSaid;
  /** The first day from which the new terms hold. */
  from: LocalDate;
  reason: string;
  /** Two meetings in one month are meant. */
  twiceInMonth: boolean;
}

export type TermsSaid = Said<Omit<SeriesTerms, 'recurrence'>> & { readonly recurrence?: Said<Recurrence> };

/**
 * Other terms from a day on; what is left out of them stays as it was. Meetings already arranged keep the day they have.
 *
 * @throws Refusal `series-not-started`, `series-ended`, `series-unchanged`, `meets-twice-in-month`, `words-missing` (invalid),
 *   `not-a-time` (invalid), `nobody-attends` (invalid), `day-far-off` (invalid), `seats-not-yours`
 */
export const changeSeries = (act: ChangeSeries, state: SeriesState, context: SeriesContext): MeetingSeriesEvent[] => {
  const series = mustRun(state);
  const { from, reason } = act;
  const terms = termsAfter(series.terms, act.terms);
  mustBeTerms(terms);
  mustBeTheirsToSeat(terms, series.terms, context.actor);
  mustBeNear(from, context.today);
  mustSay(reason, 'why the series changes');
  if (JSON.stringify([series.terms, series.from]) === JSON.stringify([terms, from])) {
    refuse('series-unchanged', 'This is how the series stands already. There is nothing to do.');
  }
  const after = changed(series, { terms, from });
  if (!act.twiceInMonth) mustNotMeetTwice(after, context);
  return [{ type: 'MeetingSeriesChanged', data: { terms, from, reason, daysOff: takenBack(series, after, context) } }];
};

const termsAfter = (before: SeriesTerms, { recurrence = {}, ...said }: TermsSaid): SeriesTerms => {
  const { people, ...terms } = changedBy(before, said);
  return { ...terms, ...seatedIn(people), recurrence: changedBy(before.recurrence, recurrence) };
};

/** Nobody who changes a monthly meeting expects two in the month of the change. */
const mustNotMeetTwice = (series: Series, { arranged, calendar, today }: SeriesContext): void => {
  const twice = twiceInOneMonth(series, arranged, calendar, today);
  if (twice === undefined) return;
  const [first, second] = twice;
  refuse(
    'meets-twice-in-month',
    `By these terms the series would meet twice in one month: on ${dateInWords(first)} and on ${dateInWords(second)}. What is ` +
      `arranged keeps its day and can be moved by itself. Let the new terms hold from ${dateInWords(firstOfMonth(second, 1))}, or ` +
      'send twiceInMonth: true where both meetings are meant.',
    { meets: [first, second] },
  );
};

export const changeSeriesAct = seriesAct({
  type: 'change',
  permission: 'challenge.arrange',
  decide: changeSeries,
  routes: ['change'],
  events: { MeetingSeriesChanged: 1 },
});
