import type { Instant, LocalDate } from '../calendar/calendar.js';
import { endOfDay, isLocalDate, startOfDay } from '../calendar/dates.js';
import { answerCameAt } from '../disputes/time/answer-came-at.js';
import type { DeadlineNamed } from '../disputes/time/deadline-named.js';
import { frozenBy } from '../disputes/fold/freezing.js';
import type { AnswerDeadlineSet, DisputeEvent, Standing } from '../disputes/events.js';
import { earliest, latest, standsStill } from '../disputes/time/late.js';
import { earliestIn, missedIn } from '../disputes/time/late-in-sql.js';
import { recalledSince } from '../disputes/time/recalled.js';
import { saysReceived } from '../disputes/time/receipt.js';
import { handlers } from '../platform/projections/projection.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';

/**
 * One row for every date a dispute has been given, with what has become of it: what the rule of lateness looks at
 * (src/disputes/time/late.ts). It says where to look; what is done about a date is decided by the dispute's own history.
 */
export type DeadlineRow = {
  readonly reference: string;
  readonly deadline: DeadlineNamed['deadline'];
  /** The round, the action (`A1`), how many agencies it had gone to, the meeting, or `all` for the limit of all stages together. */
  readonly part: string;
  readonly due_on: LocalDate | null;
  readonly due_at: Instant | null;
  /** It was counted over a year whose bank holidays were not known. */
  readonly not_yet_certain: boolean;
  readonly met_at: Instant | null;
  readonly over_at: Instant | null;
  /** The clock of the round stands still since then. */
  readonly paused_at: Instant | null;
  /** The beginning of the day of a child’s death: nothing is late from then on but the limit over all stages. Null once it goes on. */
  readonly frozen_at: Instant | null;
  /** It has been frozen for a death once; until it has, the day of a death in the directory stops it all the same. */
  readonly was_set_aside: boolean;
  /** Since when a freeze had stopped it that is over by now: it was met, or no longer wanted, before that. */
  readonly was_frozen_at: Instant | null;
  /** All of the dispute was taken back then: what is agreed or asked afterwards is owed by nobody either. */
  readonly taken_back_at: Instant | null;
  /** It is on record as passed. */
  readonly on_record: boolean;
  /** The program's act about silence that is still to come. */
  readonly next_step: 'chase' | 'escalate' | null;
};

const STOPPED = earliestIn('paused_at', 'was_frozen_at');
const DATE = { dueAt: 'due_at', metAt: 'met_at', overAt: 'over_at', stoppedAt: STOPPED };
const NOT_ON_RECORD = 'on_record = 0 AND frozen_at IS NULL';

/** Rows whose date was missed, or may yet be, and is not on record. Few are, and they have an index of their own. */
export const OPEN = `(${NOT_ON_RECORD} AND ${missedIn(DATE, `'9999-12-31'`)})`;

/** Those of them whose date was missed by `:now`; nothing goes on record while a dispute is frozen. */
export const TO_BE_RECORDED = `(${OPEN} AND ${missedIn(DATE)})`;

/** Rows about which the program has yet to do something. */
export const HAS_NEXT_STEP = `(next_step IS NOT NULL)`;

type Rows = readonly DeadlineRow[];
type Happened = { readonly stream: string; readonly metadata: RecordedEvent['metadata'] };

