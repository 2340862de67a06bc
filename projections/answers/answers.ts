import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import { dayIsOver } from '../../src/disputes/time/late.js';
import type { Agreement, DisputeEvent, ImportedDisputeFacts, Verdict } from '../../src/disputes/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { type Happened, idOf } from '../folding.js';

/**
 * One row for each round of a dispute: what was due and what came. A new round begins with each stage, each redirection that restarts
 * the clock, each reopening. Timeliness by stage is counted from these rows, beside the sheet of dates, which says how each date
 * stands.
 */
export type AnswerRow = {
  readonly reference: string;
  readonly round: number;
  /** Null where a register's row reached a higher stage and does not say which stage its one answer belongs to. */
  readonly stage: number | null;
  readonly imported: boolean;
  /** Day 0 of the clock. */
  readonly began_on: LocalDate;
  /** What the protocol gave; an extension or an earlier date never hides it. */
  readonly first_due_on: LocalDate | null;
  readonly due_on: LocalDate | null;
  readonly first_due_at: Instant | null;
  readonly due_at: Instant | null;
  /** The day of the answer; where several posts must answer, of the last of them, and null until it has. */
  readonly answered_on: LocalDate | null;
  readonly agreement: Agreement | null;
  readonly answers: readonly {
    readonly role: PostKind;
    readonly agreement: Agreement;
    readonly answeredOn: LocalDate;
  }[];
  readonly verdicts: readonly { readonly role: PostKind; readonly verdict: Verdict }[];
  readonly extended: boolean;
  /** How the round was over before it had its answer; null while it runs, and where it was answered. */
  readonly over_by: OverBy | null;
  /** In a register’s row that was read after the day on which the answer was due, no answer is written and nothing had ended it. */
  readonly silent: boolean;
};

/** Sent back down the ladder; passed on to another team with a new clock; taken up the ladder; or the dispute ended. */
export type OverBy = 'sent-back' | 'passed-on' | 'taken-up' | 'ended';

export const answers: Projection<AnswerRow> = {
  name: 'answers',
  version: 5,
  categories: ['dispute'],
  columns: {
    reference: 'text',
    round: 'integer',
    stage: 'integer',
    imported: 'boolean',
    began_on: 'text',
    first_due_on: 'text',
    due_on: 'text',
    first_due_at: 'text',
    due_at: 'text',
    answered_on: 'text',
    agreement: 'text',
    answers: 'json',
    verdicts: 'json',
    extended: 'boolean',
    over_by: 'text',
    silent: 'boolean',
  },
  key: ['reference', 'round'],
  partitionBy: idOf,
  when: handlers<DisputeEvent, AnswerRow>({
    AnswerDeadlineSet: (rows, event) => {
      const { data } = event;
      const before = rows.find(({ round }) => round === data.round);
      return replacing(rows, {
        ...(before ?? unanswered(idOf(event), data.round)),
        stage: data.stage,
        began_on: data.startedOn,
        first_due_on: data.firstDueOn,
        due_on: data.dueOn,
        first_due_at: before?.first_due_at ?? (data.dueOn === data.firstDueOn ? data.dueAt : null),
        due_at: data.dueAt,
        extended: data.why === 'extended' || before?.extended === true,
      });
    },
    AnswerGiven: (rows, event) => {
      const row = rows.find(({ round }) => round === event.data.round);
      return row === undefined ? rows : replacing(rows, answered(row, event));
    },
    SentBack: (rows) => overBy(rows, 'sent-back'),
    DisputeRedirected: (rows, { data }) => (data.clock === 'restarts' ? overBy(rows, 'passed-on') : rows),
    DisputeEscalated: (rows) => overBy(rows, 'taken-up'),
    DisputeResolved: (rows) => overBy(rows, 'ended'),
    StalemateRecorded: (rows) => overBy(rows, 'ended'),
    DisputeEndedOtherwise: (rows) => overBy(rows, 'ended'),
    DisputeFormalised: (rows) => overBy(rows, 'ended'),
    DisputeWithdrawn: (rows) => overBy(rows, 'ended'),
    AnswerAccepted: (rows, { data }) => judged(rows, data.round, data.role, 'satisfied'),
    AnswerRejected: (rows, { data }) => judged(rows, data.round, data.role, data.verdict),
    DisputeImported: (_, event) => imported(event.data.facts, event),
    ImportedDisputeCorrected: (rows, event) => [
      ...imported(event.data.facts, event),
      ...rows.filter(({ round }) => round !== IMPORTED_ROUND),
    ],
    ImportedDisputeWithdrawn: () => [],
  }),
};

