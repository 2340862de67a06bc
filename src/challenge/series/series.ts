import type { LocalDate } from '../../calendar/calendar.js';
import type { Recorded } from '../../platform/decider.js';
import type { DayOff, MeetingSeriesEvent, SeriesTerms } from '../events.js';

/** A series of meetings as its events tell it. */
export type SeriesState = { readonly status: 'not-started' } | Series;

export interface Series {
  readonly status: 'running' | 'ended';
  readonly series: string;
  readonly terms: SeriesTerms;
  /** The first day from which these terms hold. */
  readonly from: LocalDate;
  /** The terms that hold until then, the earliest first; each from its first day up to the day before the next. */
  readonly before: readonly { readonly terms: SeriesTerms; readonly from: LocalDate; readonly until: LocalDate }[];
  /** No meeting is planned after this day; null while it goes on. */
  readonly lastOn: LocalDate | null;
  /** Days that diaries have been given, and on which it does not meet any more. */
  readonly daysOff: readonly DayOff[];
  /** The number of times that it was changed or ended. */
  readonly changes: number;
}

export const SERIES_PREFIX = 'MS';
export const seriesStream = (series: string): string => `meetingSeries-${series}`;

export const notStarted: SeriesState = { status: 'not-started' };

/** One event further. Never refuses: what is on record happened. */
export const evolve = (state: SeriesState, event: Recorded<MeetingSeriesEvent>): SeriesState => {
  switch (event.type) {
    case 'MeetingSeriesStarted':
      return { status: 'running', ...event.data, before: [], lastOn: null, daysOff: [], changes: 0 };
    case 'MeetingSeriesChanged':
      return state.status === 'not-started' ? state : { ...changed(state, event.data), daysOff: event.data.daysOff };
    case 'MeetingSeriesEnded':
      return state.status === 'not-started' ? state : { ...ended(state, event.data), daysOff: event.data.daysOff };
    default:
      return ignoreUnknown(event, state);
  }
};

/** From a day on by other terms. Terms that would have begun on that day or later do not come to hold any more. */
export const changed = (series: Series, { terms, from }: { terms: SeriesTerms; from: LocalDate }): Series => ({
  ...series,
  terms,
  from,
  before: [...series.before, { terms: series.terms, from: series.from, until: from }]
    .filter((each) => each.from < from)
    .map((each) => (each.until > from ? { ...each, until: from } : each)),
  changes: series.changes + 1,
});

/** No meeting is planned after its last day. */
export const ended = (series: Series, { lastOn }: { lastOn: LocalDate }): Series => ({
  ...series,
  status: 'ended',
  lastOn,
  changes: series.changes + 1,
});

/** A newer program may have written events this one does not know: a reader passes over them. */
const ignoreUnknown = (_event: never, state: SeriesState): SeriesState => state;
