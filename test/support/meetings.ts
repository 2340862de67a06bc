import type { MeetingContext, SeriesContext } from '../../src/challenge/context.js';
import type {
  AgendaItem,
  AgendaItemDecided,
  ChallengeMeetingEvent,
  MeetingArranged,
  SeriesTerms,
} from '../../src/challenge/events.js';
import type { NewItem } from '../../src/challenge/meeting/acts/add-items/add-items.js';
import { challengeMeetingDecider } from '../../src/challenge/meeting/decide.js';
import { meetingSeriesDecider } from '../../src/challenge/series/decide.js';
import { londonDate } from '../../src/calendar/dates.js';
import { Controls } from './controls.js';
import { specify } from './given.js';

/*
 * The story these controls tell: on 14 April 2022 a challenge meeting is arranged for Wednesday 11 May, the second of the month.
 */

const arranged: MeetingArranged = {
  meeting: 'CM-7Q2K-90HV',
  kind: 'challenge',
  name: 'Challenge meeting',
  heldOn: '2022-05-11',
  startsAt: '14:00',
  place: 'County Hall',
  posts: ['assistant-director', 'agency-decision-maker', 'iro-manager'],
  stages: [],
  series: { series: 'MS-4NQ7-2W1R', plannedOn: '2022-05-11' },
};

const terms: SeriesTerms = {
  kind: 'challenge',
  name: 'Challenge meeting',
  recurrence: { week: 'second', weekday: 'wednesday', everyMonths: 1 },
  startsAt: '14:00',
  place: 'County Hall',
  posts: ['assistant-director', 'agency-decision-maker', 'iro-manager'],
  stages: [],
};

const context = (now: string = Controls.now): MeetingContext => ({
  actor: Controls.iroManager,
  now,
  today: londonDate(now),
});

const aCase = (dispute = 'DRP-7K4M-2QXH'): NewItem['about'] => ({ kind: 'case', dispute });
const aTheme = (title = 'Life story work waits in every team'): NewItem['about'] => ({
  kind: 'theme',
  theme: 'LIFE',
  title,
});
const newItem = (about: NewItem['about'], more: Partial<NewItem> = {}): NewItem => ({
  about,
  because: [],
  note: null,
  carriedFrom: null,
  ...more,
});

export const Meetings = {
  arranged,
  /** On 14 April, with the bank holidays, and with these meetings of the series arranged. */
  ofSeries: (arrangedDays: SeriesContext['arranged'] = [], now: string = Controls.now): SeriesContext => ({
    ...context(now),
    calendar: Controls.calendar,
    arranged: arrangedDays,
  }),
  terms,
  /** On 14 April, weeks before. */
  before: context(),
  /** On the day, as it begins. */
  onTheDay: context('2022-05-11T13:00:00.000Z'),
  context,
  aCase,
  aTheme,
  newItem,
  meetingArranged: (more: Partial<MeetingArranged> = {}): ChallengeMeetingEvent => ({
    type: 'MeetingArranged',
    data: { ...arranged, ...more },
  }),
  itemAdded: (itemId: string, about: NewItem['about'], more: Partial<AgendaItem> = {}): ChallengeMeetingEvent => ({
    type: 'AgendaItemAdded',
    data: { itemId, ...newItem(about), ...more },
  }),
  begun: (): ChallengeMeetingEvent => ({
    type: 'MeetingBegun',
    data: { attendance: { present: [{ post: 'assistant-director', person: null }], apologies: [] } },
  }),
  decided: (itemId: string, more: Partial<AgendaItemDecided> = {}): ChallengeMeetingEvent => ({
    type: 'AgendaItemDecided',
    data: {
      itemId,
      discussion: 'The assessment has waited since February.',
      decision: 'decided-accepted',
      actions: [],
      iroView: { view: 'satisfied', words: 'This will do.' },
      goesOnTo: null,
      nextLookOn: null,
      ...more,
    },
  }),
};

/** `givenMeeting(...events).when(act, context).then(...events)`. */
export const givenMeeting = specify(challengeMeetingDecider);
export const givenSeries = specify(meetingSeriesDecider);
