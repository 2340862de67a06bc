import { createHash } from 'node:crypto';

/** The kind of a value, by its bearing on people. Only `open` and `pseudonym` may be logged at all. */
type Tag = 'open' | 'pseudonym';

type Value = string | number | boolean | readonly string[];

interface Field {
  readonly tag: Tag;
  /** Puts a value into the only shape in which it may leave; undefined, and the field is left out. */
  readonly shown: (value: Value) => Value | undefined;
}

const SAYS_NOTHING = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i;
/** A reference that the program has drawn; nobody can write a name in it. */
const DRAWN_REFERENCE = /^[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;
const NAME_IN_CODE = /^[\w$.:-]{1,80}$/;
const ROUTE = /^(\/[\w.:*-]*)+$/;
const PROBLEM_CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * An id as it may be logged: one that says nothing stays as it is; one that a person or a client has made, and might have made of a
 * name, becomes a short digest that is the same every time.
 */
export const idShown = (id: string): string =>
  SAYS_NOTHING.test(id) || DRAWN_REFERENCE.test(id)
    ? id
    : `digest:${createHash('sha256').update(id).digest('base64url').slice(0, 16)}`;

/**
 * A sentence without what might have come from a person: anything in quotation marks, addresses of e-mail, the secret part of an
 * address, and numbers long enough to be somebody's.
 */
export const scrubbed = (sentence: string): string =>
  sentence
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|‘[^’]*’/g, '…')
    .replace(/\/\/[^/\s@]*@/g, '//')
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/g, '…')
    .replace(/\d{6,}/g, '…')
    .slice(0, 300);

const id: Field = { tag: 'pseudonym', shown: (value) => idShown(String(value)) };
const number: Field = { tag: 'open', shown: (value) => (typeof value === 'number' ? value : undefined) };
const flag: Field = { tag: 'open', shown: (value) => (typeof value === 'boolean' ? value : undefined) };
const matching = (pattern: RegExp): Field => ({
  tag: 'open',
  shown: (value) => (pattern.test(String(value)) ? value : undefined),
});
const sentence: Field = { tag: 'open', shown: (value) => scrubbed(String(value)) };

/** Everything that a log line may hold besides its time, its level and its event. A field that is not named here is never written. */
const FIELDS = {
  correlationId: id,
  commandId: id,
  /** The person who asked, and the person for whom. */
  person: id,
  actingFor: id,
  /** The stream that was acted on, and its revision afterwards. */
  reference: id,
  revision: number,
  repeated: flag,
  /** The row of the access table that speaks for the route. */
  command: matching(NAME_IN_CODE),
  method: matching(NAME_IN_CODE),
  /** As the program routes it, with the names of its parameters and never what was sent in them. */
  route: matching(ROUTE),
  status: number,
  milliseconds: number,
  /** Of a problem or a refusal. */
  code: matching(PROBLEM_CODE),
  notice: id,
  /** Class, code and scrubbed message of an error, and where it happened. */
  error: matching(NAME_IN_CODE),
  errorCode: matching(NAME_IN_CODE),
  errorMessage: sentence,
  stack: { tag: 'open', shown: (value) => (Array.isArray(value) ? value : undefined) },
  /** A sentence of the program's own, for those who run it. */
  detail: sentence,
  /** The part of the framework that spoke. */
  context: matching(NAME_IN_CODE),
} as const satisfies Readonly<Record<string, Field>>;

/** A field that is not in the table does not compile. */
export type LogFields = { readonly [Name in keyof typeof FIELDS]?: Value | null | undefined };

/** The fields as they may be written, whatever was handed in. */
export const permitted = (fields: LogFields): Readonly<Record<string, Value>> => {
  const written: Record<string, Value> = {};
  for (const [name, field] of Object.entries<Field>(FIELDS)) {
    const value = fields[name as keyof LogFields];
    if (value === undefined || value === null) continue;
    const shown = field.shown(value);
    if (shown !== undefined) written[name] = shown;
  }
  return written;
};
