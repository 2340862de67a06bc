import type { LocalDate } from '../../calendar/calendar.js';
import { assertNever, type Decider, type Recorded, refuse } from '../../platform/decider.js';
import { dateInWords } from '../../calendar/in-words.js';
import { firstOfMonth } from '../../calendar/months.js';
import type { SeriesContext } from '../context.js';
import type { DayOff, MeetingSeriesEvent, SeriesTerms } from '../events.js';
import { invalid, mustBeTimeOfDay, mustSay } from '../rules.js';
import { daysTakenBack, twiceInOneMonth } from './days-of-series.js';

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
  /** How often it was changed or ended. */
  readonly changes: number;
}

export type SeriesAct =
  | { type: 'start'; series: string; terms: SeriesTerms; from: LocalDate }
  /** `twiceInMonth`: two meetings in one month are meant. */
  | { type: 'change'; terms: SeriesTerms; from: LocalDate; reason: string; twiceInMonth: boolean }
  | { type: 'end'; lastOn: LocalDate; reason: string };

export const SERIES_PREFIX = 'MS';
export const seriesStream = (series: string): string => `meetingSeries-${series}`;

const evolve = (state: SeriesState, event: Recorded<MeetingSeriesEvent>): SeriesState => {
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

/** Terms that would have begun on that day or later do not come to hold any more. */
const changed = (series: Series, { terms, from }: { terms: SeriesTerms; from: LocalDate }): Series => ({
  ...series,
  terms,
  from,
  before: [...series.before, { terms: series.terms, from: series.from, until: from }]
    .filter((each) => each.from < from)
    .map((each) => (each.until > from ? { ...each, until: from } : each)),
  changes: series.changes + 1,
});

const ended = (series: Series, { lastOn }: { lastOn: LocalDate }): Series => ({
  ...series,
  status: 'ended',
  lastOn,
  changes: series.changes + 1,
});

/** A newer program may have written events this one does not know: a reader passes over them. */
const ignoreUnknown = (_event: never, state: SeriesState): SeriesState => state;

/**
 * A series is started, changed from a day on, and ended; meetings already arranged keep the day they have.
 *
 * Refusals: `series-started`, `series-not-started`, `series-ended`, `series-unchanged`, `meets-twice-in-month`, `nobody-attends` (invalid),
 * `words-missing` (invalid), `not-a-time` (invalid), `ends-before-it-begins` (invalid)
 */
const decide = (act: SeriesAct, state: SeriesState, context: SeriesContext): MeetingSeriesEvent[] => {
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
      const after = changed(series, act);
      if (!act.twiceInMonth) mustNotMeetTwice(after, context);
      const { terms, from, reason } = act;
      return [
        { type: 'MeetingSeriesChanged', data: { terms, from, reason, daysOff: takenBack(series, after, context) } },
      ];
    }
    case 'end': {
      const series = mustRun(state);
      mustSay(act.reason, 'why the series ends');
      if (act.lastOn < series.from) invalid('ends-before-it-begins', 'A series cannot end before it begins.');
      const { lastOn, reason } = act;
      const daysOff = takenBack(series, ended(series, act), context);
      return [{ type: 'MeetingSeriesEnded', data: { lastOn, reason, daysOff } }];
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

const takenBack = (before: Series, after: Series, { arranged, calendar, today }: SeriesContext): DayOff[] =>
  daysTakenBack(before, after, arranged, calendar, today);

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

const mustBeTerms = ({ name, startsAt, posts }: SeriesTerms): void => {
  mustSay(name, 'the name of the meeting');
  mustBeTimeOfDay(startsAt);
  if (posts.length === 0) invalid('nobody-attends', 'Say which posts sit in the meeting.');
};

export const meetingSeriesDecider: Decider<SeriesState, SeriesAct, MeetingSeriesEvent, SeriesContext> = {
  initial: { status: 'not-started' },
  evolve,
  decide,
};
