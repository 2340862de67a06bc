import type { Instant } from '../calendar/calendar.js';
import type { DeadlineNamed } from '../disputes/time/deadline-named.js';
import type { DisputeAct } from '../disputes/acts/all-acts.js';
import type { DisputeContext } from '../disputes/context.js';
import { currentRound, type DisputeState, isFrozen } from '../disputes/dispute.js';
import type { AnswerDeadlinePassed, DisputeEvent } from '../disputes/events.js';
import { deadlinesToMove } from '../disputes/acts/move-deadline-for-holiday/move-deadline-for-holiday.js';
import { answerDate } from '../disputes/time/dates.js';
import { datesOf, partOf } from '../disputes/time/every-date.js';
import { hasCome, isLate, missedAt } from '../disputes/time/late.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import { derivedId } from '../platform/ids.js';
import type { Alarm } from '../platform/jobs/alarm-clock.js';

/*
 * The process manager of time, as pure as a decider: from what has happened to a dispute it says which alarms are wanted and, when
 * one rings, what the program does by itself. It keeps nothing: the same history gives the same answer, before a crash and after.
 */

/** A date that is still to come or to be put on record. */
export type Deadline = DeadlineNamed & { readonly dueAt: Instant };

/** An act of the program itself, which is done once. */
export interface Step {
  readonly act: DisputeAct;
  /** From the event that gave rise to it, so that doing it again does nothing. */
  readonly commandId: string;
  readonly causationId: string;
  readonly correlationId: string;
  readonly occurredAt: Instant;
}

/** An open dispute's history, and the state it comes to. */
export interface History {
  readonly events: readonly RecordedEvent[];
  readonly state: DisputeState;
}

type Rules = Pick<DisputeContext, 'protocols' | 'calendar' | 'now'>;

const MANAGER = 'deadlines';

/** Later than every date: who asks for what will be missed by then asks for every date that is still open. */
const END_OF_TIME: Instant = '9999-12-31T23:59:59.999Z';

/** Every date of a dispute that was neither met in time nor is on record as passed. The soonest first; none while it is frozen. */
export const openDeadlines = (state: DisputeState): Deadline[] => {
  if ((state.status !== 'open' && state.status !== 'ended') || isFrozen(state.matter)) return [];
  return datesOf(state)
    .flatMap(({ named, date, onRecord }): Deadline[] => {
      const dueAt = onRecord ? null : missedAt(date, END_OF_TIME);
      return dueAt === null ? [] : [{ ...named, dueAt }];
    })
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
};

/** The alarms wanted for a dispute as it stands. One that has rung is asked for no more. */
export const alarmsFor = (reference: string, state: DisputeState, { now }: Pick<Rules, 'now'>): Alarm[] =>
  openDeadlines(state)
    .filter(({ dueAt }) => !hasCome(dueAt, now))
    .map((deadline) => alarmFor(reference, deadline.deadline, partOf(deadline), deadline.dueAt));

/** A moved date is another alarm: the id says whose, which, and when. */
export const alarmFor = (reference: string, deadline: string, part: string, dueAt: Instant): Alarm => ({
  id: [reference, deadline, part, dueAt.replace(/\D/g, '')].join('.'),
  at: dueAt,
});

export const referenceOfAlarm = (id: string): string => id.slice(0, id.indexOf('.'));

/**
 * The acts of the program that are due now, in the order in which they became due: dates that have passed go on record, silence is answered as the
 * protocol says, and dates that a newly announced holiday makes later are moved.
 *
 * @param announced the event by which the council last set the days on which it is closed, if it ever did
 */
export const stepsDue = (history: History, rules: Rules, announced: RecordedEvent | undefined): Step[] => {
  const { events, state } = history;
  if ('matter' in state && isFrozen(state.matter)) return [];
  const steps = [
    ...moves(history, rules, announced),
    ...openDeadlines(state)
      .filter(({ dueAt }) => hasCome(dueAt, rules.now))
      .flatMap((deadline) => marking(events, deadline)),
    ...answersToSilence(history, rules),
  ];
  const predecessor = events.at(-1)?.metadata.occurredAt ?? '';
  return steps
    .sort((a, b) => a.occurredAt.localeCompare(b.occurredAt))
    .map((each) => ({ ...each, occurredAt: each.occurredAt < predecessor ? predecessor : each.occurredAt }));
};

/** Recorded with the moment it passed, however late somebody noticed. */
const marking = (events: readonly RecordedEvent[], { dueAt, ...named }: Deadline): Step[] => {
  const cause = settingEventOf(events, named);
  return cause === undefined ? [] : [step(cause, { type: 'mark-deadline-passed', ...named }, dueAt)];
};

