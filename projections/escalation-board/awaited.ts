import { seatsOf } from '../../src/disputes/seats.js';
import { type RoundStanding, standingOfRound } from '../../src/disputes/standing.js';
import { type Awaited, awaitedOf } from '../../src/disputes/waiting-for.js';
import type { PostKind, Stage } from '../../src/protocol/protocol.js';
import type { DisputeRow } from '../dispute-register/dispute-register.js';

/** As much of an open dispute's row as says what it waits for. */
export type RowAwaiting = Pick<
  DisputeRow,
  'awaiting' | 'addressed_posts' | 'answered_by' | 'accepted_by' | 'rejected_by'
>;

export interface AwaitedOnRow extends Awaited {
  /** Those who may send it up where no answer comes. */
  readonly escalatedBy: readonly PostKind[];
}

/** By the rules of its stage, and by the same functions with which the process itself decides. */
export const awaitedOnRow = (row: RowAwaiting, stage: Stage): AwaitedOnRow => {
  const round: RoundStanding = {
    addressee: { posts: row.addressed_posts },
    answers: row.answered_by.map((role) => ({ role })),
    verdicts: Object.fromEntries([
      ...row.accepted_by.map((role) => [role, 'satisfied']),
      ...row.rejected_by.map((role) => [role, 'not']),
    ]),
  };
  const standing = standingOfRound(round, stage, () => row.awaiting === 'closing');
  return { ...awaitedOf(standing, round, stage), escalatedBy: seatsOf(stage.escalatedBy, 'iro') };
};
