import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import type {
  Cause,
  DateSaid,
  DigestWritten,
  NoticeEvent,
  NoticeFailed,
  NoticeLine,
  NotNeeded,
  ProviderName,
} from '../../src/notices/events.js';
import type { Position } from '../../src/platform/event-store/event-store.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { changing, idOf } from '../folding.js';

/**
 * One row for each notice and each digest: to look at, and for the outbox to know which of them wait. The text to send is read from the
 * stream of the notice.
 */
export type NoticeRow = {
  readonly notice: string;
  readonly kind: NoticeLine['kind'] | 'digest';
  /** Id of the person who is told. */
  readonly to_person: string;
  /** Reference; null for a digest. */
  readonly about: string | null;
  readonly called: string | null;
  readonly due_on: LocalDate | null;
  readonly due_at: Instant | null;
  readonly action_id: string | null;
  readonly how_many: number | null;
  readonly theirs_to_do: boolean;
  readonly how: 'at-once' | 'in-digest';
  /** The notices that a digest brings. */
  readonly lines: DigestWritten['notices'];
  readonly written_at: Instant;
  readonly standing: 'waiting' | 'sent' | 'failed' | 'not-needed';
  readonly settled_at: Instant | null;
  readonly by_provider: ProviderName | null;
  readonly failure: NoticeFailed['because'] | null;
  /** The reason why it was not sent, where its need had gone. */
  readonly not_needed: NotNeeded | null;
  /** The digest it went in. */
  readonly digest: string | null;
  /** Position in the log at which it was written. */
  readonly position: Position;
  /** The event that gave rise to it; null for a digest, and for what reminds of a date. */
  readonly cause: Pick<Cause, 'stream' | 'revision'> | null;
};

/** Kinds of rows that have an index of their own, as conditions. */
export const SENT = `(standing = 'sent')`;
export const IS_DIGEST = `(kind = 'digest')`;
export const HAS_CAUSE = `(cause IS NOT NULL)`;

const unsettled = {
  standing: 'waiting',
  settled_at: null,
  by_provider: null,
  failure: null,
  not_needed: null,
  digest: null,
} as const;

export const notices: Projection<NoticeRow> = {
  name: 'notices',
  version: 4,
  categories: ['notice'],
  columns: {
    notice: 'text',
    kind: 'text',
    to_person: 'text',
    about: 'text',
    called: 'text',
    due_on: 'text',
    due_at: 'text',
    action_id: 'text',
    how_many: 'integer',
    theirs_to_do: 'boolean',
    how: 'text',
    lines: 'json',
    written_at: 'text',
    standing: 'text',
    settled_at: 'text',
    by_provider: 'text',
    failure: 'text',
    not_needed: 'text',
    digest: 'text',
    position: 'text',
    cause: 'json',
  },
  key: ['notice'],
  indexes: [
    ['to_person', 'written_at'],
    ['written_at'],
    ['standing', 'settled_at'],
    { of: ['about', 'to_person'], where: SENT },
    { of: ['to_person', 'written_at'], where: IS_DIGEST },
    { of: ['position'], where: HAS_CAUSE },
  ],
  partitionBy: idOf,
  when: handlers<NoticeEvent, NoticeRow>({
    NoticeWritten: (_, { data, metadata, position }) => [
      {
        notice: data.notice,
        kind: data.kind,
        to_person: data.to,
        about: data.about,
        called: data.called,
        due_on: data.dueOn,
        due_at: data.dueAt,
        action_id: data.actionId,
        how_many: data.howMany ?? null,
        theirs_to_do: data.theirsToDo,
        how: data.how,
        lines: [],
        written_at: metadata.occurredAt,
        position,
        cause: data.because.occasion === 'event' ? causeOf(data.because) : null,
        ...unsettled,
      },
    ],
    DigestWritten: (_, { data, metadata, position }) => [
      {
        notice: data.notice,
        kind: 'digest',
        to_person: data.to,
        about: null,
        called: null,
        due_on: null,
        due_at: null,
        action_id: null,
        how_many: null,
        theirs_to_do: false,
        how: 'at-once',
        lines: data.notices,
        written_at: metadata.occurredAt,
        position,
        cause: null,
        ...unsettled,
      },
    ],
    NoticeSent: changing(({ notice, due_on, due_at, lines }, { data, metadata }) => ({
      ...columnsOf(dateSaid({ notice, dueOn: due_on, dueAt: due_at }, data.said)),
      lines: lines
        .filter((line) => data.leftOut?.includes(line.notice) !== true)
        .map((line) => ({ ...line, ...dateSaid(line, data.said) })),
      standing: 'sent',
      settled_at: metadata.occurredAt,
      by_provider: data.by,
      digest: data.digest,
    })),
    NoticeFailed: changing((_, { data, metadata }) => ({
      standing: 'failed',
      settled_at: metadata.occurredAt,
      by_provider: data.by,
      failure: data.because,
    })),
    NoticeNotNeeded: changing((_, { data, metadata }) => ({
      standing: 'not-needed',
      settled_at: metadata.occurredAt,
      not_needed: data.because,
    })),
  }),
};

const causeOf = ({ stream, revision }: Cause): NoticeRow['cause'] => ({ stream, revision });

/** Of a notice, as the message said it. */
const dateSaid = (
  { notice, dueOn, dueAt }: DateSaid,
  said: readonly DateSaid[] = [],
): Pick<DateSaid, 'dueOn' | 'dueAt'> => said.find((each) => each.notice === notice) ?? { dueOn, dueAt };

const columnsOf = ({ dueOn, dueAt }: Pick<DateSaid, 'dueOn' | 'dueAt'>) => ({ due_on: dueOn, due_at: dueAt });