/** The events that start, move, stop and end the clock of a date. */
export const sheetOf = handlers<DisputeEvent, DeadlineRow>({
  AnswerDeadlineSet: (rows, event) => {
    const { round } = event.data;
    const before = roundsOver(rows, round, event);
    return together(withDate(before, event, 'answer', String(round), counted(event.data)));
  },
  ReceiptDeadlineSet: (rows, event) => withDate(rows, event, 'receipt', String(event.data.round), counted(event.data)),
  TotalCapSet: (rows, event) => together(withDate(rows, event, 'total-cap', 'all', counted(event.data))),
  ActionAgreed: (rows, event) => {
    const { actionId, by } = event.data.action;
    return isLocalDate(by) ? withDate(rows, event, 'action', actionId, { due_on: by, due_at: endOfDay(by) }) : rows;
  },
  ReceiptAcknowledged: (rows, { data, metadata }) =>
    data.complete ? metOn(rows, 'receipt', String(data.round), metadata.occurredAt) : rows,
  AnswerGiven: (rows, { data, metadata }) => {
    const part = String(data.round);
    const before = withoutNextStep(rows);
    const received = saysReceived(data) ? metOn(before, 'receipt', part, metadata.occurredAt) : before;
    const answered = data.complete
      ? metOn(received, 'answer', part, answerCameAt(data, metadata.occurredAt))
      : received;
    return leftAt(answered, data.standing, metadata.occurredAt);
  },
  DisputeMovedToChild: (rows, { data: { answered } }) =>
    answered === undefined
      ? rows
      : leftAt(
          metOn(withoutNextStep(rows), 'answer', String(answered.round), answered.at),
          answered.standing,
          answered.at,
        ),
  AnswerAccepted: (rows, { data, metadata }) => leftAt(rows, data.standing, metadata.occurredAt),
  AnswerRejected: (rows, { data, metadata }) =>
    leftAt(
      rows.filter(({ deadline, part }) => deadline !== 'action' || data.actionsWithdrawn?.includes(part) !== true),
      data.standing,
      metadata.occurredAt,
    ),
  AnswerChased: (rows) => rows.map((row) => (row.next_step === 'chase' ? { ...row, next_step: null } : row)),
  ActionDone: (rows, { data, metadata }) => metOn(rows, 'action', data.actionId, metadata.occurredAt),
  ActionDateMoved: (rows, { data }) =>
    changing(rows, 'action', data.actionId, () => ({ due_on: data.to, due_at: endOfDay(data.to), on_record: false })),
  ActionConfirmedInTime: (rows, { data }) =>
    changing(rows, 'action', data.actionId, () => ({ met_at: startOfDay(data.doneOn) })),
  ClockPaused: (rows, { data, metadata }) =>
    changing(rows, 'answer', String(data.round), () => ({ paused_at: metadata.occurredAt })),
  ClockResumed: (rows, { data }) => changing(rows, 'answer', String(data.round), () => ({ paused_at: null })),
  DisputeFrozen: (rows, { data, metadata }) =>
    rows.map((row) => frozen(row, frozenBy(data.from, metadata.occurredAt).from)),
  DisputeUnfrozen: (rows) => rows.map(unfrozen),
  AnswerDeadlinePassed: (rows, { data }) =>
    changing(rows, 'answer', String(data.round), () => ({
      on_record: true,
      next_step: data.onSilence === 'escalate' ? 'escalate' : data.onSilence === 'chase-then-ask' ? 'chase' : null,
    })),
  ReceiptDeadlinePassed: (rows, { data }) => passed(rows, 'receipt', String(data.round)),
  ActionDeadlinePassed: (rows, { data }) => passed(rows, 'action', data.actionId),
  TotalCapPassed: (rows) => passed(rows, 'total-cap', 'all'),
  TakenToAgency: (rows, event) => {
    const { dueOn } = event.data;
    const due = { due_on: dueOn, due_at: dueOn === null ? null : endOfDay(dueOn) };
    return withDate(withoutReply(rows, event), event, 'agency-reply', String(timesAsked(rows) + 1), due);
  },
  AgencyDidNotReply: (rows, event) => withoutReply(rows, event),
  AgencyReplied: (rows, { metadata }) => metOn(rows, 'agency-reply', String(timesAsked(rows)), metadata.occurredAt),
  AgencyReplyDeadlinePassed: (rows, { data }) => passed(rows, 'agency-reply', String(data.asked)),
  ChallengeDecisionRecorded: (rows, event) => {
    const { meeting, nextLookOn } = event.data;
    const before = lookedAgain(rows, meeting, event);
    if (nextLookOn === null) return before;
    const others = before.filter(({ deadline, part }) => deadline !== 'next-look' || part !== meeting);
    return withDate(others, event, 'next-look', meeting, { due_on: nextLookOn, due_at: endOfDay(nextLookOn) });
  },
  TabledForChallenge: (rows, event) => lookedAgain(rows, event.data.meeting, event),
  NextLookPassed: (rows, { data }) => passed(rows, 'next-look', data.meeting),
  DisputeResolved: (rows, event) => ended(rows, event),
  StalemateRecorded: (rows, event) => ended(rows, event),
  DisputeEndedOtherwise: (rows, event) => ended(rows, event),
  DisputeFormalised: (rows, event) => ended(rows, event),
  DisputeWithdrawn: (rows, event) => takenBack(rows, event),
  DisputeVoided: (rows, event) => takenBack(rows, event),
  ImportedDisputeWithdrawn: () => [],
});

/** A date by a clock of the protocol. */
const counted = ({
  dueOn,
  dueAt,
  notYetCertain,
}: Pick<AnswerDeadlineSet, 'dueOn' | 'dueAt' | 'notYetCertain'>): DateOfRow => ({
  due_on: dueOn,
  due_at: dueAt,
  not_yet_certain: notYetCertain === true,
});

type DateOfRow = Pick<DeadlineRow, 'due_on' | 'due_at'> & Partial<Pick<DeadlineRow, 'not_yet_certain'>>;

const withDate = (
  rows: Rows,
  { stream }: Happened,
  deadline: DeadlineRow['deadline'],
  part: string,
  due: DateOfRow,
): Rows => {
  const before = rows.find((row) => row.deadline === deadline && row.part === part);
  const reference = stream.slice(stream.indexOf('-') + 1);
  const { frozen_at = null, taken_back_at = null, was_set_aside = false } = rows[0] ?? {};
  const asTheDispute = { frozen_at, taken_back_at, was_set_aside, over_at: taken_back_at };
  const nothingYet = {
    ...{ not_yet_certain: false, met_at: null, paused_at: null, was_frozen_at: null },
    ...{ on_record: false, next_step: null },
  };
  const row = { ...nothingYet, ...asTheDispute, ...before, reference, deadline, part, ...due };
  return [...rows.filter((each) => each !== before), row];
};

