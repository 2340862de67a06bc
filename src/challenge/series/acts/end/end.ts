import type { LocalDate } from '../../../../calendar/calendar.js';
import type { SeriesContext } from '../../../context.js';
import type { MeetingSeriesEvent } from '../../../events.js';
import { invalid, mustSay } from '../../../rules.js';
import { ended, type SeriesState } from '../../series.js';
import { mustRun, takenBack } from '../rules.js';
import { seriesAct } from '../series-act.js';

export interface EndSeries {
  type: 'end';
  /** No meeting is planned after this day. */
  lastOn: LocalDate;
  reason: string;
}

/**
 * No more meetings after a day; those already arranged keep the day they have.
 *
 * @throws Refusal `series-not-started`, `series-ended`, `words-missing` (invalid), `ends-before-it-begins` (invalid)
 */
export const endSeries = (act: EndSeries, state: SeriesState, context: SeriesContext): MeetingSeriesEvent[] => {
  const series = mustRun(state);
  const { lastOn, reason } = act;
  mustSay(reason, 'why the series ends');
  if (lastOn < series.from) invalid('ends-before-it-begins', 'A series cannot end before it begins.');
  return [
    { type: 'MeetingSeriesEnded', data: { lastOn, reason, daysOff: takenBack(series, ended(series, act), context) } },
  ];
};

export const endSeriesAct = seriesAct({
  type: 'end',
  permission: 'challenge.arrange',
  decide: endSeries,
  routes: ['end'],
  events: { MeetingSeriesEnded: 1 },
});
