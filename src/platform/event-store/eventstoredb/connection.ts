import { type Credentials, type EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';
import { clientFor } from './client.js';
import { failureOf, NotShownYet } from './failures.js';
import { prove } from './proof.js';
import { Session } from './session.js';
import { Watch } from './watch.js';

/** The options of every call. */
export interface CallOptions {
  readonly credentials: Credentials;
  /** Everything is asked of the leader: a follower may be behind what was acknowledged. */
  readonly requiresLeader: true;
}

/**
 * One client, and a new one in its place once it has failed or is late: with `esdb+discover` a first failure stays in the client for
 * good, and one that is late may wait for a node that has been replaced as the leader. Commands and subscriptions have one each
 * (docs/decisions/0013).
 */
export class Connection {
  private session: Session;
  private readonly watch = new Watch(this);
  /** Failures since the last answer. */
  private failures = 0;
  readonly callOptions: CallOptions;

  /**
   * @param onTrouble told of what the watch over the connection meets
   * @throws StoreUnavailable when the connection string cannot be used
   */
  constructor(
    private readonly connectionString: string,
    readonly onTrouble: (error: unknown) => void = () => {},
  ) {
    this.callOptions = { credentials: credentialsIn(connectionString), requiresLeader: true };
    this.session = this.sessionOf(clientFor(connectionString));
  }

  /** The session of now, watched from the first time that it is asked for. */
  current(): Session {
    this.watch.begin();
    return this.session;
  }

  /**
   * Milliseconds for which a node may be silent before its client is replaced. They grow while nothing is answered, so that a server
   * which is slow, but there, is given more time.
   */
  get patience(): number {
    return Math.min(LATE + this.failures * MORE_PATIENCE, MOST_PATIENCE);
  }

  /** A call was answered, and had been made at this time by `performance.now()`. */
  answered(session: Session, made: number): void {
    this.failures = 0;
    if (!session.heard(made)) this.doubt(session);
  }

  /** Whether what was read in this session is to be believed. */
  believes(session: Session): boolean {
    return this.session === session && session.proven;
  }

  /**
   * A new client in place of one that has failed, or whose node is silent. Several calls may fail with one client; only the first of
   * them replaces it. One call that is late means nothing while others are answered. A client that was told who leads is kept, because
   * it remembers; so is one whose node shows too little, which may do so for a moment only. Both have to prove anew that they lead.
   */
  failed(session: Session, error: unknown): void {
    if (this.session !== session) return;
    const failure = failureOf(error);
    if (failure === 'not leader' || error instanceof NotShownYet) return this.doubt(session);
    if (failure === 'late' && session.silence < this.patience) return;
    this.failures++;
    const next = this.nextClient();
    if (next === undefined) return this.doubt(session);
    this.replaceBy(this.sessionOf(next));
    void letGo(session.client);
  }

  /** Ends what still runs on it. */
  async close(): Promise<void> {
    this.watch.end();
    const { client } = this.session;
    this.session.end();
    await client.dispose();
    await letGo(client);
  }

  /**
   * Undefined where none can be made just now, since each reads the certificates that the address names: one of them may be away for the
   * moment in which it is replaced. The old client is kept then, and the next failure tries again.
   */
  private nextClient(): EventStoreDBClient | undefined {
    try {
      return clientFor(this.connectionString);
    } catch (error) {
      this.onTrouble(error);
      return undefined;
    }
  }

  private doubt(session: Session): void {
    if (this.session === session) this.replaceBy(this.sessionOf(session.client));
  }

  private replaceBy(next: Session): void {
    const before = this.session;
    this.session = next;
    before.end();
  }

  private sessionOf(client: EventStoreDBClient): Session {
    return new Session(client, () => this.proved(client));
  }

  /** An account that may not append cannot have a proof, and is shown what the node shows. */
  private async proved(client: EventStoreDBClient): Promise<void> {
    try {
      await prove(client, this.callOptions, MOST_PATIENCE);
    } catch (error) {
      if (failureOf(error) !== 'forbidden') throw error;
    }
  }
}

/** Milliseconds for which a node may be silent, how much longer after each failure in a row, and at most. */
const LATE = 1_000;
const MORE_PATIENCE = 250;
const MOST_PATIENCE = 5_000;

/**
 * Closes the connection of a client: calls under way on it come to their end, those that still wait for the connection are told that it
 * was closed. The client itself would keep it open for half an hour: no public method of it closes one.
 */
const letGo = async (client: EventStoreDBClient): Promise<void> => {
  try {
    (await client['getChannel']()).close();
  } catch {
    // There never was a connection.
  }
};

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
