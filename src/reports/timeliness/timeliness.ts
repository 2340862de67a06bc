import { IN_TIME, IN_TIME_BY_FIRST_DATE } from '../../../projections/answers/answers-due.js';
import { dateAsJson, totalCapColumns } from '../../../projections/deadlines/date-columns.js';
import { limitFrom } from '../../disputes/time/due.js';
import { type DateGiven, missedAt } from '../../disputes/time/late.js';
import { teamNameOn } from '../../../projections/names.js';
import type { FinancialYear, LocalDate, Quarter } from '../../calendar/calendar.js';
import { startOfDay } from '../../calendar/dates.js';
import { Refusal } from '../../platform/decider.js';
import { MAIN_LADDER, type ProtocolBook } from '../../protocol/protocol.js';
import type { OverBy } from '../../../projections/answers/answers.js';
import { fromAnswersDue, FROM_ROUNDS_OVER_BEFORE_DUE } from '../answers-due.js';
import type { Reading } from '../../reading/reading.js';
import { lacks, NOT_COLLECTED } from '../coverage.js';
import { type EmptyLine, linesOf } from './lines.js';
import {
  ALPHABET,
  type Counted,
  countedOf,
  groupedBy,
  type Shared,
  sharedAmong,
  type SharedOf,
  sharedOf,
  yearAsked,
  type YearKept,
  yearKept,
} from '../yearly.js';

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

/** Figures of answers that have some dimensions in common. */
export interface TimelinessFigure {
  readonly dimensions: { readonly [Dimension in TimelinessDimension]?: string | number | null };
  /** Answers given, and answers whose first date passed without one. Null: the note says why. */
  readonly due: number | null;
  /** By the date that the protocol gave, whatever extension came later. */
  readonly inTimeByFirstDate: Shared | null;
  /** Answers given, and answers whose date in force passed without one: its own whole, for an extended date may be to come. */
  readonly dueByDateInForce: number | null;
  /** By the date in force, extensions and earlier dates included. */
  readonly inTime: Shared | null;
  /** Null: not collected. */
  readonly extended: number | null;
  /** Working days from the day the clock began to the answer, of those answered; a half where two stand in the middle. */
  readonly medianDays: number | null;
  /** Rounds beside those that were due, null where nobody recorded them: sent back down the ladder before an answer was due. */
  readonly sentBack: Counted | null;
  /** Replaced by a round with the clock of another level, before an answer was due. */
  readonly replaced: Counted | null;
  /** Passed on to another team with a new clock, before an answer was due. */
  readonly passedOn: Counted | null;
  /** Taken up the ladder, or over with the dispute, before an answer was due. */
  readonly overOtherwise: Counted | null;
  /** The reason why nothing is known: "not collected", "not begun", "not covered"; or what must be known of the line. */
  readonly note: string | null;
  /** The records behind the figures that are numbers alone. */
  readonly behind: BehindNumbers;
}

/** Of the answers due, of those due by the date in force, and of those that were given more time: the records, one for each answer. */
export interface BehindNumbers {
  readonly due: Counted;
  readonly dueByDateInForce: Counted;
  readonly extended: Counted;
}

/** A formal dispute, and whether its formal stages have taken longer together than they may. */
export interface Total {
  readonly reference: string;
  readonly isOver: boolean;
}

export interface Timeliness {
  readonly year: FinancialYear;
  readonly by: readonly TimelinessDimension[];
  /** Null where nobody kept a register. */
  readonly counted: TimelinessCounted | null;
  readonly notes: readonly string[];
}

export interface TimelinessCounted {
  readonly figures: readonly TimelinessFigure[];
  /** All of them together, so that the figures can be added up. */
  readonly all: TimelinessFigure;
  /** Formal disputes whose stages together took more than the total allowed, of all whose total is known. Null: not collected. */
  readonly overTotal: SharedOf | null;
}

/**
 * How fast the disputes of a year were answered (domain brief, section 8). Counted by the date raised, under the team of that day, as
 * the annual report counts; voided left out, withdrawn included.
 * @throws Refusal `not-a-financial-year`
 */
export const timeliness = (year: string, by: readonly TimelinessDimension[], reading: Reading): Timeliness => {
  const asked = yearAsked(year);
  const kept = yearKept(asked, reading);
  const ways = withLadders(by, kept);
  return {
    year: asked,
    by: ways,
    counted: kept.isKept ? counted(asked, ways, kept, reading) : null,
    notes: kept.notes,
  };
};

