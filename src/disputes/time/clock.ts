import type { CountedDay, LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { endOfDay, startOfDay } from '../../calendar/dates.js';
import { certainty, type CountedFrom, deadlineFor, receiptDeadlineFor, totalCapFor } from '../../protocol/deadline.js';
import { ladderOf } from '../../protocol/ladder.js';
import { isOutside } from '../../protocol/own-posts.js';
import type { Protocol, Stage } from '../../protocol/protocol.js';
import type { DisputeContext } from '../context.js';
import type { Matter, Round } from '../dispute.js';
import { workingDaysPaused } from './pauses.js';
import type { AnswerDeadlineSet, DisputeEvent, DisputeKind, ReceiptDeadlineSet } from '../events.js';
import { kindAt } from '../kind.js';
import { invalid } from '../rules.js';

type DeadlineEvent = Extract<DisputeEvent, { type: 'AnswerDeadlineSet' }>;

/**
 * The clocks of a round that begins now: for the answer, and for word that it has been received where the protocol asks for that.
 *
 * @throws Refusal `meeting-not-needed` for the day of a meeting that does not time the stage
 */
export const clocksStarted = (
  why: AnswerDeadlineSet['why'],
  round: number,
  protocolVersion: number,
  stage: Stage,
  meetingOn: LocalDate | null,
  context: DisputeContext,
  counted?: CountedFrom,
): readonly [DeadlineEvent, ...DisputeEvent[]] => {
  if (meetingOn !== null && stage.clock.unit !== 'meeting') {
    invalid('meeting-not-needed', 'This stage is not timed by a meeting. Leave the date of the meeting out.');
  }
  return [
    clockStarted(why, round, protocolVersion, stage, meetingOn, context, counted),
    ...receiptClockStarted(round, protocolVersion, stage, context),
  ];
};

const receiptClockStarted = (
  round: number,
  protocolVersion: number,
  stage: Stage,
  { protocols, calendar, now, today }: DisputeContext,
): DisputeEvent[] => {
  const { protocol } = protocols.version(protocolVersion);
  // Nobody outside of the council signs in to say that it has arrived.
  const isSaid = stage.needs !== 'report-only' && !stage.addressees.every(isOutside);
  const due = !isSaid ? null : receiptDeadlineFor(protocol, stage, now, calendar);
  return due === null ? [] : [{ type: 'ReceiptDeadlineSet', data: { round, startedOn: today, ...due } }];
};

/** The limit over all stages, from the day it is raised formally (Handbook 6.2): today, unless a register has it from before. */
export const totalCapStarted = (
  kind: DisputeKind,
  protocol: Protocol,
  { calendar, today }: DisputeContext,
  startedOn = today,
): DisputeEvent[] => {
  const due = totalCapFor(protocol, kind, startedOn, calendar);
  return due === null ? [] : [{ type: 'TotalCapSet', data: { startedOn, ...due } }];
};

/** The same of a dispute that goes up from stages that do not count as formal to one that does: it runs from that day. */
export const totalCapBegun = (
  matter: Matter,
  protocolVersion: number,
  stage: Stage,
  context: DisputeContext,
): DisputeEvent[] => {
  const isFormalNow = matter.kind === 'informal' && kindAt(stage) === 'formal';
  if (!isFormalNow || matter.totalCap !== null) return [];
  return totalCapStarted('formal', context.protocols.version(protocolVersion).protocol, context);
};

/**
 * Starts the clock of a round now, by the rules of its stage; day 0 is today (domain brief, section 5). A stage timed by a meeting
 * takes the day that is given by hand, else that of the next meeting there is.
 *
 * @param counted from another day, or for another time than that of the stage (counted-from.ts)
 */
export const clockStarted = (
  why: AnswerDeadlineSet['why'],
  round: number,
  protocolVersion: number,
  stage: Stage,
  meetingOn: LocalDate | null,
  { calendar, now, today, nextMeetingFor }: DisputeContext,
  counted?: CountedFrom,
): DeadlineEvent => ({
  type: 'AnswerDeadlineSet',
  data: {
    round,
    ladder: ladderOf(stage),
    stage: stage.number,
    needs: stage.needs,
    protocolVersion,
    why,
    startedOn: today,
    ...deadlineFor(stage, now, calendar, meetingOn ?? nextMeetingFor?.(stage) ?? null, counted),
    ...(counted === undefined ? {} : { counted }),
  },
});

/**
 * Another date for the round that runs. The first date stays beside it for ever.
 * @param certain false for a date that was counted over a year whose bank holidays are not known; one that people agreed on is certain
 */
export const clockMoved = (
  why: AnswerDeadlineSet['why'],
  { notYetCertain: _, ...deadline }: AnswerDeadlineSet,
  dueOn: LocalDate,
  certain = true,
): DeadlineEvent => ({
  type: 'AnswerDeadlineSet',
  data: {
    ...deadline,
    firstDueOn: deadline.firstDueOn ?? dueOn,
    why,
    dueOn,
    dueAt: endOfDay(dueOn),
    ...certainty(certain),
  },
});

/** No date is set any more for the round that runs, nor a first one: what it waited for is not held for it. */
export const clockWithoutDate = (
  why: AnswerDeadlineSet['why'],
  { notYetCertain: _, ...deadline }: AnswerDeadlineSet,
): DeadlineEvent => ({
  type: 'AnswerDeadlineSet',
  data: { ...deadline, why, firstDueOn: null, dueOn: null, dueAt: null },
});

/*
 * The date as it would be counted today, from the same first day: later than the one set, if a holiday was announced since.
 * Null if it is not counted in working days, or people have agreed on another.
 */

export const answerDateByCounting = (round: Round, stage: Stage, calendar: WorkingCalendar): CountedDay | null => {
  if (stage.clock.unit !== 'working-days' || round.dateIsAgreed) return null;
  const { startedOn, counted } = deadlineOf(round);
  const { dueOn, notYetCertain } = deadlineFor(stage, startOfDay(startedOn), calendar, null, counted);
  if (dueOn === null) return null;
  const { day, certain } = calendar.addWorkingDays(dueOn, workingDaysPaused(round.pauses, calendar));
  return { day, certain: certain && notYetCertain !== true };
};

const countedDay = (due: { readonly dueOn: LocalDate; readonly notYetCertain?: true } | null): CountedDay | null =>
  due && { day: due.dueOn, certain: due.notYetCertain !== true };

export const receiptDateByCounting = (
  round: Round,
  { startedOn }: ReceiptDeadlineSet,
  stage: Stage,
  { protocols, calendar }: Pick<DisputeContext, 'protocols' | 'calendar'>,
): CountedDay | null => {
  const { protocol } = protocols.version(round.protocolVersion);
  if (protocol.receiptClock.unit !== 'working-days') return null;
  return countedDay(receiptDeadlineFor(protocol, stage, startOfDay(startedOn), calendar));
};

export const totalCapByCounting = (
  matter: Matter,
  { protocols, calendar }: Pick<DisputeContext, 'protocols' | 'calendar'>,
): CountedDay | null => {
  const { startedOn } = matter.totalCap!;
  const begun = matter.rounds.findLast((round) => deadlineOf(round).startedOn <= startedOn) ?? matter.rounds[0]!;
  const { protocol } = protocols.version(begun.protocolVersion);
  return countedDay(totalCapFor(protocol, matter.kind, startedOn, calendar));
};

/** The deadline of a round; every round has one from the command that began it. */
export const deadlineOf = (round: Round): AnswerDeadlineSet => round.deadline!;
