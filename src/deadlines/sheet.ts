import type { Instant, LocalDate } from '../calendar/calendar.js';
import { endOfDay, isLocalDate } from '../calendar/dates.js';
import type { DeadlineNamed } from '../disputes/acts.js';
import type { DisputeEvent } from '../disputes/events.js';
import { handlers } from '../platform/projections/projection.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';

/**
 * One row for every date a dispute has been given. It says where to look, not what to do: whether a date was missed is decided by
 * the dispute's own history when somebody looks, so a row that waits for nothing does no harm.
 */
export type DeadlineRow = {
  readonly reference: string;
  readonly deadline: DeadlineNamed['deadline'];
  /** The round, the action (`A1`), how many agencies it had gone to, the meeting, or `all` for the limit of all stages together. */
  readonly part: string;
  readonly due_on: LocalDate | null;
  readonly due_at: Instant | null;
  /**
   * `waiting` for the date or for its record; `passed` and on record; `met` in time; `over` because the round or the dispute ended
   * before the date; `paused`.
   */
  readonly standing: 'waiting' | 'passed' | 'met' | 'over' | 'paused';
  /** What the program has yet to do about silence. */
  readonly next_step: 'chase' | 'escalate' | null;
};

type Rows = readonly DeadlineRow[];
type Happened = { readonly stream: string; readonly metadata: RecordedEvent['metadata'] };

/** Which events start, move and stop the clock of a date. */
export const sheetOf = handlers<DisputeEvent, DeadlineRow>({
  AnswerDeadlineSet: (rows, event) => {
    const { round, dueOn, dueAt } = event.data;
    return withDate(rowsBeforeRound(rows, round, event), event, 'answer', String(round), {
      due_on: dueOn,
      due_at: dueAt,
    });
  },
  ReceiptDeadlineSet: (rows, event) =>
    withDate(rows, event, 'receipt', String(event.data.round), { due_on: event.data.dueOn, due_at: event.data.dueAt }),
  TotalCapSet: (rows, event) =>
    withDate(rows, event, 'total-cap', 'all', { due_on: event.data.dueOn, due_at: event.data.dueAt }),
  ActionAgreed: (rows, event) => {
    const { actionId, by } = event.data.action;
    return isLocalDate(by) ? withDate(rows, event, 'action', actionId, { due_on: by, due_at: endOfDay(by) }) : rows;
  },
  ReceiptAcknowledged: (rows, event) => inTime(rows, 'receipt', String(event.data.round), event),
  AnswerGiven: (rows, event) => withoutNextStep(inTime(rows, 'receipt', String(event.data.round), event)),
  AnswerAccepted: (rows, event) => inTime(rows, 'answer', String(event.data.round), event),
  AnswerChased: (rows) => rows.map((row) => (row.next_step === 'chase' ? { ...row, next_step: null } : row)),
  ActionDone: (rows, { data }) =>
    changing(rows, 'action', data.actionId, (row) =>
      row.due_on !== null && data.doneOn <= row.due_on ? { standing: 'met' } : {},
    ),
  ClockPaused: (rows, { data }) => changing(rows, 'answer', String(data.round), () => ({ standing: 'paused' })),
  AnswerDeadlinePassed: (rows, { data }) =>
    changing(rows, 'answer', String(data.round), () => ({
      standing: 'passed',
      next_step: data.onSilence === 'escalate' ? 'escalate' : data.onSilence === 'chase-then-ask' ? 'chase' : null,
    })),
  ReceiptDeadlinePassed: (rows, { data }) => passed(rows, 'receipt', String(data.round)),
  ActionDeadlinePassed: (rows, { data }) => passed(rows, 'action', data.actionId),
  TotalCapPassed: (rows) => passed(rows, 'total-cap', 'all'),
  TakenToAgency: (rows, event) => {
    const asked = rows.filter(({ deadline }) => deadline === 'agency-reply').length + 1;
    const { dueOn } = event.data;
    const due = { due_on: dueOn, due_at: dueOn === null ? null : endOfDay(dueOn) };
    return withDate(rows, event, 'agency-reply', String(asked), due);
  },
  AgencyReplied: (rows, { data }) => {
    const asked = rows.filter(({ deadline }) => deadline === 'agency-reply').length;
    return changing(rows, 'agency-reply', String(asked), ({ due_on, standing }) =>
      standing === 'waiting' && due_on !== null && data.repliedOn <= due_on ? { standing: 'met' } : {},
    );
  },
  AgencyReplyDeadlinePassed: (rows, { data }) => passed(rows, 'agency-reply', String(data.asked)),
  ChallengeDecisionRecorded: (rows, event) => {
    const { meeting, nextLookOn } = event.data;
    const before = lookedAgain(rows, meeting, event);
    if (nextLookOn === null) return before;
    return withDate(before, event, 'next-look', meeting, { due_on: nextLookOn, due_at: endOfDay(nextLookOn) });
  },
  TabledForChallenge: (rows, event) => lookedAgain(rows, event.data.meeting, event),
  NextLookPassed: (rows, { data }) => passed(rows, 'next-look', data.meeting),
  DisputeEscalated: (rows, event) => roundsOver(rows, event),
  SentBack: (rows, event) => roundsOver(rows, event),
  DisputeResolved: (rows, event) => ended(rows, event),
  StalemateRecorded: (rows, event) => ended(rows, event),
  DisputeEndedOtherwise: (rows, event) => ended(rows, event),
  DisputeFormalised: (rows, event) => ended(rows, event),
  DisputeWithdrawn: (rows, event) => takenBack(rows, event),
  DisputeVoided: (rows, event) => takenBack(rows, event),
  DisputeReopened: (rows) =>
    changing(rows, 'total-cap', 'all', (row) => (row.standing === 'over' ? { standing: 'waiting' } : {})),
  ImportedDisputeWithdrawn: () => [],
});

