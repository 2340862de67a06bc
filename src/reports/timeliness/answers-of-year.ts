import { IN_TIME, IN_TIME_BY_FIRST_DATE } from '../../../projections/answers/answers-due.js';
import { ROUND_IS_OF_PART } from '../../../projections/dispute-register/counted-parts.js';
import type { OverBy } from '../../../projections/answers/answers.js';
import { dateAsJson, totalCapColumns } from '../../../projections/deadlines/date-columns.js';
import { teamNameOn } from '../../../projections/names.js';
import type { FinancialYear, LocalDate, Quarter } from '../../calendar/calendar.js';
import { startOfDay } from '../../calendar/dates.js';
import { limitFrom } from '../../disputes/time/due.js';
import { type DateGiven, missedAt } from '../../disputes/time/late.js';
import { Refusal } from '../../platform/decider.js';
import type { ProtocolBook } from '../../protocol/protocol.js';
import type { Reading } from '../../reading/reading.js';
import { fromAnswersDue, FROM_ROUNDS_OVER_BEFORE_DUE } from '../answers-due.js';
import { lacks } from '../coverage.js';

/** The dimensions by which answers can be counted. */
export const TIMELINESS_DIMENSIONS = ['kind', 'ladder', 'stage', 'level', 'team', 'quarter'] as const;
export type TimelinessDimension = (typeof TIMELINESS_DIMENSIONS)[number];

/** An answer that was due in a dispute of the year, one for each round, or for each team where those of siblings must each answer. */
export interface AnswerDue {
  readonly reference: string;
  readonly round: number;
  readonly kind: 'informal' | 'formal';
  /** Code of the ladder of which the stage is one. */
  readonly ladder: string;
  /** 0 for informal; null where a register's row went higher and does not say which stage its answer belongs to. */
  readonly stage: number | null;
  /** Code of the level at which the round began; null where the protocol has none. */
  readonly level: string | null;
  /** As it was called on the day the dispute was raised. */
  readonly team: string;
  /** Id of that team. */
  readonly teamId: string;
  /** In which the dispute was raised. */
  readonly quarter: Quarter;
  readonly answeredOn: LocalDate | null;
  readonly inTimeByFirstDate: boolean;
  /** Against the date in force; null while that date has not come and nobody has answered. */
  readonly inTime: boolean | null;
  readonly extended: boolean;
  /** From the day the clock began to the answer; null without one. */
  readonly workingDays: number | null;
}

/** A round that was over before any answer was due in it, of a dispute of the year. */
export type RoundOver = Pick<AnswerDue, 'reference' | 'round' | 'teamId' | TimelinessDimension> & {
  readonly overBy: OverBy;
};

/** A formal dispute, and whether its formal stages have taken longer together than they may. */
export interface Total {
  readonly reference: string;
  readonly isOver: boolean;
}

/** The answers of a year, whatever they are counted by. */
export interface AnswersOfYear {
  readonly rounds: readonly (AnswerDue | RoundOver)[];
  readonly unknown: readonly DisputeUnknown[];
}

/** @param team whose answers alone; null for those of all teams */
export const answersOf = (year: FinancialYear, reading: Reading, team: string | null = null): AnswersOfYear => ({
  rounds: [...answersDue(year, reading, team), ...roundsOver(year, reading, team)],
  unknown: unknownIn(year, reading, team),
});

interface AnswerRow {
  readonly reference: string;
  readonly round: number;
  readonly kind: AnswerDue['kind'];
  readonly ladder: string;
  readonly stage: number | null;
  readonly level: string | null;
  readonly team: string;
  /** Id of that team. */
  readonly teamId: string;
  readonly quarter: Quarter;
  readonly beganOn: LocalDate;
  readonly answeredOn: LocalDate | null;
  readonly first: number | null;
  readonly inForce: number | null;
  readonly extended: number;
}

/** A register without a column for the stage does not say at which its answer was given. */
const STAGE = `CASE WHEN answer.imported AND dispute.kind = 'formal' AND ${lacks('stage')} THEN NULL ELSE answer.stage END`;

/**
 * Of the teams of siblings each answers for itself, and is counted as the team of the day it was raised; else it is the team that the dispute
 * is counted under.
 */
const TEAM_OF_THE_ANSWER = `coalesce(nullif(answer.counted_team, ''), dispute.team)`;

/** A condition: of the team `:team` alone, or of all of them where that is null. */
const ofTeam = (column: string): string => `(:team IS NULL OR ${column} = :team)`;

const answersDue = (year: FinancialYear, { readModels, calendar, now }: Reading, team: string | null): AnswerDue[] =>
  readModels
    .all<AnswerRow>(
      `SELECT dispute.reference, answer.round, dispute.kind, answer.ladder, ${STAGE} AS stage, answer.level, dispute.quarter,
              ${teamNameOn(TEAM_OF_THE_ANSWER, 'dispute.raised_on')} AS team, ${TEAM_OF_THE_ANSWER} AS teamId, answer.began_on AS beganOn,
              answer.answered_on AS answeredOn, ${IN_TIME_BY_FIRST_DATE} AS first, ${IN_TIME} AS inForce, answer.extended
       ${fromAnswersDue()} AND ${ofTeam(TEAM_OF_THE_ANSWER)}
       ORDER BY dispute.raised_on, dispute.reference, answer.round, answer.team`,
      { year, now, team },
    )
    .map(({ beganOn, first, inForce, extended, ...answer }) => ({
      ...answer,
      inTimeByFirstDate: first === 1,
      inTime: inForce === null ? null : inForce === 1,
      extended: extended === 1,
      workingDays: answer.answeredOn === null ? null : calendar.workingDaysBetween(beganOn, answer.answeredOn),
    }));

