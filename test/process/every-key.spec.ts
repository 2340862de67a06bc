import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { bundledHolidays } from '../../src/calendar/bank-holidays.js';
import { workingCalendar } from '../../src/calendar/working-days.js';
import { compareProtocols } from '../../src/protocol/compare-protocols.js';
import { describeProtocol } from '../../src/protocol/describe-protocol.js';
import type { Protocol } from '../../src/protocol/protocol.js';
import { ProtocolInvalid, readProtocol } from '../../src/protocol/read-protocol.js';
import { beyondADispute } from './beyond-a-dispute.js';
import { consequencesOf } from './consequences.js';

/*
 * The guide has one example of each key, as the lines that are added to a file. The test reads which keys there are from the reader
 * itself, so a new key without an example fails. An example must change what the protocol says in words, and what follows: from some act of
 * somebody in a dispute, or beside its disputes.
 */

const guide = readFileSync('docs/protocol-file.md', 'utf8');

const LAST = `  - name: Last
    addressees: director
    clock: 5 working-days
`;

/** The file to which an example is added. */
const BASE =
  `id: example
title: Example
informal:
  name: A word first
  addressees: team-manager
  clock: 5 working-days
stages:
  - name: First
    addressees: [team-manager, service-manager]
    clock: 5 working-days
` + LAST;

interface Example {
  readonly key: string;
  readonly yaml: string;
}

/** From the guide: a heading of the example in backticks, and its block. */
const EXAMPLES: readonly Example[] = [...guide.matchAll(/^`([\w.-]+)`\n+```yaml example\n([\s\S]*?)```/gm)].map(
  ([, key, yaml]) => ({ key: key!, yaml: yaml! }),
);

const OF_A_STAGE = /^(ladders\[\d+\]\.)?(informal|every-stage|stages\[\d+\])\./;

/** Keys by their places, those of a stage said once: `stage.clock.unit`. */
const everyKey = (): string[] => {
  const all = EXAMPLES.map(({ yaml }) => readProtocol(withExample(yaml), 'example.yaml').keys).flat();
  const plain = all.map((key) => key.replace(OF_A_STAGE, 'stage.').replace(/\[\d+\]/g, ''));
  return [...new Set(plain)].filter((key) => !/^(ladders\.)?(informal|every-stage|stages)$/.test(key));
};

/** An example of a stage begins with two spaces and goes under the last stage; of the file it stands at its end. */
const withExample = (yaml: string): string => {
  const own = /^(id|title|informal|stages):/m.exec(yaml)?.[1];
  if (own === undefined) return BASE + yaml;
  const isShort = own === 'stages' && !yaml.includes('Second');
  return BASE.replace(new RegExp(`^${own}:.*\\n(?:  .*\\n)*`, 'm'), '') + yaml + (isShort ? LAST : '');
};

/** Lists whose entries have keys of their own that may be left out. */
const OF_A_LIST: readonly string[] = ['ladders', 'levels'];

/** The example without the key that it is about, or the plain file where it cannot be left out. */
const without = (key: string, yaml: string): Protocol => {
  const document = parseDocument(withExample(yaml));
  const path = key.split('.');
  for (const at of [
    path,
    ...['stage', path[0]!].map(() => ['stages', 1, ...path.slice(1)]),
    ['stages', 0, ...path.slice(1)],
    ...(OF_A_LIST.includes(path[0]!) ? [[path[0]!, 0, ...path.slice(1)]] : []),
  ])
    if (document.hasIn(at)) {
      document.deleteIn(at);
      break;
    }
  try {
    return readProtocol(document.toString(), 'without.yaml').protocol;
  } catch (error) {
    if (error instanceof ProtocolInvalid) return readProtocol(BASE, 'base.yaml').protocol;
    throw error;
  }
};

const calendar = workingCalendar(bundledHolidays());

/** Keys that are blocks and lists of others: each is said by the keys below it. */
const isBlock = (key: string, keys: readonly string[]): boolean => keys.some((other) => other.startsWith(`${key}.`));

/** Whether anything follows from one that does not follow from the other: beside disputes, which is soon known, or in one. */
const differ = async (one: Protocol, other: Protocol): Promise<boolean> =>
  (await beyondADispute(one, other)).join('\n') !== (await beyondADispute(other, other)).join('\n') ||
  differInADispute(one, other);

const differInADispute = (one: Protocol, other: Protocol): boolean => {
  const ofTheOther = consequencesOf(other);
  for (const consequence of consequencesOf(one)) if (ofTheOther.next().value !== consequence) return true;
  return ofTheOther.next().done !== true;
};

describe('every key of a protocol file', () => {
  const keys = everyKey();
  const base = readProtocol(BASE, 'base.yaml').protocol;

  it('is in the guide with an example, and the guide has no other', () => {
    const wanted = keys.filter((key) => !isBlock(key, keys));
    expect(wanted.filter((key) => !EXAMPLES.some((example) => example.key === key))).toEqual([]);
    expect(EXAMPLES.filter(({ key }) => !keys.includes(key)).map(({ key }) => key)).toEqual([]);
    expect(wanted.length).toBeGreaterThan(60);
  });

  it.each(EXAMPLES.map(({ key, yaml }) => [key, yaml] as const))(
    '%s: its example is read and says something else',
    (key, yaml) => {
      const { protocol } = readProtocol(withExample(yaml), 'example.yaml');
      expect({ key, changed: compareProtocols(base, protocol).length > 0 }).toEqual({ key, changed: true });
      expect(describeProtocol(protocol, calendar)).not.toBe(describeProtocol(base, calendar));
    },
  );

  it.each(EXAMPLES.map(({ key, yaml }) => [key, yaml] as const))('%s makes a difference', async (key, yaml) => {
    const { protocol } = readProtocol(withExample(yaml), 'example.yaml');
    const plain = without(key, yaml);
    const isTheSame = compareProtocols(plain, protocol).length === 0;
    expect({ key, differs: await differ(protocol, isTheSame ? base : plain) }).toEqual({ key, differs: true });
  });
});
