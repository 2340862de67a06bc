import type { Instant, LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { endOfDay } from '../../calendar/dates.js';
import type { Matter, Round } from '../../disputes/dispute.js';
import { countedOnReaching, daysToCountFrom } from '../../disputes/time/counted-from.js';
import { answerDate, totalCapDate } from '../../disputes/time/dates.js';
import { missedAt } from '../../disputes/time/late.js';
import { workingDaysPaused } from '../../disputes/time/pauses.js';
import { stageOfRound } from '../../disputes/time/standing.js';
import { deadlineFor, totalCapFor } from '../../protocol/deadline.js';
import { atLevel, ladderIn, stagesOf } from '../../protocol/ladder.js';
import { MAIN_LADDER, type Protocol, type ProtocolBook, type Stage } from '../../protocol/protocol.js';

/*
 * A year played again under another protocol: every answer, escalation and end on the day on which it came, held against the dates of
 * other rules. The dates are worked out and found late by the functions that do it for the council's own rules.
 */

/** The sentences that the reader of a year played again must know; printed with it. */
export const ASSUMPTIONS: readonly string[] = [
  'People act on the day on which they acted: nobody answers sooner because a date is nearer, or later because it is further.',
  'A stage is held against the stage of the same number on the ladder of the same code, or else on the main one.',
  'Where the other protocol has no such stage, what happened at it did not happen: it is counted as not reached.',
  'A date on which people agreed, such as more time, stands as agreed. So does a date that no rule gives, as that of a meeting.',
  'Where silence sends a dispute up by the other protocol alone, it is taken to have reached the next stage on the day it was late.',
  'Records that were read in from a register have no clocks here and are left out.',
];

/** One dispute as its events have it. */
export interface Played {
  readonly reference: string;
  readonly matter: Matter;
  /** The moment at which each round began, by its number. */
  readonly beganAt: ReadonlyMap<number, Instant>;
}

export interface Rules {
  readonly protocols: ProtocolBook;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** One round, as it was and as it would have been. */
export interface RoundPlayed {
  readonly round: number;
  readonly stage: number;
  readonly wasDueOn: LocalDate | null;
  /** Null where none would be set, or the stage is not there. */
  readonly wouldBeDueOn: LocalDate | null;
  readonly wasLate: boolean;
  readonly wouldBeLate: boolean;
  /** The other protocol has no such stage. */
  readonly isNotThere: boolean;
}

export interface DisputePlayed {
  readonly reference: string;
  readonly rounds: readonly RoundPlayed[];
  /** The highest stage that it reached; 0 where it stayed informal. */
  readonly reached: number;
  readonly wouldReach: number;
  /** Whether it took longer than all stages together may; null where no limit runs. */
  readonly wasOverTotal: boolean | null;
  readonly wouldBeOverTotal: boolean | null;
}

export const playedAgain = (played: Played, other: Protocol, rules: Rules): DisputePlayed => {
  const { reference, matter } = played;
  const { now } = rules;
  const rounds = matter.rounds.map((round) => roundPlayed(round, played, other, rules));
  const cap = totalCapDate(matter);
  const limit = totalCapOf(matter, other, rules);
  return {
    reference,
    rounds: rounds.map(({ wouldGoUpTo: _, ...shown }) => shown),
    reached: Math.max(0, ...rounds.map(({ stage }) => stage)),
    wouldReach: Math.max(
      0,
      ...rounds.map(({ stage, isNotThere, wouldGoUpTo }) => (isNotThere ? 0 : (wouldGoUpTo ?? stage))),
    ),
    wasOverTotal: cap.dueAt === null ? null : missedAt(cap, now) !== null,
    wouldBeOverTotal: limit === null ? null : missedAt({ ...cap, dueAt: limit }, now) !== null,
  };
};

/** @param wouldGoUpTo the stage to which silence would have sent it, that no event of it did */
type RoundAndNext = RoundPlayed & { readonly wouldGoUpTo: number | null };

const roundPlayed = (round: Round, played: Played, other: Protocol, rules: Rules): RoundAndNext => {
  const { matter } = played;
  const date = answerDate(round, matter);
  const wasLate = missedAt(date, rules.now) !== null;
  const was = { round: round.number, stage: round.stage, wasDueOn: round.deadline?.dueOn ?? null, wasLate };
  const rungs = ladderIn(other, round.ladder) ?? ladderIn(other, MAIN_LADDER)!;
  const found = stagesOf(rungs).find(({ number }) => number === round.stage);
  if (found === undefined)
    return { ...was, wouldBeDueOn: null, wouldBeLate: false, isNotThere: true, wouldGoUpTo: null };
  const stage = atLevel(found, other, round.level);
  const due = dueUnder(stage, round, played, rules);
  const wouldBeLate = missedAt({ ...date, dueAt: due.dueAt }, rules.now) !== null;
  const own = stageOfRound(round, rules.protocols);
  const goesUp = isSentUp(stage, wouldBeLate) && !isSentUp(own, wasLate);
  const next = stagesOf(rungs).find(({ number }) => number > round.stage)?.number ?? null;
  return { ...was, wouldBeDueOn: due.dueOn, wouldBeLate, isNotThere: false, wouldGoUpTo: goesUp ? next : null };
};

/** Silence at a stage sends a dispute up by itself. */
const isSentUp = ({ onSilence }: Stage, isLate: boolean): boolean => isLate && onSilence === 'escalate';

interface DueUnder {
  readonly dueOn: LocalDate | null;
  readonly dueAt: Instant | null;
}

/** The date in force in a round by the rules of a stage: the one of the record where people agreed on it, or no rule gives it. */
const dueUnder = (stage: Stage, round: Round, { matter, beganAt }: Played, { calendar }: Rules): DueUnder => {
  const { deadline } = round;
  const onRecord = { dueOn: deadline?.dueOn ?? null, dueAt: deadline?.dueAt ?? null };
  const began = beganAt.get(round.number);
  if (deadline === null || began === undefined || round.dateIsAgreed || stage.clock.unit === 'meeting') return onRecord;
  const counted = countedOnReaching(stage, daysToCountFrom(matter), deadline.startedOn, null);
  const first = deadlineFor(stage, began, calendar, null, counted);
  if (first.dueOn === deadline.firstDueOn) return onRecord;
  const paused = workingDaysPaused(round.pauses, calendar);
  if (first.dueOn === null || paused === 0) return first;
  const dueOn = calendar.addWorkingDays(first.dueOn, paused).day;
  return { dueOn, dueAt: endOfDay(dueOn) };
};

/** The moment by which all stages together are to be over; null where no limit runs. */
const totalCapOf = (matter: Matter, other: Protocol, { calendar }: Rules): Instant | null => {
  const startedOn = matter.totalCap?.startedOn ?? matter.raisedOn;
  const limit = totalCapFor(other, matter.kind, startedOn, calendar);
  if (limit === null) return null;
  return limit.dueOn === matter.totalCap?.dueOn ? matter.totalCap.dueAt : limit.dueAt;
};
