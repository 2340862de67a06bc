import type { EventStoreDBClient } from '@eventstore/db-client';
import { AppendTooLarge, RepeatedInPart, StoreUnavailable, WrongExpectedRevision } from '../event-store.js';
import { type Backoff, pauseAfter, pauseFor } from './backoff.js';
import type { CallOptions, Connection } from './connection.js';
import { anotherLog, failureOf, forbidden, NotShownYet, unanswered } from './failures.js';
import type { Session } from './session.js';
import { TimeLimit } from './time-limit.js';

/** One attempt of a call: on which client, with what, and in what time. */
export interface Attempt {
  readonly client: EventStoreDBClient;
  readonly session: Session;
  readonly options: CallOptions;
  readonly limit: TimeLimit;
  /** Attempts of the same call that failed before. */
  readonly failures: number;
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
    const session = connection.current();
    try {
      const made = performance.now();
      const { client } = session;
      const answer = await session.whileItLasts(
        attempt({ client, session, options: connection.callOptions, limit, failures }),
      );
      connection.answered(session, made);
      return answer;
    } catch (error) {
      if (ANSWERS.some((answer) => error instanceof answer)) throw error;
      if (failureOf(error) === 'forbidden') throw forbidden();
      if (failureOf(error) === 'no such position') throw anotherLog();
      onTrouble(error);
      connection.failed(session, error);
      const pause = pauseAfter(failures, backoff);
      if (pause >= limit.left()) throw unanswered(error);
      await pauseFor(pause);
    }
  }
};

/**
 * The same for a reading, which is believed only of a node that has proved in this session that it leads: one that was replaced, and does
 * not know it yet, shows what it had.
 */
export const believed = <Answer>(
  connection: Connection,
  patience: Patience,
  attempt: (attempt: Attempt) => Promise<Answer>,
): Promise<Answer> =>
  answered(connection, patience, async (each) => {
    await each.session.mustBeProven();
    const made = performance.now();
    const answer = await attempt(each);
    connection.answered(each.session, made);
    if (!connection.believes(each.session)) throw new NotShownYet();
    return answer;
  });
