import type { LocalDate } from '../../../../calendar/calendar.js';
import { refuse } from '../../../../platform/decider.js';
import type { SeriesContext } from '../../../context.js';
import type { MeetingSeriesEvent, SeriesTerms } from '../../../events.js';
import { mustBeTheirsToSeat } from '../../../seats.js';
import type { SeriesState } from '../../series.js';
import { mustBeNear, mustBeTerms } from '../rules.js';
import { seriesAct } from '../series-act.js';

export interface StartSeries {
  type: 'start';
  series: string;
  terms: SeriesTerms;
  /** The first day from which it may meet. */
  from: LocalDate;
}

/**
 * A series of meetings, for example on the second Wednesday of every month.
 *
 * @throws Refusal `series-started`, `words-missing` (invalid), `not-a-time` (invalid), `nobody-attends` (invalid), `day-far-off` (invalid),
 *   `seats-not-yours`
 */
export const startSeries = (
  { series, terms, from }: StartSeries,
  state: SeriesState,
  { today, actor }: SeriesContext,
): MeetingSeriesEvent[] => {
  if (state.status !== 'not-started') refuse('series-started', 'This series has been started. Change it instead.');
  mustBeTerms(terms);
  mustBeTheirsToSeat(terms, null, actor);
  mustBeNear(from, today);
  return [{ type: 'MeetingSeriesStarted', data: { series, terms, from } }];
};

export const startSeriesAct = seriesAct({
  type: 'start',
  permission: 'challenge.arrange',
  decide: startSeries,
  routes: ['start'],
  events: { MeetingSeriesStarted: 1 },
});
