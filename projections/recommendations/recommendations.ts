import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import type { RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { missedAt } from '../../src/disputes/time/late.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { answerDate } from '../../src/reviews/recommendations/answer-date.js';
import type { RecommendationsEvent } from '../../src/reviews/recommendations/events.js';
import type { RecommendationsStanding } from '../../src/reviews/recommendations/recommendations.js';
import { idOf } from '../folding.js';

/** One row for the recommendations of each review that were sent: whom they wait for, and since when silence means agreed. */
export type RecommendationsRow = {
  readonly reference: string;
  readonly child: string;
  /** The person who sent them; whose list they are on follows the child. */
  readonly iro: string;
  readonly team: string | null;
  readonly answered_by: readonly PostKind[];
  readonly reviewed_on: LocalDate;
  readonly sent_on: LocalDate;
  readonly due_on: LocalDate;
  readonly due_at: Instant;
  /** Counted over a year whose bank holidays are not known. */
  readonly not_yet_certain: boolean;
  readonly standing: RecommendationsStanding;
  /** It is on record that nobody had answered when the time was over. */
  readonly agreed_by_silence: boolean;
  /** Reference of the dispute raised over a disagreement. */
  readonly dispute: string | null;
  /** The IRO has written why a disagreement stands. */
  readonly let_stand: boolean;
  /** The answer came when silence had spoken already. */
  readonly answered_late: boolean;
};

export const recommendations: Projection<RecommendationsRow> = {
  name: 'recommendations',
  version: 5,
  categories: ['recommendations'],
  columns: {
    reference: 'text',
    child: 'text',
    iro: 'text',
    team: 'text',
    answered_by: 'json',
    reviewed_on: 'text',
    sent_on: 'text',
    due_on: 'text',
    due_at: 'text',
    not_yet_certain: 'boolean',
    standing: 'text',
    agreed_by_silence: 'boolean',
    dispute: 'text',
    let_stand: 'boolean',
    answered_late: 'boolean',
  },
  key: ['reference'],
  indexes: [['standing', 'due_at'], ['child']],
  partitionBy: idOf,
  when: handlers<RecommendationsEvent, RecommendationsRow>({
    RecommendationsSent: (_, { data }) => [
      {
        reference: data.reference,
        child: data.child,
        iro: data.iro,
        team: data.team,
        answered_by: data.answeredBy,
        reviewed_on: data.reviewedOn,
        sent_on: data.sentOn,
        due_on: data.dueOn,
        due_at: data.dueAt,
        not_yet_certain: data.notYetCertain === true,
        standing: 'awaiting-answer',
        agreed_by_silence: false,
        dispute: null,
        let_stand: false,
        answered_late: false,
      },
    ],
    RecommendationsDateSet: (rows, { data }) =>
      rows.map((row) => ({
        ...row,
        due_on: data.dueOn,
        due_at: data.dueAt,
        not_yet_certain: data.notYetCertain === true,
      })),
    RecommendationsMovedToTeam: (rows, { data }) =>
      rows.map((row) => ({
        ...row,
        team: data.to,
        due_on: data.dueOn,
        due_at: data.dueAt,
        not_yet_certain: data.notYetCertain === true,
      })),
    RecommendationsAgreedBySilence: (rows) =>
      standingAt(rows, 'agreed-by-silence').map((row) => ({ ...row, agreed_by_silence: true })),
    RecommendationsAgreed: (rows, event) => answered(rows, 'agreed', event),
    RecommendationsDisagreed: (rows, event) => answered(rows, 'to-decide', event),
    RaisedOverDisagreement: (rows, { data }) =>
      rows.map((row) => ({ ...row, standing: 'decided', dispute: data.dispute })),
    RecommendationsAnswerTakenBack: (rows) =>
      rows.map((row) => ({
        ...row,
        standing: row.agreed_by_silence ? 'agreed-by-silence' : 'awaiting-answer',
        answered_late: false,
      })),
    RecommendationsWithdrawn: (rows) => standingAt(rows, 'withdrawn'),
    DisagreementLetStand: (rows) => rows.map((row) => ({ ...row, standing: 'decided', let_stand: true })),
  }),
};

type Rows = readonly RecommendationsRow[];

const standingAt = (rows: Rows, standing: RecommendationsStanding): Rows => rows.map((row) => ({ ...row, standing }));

const answered = (rows: Rows, standing: RecommendationsStanding, { metadata }: Pick<RecordedEvent, 'metadata'>): Rows =>
  rows.map((row) => ({ ...row, standing, answered_late: isAnsweredLate(row, metadata.occurredAt) }));

const isAnsweredLate = ({ due_at, not_yet_certain }: RecommendationsRow, at: Instant): boolean =>
  missedAt(answerDate({ dueAt: due_at, notYetCertain: not_yet_certain }, at), at) !== null;
