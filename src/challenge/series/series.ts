import type { LocalDate } from '../../calendar/calendar.js';
import { assertNever, type Decider, type Recorded, refuse } from '../../platform/decider.js';
import type { MeetingContext } from '../context.js';
import type { MeetingSeriesEvent, SeriesTerms } from '../events.js';
import { invalid, mustBeTimeOfDay, mustSay } from '../rules.js';

/** A series of meetings as its events tell it. */
export type SeriesState = { readonly status: 'not-started' } | Series;

export interface Series {
  readonly status: 'running' | 'ended';
  readonly series: string;
  readonly terms: SeriesTerms;
  /** The first day from which these terms hold. */
  readonly from: LocalDate;
  /** No meeting is planned after this day; null while it goes on. */
  readonly lastOn: LocalDate | null;
}

export type SeriesAct =
  | { type: 'start'; series: string; terms: SeriesTerms; from: LocalDate }
  | { type: 'change'; terms: SeriesTerms; from: LocalDate; reason: string }
  | { type: 'end'; lastOn: LocalDate; reason: string };

export const SERIES_PREFIX = 'MS';
export const seriesStream = (series: string): string => `meetingSeries-${series}`;

const evolve = (state: SeriesState, event: Recorded<MeetingSeriesEvent>): SeriesState => {
  switch (event.type) {
    case 'MeetingSeriesStarted':
      return { status: 'running', ...event.data, lastOn: null };
    case 'MeetingSeriesChanged':
      return state.status === 'not-started' ? state : { ...state, terms: event.data.terms, from: event.data.from };
    case 'MeetingSeriesEnded':
      return state.status === 'not-started' ? state : { ...state, status: 'ended', lastOn: event.data.lastOn };
    default:
      return ignoreUnknown(event, state);
  }
};

/** A newer program may have written events this one does not know: a reader passes over them. */
const ignoreUnknown = (_event: never, state: SeriesState): SeriesState => state;

/**
 * A series is started, changed from a day on, and ended; meetings already arranged keep the day they have.
 *
 * Refusals: `series-started`, `series-not-started`, `series-ended`, `series-unchanged`, `nobody-attends` (invalid),
 * `words-missing` (invalid), `not-a-time` (invalid), `ends-before-it-begins` (invalid)
 */
const decide = (act: SeriesAct, state: SeriesState, _context: MeetingContext): MeetingSeriesEvent[] => {
  switch (act.type) {
    case 'start':
      if (state.status !== 'not-started') refuse('series-started', 'This series has been started. Change it instead.');
      mustBeTerms(act.terms);
      return [{ type: 'MeetingSeriesStarted', data: { series: act.series, terms: act.terms, from: act.from } }];
    case 'change': {
      const series = mustRun(state);
      mustBeTerms(act.terms);
      mustSay(act.reason, 'why the series changes');
      if (JSON.stringify([series.terms, series.from]) === JSON.stringify([act.terms, act.from])) {
        refuse('series-unchanged', 'This is how the series stands already. There is nothing to do.');
      }
      return [{ type: 'MeetingSeriesChanged', data: { terms: act.terms, from: act.from, reason: act.reason } }];
    }
    case 'end': {
      const series = mustRun(state);
      mustSay(act.reason, 'why the series ends');
      if (act.lastOn < series.from) invalid('ends-before-it-begins', 'A series cannot end before it begins.');
      return [{ type: 'MeetingSeriesEnded', data: { lastOn: act.lastOn, reason: act.reason } }];
    }
    default:
      return assertNever(act);
  }
};

const mustRun = (state: SeriesState): Series => {
  if (state.status === 'not-started') return refuse('series-not-started', 'There is no such series. Start it first.');
  if (state.status === 'ended') refuse('series-ended', 'This series has ended. Start a new one.');
  return state;
};

const mustBeTerms = ({ name, startsAt, posts }: SeriesTerms): void => {
  mustSay(name, 'the name of the meeting');
  mustBeTimeOfDay(startsAt);
  if (posts.length === 0) invalid('nobody-attends', 'Say which posts sit in the meeting.');
};

export const meetingSeriesDecider: Decider<SeriesState, SeriesAct, MeetingSeriesEvent, MeetingContext> = {
  initial: { status: 'not-started' },
  evolve,
  decide,
};
