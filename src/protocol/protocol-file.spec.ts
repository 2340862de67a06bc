import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { allStages } from './ladder.js';
import { POPULATIONS, POST_KINDS } from './protocol.js';
import { ProtocolInvalid, readProtocol } from './read-protocol.js';
import { FROM_BELOW } from './stages-without-effect.js';
import { ACKNOWLEDGEMENT_THEMES, DISPUTE_THEMES } from './themes.js';

const page = readFileSync(new URL('../../docs/protocol-file.md', import.meta.url), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(page)![1]!;

/** The keys a block may have, as the reader itself lists them when it meets one that it does not know. */
const keysOf = (yaml: string): string[] => {
  try {
    readProtocol(yaml, 'rules.yaml');
  } catch (error) {
    if (!(error instanceof ProtocolInvalid)) throw error;
    return error.problems.flatMap(({ message }) => /allowed here: (.*)$/.exec(message)?.[1]?.split(', ') ?? []);
  }
  return [];
};

describe('the page about protocol files', () => {
  it('begins with an example that loads without a warning', () => {
    const { protocol, warnings } = readProtocol(example, 'example.yaml');
    expect(warnings).toEqual([]);
    expect(protocol.informal?.clock).toEqual({ unit: 'none' });
    expect(protocol.stages.map((stage) => [stage.number, stage.name, stage.clock])).toEqual([
      [1, 'Team manager', { unit: 'working-days', amount: 5 }],
      [2, 'Head of service', { unit: 'hours', amount: 48 }],
      [3, 'Director', { unit: 'working-days', amount: 10 }],
    ]);
    expect(protocol.words.disputes).toBe('alerts');
  });

  it('has a longer file that loads with the one warning that it speaks of', () => {
    const [, longer] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml!);
    const { protocol, warnings } = readProtocol(longer!, 'longer.yaml');
    expect(warnings).toEqual([expect.stringMatching(/only after all earlier stages/)]);
    expect(allStages(protocol).map(({ name, onSilence, escalatedBy }) => [name, onSilence, escalatedBy])).toEqual([
      ['Team manager', 'chase-then-ask', ['iro', 'iro-manager']],
      ['Resolution meeting', 'chase-then-ask', ['iro', 'iro-manager']],
      ['Director', 'ask-the-judge', ['iro', 'iro-manager']],
      ['Report to the chief executive', 'chase-then-ask', ['iro', 'iro-manager']],
      ['Virtual school head', 'chase-then-ask', ['iro', 'iro-manager']],
      ['Director for learning', 'chase-then-ask', ['iro', 'iro-manager']],
      ['Head of quality assurance', 'chase-then-ask', ['iro-manager']],
    ]);
  });

  it.each([
    ['the protocol', `${example}zzzzzzzzz: 1`, 26],
    ['a stage', example.replace('    clock: 48 hours', '    clock: 48 hours\n    zzzzzzzzz: 1'), 19],
    ['another ladder', `${example}ladders: [{ code: a, zzzzzzzzz: 1 }]`, 7],
    ['what a ladder is for', `${example}ladders: [{ code: a, for: { zzzzzzzzz: 1 } }]`, 5],
    ['the words of a ladder', `${example}ladders: [{ code: a, words: { zzzzzzzzz: 1 } }]`, 6],
    ['a level', `${example}levels: [{ code: red, zzzzzzzzz: 1 }, green]`, 3],
    ['a clock', example.replace('48 hours', '{ unit: none, zzzzzzzzz: 1 }'), 5],
    ['an entry', `${example}    entry: { zzzzzzzzz: 1 }`, 2],
    ['the words', example.replace('  dispute: alert', '  dispute: alert\n  zzzzzzzzz: 1'), 11],
    ['Cafcass', `${example}cafcass: { zzzzzzzzz: 1 }`, 2],
    ['acknowledgements', `${example}acknowledgement: { zzzzzzzzz: 1 }`, 1],
    ['what comes before raising', `${example}before-raising: { act: call, zzzzzzzzz: 1 }`, 5],
    ['a post', `${example}posts: [{ code: lead, title: Lead, zzzzzzzzz: 1 }]`, 4],
    ['the limit', `${example}total-cap: { zzzzzzzzz: 1 }`, 4],
    ['extensions', `${example}extensions: { zzzzzzzzz: 1 }`, 3],
    ['a theme', `${example}themes: [{ code: DD, zzzzzzzzz: 1 }]`, 4],
    ['a standard', `${example}review-standards: [{ code: plan, text: There is one., zzzzzzzzz: 1 }]`, 4],
    ['recommendations', `${example}recommendations: { clock: 5 working-days, zzzzzzzzz: 1 }`, 2],
    ['pauses', `${example}pauses: { zzzzzzzzz: 1 }`, 2],
  ])('explains every key of %s', (_, yaml, count) => {
    const keys = keysOf(yaml);
    expect(keys).toHaveLength(count);
    for (const key of keys) expect(page).toMatch(new RegExp(`\`${key}\``));
  });

  it('names every post and every population', () => {
    for (const word of [...POST_KINDS, ...POPULATIONS]) expect(page).toContain(`\`${word}\``);
  });

  it('names every theme with its label, and which post stands below which', () => {
    for (const { code, label } of [...DISPUTE_THEMES, ...ACKNOWLEDGEMENT_THEMES])
      expect(page).toContain(`\`${code}\` ${label}`);
    const ranks = FROM_BELOW.map((level) => level.map((post) => `\`${post}\``).join(' and '));
    expect(page.replace(' side by side', '')).toContain(`From below: ${ranks.join(', ')}.`);
  });
});