const withDate = (
  rows: Rows,
  { stream }: Happened,
  deadline: DeadlineRow['deadline'],
  part: string,
  due: Pick<DeadlineRow, 'due_on' | 'due_at'>,
): Rows => {
  const before = rows.find((row) => row.deadline === deadline && row.part === part);
  const standing = before?.standing === 'passed' ? 'passed' : 'waiting';
  const reference = stream.slice(stream.indexOf('-') + 1);
  const row: DeadlineRow = { reference, deadline, part, ...due, standing, next_step: before?.next_step ?? null };
  return [...rows.filter((each) => each !== before), row];
};

const changing = (
  rows: Rows,
  deadline: DeadlineRow['deadline'],
  part: string,
  change: (row: DeadlineRow) => Partial<DeadlineRow>,
): Rows => rows.map((row) => (row.deadline === deadline && row.part === part ? { ...row, ...change(row) } : row));

const passed = (rows: Rows, deadline: DeadlineRow['deadline'], part: string): Rows =>
  changing(rows, deadline, part, () => ({ standing: 'passed' }));

const isAhead = (row: DeadlineRow, { metadata }: Happened): boolean =>
  row.due_at === null || metadata.occurredAt < row.due_at;

/** Met, where it came before the date; what came later leaves the date to be put on record as passed. */
const inTime = (rows: Rows, deadline: DeadlineRow['deadline'], part: string, event: Happened): Rows =>
  changing(rows, deadline, part, (row) =>
    row.standing === 'waiting' && isAhead(row, event) ? { standing: 'met' } : {},
  );

const over = (rows: Rows, event: Happened, which: (row: DeadlineRow) => boolean): Rows =>
  rows.map((row) => {
    if (!which(row)) return row;
    const stops = row.standing === 'paused' || (row.standing === 'waiting' && isAhead(row, event));
    return { ...row, next_step: null, standing: stops ? 'over' : row.standing };
  });

const ofRound = ({ deadline }: DeadlineRow): boolean => deadline === 'answer' || deadline === 'receipt';

const roundsOver = (rows: Rows, event: Happened): Rows => over(rows, event, ofRound);

/** A redirection that starts the clock anew ends the round before it without an event of its own. */
const rowsBeforeRound = (rows: Rows, round: number, event: Happened): Rows =>
  over(rows, event, (row) => ofRound(row) && Number(row.part) < round);

/** On another agenda than that of the meeting which was to look again. */
const lookedAgain = (rows: Rows, meeting: string, event: Happened): Rows =>
  rows.map((row) =>
    row.deadline === 'next-look' && row.part !== meeting && row.standing === 'waiting' && isAhead(row, event)
      ? { ...row, standing: 'met' }
      : row,
  );

/** Agreed actions are owed after the end, and so is what another agency was asked. */
const OWED_AFTER: readonly DeadlineRow['deadline'][] = ['action', 'agency-reply'];

const ended = (rows: Rows, event: Happened): Rows =>
  over(rows, event, ({ deadline }) => !OWED_AFTER.includes(deadline));

const takenBack = (rows: Rows, event: Happened): Rows =>
  ended(rows, event).map((row) =>
    OWED_AFTER.includes(row.deadline) && row.standing === 'waiting' ? { ...row, standing: 'over' } : row,
  );

const withoutNextStep = (rows: Rows): Rows =>
  rows.map((row) => (row.next_step === 'escalate' ? row : { ...row, next_step: null }));
