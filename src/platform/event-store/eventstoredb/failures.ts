import { AccountRefused, StoreUnavailable } from '../event-store.js';
import { SessionOver } from './session.js';
import { TimeLimitPassed } from './time-limit.js';

/**
 * The server does not show an event that is known to be there. It counts one as soon as it writes it, and shows it a moment later; and a
 * node that was away shows what it had, until it learns that another leads by now.
 */
export class NotShownYet extends Error {
  override readonly name = 'NotShownYet';
  constructor() {
    super('The server does not show yet what is known to be there.');
  }
}

/** The kind of an error of the client. Everything that is not known to be something else is `unknown`. */
export type Failure =
  | 'conflict'
  | 'too large'
  | 'not found'
  | 'deleted'
  | 'forbidden'
  | 'not leader'
  | 'unavailable'
  | 'late'
  | 'cancelled'
  | 'no such position'
  | 'unknown';

/** By the `type` that the client gives its own errors. */
const BY_TYPE: Readonly<Record<string, Failure>> = {
  'wrong-expected-version': 'conflict',
  'maximum-append-size-exceeded': 'too large',
  'stream-not-found': 'not found',
  'no-stream': 'not found',
  'stream-deleted': 'deleted',
  'access-denied': 'forbidden',
  'not-leader': 'not leader',
  unavailable: 'unavailable',
  timeout: 'late',
  'deadline-exceeded': 'late',
  cancelled: 'cancelled',
};

/** By gRPC's own code, for errors that the client hands through as they came. */
const BY_CODE: Readonly<Record<number, Failure>> = {
  1: 'cancelled',
  4: 'late',
  7: 'forbidden',
  14: 'unavailable',
  16: 'forbidden',
};

const LATE = [TimeLimitPassed, NotShownYet, SessionOver];

export const failureOf = (error: unknown): Failure => {
  if (LATE.some((late) => error instanceof late)) return 'late';
  const { type, code, message } = (error ?? {}) as { type?: unknown; code?: unknown; message?: unknown };
  if (typeof message === 'string' && /invalid ?position/i.test(message)) return 'no such position';
  if (typeof type === 'string' && BY_TYPE[type] !== undefined) return BY_TYPE[type];
  if (typeof code === 'number' && BY_CODE[code] !== undefined) return BY_CODE[code];
  return 'unknown';
};

const SENTENCES: Readonly<Partial<Record<Failure, string>>> = {
  'not leader': 'The node of EventStoreDB that answers is not the leader, and the leader cannot be reached.',
  unavailable: 'EventStoreDB cannot be reached.',
  late: 'EventStoreDB does not answer in time.',
  cancelled: 'EventStoreDB broke off.',
};

/**
 * The error as the port names it, after its time limit. The client's own message stays out: it may hold the connection string, and
 * with it a password.
 */
export const unanswered = (error: unknown): StoreUnavailable =>
  new StoreUnavailable(
    `${SENTENCES[failureOf(error)] ?? 'EventStoreDB failed.'} Try again; what was sent may or may not be recorded.`,
  );

export const forbidden = (): AccountRefused =>
  new AccountRefused(
    'EventStoreDB refuses the account of this program: nothing was recorded. Check its password and its access rules.',
  );

export const anotherLog = (): StoreUnavailable =>
  new StoreUnavailable(
    'EventStoreDB does not hold the position up to which its log was read: it is another log than before, or was put back to an earlier day. Check the address, and build the read models anew.',
  );

export const deleted = (stream: string): StoreUnavailable =>
  new StoreUnavailable(
    `Stream ${stream} was deleted for good, which this program never does. Put back the last backup.`,
  );
