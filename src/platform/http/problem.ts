import { ForbiddenException, HttpException } from '@nestjs/common';
import { Refusal, type RefusalKind } from '../decider.js';
import {
  AppendTooLarge,
  MAXIMUM_APPEND_BYTES,
  RepeatedInPart,
  StoreFull,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../event-store/event-store.js';

/** One thing that is wrong with what was sent. */
export interface FieldError {
  /** JSON pointer into the body, or the name of the header or parameter. */
  readonly pointer: string;
  readonly message: string;
  /** The things that could be meant, where a page lets its reader press one; no answer of the API has them. */
  readonly oneOf?: readonly { readonly value: string; readonly text: string }[];
}

/** The reason why a request was not carried out, as it leaves the program (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    /** Stable, in kebab-case, for programs. */
    readonly code: string,
    /** The event and the remedy, in a sentence; no child's details, and nothing that was typed. */
    readonly detail: string,
    readonly also: {
      readonly errors?: readonly FieldError[];
      /** How many errors there are besides those. */
      readonly more?: number;
      /** The errors name keys and values of a file, which are the same whatever the readers call things. */
      readonly isAboutKeys?: boolean;
      readonly headers?: Readonly<Record<string, string>>;
      readonly details?: object;
      /** It is refused for what is, or is not, on record, so that another reading might bring another answer. */
      readonly restsOnRecord?: boolean;
    } = {},
  ) {
    super(detail);
  }
}

export const malformed = (pointer: string, message: string): Problem => notValid([{ pointer, message }]);

/** More than a person mends before they look again. */
const MOST_SHOWN = 20;

/** @param restsOnRecord whether what is wrong is wrong by what is on record, and not by its form */
export const notValid = (errors: readonly FieldError[], { restsOnRecord = false } = {}): Problem =>
  new Problem(400, 'not-valid', 'Something in this request is not right: see errors, mend it and send it again.', {
    errors: errors.slice(0, MOST_SHOWN),
    more: Math.max(0, errors.length - MOST_SHOWN),
    restsOnRecord,
  });

/** The same for a thing that is absent and for one that is not for the reader to know. */
export const notFound = (): Problem =>
  new Problem(404, 'not-found', 'There is nothing here under this reference or id. Check that it is written right.');

const TITLES: Readonly<Record<number, string>> = {
  400: 'Not valid',
  401: 'Not signed in',
  403: 'Not yours to do',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  408: 'Took too long',
  409: 'A rule says no',
  412: 'Changed since you read it',
  413: 'Too large',
  414: 'Address too long',
  415: 'Not JSON',
  416: 'Not so long',
  417: 'Not expected of us',
  431: 'Headers too large',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available just now',
};
export const titleOf = (status: number): string => TITLES[status] ?? 'Not carried out';

/** A rule's refusal is never 403: that is kept for acts which belong to somebody else. */
const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  rule: 409,
  invalid: 400,
  'not-yours': 403,
  'not-found': 404,
  stale: 412,
};

/** Codes of the refusals of the framework itself, by status. */
const FRAMEWORK: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: [
    'malformed-request',
    'This request cannot be read. Check that its body is JSON in UTF-8 and its headers are right.',
  ],
  404: ['no-such-route', 'There is nothing at this address. The API is described at /api.'],
  405: ['method-not-allowed', 'This address does not know that method. The API is described at /api.'],
  412: [
    'changed-since-read',
    'This is not what you have any more, by the condition you sent. Read it again without one.',
  ],
  413: ['body-too-large', 'The body is larger than is accepted here. Send less at a time.'],
  414: ['address-too-long', 'The address is too long. References and ids are short: check it.'],
  408: ['too-slow', 'The request did not come to its end in time. Send it again, with the same Idempotency-Key.'],
  416: ['no-such-range', 'What is here is shorter than the Range that was asked for. Leave the header out.'],
  417: ['expectation-failed', 'The only Expect that is known here is 100-continue. Leave the header out.'],
  431: [
    'headers-too-large',
    'The headers, or the address, are larger than is accepted here. Send fewer or shorter ones.',
  ],
  415: [
    'not-json',
    'The body must be JSON in UTF-8 and not compressed: send it with the header Content-Type: application/json, and without Content-Encoding.',
  ],
};

const RETRY_AFTER_SECONDS = '2';
/** Nobody makes room within seconds. */
const RETRY_AFTER_FULL_SECONDS = '60';

/** The one table from what can go wrong inside to what is said outside. Undefined: nobody foresaw it. */
export const problemFrom = (error: unknown): Problem | undefined => {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return fromRefusal(error);
  if (error instanceof StoreFull)
    return new Problem(
      503,
      'disk-full',
      'The disk that keeps the log is full: this was not saved, and everything can still be read. Ask whoever runs the program to make room, then send it again with the same Idempotency-Key.',
      { headers: { 'retry-after': RETRY_AFTER_FULL_SECONDS } },
    );
  if (error instanceof StoreUnavailable)
    return new Problem(
      503,
      'log-unavailable',
      'The log cannot be reached just now, so it is not known whether this was saved. Send it again with the same Idempotency-Key: it takes effect once.',
      { headers: { 'retry-after': RETRY_AFTER_SECONDS } },
    );
  if (error instanceof AppendTooLarge)
    return new Problem(
      413,
      'too-much-at-once',
      `This would store more than ${MAXIMUM_APPEND_BYTES} bytes at once. Send less.`,
    );
  if (error instanceof WrongExpectedRevision)
    return new Problem(
      409,
      'others-are-writing',
      'Others are changing this at the same time. Read it again, then decide.',
    );
  if (error instanceof RepeatedInPart)
    return new Problem(
      409,
      'command-id-used-before',
      'This command id was used before with other content. Send it again with a new id.',
    );
  if (error instanceof ForbiddenException) return ofAnotherSite();
  return fromFramework(error);
};

/** The framework forbids nothing else by this name: what a browser says that it sends from a page of another site. */
const ofAnotherSite = (): Problem =>
  new Problem(
    403,
    'from-another-site',
    'This was sent from a page of another site, so it was not carried out. Open Footprint itself, and send it from there.',
  );

const fromRefusal = ({ kind, code, message, details }: Refusal): Problem =>
  kind === 'not-found'
    ? notFound()
    : new Problem(STATUS_OF[kind], code, message, {
        details,
        errors: typeof details?.pointer === 'string' ? [{ pointer: details.pointer, message }] : undefined,
      });

const fromFramework = (error: unknown): Problem | undefined => {
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500) return undefined;
  return problemOfStatus(status);
};

/**
 * A refusal by the framework or by Node itself, as it leaves the program. Access is never settled there: the framework's 403 is
 * that of its folder of files, for an address with `//`, `..` or a dot in it, and there is nothing at such an address.
 */
export const problemOfStatus = (status: number, headers?: Readonly<Record<string, string>>): Problem => {
  const said = status === 403 ? 404 : status;
  const [code, detail] = FRAMEWORK[said] ?? FRAMEWORK[400]!;
  return new Problem(said, code, detail, { headers });
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
};