/** If there are several ladders, stages are counted by ladder too: stage 1 of one is another stage than stage 1 of the next. */
const withLadders = (by: readonly TimelinessDimension[], { ladders }: YearKept): readonly TimelinessDimension[] =>
  ladders.length > 1 && !by.includes('ladder')
    ? by.flatMap((dimension) => (dimension === 'stage' ? (['ladder', 'stage'] as const) : [dimension]))
    : by;

const counted = (
  year: FinancialYear,
  by: readonly TimelinessDimension[],
  kept: YearKept,
  reading: Reading,
): TimelinessCounted => {
  const rounds = [...answersDue(year, reading), ...roundsOver(year, reading)];
  const unknown = unknownIn(year, reading);
  const totals = formalTotals(year, reading);
  const over = totals.filter(({ isOver }) => isOver);
  const places: readonly Place[] = [
    ...rounds,
    ...unknown,
    ...linesOf(
      year,
      by,
      kept,
      rounds.some(({ stage }) => stage === null),
      reading,
    ),
  ];
  return {
    figures: groupedBy(places, (place) => by.map((dimension) => place[dimension] ?? null))
      .map((group) => lineOf(group, by, kept))
      .sort(inOrderOf(by)),
    all: lineOf([...rounds, ...unknown], [], kept),
    overTotal: kept.lacks('formal', 'answer date') ? null : sharedAmong(over, totals.length),
  };
};

/** The parts of a line: rounds that were due or over, disputes of which nobody knows, and nothing but the place of the line itself. */
type Place = AnswerDue | RoundOver | DisputeUnknown | EmptyLine;

const lineOf = (places: readonly Place[], by: readonly TimelinessDimension[], kept: YearKept): TimelinessFigure => {
  const rounds = places.filter((place): place is AnswerDue | RoundOver => 'round' in place);
  const dimensions = Object.fromEntries(by.map((dimension) => [dimension, places[0]?.[dimension] ?? null]));
  const figure = { ...figureOf(rounds, by, kept.isLive), dimensions };
  if (places.some((place) => 'isUnknown' in place)) return withoutNumbers(figure, NOT_COLLECTED);
  const why = places.flatMap((place) => ('why' in place ? (place.why ?? []) : []))[0];
  if (why === undefined) return figure;
  return rounds.length === 0 ? withoutNumbers(figure, why) : { ...figure, note: why };
};

const withoutNumbers = (figure: TimelinessFigure, note: string): TimelinessFigure => ({
  ...figure,
  due: null,
  inTimeByFirstDate: null,
  dueByDateInForce: null,
  inTime: null,
  extended: null,
  medianDays: null,
  note,
});

/** @param isLive whether extensions and rounds that were over were written down at all: no register has them */
export const figureOf = (
  rounds: readonly (AnswerDue | RoundOver)[],
  by: readonly TimelinessDimension[],
  isLive: boolean,
): TimelinessFigure => {
  const answers = rounds.filter((round): round is AnswerDue => !('overBy' in round));
  const overBy = (...ways: OverBy[]): Counted | null =>
    isLive ? countedOf(rounds.filter((round) => 'overBy' in round && ways.includes(round.overBy))) : null;
  const dueInForce = answers.filter(({ inTime }) => inTime !== null);
  return {
    dimensions: Object.fromEntries(by.map((dimension) => [dimension, rounds[0]?.[dimension] ?? null])),
    due: answers.length,
    inTimeByFirstDate: sharedOf(
      answers.filter(({ inTimeByFirstDate }) => inTimeByFirstDate),
      answers.length,
    ),
    dueByDateInForce: dueInForce.length,
    inTime: sharedOf(
      dueInForce.filter(({ inTime }) => inTime),
      dueInForce.length,
    ),
    extended: isLive ? answers.filter(({ extended }) => extended).length : null,
    medianDays: medianOf(answers.flatMap(({ workingDays: days }) => days ?? [])),
    sentBack: overBy('sent-back'),
    replaced: overBy('replaced'),
    passedOn: overBy('passed-on'),
    overOtherwise: overBy('taken-up', 'ended'),
    note: null,
    behind: {
      due: countedOf(answers),
      dueByDateInForce: countedOf(dueInForce),
      extended: countedOf(answers.filter(({ extended }) => extended)),
    },
  };
};

