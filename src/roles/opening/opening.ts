import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import type { Envelope, Execution, Executor } from '../../platform/executor.js';
import { COUNCIL_STREAM, councilDecider, type CouncilState } from '../council.js';
import { isUnfinished } from '../turn.js';
import { counts } from '../turns-that-count.js';
import type { CouncilView } from './council.query.js';

export interface Opening {
  /** Id of the person who signed in. */
  readonly by: string;
  /** Digest of the list that they read. */
  readonly list: string;
  /** Reads the council as it is now, with everything that is on record at the moment of the call. */
  readonly readCouncil: () => Promise<Pick<CouncilView, 'digest' | 'missing'>>;
}

export interface OpeningParts {
  readonly executor: Executor;
  readonly directory: Directory;
  readonly today: LocalDate;
}

/**
 * Opens the council: from then on cases are raised and read, and a person who gets a role needs two people.
 * @throws Refusal `second-person-needed`, `iro-manager-needed` (not-yours), `no-first-administrator`, `not-ready-to-open`,
 *   `role-being-given`, `list-changed`
 */
export const openForWork = async (
  { by, list, readCouncil }: Opening,
  { executor, directory, today }: OpeningParts,
  envelope: Envelope,
): Promise<Execution<CouncilState>> => {
  const holds = directory.postsHeldBy(by, today).map(({ kind }) => kind);
  const { state } = await executor.load(COUNCIL_STREAM, councilDecider);
  const now = envelope.occurredAt;
  const lately = state.turns.filter((turn) => turn.isOfReading === undefined && counts(turn, now));
  const unfinished = await Promise.all(lately.map((turn) => isUnfinished(turn, executor)));
  const isBeingRead = state.reading !== null && counts(state.reading, now);
  const { digest, missing } = await readCouncil();
  const asNow = {
    listNow: digest,
    missing,
    turns: state.turnsTaken,
    isUnfinished: isBeingRead || unfinished.includes(true),
  };
  const act = { type: 'open', by, holds, list, ...asNow } as const;
  const asSent = { type: 'open', list };
  return executor.execute(COUNCIL_STREAM, councilDecider, act, null, { ...envelope, asSent });
};
