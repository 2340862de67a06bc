import type { Instant } from '../calendar/calendar.js';
import { endOfDay, isLocalDate } from '../calendar/dates.js';
import type { Stage } from '../protocol/protocol.js';
import {
  type AgreedAction,
  currentRound,
  isPaused,
  type Matter,
  type NextLook,
  type Round,
  type TakenToAgencyOnRecord,
} from './dispute.js';
import { isAnswered } from './standing.js';

/*
 * Which dates were missed: by whatever had happened when the date came, not by when somebody looks. Each function gives the moment
 * that passed, or null where the date was met, is still ahead, or was never set. What is missed stays missed.
 */

/** A round's answer: missed where it had not come, and the round was still running, at the moment it was due. */
export const answerMissedAt = (round: Round, stage: Stage, now: Instant): Instant | null => {
  if (stage.needs === 'report-only' || isPaused(round)) return null;
  return missed(round.deadline?.dueAt ?? null, [answeredAt(round, stage), round.overAt], now);
};

/** Receipt of a round: an answer says as much. */
export const receiptMissedAt = (round: Round, now: Instant): Instant | null =>
  missed(round.receipt?.dueAt ?? null, [round.acknowledgedAt, round.answers[0]?.answeredAt ?? null, round.overAt], now);

/** The end of the day by which an action was to be done; null where the words agreed are not a date. */
export const actionDueAt = ({ by }: Pick<AgreedAction, 'by'>): Instant | null =>
  isLocalDate(by) ? endOfDay(by) : null;

export const actionMissedAt = (action: AgreedAction, now: Instant): Instant | null => {
  const done = action.doneOn === null ? null : endOfDay(action.doneOn);
  const dueAt = actionDueAt(action);
  const inTime = done !== null && dueAt !== null && done <= dueAt;
  return inTime ? null : missed(dueAt, [], now);
};

/** Another agency's reply, where a date was set for it. */
export const agencyReplyMissedAt = (
  { dueOn, repliedOn }: Pick<TakenToAgencyOnRecord, 'dueOn' | 'repliedOn'>,
  now: Instant,
): Instant | null => {
  const inTime = dueOn !== null && repliedOn !== null && repliedOn <= dueOn;
  return inTime ? null : missed(dueOn === null ? null : endOfDay(dueOn), [], now);
};

/** The day on which a meeting was to look again. */
export const nextLookMissedAt = ({ on, doneAt }: NextLook, now: Instant): Instant | null =>
  missed(endOfDay(on), [doneAt], now);

/**
 * The limit runs from formal raising to the last answer (domain brief 5.4): it is missed where an answer came after it, or was
 * still to come when it ended.
 */
export const totalCapMissedAt = (matter: Matter, stage: Stage, now: Instant): Instant | null => {
  const dueAt = matter.totalCap?.dueAt ?? null;
  if (dueAt === null) return null;
  const round = currentRound(matter);
  const answeredAfter = matter.rounds.some(({ answers }) => answers.some((answer) => answer.answeredAt >= dueAt));
  if (answeredAfter) return dueAt;
  return isAnswered(round, stage) ? null : missed(dueAt, [round.overAt], now);
};

/** @param ends what would have met or ended it, if it came */
const missed = (dueAt: Instant | null, ends: readonly (Instant | null)[], now: Instant): Instant | null => {
  if (dueAt === null) return null;
  return [...ends, now].every((end) => end === null || end >= dueAt) ? dueAt : null;
};

/** The moment at which a round had its whole answer; null until it has. */
const answeredAt = (round: Round, stage: Stage): Instant | null => {
  if (!isAnswered(round, stage)) return null;
  if (stage.answeredBy === 'any') return round.answers[0]!.answeredAt;
  const first = round.addressee.posts.map((post) => round.answers.find(({ role }) => role === post)!.answeredAt);
  return first.reduce((latest, each) => (each > latest ? each : latest));
};
