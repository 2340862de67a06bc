import type { EventStoreDBClient } from '@eventstore/db-client';
import { answered, type Attempt } from './attempts.js';
import { type CallOptions, Connection } from './connection.js';
import { failureOf } from './failures.js';
import { within } from './time-limit.js';

/** The acts that the account of this program must not be able to do: nothing that was recorded may ever go. */
export type Taking = 'delete streams' | 'delete streams for good' | 'hide events or change who may read them';

export interface Permissions {
  /** A server without TLS knows nobody, so it forbids nothing. */
  readonly enforced: boolean;
  /** The acts that the account can do and must not; none where all is well, or where no rules are enforced. */
  readonly tooMuch: readonly Taking[];
}

/** No stream has so many events: each act is refused for that, if it is not refused for the account. */
const NEVER_REACHED = 2n ** 40n;
const PROBED = 'probe-permissions';

/**
 * Tries, without changing anything, whether the account may take away what was recorded (promise E5).
 *
 * @param timeLimit milliseconds for each act, however often it is tried
 * @throws StoreUnavailable when the server does not say
 */
export const probePermissions = async (connectionString: string, timeLimit = 15_000): Promise<Permissions> => {
  if (/[?&]tls=false(&|$)/i.test(connectionString)) return { enforced: false, tooMuch: [] };
  return { enforced: true, tooMuch: await whatIsAllowed(new Connection(connectionString), timeLimit) };
};

type Act = (client: EventStoreDBClient, options: CallOptions & Guard) => Promise<unknown>;

/** The arguments with which each act comes to nothing. */
interface Guard {
  readonly expectedRevision: bigint;
  readonly deadline: number;
}

const ACTS: readonly [Taking, Act][] = [
  ['delete streams', (client, options) => client.deleteStream(PROBED, options)],
  ['delete streams for good', (client, options) => client.tombstoneStream(PROBED, options)],
  ['hide events or change who may read them', (client, options) => client.setStreamMetadata(PROBED, {}, options)],
];

/** The acts that the server does not forbid. */
export const whatIsAllowed = async (connection: Connection, timeLimit: number): Promise<Taking[]> => {
  const patience = { timeLimit, backoff: BACKOFF, onTrouble: () => {} };
  const allowed: Taking[] = [];
  try {
    for (const [taking, act] of ACTS) {
      if (await answered(connection, patience, (attempt) => isAllowed(act, attempt))) allowed.push(taking);
    }
  } finally {
    await connection.close();
  }
  return allowed;
};

const BACKOFF = { first: 100, longest: 1_000 };

const isAllowed = async (act: Act, { client, options, limit }: Attempt): Promise<boolean> => {
  const milliseconds = limit.forOneAttempt();
  try {
    await within(
      milliseconds,
      act(client, { ...options, expectedRevision: NEVER_REACHED, deadline: Math.ceil(milliseconds) }),
    );
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === 'conflict') return true;
    if (failure === 'forbidden') return false;
    throw error;
  }
};