/** The answer that a register's row tells of stands before all rounds played here. */
const IMPORTED_ROUND = 0;

const unanswered = (reference: string, round: number): Omit<AnswerRow, 'stage' | 'began_on'> => ({
  reference,
  round,
  imported: false,
  first_due_on: null,
  due_on: null,
  first_due_at: null,
  due_at: null,
  answered_on: null,
  agreement: null,
  answers: [],
  verdicts: [],
  extended: false,
  over_by: null,
  silent: false,
});

const replacing = (rows: readonly AnswerRow[], row: AnswerRow): readonly AnswerRow[] => [
  ...rows.filter(({ round }) => round !== row.round),
  row,
];

/** The round that runs ends in this way; an answer that comes to it afterwards takes that back. */
const overBy = (rows: readonly AnswerRow[], how: OverBy): readonly AnswerRow[] => {
  const running = rows.reduce<AnswerRow | undefined>(
    (last, row) => (last === undefined || row.round > last.round ? row : last),
    undefined,
  );
  if (running === undefined || running.answered_on !== null || running.over_by !== null) return rows;
  return replacing(rows, { ...running, over_by: how });
};

const answered = (row: AnswerRow, { data }: Happened<DisputeEvent, 'AnswerGiven'>): AnswerRow => ({
  ...row,
  agreement: data.agreement,
  answers: [...row.answers, { role: data.role, agreement: data.agreement, answeredOn: data.answeredOn }],
  answered_on: row.answered_on ?? (data.complete ? data.answeredOn : null),
  over_by: data.complete ? null : row.over_by,
});

const judged = (rows: readonly AnswerRow[], round: number, role: PostKind, verdict: Verdict): readonly AnswerRow[] => {
  const row = rows.find((each) => each.round === round);
  return row === undefined ? rows : replacing(rows, { ...row, verdicts: [...row.verdicts, { role, verdict }] });
};

const imported = (
  facts: ImportedDisputeFacts,
  event: Happened<DisputeEvent, 'DisputeImported' | 'ImportedDisputeCorrected'>,
): readonly AnswerRow[] => {
  if (facts.dueOn === null && facts.answeredOn === null) return [];
  return [
    {
      ...unanswered(idOf(event), IMPORTED_ROUND),
      stage: facts.stageReached > 1 ? null : facts.stageReached,
      imported: true,
      began_on: facts.raisedOn,
      first_due_on: facts.dueOn,
      due_on: facts.dueOn,
      answered_on: facts.answeredOn,
      agreement: facts.agreement,
      silent: isSilent(facts, londonDate(event.metadata.occurredAt)),
    },
  ];
};

/** What was taken back or had to stop, nobody wrote when, may have been so before its answer was due. */
const STOPPED: readonly ImportedDisputeFacts['outcome'][] = ['WDRAWN', 'ENDED-CARE', 'TO-CAF'];

const isSilent = ({ dueOn, answeredOn, outcome, resolvedOn }: ImportedDisputeFacts, readOn: LocalDate): boolean => {
  if (dueOn === null || answeredOn !== null || !dayIsOver(dueOn, readOn)) return false;
  return resolvedOn === null ? !STOPPED.includes(outcome) : dayIsOver(dueOn, resolvedOn);
};
