import type { EventStoreDBClient } from '@eventstore/db-client';

/** Milliseconds for which a node may be silent and be believed afterwards. Three nodes need longer than this to replace a leader. */
export const LONGEST_SILENCE = 1_000;

/** The session of a call came to its end before there was an answer. Whether the call was carried out is not known. */
export class SessionOver extends Error {
  override readonly name = 'SessionOver';
  constructor() {
    super('The node that was asked was silent, or may not be the leader any more.');
  }
}

/**
 * A client for as long as the node it talks to can have been replaced as the leader only with our noticing. A new session begins when
 * the client is replaced, when the node says that another leads, and when it was silent for so long that another may lead.
 *
 * The answers of a node are believed within a session, once the node has proved in it that it leads.
 */
export class Session {
  private readonly ending = new AbortController();
  /** The moment at which the newest answered call had been made: the node was there after that. */
  private heardOf: number;
  private proof: Promise<void> | undefined;
  private nextProof: Promise<void> | undefined;
  private isProven = false;

  constructor(
    readonly client: EventStoreDBClient,
    private readonly prove: () => Promise<void>,
  ) {
    this.heardOf = performance.now();
  }

  get proven(): boolean {
    return this.isProven;
  }

  /** Aborted once another session is there. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  end(): void {
    this.ending.abort();
  }

  /** @throws SessionOver as soon as the session ends, whatever the call does then */
  whileItLasts<Answer>(call: Promise<Answer>): Promise<Answer> {
    const { signal } = this.ending;
    return new Promise((resolve, reject) => {
      const over = (): void => reject(new SessionOver());
      if (signal.aborted) over();
      signal.addEventListener('abort', over);
      call.then(resolve, reject).finally(() => signal.removeEventListener('abort', over));
    });
  }

  /** Milliseconds since the newest call was made that was answered, or since the session began. */
  get silence(): number {
    return performance.now() - this.heardOf;
  }

  /** Resolves once the node has proved, at any time in this session, that it leads. Callers share a proof. */
  async mustBeProven(): Promise<void> {
    if (!this.isProven) await (this.proof ?? this.begin());
  }

  /** Resolves once it has proved so after this call; callers that wait for the next proof share it. */
  async proveAnew(): Promise<void> {
    if (this.proof === undefined) return this.begin();
    this.nextProof ??= this.proof
      .catch(() => {})
      .then(() => {
        this.nextProof = undefined;
        return this.begin();
      });
    return this.nextProof;
  }

  /** An append that was acknowledged proves as much. */
  hasProved(): void {
    this.isProven = true;
  }

  /**
   * A call was answered.
   * @param made when it was made, by `performance.now()`
   * @returns false where the node had been silent for so long before that another may lead by now
   */
  heard(made: number): boolean {
    const { silence } = this;
    this.heardOf = Math.max(this.heardOf, made);
    return !this.isProven || silence <= LONGEST_SILENCE;
  }

  private begin(): Promise<void> {
    const made = performance.now();
    const proof = this.prove().then(
      () => {
        this.proof = undefined;
        this.heardOf = Math.max(this.heardOf, made);
        this.isProven = true;
      },
      (error: unknown) => {
        this.proof = undefined;
        throw error;
      },
    );
    this.proof = proof;
    return proof;
  }
}