/** Each round of a clock counts: one that is over before its date had come stands beside those in which an answer was due. */
const roundsOver = (
  year: FinancialYear,
  { readModels, now }: Pick<Reading, 'readModels' | 'now'>,
  team: string | null,
): RoundOver[] =>
  readModels.all<RoundOver>(
    `SELECT dispute.reference, answer.round, dispute.kind, answer.ladder, answer.stage, answer.level, dispute.quarter,
            ${teamNameOn(TEAM_OF_THE_ANSWER, 'dispute.raised_on')} AS team, ${TEAM_OF_THE_ANSWER} AS teamId, answer.over_by AS overBy
     ${FROM_ROUNDS_OVER_BEFORE_DUE} AND ${ofTeam(TEAM_OF_THE_ANSWER)}
     ORDER BY dispute.raised_on, dispute.reference, answer.round, answer.team`,
    { year, now, team },
  );

/** A dispute whose register has no column for the day on which its answer was due, or came. */
export type DisputeUnknown = Pick<AnswerDue, 'reference' | 'teamId' | TimelinessDimension> & {
  readonly isUnknown: true;
};

const unknownIn = (
  year: FinancialYear,
  { readModels }: Pick<Reading, 'readModels'>,
  team: string | null,
): DisputeUnknown[] =>
  readModels
    .all<Omit<DisputeUnknown, 'isUnknown'>>(
      `SELECT dispute.reference, dispute.kind, dispute.ladder, dispute.level, CASE WHEN dispute.kind = 'informal' THEN 0 WHEN dispute.stage = 1 AND NOT ${lacks('stage')} THEN 1 END AS stage,
              dispute.quarter, ${teamNameOn('dispute.team', 'dispute.raised_on')} AS team, dispute.team AS teamId
         FROM counted_register AS dispute
        WHERE dispute.year = :year AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'
          AND dispute.lacks <> '[]' AND (${lacks('answer due')} OR ${lacks('answer date')}) AND ${ofTeam('dispute.team')}`,
      { year, team },
    )
    .map((dispute) => ({ ...dispute, isUnknown: true }));

interface TotalRow {
  readonly reference: string;
  readonly raisedOn: LocalDate;
  /** The limit on its sheet of dates, as JSON: all null where the protocol sets none, or it came from a register. */
  readonly limit: string;
  /** The last answer, as a register or the record has it. */
  readonly lastAnswer: LocalDate | null;
  readonly waits: number;
}

/**
 * From formal raising to the last answer, or to now while one is awaited (domain brief, section 5.4). Nothing pauses it. Of a dispute
 * without a limit of its own that was never answered and is over, nothing is known.
 */
export const formalTotals = (year: FinancialYear, { readModels, protocols, calendar, now }: Reading): Total[] =>
  readModels
    .all<TotalRow>(
      `SELECT dispute.reference, coalesce(dispute.formal_on, dispute.raised_on) AS raisedOn, ${dateAsJson('date', totalCapColumns('date'))} AS "limit",
              dispute.standing IS 'awaiting-answer' AS waits,
              (SELECT max(answer.answered_on) FROM answers AS answer WHERE answer.reference = dispute.reference AND ${ROUND_IS_OF_PART}) AS lastAnswer
       FROM counted_register AS dispute
       LEFT JOIN deadlines AS date ON date.reference = dispute.reference AND date.deadline = 'total-cap'
       WHERE dispute.year = :year AND dispute.kind = 'formal' AND dispute.status <> 'voided'
       ORDER BY dispute.raised_on, dispute.reference`,
      { year },
    )
    .flatMap(({ reference, raisedOn, limit, lastAnswer, waits }): Total[] => {
      const date = JSON.parse(limit) as DateGiven;
      if (date.dueAt !== null) return [{ reference, isOver: missedAt(date, now) !== null }];
      if (waits === 0 && lastAnswer === null) return [];
      const metAt = waits === 1 ? null : startOfDay(lastAnswer!);
      const counted = { ...limitFrom(raisedOn, totalAllowed(raisedOn, protocols), calendar), metAt };
      return [{ reference, isOver: missedAt(counted, now) !== null }];
    });

/** Working days for all formal stages together, where the council's protocol says nothing else (IRO Handbook 6.2). */
const HANDBOOK_TOTAL = 20;

const totalAllowed = (raisedOn: LocalDate, protocols: ProtocolBook): number => {
  try {
    return protocols.inForceOn(raisedOn).protocol.totalCap?.amount ?? HANDBOOK_TOTAL;
  } catch (error) {
    // A register may go back further than the protocols that were adopted here.
    if (error instanceof Refusal && error.code === 'no-protocol-in-force') return HANDBOOK_TOTAL;
    throw error;
  }
};
