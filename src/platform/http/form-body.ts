import { Problem } from './problem.js';

/*
 * `actions[0][what]=x` is read as { actions: [{ what: 'x' }] }, and `themes=a&themes=b` as a list. The content of a form is bounded, and no
 * name of a field reaches a prototype.
 */

const DEEPEST = 4;
/** Fields of one form. */
export const MOST_FIELDS = 500;
const LONGEST_LIST = 100;
const NAME = /^([A-Za-z_][\w-]*)((?:\[(?:\d{1,3}|[A-Za-z_][\w-]*)?\])*)$/;

type Group = Record<string, unknown>;

const unreadable = (detail: string): Problem => new Problem(400, 'malformed-request', detail);

/**
 * Reads the body of a form.
 * @throws Problem `malformed-request` for what no form of ours sends
 */
export const readFormBody = (bytes: Buffer): Group => formFrom(pairsIn(bytes));

/** Names and values of a form, in the order in which they were sent. */
export type FormFields = Iterable<readonly [name: string, value: string]>;

/**
 * The body that the fields of a form make together, however they were sent.
 * @throws Problem `malformed-request` for what no form of ours sends
 */
export const formFrom = (fields: FormFields): Group => {
  const root = emptyGroup();
  let count = 0;
  for (const [name, value] of fields) {
    if (++count > MOST_FIELDS) throw unreadable(`The form has more than ${MOST_FIELDS} fields.`);
    put(root, pathIn(name), value.replace(/\r\n?/g, '\n'));
  }
  return withLists(root) as Group;
};

function* pairsIn(bytes: Buffer): Generator<[name: string, value: string]> {
  for (const pair of bytes.toString('latin1').split('&')) if (pair !== '') yield decoded(pair);
}

const emptyGroup = (): Group => Object.create(null) as Group;

/** `decodeURIComponent` and not `URLSearchParams`, which would replace bytes that are not UTF-8 without a word. */
const decoded = (pair: string): [name: string, value: string] => {
  const at = pair.indexOf('=');
  const part = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
  try {
    return at < 0 ? [part(pair), ''] : [part(pair.slice(0, at)), part(pair.slice(at + 1))];
  } catch {
    throw unreadable('The form is not in UTF-8: encode it so and send it again.');
  }
};

const pathIn = (name: string): string[] => {
  const match = NAME.exec(name);
  if (!match) throw unreadable('The form has a field whose name cannot be read.');
  const path = [match[1]!, ...[...match[2]!.matchAll(/\[([^\]]*)\]/g)].map(([, key]) => key!)];
  if (path.length > DEEPEST || path.some((key) => key === 'prototype' || key in Object.prototype))
    throw unreadable('The form has a field with a name that is not allowed.');
  return path;
};

const put = (group: Group, [key, ...rest]: readonly string[], value: string): void => {
  const name = key === '' ? String(Object.keys(group).length) : key!;
  if (rest.length > 0) {
    const below = (group[name] ??= emptyGroup());
    if (typeof below !== 'object' || below === null || Array.isArray(below)) throw bothValueAndGroup();
    return put(below as Group, rest, value);
  }
  const before = group[name];
  if (before === undefined) group[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else if (typeof before === 'string') group[name] = [before, value];
  else throw bothValueAndGroup();
};

const bothValueAndGroup = (): Problem => unreadable('The form has a field that is both a value and a group.');

/** Groups whose keys are all numbers become lists, in the order of the numbers and without gaps: a row that was removed leaves none. */
const withLists = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const group = value as Group;
  const keys = Object.keys(group);
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    if (keys.length > LONGEST_LIST) throw unreadable(`The form has a list of more than ${LONGEST_LIST} rows.`);
    return keys
      .map(Number)
      .sort((a, b) => a - b)
      .map((key) => withLists(group[String(key)]));
  }
  return Object.fromEntries(keys.map((key) => [key, withLists(group[key])]));
};
