import { type Credentials, EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';
import { failureOf } from './failures.js';

/** What goes with every call. */
export interface CallOptions {
  readonly credentials: Credentials;
  /** Everything is asked of the leader: a follower may be behind what was acknowledged. */
  readonly requiresLeader: true;
}

/**
 * One client, and a new one in its place once it has failed: with `esdb+discover` a first failure stays in the client for good.
 * Commands and subscriptions have one each (docs/decisions/0013).
 */
export class Connection {
  private current: EventStoreDBClient;
  readonly callOptions: CallOptions;

  /** @throws StoreUnavailable when the connection string cannot be used */
  constructor(private readonly connectionString: string) {
    this.callOptions = { credentials: credentialsIn(connectionString), requiresLeader: true };
    this.current = clientFor(connectionString);
  }

  client(): EventStoreDBClient {
    return this.current;
  }

  /**
   * A new client in place of one that has failed. Several calls may fail with one client; only the first of them replaces it. One
   * that was told who leads is kept, because it remembers; so is one that is waiting still, because it finds out by itself.
   */
  failed(client: EventStoreDBClient, error: unknown): void {
    const failure = failureOf(error);
    if (this.current !== client || failure === 'not leader' || failure === 'late') return;
    this.current = clientFor(this.connectionString);
    void letGo(client);
  }

  /** Ends what still runs on it. */
  async close(): Promise<void> {
    await this.current.dispose();
    await letGo(this.current);
  }
}

/**
 * Closes the connection of a client once the calls under way on it are over. The client itself would keep it open for half an hour: no
 * public method of it closes one.
 */
const letGo = async (client: EventStoreDBClient): Promise<void> => {
  try {
    (await client['getChannel']()).close();
  } catch {
    // There never was a connection.
  }
};

/** Milliseconds after which a silent connection is asked whether it is still there: the client's own default. */
const KEEP_ALIVE = 10_000;

/**
 * The account in the connection string, given with every call: only then is an append a call of its own, with a deadline that holds.
 * A server without TLS checks nobody, so there any account does, and the client sends none.
 */
const credentialsIn = (connectionString: string): Credentials => {
  const [, username, password] = /^[^:]+:\/\/([^:/@]+):([^@]+)@/.exec(connectionString.trim()) ?? [];
  if (username !== undefined && password !== undefined) {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  if (/[?&]tls=false(&|$)/i.test(connectionString)) return { username: 'nobody', password: 'nothing' };
  throw new StoreUnavailable(
    'The address of EventStoreDB names no account: write esdb://user:password@host:2113, or add ?tls=false for a server without TLS.',
  );
};

/** Clients made so far by this process. */
let made = 0;

/**
 * A client with a connection of its own. gRPC lets clients share one where all their settings are the same, and then also the wait,
 * of up to two minutes, before a failed connection is tried again; a keep-alive interval that differs by a millisecond prevents it.
 */
const clientFor = (connectionString: string): EventStoreDBClient => {
  const keepAlive = Number(/[?&]keepAliveInterval=(\d+)/i.exec(connectionString)?.[1] ?? KEEP_ALIVE) + (made++ % 1_000);
  const separator = connectionString.includes('?') ? '&' : '?';
  try {
    return EventStoreDBClient.connectionString(`${connectionString}${separator}keepAliveInterval=${keepAlive}`);
  } catch {
    // The client's own message repeats the connection string, and with it a password.
    throw new StoreUnavailable(
      'The address of EventStoreDB cannot be used: write esdb://user:password@host:2113, or esdb+discover:// for a cluster, and check that the files it names are there.',
    );
  }
};
