import { seatsOf } from '../../disputes/seats.js';
import { addressedTo } from '../../disputes/teams-asked.js';
import { type StillToAnswer, stillToAnswer } from '../../disputes/time/standing.js';
import { teamsNotReached } from '../../disputes/time/receipt.js';
import { type Awaited, awaitedOf } from '../../disputes/time/waiting-for.js';
import type { PostKind, Stage } from '../../protocol/protocol.js';
import type { DisputeRow } from '../../../projections/dispute-register/dispute-row.js';

/** As much of an open dispute's row as says what it waits for. */
export type RowAwaiting = Pick<
  DisputeRow,
  | 'addressed_team'
  | 'addressed_also'
  | 'addressed_posts'
  | 'answered_by'
  | 'received_by'
  | 'accepted_by'
  | 'rejected_by'
> & {
  readonly standing: NonNullable<DisputeRow['standing']>;
};

export interface AwaitedOnRow extends Awaited {
  /** Those who may send it up where no answer comes. */
  readonly escalatedBy: readonly PostKind[];
  /** If it waits for an answer: each team whose answer is still to come, and from which posts. */
  readonly stillToAnswer: readonly StillToAnswer[];
  /** Those of these teams that have not said either that it has reached them. */
  readonly notReached: readonly (string | null)[];
}

/**
 * By the rules of its stage, and by the same function as the process itself.
 *
 * @param late the earlier stage whose answer came late, which is accepted in the place of one to the stage that runs
 */
export const awaitedOnRow = (row: RowAwaiting, stage: Stage, late: Stage | null = null): AwaitedOnRow => {
  const round = {
    addressee: { ...addressedTo([row.addressed_team, ...row.addressed_also]), posts: row.addressed_posts },
    answers: row.answered_by,
    receipts: row.received_by,
    verdicts: Object.fromEntries([
      ...row.accepted_by.map((role) => [role, 'satisfied']),
      ...row.rejected_by.map((role) => [role, 'not']),
    ]),
  };
  const awaited = awaitedOf(row.standing, round, row.standing === 'accepted' ? (late ?? stage) : stage);
  return {
    ...awaited,
    escalatedBy: [...new Set<PostKind>(['iro', ...seatsOf(stage.escalatedBy)])],
    stillToAnswer: awaited.what === 'answer' ? stillToAnswer(round, stage) : [],
    notReached: awaited.what === 'answer' ? teamsNotReached(round) : [],
  };
};
