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
    .map((key) => ({ key, before: old.get(key) ?? null, after: now.get(key) ?? null }))
    .filter((rule) => rule.before !== rule.after);
};

const byKey = (rules: readonly RuleInWords[]): Map<string, string> =>
  new Map(rules.map(({ key, says }) => [key, says]));
