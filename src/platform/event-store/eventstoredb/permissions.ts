import { Connection } from './connection.js';
import { failureOf, unanswered } from './failures.js';
import { within } from './time-limit.js';

/** What the account of this program must not be able to do: nothing that was recorded may ever go. */
export type Taking = 'delete streams' | 'delete streams for good' | 'hide events or change who may read them';

export interface Permissions {
  /** A server without TLS knows nobody, so it forbids nothing. */
  readonly enforced: boolean;
  /** What the account can do and must not; none where all is well, or where no rules are enforced. */
  readonly tooMuch: readonly Taking[];
}

/** No stream has so many events: each act is refused for that, if it is not refused for the account. */
const NEVER_REACHED = 2n ** 40n;
const PROBED = 'probe-permissions';

/**
 * Tries, without changing anything, whether the account may take away what was recorded (promise E5).
 *
 * @param timeLimit milliseconds for each attempt
 * @throws StoreUnavailable when the server does not say
 */
export const probePermissions = async (connectionString: string, timeLimit = 5_000): Promise<Permissions> => {
  if (/[?&]tls=false(&|$)/i.test(connectionString)) return { enforced: false, tooMuch: [] };
  return { enforced: true, tooMuch: await whatIsAllowed(new Connection(connectionString), timeLimit) };
};

/** The acts that the server does not forbid. */
export const whatIsAllowed = async (connection: Connection, timeLimit: number): Promise<Taking[]> => {
  const { client } = connection.current();
  const options = { ...connection.callOptions, expectedRevision: NEVER_REACHED, deadline: timeLimit };
  const acts: readonly [Taking, () => Promise<unknown>][] = [
    ['delete streams', () => client.deleteStream(PROBED, options)],
    ['delete streams for good', () => client.tombstoneStream(PROBED, options)],
    ['hide events or change who may read them', () => client.setStreamMetadata(PROBED, {}, options)],
  ];
  const allowed: Taking[] = [];
  try {
    for (const [taking, act] of acts) if (await isAllowed(act, timeLimit)) allowed.push(taking);
  } finally {
    await connection.close();
  }
  return allowed;
};

const isAllowed = async (act: () => Promise<unknown>, timeLimit: number): Promise<boolean> => {
  try {
    await within(timeLimit, act());
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === 'conflict') return true;
    if (failure === 'forbidden') return false;
    throw unanswered(error);
  }
};