/** How fast the disputes of a year were answered by one team, by the quarter in which they were raised. */
export const answeredByQuarter = (
  year: FinancialYear,
  team: string,
  reading: Reading,
): ReadonlyMap<Quarter, TimelinessFigure> => {
  const kept = yearKept(year, reading);
  const theirs = [...answersDue(year, reading), ...roundsOver(year, reading)].filter((round) => round.teamId === team);
  const unknown = unknownIn(year, reading).filter((dispute) => dispute.teamId === team);
  const places: readonly Place[] = [...theirs, ...unknown];
  return new Map(
    groupedBy(places, ({ quarter }) => quarter).map((group) => [group[0]!.quarter!, lineOf(group, ['quarter'], kept)]),
  );
};

export const medianOf = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
};

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

/** Of the teams of siblings each answers for itself; else it is the team that the dispute is counted under. */
const TEAM_OF_THE_ANSWER = `coalesce(nullif(answer.team, ''), dispute.team)`;

export const answersDue = (year: FinancialYear, { readModels, calendar, now }: Reading): AnswerDue[] =>
  readModels
    .all<AnswerRow>(
      `SELECT dispute.reference, answer.round, dispute.kind, answer.ladder, ${STAGE} AS stage, answer.level, dispute.quarter,
              ${teamNameOn(TEAM_OF_THE_ANSWER, 'dispute.raised_on')} AS team, ${TEAM_OF_THE_ANSWER} AS teamId, answer.began_on AS beganOn,
              answer.answered_on AS answeredOn, ${IN_TIME_BY_FIRST_DATE} AS first, ${IN_TIME} AS inForce, answer.extended
       ${fromAnswersDue()} ORDER BY dispute.raised_on, dispute.reference, answer.round, answer.team`,
      { year, now },
    )
    .map(({ beganOn, first, inForce, extended, ...answer }) => ({
      ...answer,
      inTimeByFirstDate: first === 1,
      inTime: inForce === null ? null : inForce === 1,
      extended: extended === 1,
      workingDays: answer.answeredOn === null ? null : calendar.workingDaysBetween(beganOn, answer.answeredOn),
    }));

/** Each round of a clock counts: one that is over before its date had come stands beside those in which an answer was due. */
export const roundsOver = (
  year: FinancialYear,
  { readModels, now }: Pick<Reading, 'readModels' | 'now'>,
): RoundOver[] =>
  readModels.all<RoundOver>(
    `SELECT dispute.reference, answer.round, dispute.kind, answer.ladder, answer.stage, answer.level, dispute.quarter,
            ${teamNameOn(TEAM_OF_THE_ANSWER, 'dispute.raised_on')} AS team, ${TEAM_OF_THE_ANSWER} AS teamId, answer.over_by AS overBy
     ${FROM_ROUNDS_OVER_BEFORE_DUE} ORDER BY dispute.raised_on, dispute.reference, answer.round, answer.team`,
    { year, now },
  );

/** A dispute whose register has no column for the day on which its answer was due, or came. */
type DisputeUnknown = Pick<AnswerDue, 'reference' | 'teamId' | TimelinessDimension> & { readonly isUnknown: true };

const unknownIn = (year: FinancialYear, { readModels }: Pick<Reading, 'readModels'>): DisputeUnknown[] =>
  readModels
    .all<Omit<DisputeUnknown, 'isUnknown'>>(
      `SELECT dispute.reference, dispute.kind, dispute.ladder, dispute.level, CASE WHEN dispute.kind = 'informal' THEN 0 WHEN dispute.stage = 1 AND NOT ${lacks('stage')} THEN 1 END AS stage,
              dispute.quarter, ${teamNameOn('dispute.team', 'dispute.raised_on')} AS team, dispute.team AS teamId
         FROM dispute_register AS dispute
        WHERE dispute.year = :year AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'
          AND (${lacks('answer due')} OR ${lacks('answer date')})`,
      { year },
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
              (SELECT max(answered_on) FROM answers WHERE answers.reference = dispute.reference) AS lastAnswer
       FROM dispute_register AS dispute
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

/** Stages upwards, quarters in turn, teams A to Z: nobody is ranked by a figure. An unknown value comes last. */
const inOrderOf =
  (by: readonly TimelinessDimension[]) =>
  (a: TimelinessFigure, b: TimelinessFigure): number => {
    for (const dimension of by) {
      const [left, right] = [a.dimensions[dimension] ?? null, b.dimensions[dimension] ?? null];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      if (dimension === 'kind') return left === 'informal' ? -1 : 1;
      if (dimension === 'ladder' && [left, right].includes(MAIN_LADDER)) return left === MAIN_LADDER ? -1 : 1;
      return ALPHABET.compare(String(left), String(right));
    }
    return 0;
  };
