import type { FinancialYear, Quarter } from '../../calendar/calendar.js';
import type { OverBy } from '../../../projections/answers/answers.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import type { Reading } from '../../reading/reading.js';
import { NOT_COLLECTED } from '../coverage.js';
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
import {
  type AnswerDue,
  answersOf,
  type AnswersOfYear,
  type DisputeUnknown,
  formalTotals,
  type RoundOver,
  type TimelinessDimension,
  type Total,
} from './answers-of-year.js';
import { type EmptyLine, linesOf } from './lines.js';

export { TIMELINESS_DIMENSIONS, type TimelinessDimension } from './answers-of-year.js';

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

/** The dimensions that one table is counted by. */
export type TimelinessWay = readonly TimelinessDimension[];

/**
 * How fast the disputes of a year were answered (domain brief, section 8). Counted by the date raised, under the team of that day, as
 * the annual report counts; voided left out, withdrawn included.
 * @throws Refusal `not-a-financial-year`
 */
export const timeliness = (year: string, by: TimelinessWay, reading: Reading): Timeliness =>
  timelinessBy(year, [by], reading)[0]!;

/** The same counted in several ways, each a table of its own; what they count is read once. */
export const timelinessBy = (year: string, ways: readonly TimelinessWay[], reading: Reading): Timeliness[] => {
  const asked = yearAsked(year);
  const kept = yearKept(asked, reading);
  const known = kept.isKept ? { ...answersOf(asked, reading), totals: formalTotals(asked, reading) } : null;
  return ways.map((way) => {
    const by = withLadders(way, kept);
    return {
      ...{ year: asked, by, notes: kept.notes },
      counted: known === null ? null : counted(asked, by, kept, known, reading),
    };
  });
};

/** If there are several ladders, stages are counted by ladder too: stage 1 of one is another stage than stage 1 of the next. */
const withLadders = (by: TimelinessWay, { ladders }: YearKept): TimelinessWay =>
  ladders.length > 1 && !by.includes('ladder')
    ? by.flatMap((dimension) => (dimension === 'stage' ? (['ladder', 'stage'] as const) : [dimension]))
    : by;

const counted = (
  year: FinancialYear,
  by: TimelinessWay,
  kept: YearKept,
  { rounds, unknown, totals }: AnswersOfYear & { readonly totals: readonly Total[] },
  reading: Reading,
): TimelinessCounted => {
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
  const { rounds, unknown } = answersOf(year, reading, team);
  const places: readonly Place[] = [...rounds, ...unknown];
  return new Map(
    groupedBy(places, ({ quarter }) => quarter).map((group) => [group[0]!.quarter!, lineOf(group, ['quarter'], kept)]),
  );
};

export const medianOf = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
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
