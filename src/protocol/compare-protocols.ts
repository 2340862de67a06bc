import { type RuleInWords, rulesInWords } from './in-words.js';
import type { Protocol } from './protocol.js';

/** A rule that two protocols say differently; null where one of them does not say it at all. */
export interface RuleChanged {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Key by key, in words, in the order of the keys; empty where the rules are the same. */
export const compareProtocols = (before: Protocol, after: Protocol): RuleChanged[] => {
  const [old, now] = [byKey(rulesInWords(before)), byKey(rulesInWords(after))];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((key) => !isSaidBelow(key, old) && !isSaidBelow(key, now))
    .map((key) => ({ key, before: saidOf(key, old), after: saidOf(key, now) }))
    .filter((rule) => rule.before !== rule.after);
};

/** A key as people count and call it: `stages[0].clock` is `stage 1, clock`. */
export const keyForPeople = (key: string): string =>
  key
    .replace(/^ladders\[([^\]]+)\]\./, 'ladder $1, ')
    .replace(/\bstages\[(\d+)\]\./, (_, index: string) => `stage ${Number(index) + 1}, `);

/** A block that one protocol has not is said by one sentence there, and by its keys in the other: the sentence answers each of them. */
const saidOf = (key: string, rules: ReadonlyMap<string, string>): string | null => {
  for (let at = key; at !== ''; at = at.replace(/[.[]?[^.[]*$/, '')) {
    const says = rules.get(at);
    if (says !== undefined) return says;
  }
  return null;
};

const isSaidBelow = (key: string, rules: ReadonlyMap<string, string>): boolean =>
  !rules.has(key) && [...rules.keys()].some((other) => other.startsWith(`${key}.`));

const byKey = (rules: readonly RuleInWords[]): Map<string, string> =>
  new Map(rules.map(({ key, says }) => [key, says]));
