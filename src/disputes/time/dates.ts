import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { endOfDay, isLocalDate, startOfDay } from '../../calendar/dates.js';
import {
  type AgreedAction,
  type AnswerOnRecord,
  currentRound,
  type Ended,
  type Ending,
  isFrozen,
  isPaused,
  type Matter,
  type NextLook,
  type Open,
  type Round,
  type TakenToAgencyOnRecord,
} from '../dispute.js';
import { type DateGiven, earliest, latest } from './late.js';
import { receivedByAnswer } from './receipt.js';

/*
 * Every date that a dispute can have, as its history tells of it: `howItStands` and `missedAt` (late.ts) say the rest.
 *
 * A child's death stops every date that is still in time, until somebody lets the dispute go on; but nothing stops the limit over all
 * stages.
 */

type Freezable = Pick<Matter, 'freeze'>;

/** The whole answer of a round, by the date in force. */
export const answerDate = (round: Round, matter: Freezable): DateGiven => ({
  dueAt: round.deadline?.dueAt ?? null,
  metAt: round.answeredAt,
  overAt: wantedUntil(round),
  stoppedAt: earliest(pausedSince(round), round.frozenAt.answer, frozenSince(matter)),
});

/** The same by the first date: that of the register from which it came, or else the one that the protocol gave, whatever date came later. */
export const firstAnswerDate = (round: Round, matter: Freezable): DateGiven => ({
  ...answerDate(round, matter),
  dueAt: round.registerDueAt ?? round.firstDueAt,
});

/** The date of a round as one post's answer met it; the round may need the answers of others. */
export const ofOneAnswer = (date: DateGiven, { answeredAt }: Pick<AnswerOnRecord, 'answeredAt'>): DateGiven => ({
  ...date,
  metAt: answeredAt,
});

/** Word that a round has reached those asked, of several teams each: an answer says as much. */
export const receiptDate = (round: Round, matter: Freezable): DateGiven => ({
  dueAt: round.receipt?.dueAt ?? null,
  metAt: earliest(round.acknowledgedAt, receivedByAnswer(round.answers)),
  overAt: wantedUntil(round),
  stoppedAt: earliest(round.frozenAt.receipt, frozenSince(matter)),
});

/**
 * The limit over all stages together. It runs from raising to the last answer (domain brief 5.4), and no pause stops it: it is met
 * once every round has its answer or is over, at the moment of the last of them; a stage that only reports upwards is over with the dispute.
 */
export const totalCapDate = (matter: Matter): DateGiven => {
  const waits = matter.rounds.map((round) => earliest(round.answeredAt, wantedUntil(round)));
  const startedAt = matter.totalCap === null ? null : startOfDay(matter.totalCap.startedOn);
  return {
    dueAt: matter.totalCap?.dueAt ?? null,
    metAt: waits.includes(null) ? null : latest(startedAt, ...waits),
    overAt: null,
    stoppedAt: null,
  };
};

/**
 * An agreed action: owed after the dispute has ended, unless all of it was taken back. It has no date if the words are none. An action
 * that was recorded after its date was missed, whatever day is said; only the IRO's confirmation lets the day that is said count.
 */
export const actionDate = (action: DatedAction, of: Open | Ended): DateGiven =>
  action.confirmedInTime && action.doneOn !== null
    ? { ...actionDateAsRecorded(action, of), metAt: startOfDay(action.doneOn) }
    : actionDateAsRecorded(action, of);

type DatedAction = Pick<AgreedAction, 'by' | 'doneOn' | 'recordedAt' | 'confirmedInTime'>;

/** The same by the record alone: a miss that was recorded stays visible beside what the IRO has confirmed. */
export const actionDateAsRecorded = (
  { by, recordedAt }: Pick<AgreedAction, 'by' | 'recordedAt'>,
  of: Open | Ended,
): DateGiven => dayGiven(isLocalDate(by) ? by : null, recordedAt, of);

/** Another agency's reply, where a date was set for it: it came when it went on record. */
export const agencyReplyDate = (
  { dueOn, repliedAt, noReplyAt }: Pick<TakenToAgencyOnRecord, 'dueOn' | 'repliedAt' | 'noReplyAt'>,
  of: Open | Ended,
): DateGiven => {
  const given = dayGiven(dueOn, repliedAt, of);
  return {
    ...given,
    overAt: earliest(given.overAt, noReplyAt),
    stoppedAt: noReplyAt === null ? given.stoppedAt : null,
  };
};

/** The day on which a meeting was to look again. */
export const nextLookDate = ({ on, doneAt }: NextLook, matter: Freezable): DateGiven => ({
  dueAt: endOfDay(on),
  metAt: doneAt,
  overAt: null,
  stoppedAt: doneAt === null ? frozenSince(matter) : null,
});

const dayGiven = (dueOn: LocalDate | null, metAt: Instant | null, of: Open | Ended): DateGiven => ({
  dueAt: dueOn === null ? null : endOfDay(dueOn),
  metAt,
  overAt: takenBackAt(of),
  stoppedAt: metAt === null ? frozenSince(of.matter) : null,
});

const wantedUntil = ({ recalledAt, overAt }: Round): Instant | null => earliest(recalledAt, overAt);

const pausedSince = (round: Round): Instant | null => (isPaused(round) ? round.pauses.at(-1)!.stoppedAt : null);

const frozenSince = (matter: Freezable): Instant | null => (isFrozen(matter) ? matter.freeze!.from : null);

const TAKEN_BACK: readonly Ending[] = ['withdrawn', 'voided'];

const takenBackAt = (of: Open | Ended): Instant | null =>
  of.status === 'ended' && TAKEN_BACK.includes(of.ending) ? currentRound(of.matter).overAt : null;
