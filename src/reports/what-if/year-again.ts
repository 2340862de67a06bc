import type { FinancialYear } from '../../calendar/calendar.js';
import { ASSUMPTIONS, type DisputePlayed } from './what-if.js';

/** So many as it was, and as it would have been. */
export interface WasAndWouldBe {
  readonly was: number;
  readonly wouldBe: number;
}

export interface YearPlayedAgain {
  readonly year: FinancialYear;
  /** Title of the other protocol. */
  readonly protocol: string;
  readonly assumptions: readonly string[];
  /** Disputes that were raised here in the year. */
  readonly disputes: number;
  /** Of a register, which has no clocks here. */
  readonly leftOut: number;
  /** Answers that came late, or had not come when they were due. */
  readonly lateAnswers: WasAndWouldBe;
  /** Disputes by the highest stage that they reached; 0 is informal. */
  readonly reached: readonly ({ readonly stage: number } & WasAndWouldBe)[];
  readonly overTotal: WasAndWouldBe;
  /** Rounds at stages that the other protocol has not got. */
  readonly roundsNotThere: number;
  /** Disputes for which anything would have been otherwise, as far as they may be named. */
  readonly changed: readonly DisputePlayed[];
  /** How many there are, named or not. */
  readonly changedInAll: number;
}

/** @param isNamed whether a list may name a dispute */
export const yearPlayedAgain = (
  { year, protocol, leftOut }: Pick<YearPlayedAgain, 'year' | 'protocol' | 'leftOut'>,
  disputes: readonly DisputePlayed[],
  isNamed: (reference: string) => boolean,
): YearPlayedAgain => {
  const rounds = disputes.flatMap((each) => each.rounds);
  const stages = [...new Set(disputes.flatMap(({ reached, wouldReach }) => [reached, wouldReach]))].sort(
    (a, b) => a - b,
  );
  const changed = disputes.filter(isChanged);
  return {
    ...{ year, protocol, leftOut, assumptions: ASSUMPTIONS, disputes: disputes.length },
    lateAnswers: {
      was: rounds.filter(({ wasLate }) => wasLate).length,
      wouldBe: rounds.filter(({ wouldBeLate }) => wouldBeLate).length,
    },
    reached: stages.map((stage) => ({
      stage,
      was: disputes.filter(({ reached }) => reached === stage).length,
      wouldBe: disputes.filter(({ wouldReach }) => wouldReach === stage).length,
    })),
    overTotal: {
      was: disputes.filter(({ wasOverTotal }) => wasOverTotal === true).length,
      wouldBe: disputes.filter(({ wouldBeOverTotal }) => wouldBeOverTotal === true).length,
    },
    roundsNotThere: rounds.filter(({ isNotThere }) => isNotThere).length,
    changed: changed.filter(({ reference }) => isNamed(reference)),
    changedInAll: changed.length,
  };
};

export const isChanged = ({ rounds, reached, wouldReach, wasOverTotal, wouldBeOverTotal }: DisputePlayed): boolean =>
  reached !== wouldReach ||
  wasOverTotal !== wouldBeOverTotal ||
  rounds.some(
    ({ wasDueOn, wouldBeDueOn, wasLate, wouldBeLate, isNotThere }) =>
      isNotThere || wasDueOn !== wouldBeDueOn || wasLate !== wouldBeLate,
  );
