import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';

/** Milliseconds after which a silent connection is asked whether it is still there: the client's own default. */
const KEEP_ALIVE = 10_000;
/** Seconds in which a node must say who leads. The client's own default is 5, for which a frozen node would keep everybody waiting. */
const GOSSIP_TIMEOUT = 1;

/** Clients made so far by this process. */
let made = 0;

/**
 * A client with a connection of its own. gRPC lets clients share one where all their settings are the same, and then also the wait,
 * of up to two minutes, before a failed connection is tried again; a keep-alive interval that differs by a millisecond prevents it.
 *
 * @throws StoreUnavailable when the connection string cannot be used
 */
export const clientFor = (connectionString: string): EventStoreDBClient => {
  const keepAlive = Number(settingIn(connectionString, 'keepAliveInterval') ?? KEEP_ALIVE) + (made++ % 1_000);
  const gossipTimeout = settingIn(connectionString, 'gossipTimeout') ?? GOSSIP_TIMEOUT;
  const separator = connectionString.includes('?') ? '&' : '?';
  try {
    return guarded(
      EventStoreDBClient.connectionString(
        `${connectionString}${separator}keepAliveInterval=${keepAlive}&gossipTimeout=${gossipTimeout}`,
      ),
    );
  } catch {
    // The client's own message repeats the connection string, and with it a password.
    throw new StoreUnavailable(
      'The address of EventStoreDB cannot be used: write esdb://user:password@host:2113, or esdb+discover:// for a cluster, and check that the files it names are there.',
    );
  }
};

const settingIn = (connectionString: string, name: string): string | undefined =>
  new RegExp(`[?&]${name}=(\\d+)`, 'i').exec(connectionString)?.[1];

/** A call was to be made on a connection that had been closed meanwhile; nothing was sent. */
export class ConnectionClosed extends Error {
  override readonly name = 'ConnectionClosed';
  /** gRPC's own code for a server that cannot be reached. */
  readonly code = 14;
  constructor() {
    super('The connection was closed before the call was made.');
  }
}

/** gRPC's number of the state of a channel that was closed. */
const SHUT_DOWN = 4;

/**
 * Two promises in the client (6.2) are held by nobody, so that their rejection ends the process:
 *
 * - An append calls gRPC within an asynchronous function of its own. If the channel was closed since the append had begun (by
 *   another call of this client that failed, or by us), gRPC throws there: "Channel has been shut down".
 * - After a call that failed, the client waits for the channel that it has by then. While there is no leader that is one it is
 *   searching a leader for, and the search may fail: "Failed to discover after 10 attempts".
 *
 * Both are methods of the client that it calls on itself, so a guard around each is enough.
 */
const guarded = (client: EventStoreDBClient): EventStoreDBClient => {
  const execute = client['execute'];
  const handleError = client['handleError'];
  client['execute'] = (Service, name, action) =>
    execute(Service, name, async (calls) => {
      if (calls.getChannel().getConnectivityState(false) === SHUT_DOWN) throw new ConnectionClosed();
      return action(calls);
    });
  client['handleError'] = (calls, error) => handleError(calls, error).catch(() => {});
  return client;
};
