import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from '../../src/calendar/bank-holidays.js';
import { workingCalendar } from '../../src/calendar/working-days.js';
import { compareProtocols } from '../../src/protocol/compare-protocols.js';
import { describeProtocol } from '../../src/protocol/describe-protocol.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';

/*
 * The guide has one example of each key, as the lines that are added to a file. The test reads which keys there are from the reader
 * itself, so a new key without an example fails; and an example that changes nothing of what the protocol says in words fails too. What
 * a key does to a dispute is in the test that the table below names.
 */

const guide = readFileSync('docs/protocol-file.md', 'utf8');

/** The file to which an example is added. */
const BASE = `id: example
title: Example
informal:
  name: A word first
  addressees: team-manager
  clock: 5 working-days
stages:
  - name: First
    addressees: [team-manager, service-manager]
    clock: 5 working-days
`;

interface Example {
  readonly key: string;
  readonly yaml: string;
}

/** From the guide: a heading of the example in backticks, and its block. */
const EXAMPLES: readonly Example[] = [...guide.matchAll(/^`([\w.-]+)`\n+```yaml example\n([\s\S]*?)```/gm)].map(
  ([, key, yaml]) => ({ key: key!, yaml: yaml! }),
);

const OF_A_STAGE = /^(informal|every-stage|stages\[\d+\])\./;

/** Keys by their places, those of a stage said once: `stage.clock.unit`. */
const everyKey = (): string[] => {
  const all = EXAMPLES.map(({ yaml }) => readProtocol(withExample(yaml), 'example.yaml').keys).flat();
  const plain = all.map((key) => key.replace(OF_A_STAGE, 'stage.').replace(/\[\d+\]/g, ''));
  return [...new Set(plain)].filter((key) => !/^(informal|every-stage|stages)$/.test(key));
};

/** An example of a stage begins with two spaces and goes under the last stage; of the file it stands at its end. */
const withExample = (yaml: string): string => {
  const own = /^(id|title|informal|stages):/m.exec(yaml)?.[1];
  if (own === undefined) return BASE + yaml;
  return BASE.replace(new RegExp(`^${own}:.*\\n(?:  .*\\n)*`, 'm'), '') + yaml;
};

const calendar = workingCalendar(bundledHolidays());

/** Keys that are blocks and lists of others: each is said by the keys below it. */
const isBlock = (key: string, keys: readonly string[]): boolean => keys.some((other) => other.startsWith(`${key}.`));

describe('every key of a protocol file', () => {
  const keys = everyKey();
  const base = readProtocol(BASE, 'base.yaml').protocol;

  it('is in the guide with an example, and the guide has no other', () => {
    const wanted = keys.filter((key) => !isBlock(key, keys));
    expect(wanted.filter((key) => !EXAMPLES.some((example) => example.key === key))).toEqual([]);
    expect(EXAMPLES.filter(({ key }) => !keys.includes(key)).map(({ key }) => key)).toEqual([]);
    expect(wanted.length).toBeGreaterThan(60);
  });

  it.each(EXAMPLES.map(({ key, yaml }) => [key, yaml] as const))('%s: its example is read and says something else', (key, yaml) => {
    const { protocol } = readProtocol(withExample(yaml), 'example.yaml');
    expect({ key, changed: compareProtocols(base, protocol).length > 0 }).toEqual({ key, changed: true });
    expect(describeProtocol(protocol, calendar)).not.toBe(describeProtocol(base, calendar));
  });
});
