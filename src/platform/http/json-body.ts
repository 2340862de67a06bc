import { notUtf8In } from '../utf8.js';
import { Problem } from './problem.js';

/** Deeper than any body of the API; a deeper one is an attack or a mistake, and would exhaust the stack of the code that walks it. */
const DEEPEST = 12;

/** Fields and entries of lists, all together: more than any body of the API, and few enough to be checked in a moment. */
const MOST_VALUES = 5_000;

const unreadable = (detail: string): Problem => new Problem(400, 'malformed-request', detail);

/**
 * Reads the body of a request. Bytes that are not UTF-8 are refused rather than replaced, so that what is stored is what was sent.
 * @throws Problem `malformed-request`
 */
export const readJsonBody = (bytes: Buffer): object | undefined => {
  if (bytes.length === 0) return undefined;
  const body = parsed(decoded(bytes));
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw unreadable('The body must be a JSON object, in curly brackets.');
  refuseTraps(body);
  return body;
};

const decoded = (bytes: Buffer): string => {
  const at = notUtf8In(bytes);
  if (at !== undefined)
    throw unreadable(
      `The body is not in UTF-8: byte ${at.byte}, on line ${at.line}, cannot be read. Encode it so and send it again.`,
    );
  return new TextDecoder('utf-8').decode(bytes);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('The body is not JSON: check its quotation marks, commas and brackets.');
  }
};

/** Walks without recursion: more than can be checked in a moment, nesting too deep, and names that every object has already, which no check would find unknown. */
const refuseTraps = (body: object): void => {
  let level: object[] = [body];
  let values = 0;
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEEPEST) throw unreadable(`The body is nested more than ${DEEPEST} levels deep.`);
    const next: object[] = [];
    for (const each of level) {
      for (const [name, value] of Object.entries(each)) {
        if (++values > MOST_VALUES)
          throw unreadable(`The body holds more than ${MOST_VALUES} fields and entries of lists: send less at a time.`);
        if (name === 'prototype' || name in Object.prototype)
          throw unreadable('The body has a field with a name that is not allowed.');
        if (typeof value === 'object' && value !== null) next.push(value);
      }
    }
    level = next;
  }
};
