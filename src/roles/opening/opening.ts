import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import type { Envelope, Execution, Executor } from '../../platform/executor.js';
import { COUNCIL_STREAM, councilDecider, type CouncilState } from '../council.js';
import type { CouncilView } from './council.query.js';

export interface Opening {
  /** Person id of whoever signed in. */
  readonly by: string;
  /** Digest of the list that they read. */
  readonly list: string;
  /** The council as it is now. */
  readonly council: Pick<CouncilView, 'digest' | 'missing'>;
}

export interface OpeningParts {
  readonly executor: Executor;
  readonly directory: Directory;
  readonly today: LocalDate;
}

/**
 * Opens the council: from then on cases are raised and read, and whoever gets a role needs two people.
 * @throws Refusal `second-person-needed`, `iro-manager-needed` (not-yours), `no-first-administrator`, `not-ready-to-open`, `list-changed`
 */
export const openForWork = async (
  { by, list, council: { digest, missing } }: Opening,
  { executor, directory, today }: OpeningParts,
  envelope: Envelope,
): Promise<Execution<CouncilState>> => {
  const holds = directory.postsHeldBy(by, today).map(({ kind }) => kind);
  const act = { type: 'open', by, holds, list, listNow: digest, missing } as const;
  const asSent = { type: 'open', list };
  return executor.execute(COUNCIL_STREAM, councilDecider, act, null, { ...envelope, asSent });
};
