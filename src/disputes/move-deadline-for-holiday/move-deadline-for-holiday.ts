import type { LocalDate } from '../../calendar/calendar.js';
import { endOfDay } from '../../calendar/dates.js';
import type { MovableDeadline, MoveDeadlineForHoliday } from '../acts.js';
import { answerDateByCounting, deadlineOf, receiptDateByCounting, totalCapByCounting } from '../clock.js';
import type { DisputeContext } from '../context.js';
import { currentRound, type DisputeState, isOverdue, type Matter, type Round } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { mustBeTheProgram, mustSay } from '../rules.js';
import { isAnswered, stageOfRound } from '../standing.js';

/** A date counted in working days, which today's calendar makes later than it was when it was set. */
export interface DeadlineToMove {
  readonly named: MovableDeadline;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

type Counting = Pick<DisputeContext, 'protocols' | 'calendar' | 'now'>;

/**
 * Which dates still ahead a newly announced holiday moves: those counted in working days. A date that people agreed on stays where
 * it is, and one that has passed has passed.
 */
export const deadlinesToMove = (state: DisputeState, context: Counting): DeadlineToMove[] => {
  if (state.status !== 'open') return [];
  const { matter } = state;
  return [...ofTheRound(currentRound(matter), context), ...ofTheTotalCap(matter, context)].flatMap(
    ({ named, from, to }) => (from !== null && to !== null && to > from ? [{ named, from, to }] : []),
  );
};

interface Counted {
  readonly named: MovableDeadline;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

const ofTheRound = (round: Round, context: Counting): Counted[] => {
  const stage = stageOfRound(round, context.protocols);
  const { number, receipt } = round;
  if (isAnswered(round, stage)) return [];
  const dates: Counted[] = [];
  if (!isOverdue(round, context.now)) {
    const to = answerDateByCounting(round, stage, context.calendar);
    dates.push({ named: { deadline: 'answer', round: number }, from: deadlineOf(round).dueOn, to });
  }
  if (receipt !== null && round.acknowledgedAt === null && round.answers.length === 0 && context.now < receipt.dueAt) {
    const to = receiptDateByCounting(round, receipt, stage, context);
    dates.push({ named: { deadline: 'receipt', round: number }, from: receipt.dueOn, to });
  }
  return dates;
};

const ofTheTotalCap = (matter: Matter, context: Counting): Counted[] =>
  matter.totalCap === null || context.now >= matter.totalCap.dueAt
    ? []
    : [{ named: { deadline: 'total-cap' }, from: matter.totalCap.dueOn, to: totalCapByCounting(matter, context) }];

/**
 * The date moves by a recorded event that shows the date before, the date after and why. A date that stays gives nothing, so the
 * same holiday may be announced twice.
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

const movedTo = ({ named, from, to }: DeadlineToMove, reason: string, matter: Matter): DisputeEvent => {
  const moved = { dueOn: to, dueAt: endOfDay(to), moved: { from, reason } };
  switch (named.deadline) {
    case 'answer':
      return {
        type: 'AnswerDeadlineSet',
        data: { ...deadlineOf(currentRound(matter)), why: 'holiday-announced', ...moved },
      };
    case 'receipt':
      return { type: 'ReceiptDeadlineSet', data: { ...currentRound(matter).receipt!, ...moved } };
    case 'total-cap':
      return { type: 'TotalCapSet', data: { ...matter.totalCap!, ...moved } };
  }
};
