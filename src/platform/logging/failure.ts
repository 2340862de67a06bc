import { AppendTooLarge, RepeatedInPart, StoreUnavailable, WrongExpectedRevision } from '../event-store/event-store.js';
import { sqliteCodeOf } from '../sqlite-code.js';
import type { LogFields } from './fields.js';

/** Errors whose messages the program has written itself, around names of streams and figures. */
const OUR_OWN: readonly (abstract new (...given: never[]) => Error)[] = [
  AppendTooLarge,
  RepeatedInPart,
  StoreUnavailable,
  WrongExpectedRevision,
];

/**
 * A failure, for the log: class and code always; the message only where it comes from the machine, the store or ourselves and
 * is scrubbed all the same. Any other may quote what a person typed, as that of a parser does: of those, only where it happened.
 */
export const failureOf = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = codeOf(error);
  const said = isOfTheMachine(error, code) || OUR_OWN.some((each) => error instanceof each);
  return {
    error: error.name,
    errorCode: code,
    ...(said ? { errorMessage: withoutIds(error.message) } : { stack: framesOf(error) }),
  };
};

const codeOf = (error: Error): string | undefined => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
};

/** Of the operating system (`ECONNREFUSED`), of SQLite, or of gRPC, whose codes are small numbers. */
const isOfTheMachine = (error: Error, code: string | undefined): boolean =>
  sqliteCodeOf(error) !== undefined || /^(E[A-Z]{2,}|\d{1,2})$/.test(code ?? '');

/** Streams are named after what they are about, which may be a child. */
const withoutIds = (message: string): string => message.replace(/\b([a-z][a-z_]*)-[^\s.,]+/g, '$1-…');

/** The frames of its stack, without the message, which may itself look like frames. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^ {4}at \S/.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