/**
 * A holiday moves what was still ahead when it was announced, whenever the program gets to hear of it. A date that was not yet certain
 * is counted anew once the bank holidays are known, and goes on record as certain also where it stays.
 */
const moves = ({ events, state }: History, rules: Rules, announced: RecordedEvent | undefined): Step[] => {
  const { occurredAt } = announced?.metadata ?? { occurredAt: rules.now };
  const now = occurredAt < rules.now ? occurredAt : rules.now;
  return deadlinesToMove(state, { ...rules, now }).flatMap(({ named, to, certain }) => {
    const cause = settingEventOf(events, named);
    if (cause === undefined) return [];
    const byTheCouncil = announced !== undefined && announced.position > cause.position;
    const wasUncertain = (cause.data as { notYetCertain?: true }).notYetCertain === true;
    const reason =
      wasUncertain && certain
        ? 'The bank holidays of that year are known now; the date was counted without them.'
        : announced?.type === 'ClosingDaysSet' && byTheCouncil
          ? 'The council announced that it is closed on a day in between.'
          : 'A bank holiday was announced after the date had been set.';
    const act = { type: 'move-deadline-for-holiday' as const, ...named, reason };
    return [step(cause, act, byTheCouncil ? now : rules.now, to)];
  });
};

/**
 * A date that is noticed within this time counts as noticed when it passed: the alarm was a little late, and nobody is the worse for it.
 * After a longer absence it counts as done now, so that a person who is asked next has their whole time.
 */
const NOTICED_IN_TIME = 15 * 60 * 1000;

/**
 * After `AnswerDeadlinePassed`: chase once, or go up one stage. At the top of the ladder, and for an informal dispute, the rule of
 * `escalate` refuses, and nothing is done. In every case src/notices/who-is-told.ts tells those who still have to answer, and asks the
 * judges by the notice `no-answer-came`; silence never closes.
 */
const answersToSilence = ({ events, state }: History, { now }: Rules): Step[] => {
  if (state.status !== 'open') return [];
  const round = currentRound(state.matter);
  if (!round.passed.answer || !isLate(answerDate(round, state.matter), now)) return [];
  const passed = lastOf(events, 'AnswerDeadlinePassed', (data) => data.round === round.number);
  if (passed === undefined) return [];
  const { onSilence, dueAt } = passed.data as unknown as AnswerDeadlinePassed;
  const at = Date.parse(now) - Date.parse(dueAt) <= NOTICED_IN_TIME ? dueAt : now;
  switch (onSilence) {
    case 'ask-the-judge':
      return [];
    case 'chase-then-ask':
      return round.chases > 0
        ? []
        : [step(passed, { type: 'chase', how: 'By the program: no answer came by the date' }, at)];
    case 'escalate': {
      const reason = 'No answer came by the date, and the protocol sends that up.';
      return [step(passed, { type: 'escalate', toStage: null, reason, meetingOn: null }, at)];
    }
  }
};

const step = (cause: RecordedEvent, act: DisputeAct, occurredAt: Instant, ...more: string[]): Step => ({
  act,
  commandId: derivedId(cause.id, MANAGER, act.type, ...more),
  causationId: cause.id,
  correlationId: cause.metadata.$correlationId,
  occurredAt,
});

/** The event by which a date was last set; each setting is a new deadline. */
const settingEventOf = (events: readonly RecordedEvent[], named: DeadlineNamed): RecordedEvent | undefined => {
  switch (named.deadline) {
    case 'answer':
      return lastOf(events, 'AnswerDeadlineSet', ({ round }) => round === named.round);
    case 'receipt':
      return lastOf(events, 'ReceiptDeadlineSet', ({ round }) => round === named.round);
    case 'action':
      return lastOf(events, 'ActionAgreed', ({ action }) => action.actionId === named.actionId);
    case 'total-cap':
      return lastOf(events, 'TotalCapSet', () => true);
    case 'agency-reply':
      return events.filter(({ type }) => type === 'TakenToAgency')[named.asked - 1];
    case 'next-look':
      return lastOf(events, 'ChallengeDecisionRecorded', ({ meeting }) => meeting === named.meeting);
  }
};

const lastOf = <Type extends DisputeEvent['type']>(
  events: readonly RecordedEvent[],
  type: Type,
  which: (data: Extract<DisputeEvent, { type: Type }>['data']) => boolean,
): RecordedEvent | undefined => events.findLast((event) => event.type === type && which(event.data as never));
