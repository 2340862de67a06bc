import type { LocalDate } from '../../src/calendar/calendar.js';
import type { Attendance, ChallengeMeetingEvent, MeetingKind } from '../../src/challenge/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { changing, idOf } from '../folding.js';

/** One row for each meeting. */
export type ChallengeMeetingRow = {
  readonly meeting: string;
  /** Null for a single meeting. */
  readonly series: string | null;
  readonly kind: MeetingKind;
  readonly name: string;
  readonly status: 'arranged' | 'in-session' | 'closed' | 'cancelled';
  readonly held_on: LocalDate;
  readonly starts_at: string;
  /** The day the series gives, before it was moved. */
  readonly planned_on: LocalDate | null;
  readonly moves: number;
  readonly place: string | null;
  readonly posts: readonly PostKind[];
  /** Person ids of those who sit in it besides. */
  readonly people: readonly string[];
  /** Person ids of those who were there. */
  readonly attended: readonly string[];
  readonly revision: number;
};

export const challengeMeetings: Projection<ChallengeMeetingRow> = {
  name: 'challenge_meetings',
  version: 3,
  categories: ['challengeMeeting'],
  columns: {
    meeting: 'text',
    series: 'text',
    kind: 'text',
    name: 'text',
    status: 'text',
    held_on: 'text',
    starts_at: 'text',
    planned_on: 'text',
    moves: 'integer',
    place: 'text',
    posts: 'json',
    people: 'json',
    attended: 'json',
    revision: 'integer',
  },
  key: ['meeting'],
  indexes: [['series', 'held_on'], ['held_on']],
  revisionIn: 'revision',
  partitionBy: idOf,
  when: handlers<ChallengeMeetingEvent, ChallengeMeetingRow>({
    MeetingArranged: (_, { data }) => [
      {
        meeting: data.meeting,
        series: data.series?.series ?? null,
        kind: data.kind,
        name: data.name,
        status: 'arranged',
        held_on: data.heldOn,
        starts_at: data.startsAt,
        planned_on: data.series?.plannedOn ?? null,
        moves: 0,
        place: data.place,
        posts: data.posts,
        people: data.people ?? [],
        attended: [],
      },
    ],
    MeetingMoved: changing((row, { data }) => ({
      held_on: data.to.heldOn,
      starts_at: data.to.startsAt,
      moves: row.moves + 1,
    })),
    SeatsChanged: changing((_, { data }) => ({ posts: data.posts, people: data.people ?? [] })),
    MeetingBegun: changing((_, { data }) => ({
      status: 'in-session' as const,
      attended: attendedIn(data.attendance),
    })),
    MeetingBegunTakenBack: changing((_) => ({ status: 'arranged' as const, attended: [] })),
    AttendanceCorrected: changing((_, { data }) => ({ attended: attendedIn(data.attendance) })),
    MeetingClosed: changing((_) => ({ status: 'closed' as const })),
    MeetingCancelled: changing((_) => ({ status: 'cancelled' as const })),
  }),
};

const attendedIn = ({ present }: Attendance): string[] => present.flatMap(({ person }) => person ?? []);
