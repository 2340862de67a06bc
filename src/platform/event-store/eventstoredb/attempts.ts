import type { EventStoreDBClient } from '@eventstore/db-client';
import { AppendTooLarge, RepeatedInPart, StoreUnavailable, WrongExpectedRevision } from '../event-store.js';
import { type Backoff, pauseAfter, pauseFor } from './backoff.js';
import type { CallOptions, Connection } from './connection.js';
import { anotherLog, failureOf, forbidden, unanswered } from './failures.js';
import { TimeLimit } from './time-limit.js';

/** One attempt of a call: on which client, with what, and in what time. */
export interface Attempt {
  readonly client: EventStoreDBClient;
  readonly options: CallOptions;
  readonly limit: TimeLimit;
}

export interface Patience {
  /** Milliseconds in which the caller is answered. */
  readonly timeLimit: number;
  readonly backoff: Backoff;
  onTrouble(error: unknown): void;
}

/** Answers of the port's own: another attempt would bring the same. */
const ANSWERS = [WrongExpectedRevision, AppendTooLarge, RepeatedInPart, StoreUnavailable, RangeError];

/**
 * Attempts until there is an answer, or the time limit has passed.
 * @throws StoreUnavailable when there was no answer by then
 */
export const answered = async <Answer>(
  connection: Connection,
  { timeLimit, backoff, onTrouble }: Patience,
  attempt: (attempt: Attempt) => Promise<Answer>,
): Promise<Answer> => {
  const limit = new TimeLimit(timeLimit);
  for (let failures = 0; ; failures++) {
    const client = connection.client();
    try {
      return await attempt({ client, options: connection.callOptions, limit });
    } catch (error) {
      if (ANSWERS.some((answer) => error instanceof answer)) throw error;
      if (failureOf(error) === 'forbidden') throw forbidden();
      if (failureOf(error) === 'no such position') throw anotherLog();
      onTrouble(error);
      connection.failed(client, error);
      const pause = pauseAfter(failures, backoff);
      if (pause >= limit.left()) throw unanswered(error);
      await pauseFor(pause);
    }
  }
};
