import { BACKWARDS, END } from '@eventstore/db-client';
import { setImmediate as breathe } from 'node:timers/promises';
import { pauseAfter, pauseFor } from './backoff.js';
import { collect } from './collect.js';
import type { Connection } from './connection.js';
import { failureOf } from './failures.js';
import { STREAM_OF_PROOFS } from './proof.js';
import { type Session, SessionOver } from './session.js';
import { TimeLimit, TimeLimitPassed, within } from './time-limit.js';

/** Milliseconds between two looks. */
const LOOK_EVERY = 300;
/** Milliseconds after which a look is over in any case. */
const LONGEST = 5_000;
/** Pauses, in milliseconds, while nobody answers. */
const BACKOFF = { first: 100, longest: 1_000 };

/**
 * Asks the node of a connection for next to nothing, several times a second. So a node that is silent is noticed, and its client
 * replaced, before anybody waits for it; and a node that is heard of all the time needs no proof before each reading.
 */
export class Watch {
  private readonly ending = new AbortController();
  private begun = false;

  constructor(private readonly connection: Connection) {}

  begin(): void {
    if (this.begun) return;
    this.begun = true;
    void this.run();
  }

  end(): void {
    this.ending.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    for (let failures = 0; !signal.aborted;) {
      const session = this.connection.current();
      try {
        await this.look(session);
        failures = 0;
        await pauseFor(LOOK_EVERY, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof SessionOver) continue;
        if (failures === 0) this.connection.onTrouble(error);
        this.connection.failed(session, error);
        await pauseFor(pauseAfter(failures++, BACKOFF), signal);
      }
    }
  }

  /** @throws TimeLimitPassed where the node has not been heard of for as long as it is given, whatever it was asked */
  private async look(session: Session): Promise<void> {
    const { patience } = this.connection;
    try {
      await session.whileItLasts(within(patience, this.ask(session)));
    } catch (error) {
      if (!(error instanceof TimeLimitPassed)) throw error;
      // Messages that came while this process was busy are heard first.
      await breathe();
      if (session.silence >= patience) throw error;
    }
  }

  private async ask(session: Session): Promise<void> {
    await session.mustBeProven();
    const made = performance.now();
    const { callOptions } = this.connection;
    const newest = { ...callOptions, direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    try {
      await collect(session.client.readStream(STREAM_OF_PROOFS, newest), new TimeLimit(LONGEST, LONGEST));
    } catch (error) {
      if (failureOf(error) !== 'not found') throw error;
    }
    this.connection.answered(session, made);
  }
}
