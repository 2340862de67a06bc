import type { Position } from '../event-store.js';

/** The place of an event in `$all`. EventStoreDB tells it in two numbers; for events written by this client they are the same. */
export interface AllPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Wide enough for every unsigned number of 64 bits, so that positions compare as strings. */
const WIDTH = 20;

/** Both numbers in one string: `commit-prepare`. */
export const positionFrom = ({ commit, prepare }: AllPosition): Position =>
  `${padded(commit)}-${padded(prepare)}` as Position;

/** @throws RangeError for a string that this store has not given out */
export const allPositionOf = (position: Position): AllPosition => {
  const [, commit, prepare] = /^(\d{20})-(\d{20})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) throw new RangeError('This is not a position in the log.');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};

const padded = (number: bigint): string => String(number).padStart(WIDTH, '0');
