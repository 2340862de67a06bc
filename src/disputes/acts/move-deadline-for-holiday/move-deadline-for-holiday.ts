import { disputeAct } from '../dispute-act.js';
import type { CountedDay, LocalDate } from '../../../calendar/calendar.js';
import { endOfDay } from '../../../calendar/dates.js';
import { certainty } from '../../../protocol/deadline.js';
import type { MovableDeadline } from '../../time/deadline-named.js';
import { answerDateByCounting, deadlineOf, receiptDateByCounting, totalCapByCounting } from '../../time/clock.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { DateMoved, DisputeEvent } from '../../events.js';
import { mustBeTheProgram, mustSay } from '../../rules.js';
import { answerDate, receiptDate } from '../../time/dates.js';
import { hasCome, hasTime, isPutOff } from '../../time/late.js';
import { stageOfRound } from '../../time/standing.js';

/** Sent by the program when the council announces a day on which it is closed. A date that stays where it is gives nothing. */
export type MoveDeadlineForHoliday = MovableDeadline & { type: 'move-deadline-for-holiday'; reason: string };

/**
 * A date counted in working days, which today's calendar makes later than it was when it was set; or which stays where it was and is
 * certain now that the bank holidays are known (`from` is then `to`).
 */
export interface DeadlineToMove {
  readonly named: MovableDeadline;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly certain: boolean;
}

type Counting = Pick<DisputeContext, 'protocols' | 'calendar' | 'now'>;

/**
 * The dates still ahead that a newly announced holiday moves: those counted in working days. A date that people agreed on stays where
 * it is, and one that has passed has passed.
 */
export const deadlinesToMove = (state: DisputeState, context: Counting): DeadlineToMove[] => {
  if (state.status !== 'open') return [];
  const { matter } = state;
  return [...ofTheRound(matter, context), ...ofTheTotalCap(matter, context)].flatMap(({ named, set, counted }) => {
    if (set.dueOn === null || counted === null) return [];
    const isLater = isPutOff(set.dueOn, counted.day);
    const isNowCertain = set.notYetCertain === true && counted.certain;
    if (!isLater && !isNowCertain) return [];
    return [{ named, from: set.dueOn, to: isLater ? counted.day : set.dueOn, certain: counted.certain }];
  });
};

interface Counted {
  readonly named: MovableDeadline;
  /** As it stands on record. */
  readonly set: { readonly dueOn: LocalDate | null; readonly notYetCertain?: true };
  /** Counted anew by today's calendar; null where it is not counted in working days. */
  readonly counted: CountedDay | null;
}

const ofTheRound = (matter: Matter, context: Counting): Counted[] => {
  const round = currentRound(matter);
  const stage = stageOfRound(round, context.protocols);
  const { number, receipt } = round;
  const dates: Counted[] = [];
  if (hasTime(answerDate(round, matter), context.now)) {
    const counted = answerDateByCounting(round, stage, context.calendar);
    dates.push({ named: { deadline: 'answer', round: number }, set: deadlineOf(round), counted });
  }
  if (receipt !== null && hasTime(receiptDate(round, matter), context.now)) {
    const counted = receiptDateByCounting(round, receipt, stage, context);
    dates.push({ named: { deadline: 'receipt', round: number }, set: receipt, counted });
  }
  return dates;
};

const ofTheTotalCap = (matter: Matter, context: Counting): Counted[] =>
  matter.totalCap === null || hasCome(matter.totalCap.dueAt, context.now)
    ? []
    : [{ named: { deadline: 'total-cap' }, set: matter.totalCap, counted: totalCapByCounting(matter, context) }];

/**
 * The date moves by a recorded event that shows the date before, the date after and why. One that stays and is certain from now on
 * goes on record as such, and nobody is told. A date that stays as it was gives nothing, so the same holiday may be announced twice.
 *
 * @throws Refusal `program-only`
 */
export const moveDeadlineForHoliday = (
  act: MoveDeadlineForHoliday,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  mustBeTheProgram(context);
  mustSay(act.reason, 'which holiday was announced');
  const due = deadlinesToMove(state, context).find(({ named }) => isSame(named, act));
  return due === undefined || state.status !== 'open' ? [] : [movedTo(due, act.reason, state.matter)];
};

const isSame = (one: MovableDeadline, other: MovableDeadline): boolean =>
  one.deadline === 'total-cap' || other.deadline === 'total-cap'
    ? one.deadline === other.deadline
    : one.deadline === other.deadline && one.round === other.round;

const movedTo = ({ named, from, to, certain }: DeadlineToMove, reason: string, matter: Matter): DisputeEvent => {
  const moves = isPutOff(from, to);
  const anew = {
    ...(moves ? { dueOn: to, dueAt: endOfDay(to), moved: { from, reason } } : {}),
    ...certainty(certain),
  };
  switch (named.deadline) {
    case 'answer': {
      const why = moves ? 'holiday-announced' : 'bank-holidays-known';
      return { type: 'AnswerDeadlineSet', data: { ...unmarked(deadlineOf(currentRound(matter))), why, ...anew } };
    }
    case 'receipt':
      return { type: 'ReceiptDeadlineSet', data: { ...unmoved(currentRound(matter).receipt!), ...anew } };
    case 'total-cap':
      return { type: 'TotalCapSet', data: { ...unmoved(matter.totalCap!), ...anew } };
  }
};

const unmarked = <Set extends { notYetCertain?: true }>({
  notYetCertain: _,
  ...set
}: Set): Omit<Set, 'notYetCertain'> => set;

/** An event says of its own move only, for people are told of it. */
const unmoved = <Set extends { notYetCertain?: true; moved?: DateMoved }>({
  notYetCertain: _,
  moved: __,
  ...set
}: Set): Omit<Set, 'notYetCertain' | 'moved'> => set;

export const moveDeadlineForHolidayAct = disputeAct({
  type: 'move-deadline-for-holiday',
  decide: moveDeadlineForHoliday,
  route: null,
  events: {},
});