const changing = (
  rows: Rows,
  deadline: DeadlineRow['deadline'],
  part: string,
  change: (row: DeadlineRow) => Partial<DeadlineRow>,
): Rows => rows.map((row) => (row.deadline === deadline && row.part === part ? { ...row, ...change(row) } : row));

const passed = (rows: Rows, deadline: DeadlineRow['deadline'], part: string): Rows =>
  changing(rows, deadline, part, () => ({ on_record: true }));

const metOn = (rows: Rows, deadline: DeadlineRow['deadline'], part: string, at: Instant): Rows =>
  changing(rows, deadline, part, ({ met_at }) => ({ met_at: met_at ?? at }));

const timesAsked = (rows: Rows): number => rows.filter(({ deadline }) => deadline === 'agency-reply').length;

/** An agency that has not replied by now is not waited for any longer. */
const withoutReply = (rows: Rows, { metadata }: Happened): Rows =>
  rows.map((row) =>
    row.deadline === 'agency-reply' && row.met_at === null
      ? { ...row, over_at: row.over_at ?? metadata.occurredAt }
      : row,
  );

const answersIn = (rows: Rows): Rows => rows.filter(({ deadline }) => deadline === 'answer');

const ofRound = ({ deadline }: DeadlineRow): boolean => deadline === 'answer' || deadline === 'receipt';

/** A round begins, and those before it are over. */
const roundsOver = (rows: Rows, round: number, { metadata }: Happened): Rows =>
  rows.map((row) => {
    if (!ofRound(row) || Number(row.part) >= round) return row;
    return { ...row, next_step: null, over_at: row.over_at ?? metadata.occurredAt };
  });

/** The rows once an answer or a verdict gave the dispute its standing: an earlier answer accepted after all takes back the round that runs. */
const leftAt = (rows: Rows, standing: Standing, at: Instant): Rows => {
  const running = answersIn(rows).reduce<DeadlineRow | undefined>(
    (last, row) => (last === undefined || Number(row.part) > Number(last.part) ? row : last),
    undefined,
  );
  if (running === undefined) return rows;
  const over_at = recalledSince({ answeredAt: running.met_at, recalledAt: running.over_at }, standing, at);
  const runsAgain = over_at === null && running.over_at !== null;
  return together(
    rows.map((row) => {
      if (!ofRound(row) || row.part !== running.part) return row;
      return { ...row, over_at, was_frozen_at: runsAgain ? null : row.was_frozen_at };
    }),
  );
};

/** The limit over all stages runs while any round waits for its answer. */
const together = (rows: Rows): Rows => {
  const waits = answersIn(rows).map((row) => earliest(row.met_at, row.over_at));
  const met_at = waits.includes(null) ? null : latest(...waits);
  return changing(rows, 'total-cap', 'all', () => ({ met_at }));
};

/** A date that went on record as passed after the day of the death, before anybody here knew, had not passed: its clock stood still. */
const frozen = (row: DeadlineRow, from: Instant): DeadlineRow => {
  const stops = row.deadline !== 'total-cap' && standsStill({ dueAt: row.due_at, stoppedAt: from });
  return { ...row, frozen_at: from, was_set_aside: true, ...(stops ? { on_record: false, next_step: null } : {}) };
};

/** An answer or an end that came during a freeze was not late for a date that passed in it. */
const unfrozen = (row: DeadlineRow): DeadlineRow => {
  const until = ofRound(row) ? earliest(row.met_at, row.over_at) : null;
  const cameMeanwhile = until !== null && row.frozen_at !== null && until >= row.frozen_at;
  const was_frozen_at = cameMeanwhile ? earliest(row.was_frozen_at, row.frozen_at) : row.was_frozen_at;
  return { ...row, frozen_at: null, was_frozen_at };
};

/** On another agenda than that of the meeting which was to look again. */
const lookedAgain = (rows: Rows, meeting: string | null, { metadata }: Happened): Rows =>
  rows.map((row) =>
    row.deadline === 'next-look' && row.part !== meeting ? { ...row, met_at: row.met_at ?? metadata.occurredAt } : row,
  );

/** Agreed actions are owed after the end, and so is what another agency was asked. */
const ended = (rows: Rows, event: Happened): Rows =>
  together(roundsOver(lookedAgain(rows, null, event), Infinity, event));

const takenBack = (rows: Rows, event: Happened): Rows =>
  ended(rows, event).map((row) => ({
    ...row,
    taken_back_at: event.metadata.occurredAt,
    over_at: row.deadline === 'action' || row.deadline === 'agency-reply' ? event.metadata.occurredAt : row.over_at,
  }));

const withoutNextStep = (rows: Rows): Rows =>
  rows.map((row) => (row.next_step === 'escalate' ? row : { ...row, next_step: null }));
