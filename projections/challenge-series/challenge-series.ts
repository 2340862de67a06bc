import type { LocalDate } from '../../src/calendar/calendar.js';
import type { MeetingKind, MeetingSeriesEvent, SeriesTerms } from '../../src/challenge/events.js';
import type { Recurrence } from '../../src/challenge/recurrence.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { changing, idOf } from '../folding.js';

/** One row for each series of meetings, with the terms in force. */
export type ChallengeSeriesRow = {
  readonly series: string;
  readonly kind: MeetingKind;
  readonly name: string;
  readonly recurrence: Recurrence;
  readonly starts_at: string;
  readonly place: string | null;
  readonly posts: readonly PostKind[];
  /** Person ids of those who sit in its meetings besides. */
  readonly people: readonly string[];
  /** Codes of the stages it times; none means every stage that a meeting times. */
  readonly stages: readonly string[];
  readonly from: LocalDate;
  readonly last_on: LocalDate | null;
  readonly revision: number;
};

export const challengeSeries: Projection<ChallengeSeriesRow> = {
  name: 'challenge_series',
  version: 3,
  categories: ['meetingSeries'],
  columns: {
    series: 'text',
    kind: 'text',
    name: 'text',
    recurrence: 'json',
    starts_at: 'text',
    place: 'text',
    posts: 'json',
    people: 'json',
    stages: 'json',
    from: 'text',
    last_on: 'text',
    revision: 'integer',
  },
  key: ['series'],
  revisionIn: 'revision',
  partitionBy: idOf,
  when: handlers<MeetingSeriesEvent, ChallengeSeriesRow>({
    MeetingSeriesStarted: (_, { data }) => [
      { series: data.series, ...termsOf(data.terms), from: data.from, last_on: null },
    ],
    MeetingSeriesChanged: changing((_, { data }) => ({ ...termsOf(data.terms), from: data.from })),
    MeetingSeriesEnded: changing((_, { data }) => ({ last_on: data.lastOn })),
  }),
};

const termsOf = ({ startsAt, people, ...terms }: SeriesTerms) => ({
  ...terms,
  people: people ?? [],
  starts_at: startsAt,
});
