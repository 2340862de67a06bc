import { describe, expect, it } from '@jest/globals';
import { ProtocolInvalid, readProtocol } from './read-protocol.js';

const RULES = `id: small
title: Small
informal:
  name: Word
  addressees: social-worker
  clock: none
stages:
  - name: First
    addressees: team-manager
    clock: 5 working-days
  - name: Second
    addressees: director
    clock: 10 working-days
`;

const problemsIn = (text: string): string[] => {
  try {
    readProtocol(text, 'rules.yaml');
  } catch (error) {
    if (error instanceof ProtocolInvalid) return error.problems.map(({ line, message }) => `${line}: ${message}`);
    throw error;
  }
  return [];
};

const written = (line: string, instead: string): string => {
  expect(RULES).toContain(line);
  return RULES.replace(line, instead);
};
const LADDER =
  'ladders:\n  - { code: a, name: A, for: FOR, stages: [{ name: X, addressees: director, clock: 5 hours }] }\n';
const ladder = (chosen: string): string => RULES + LADDER.replace('FOR', chosen);
const second = LADDER.replace('code: a, name: A', 'code: b, name: B').replace('ladders:\n', '');

describe('a value that cannot be meant is refused once, with what to write', () => {
  it('is read where nothing is wrong', () => expect(problemsIn(RULES)).toEqual([]));

  it.each([
    ['none as a name', 'name: First', 'name: none', /^8: name is 'none'; it must be words/],
    ['letters that cannot be seen', 'title: Small', 'title: "Sm\\u200ball"', /^2: .* cannot be seen/],
    ['a code with spaces', 'name: First', 'code: the first\n    name: First', /^8: .* as stage-1$/],
    [
      'an empty block that must be there',
      'clock: 10 working-days',
      'clock: {}',
      /^13: clock is empty; write it on one line/,
    ],
    ['a number with a comma', '10 working', '1,5 working', /^13: clock.amount is '1,5'; it must be a whole/],
    ['a number in words', '10 working', 'ten working', /^13: .* write a number and a unit, as `5 working-days`$/],
    ['a span of numbers', '10 working', '5-10 working', /^13: .* write a number and a unit, as `5 working-days`$/],
    ['a word for a time', '10 working-days', 'soon', /^13: clock.unit is 'soon'; allowed: working-days/],
    ['words on several lines', 'title: Small', 'title: |\n  Small\n  rules', /^2: title is 'Small rules'; it must be/],
    ['none beside others', 'clock: 10', 'copy-to: [team-manager, none]\n    clock: 10', /^13: .* none stands alone/],
    ['an entry of another stage', 'clock: 5', 'entry: with-reason\n    clock: 5', /^10: .* allowed here: start$/],
    ['start above the first', 'clock: 10', 'entry: start\n    clock: 10', /^13: .* allowed: with-reason, after/],
    ['the top', 'clock: 10', 'top-of-ladder: Cafcass\n    clock: 10', /^13: .*; say needs: report-only/],
    ['a number after a mark', 'name: First', 'name: Form # 1', /^8: name is 'Form'; “# 1” after it is read as a/],
    ['a mark before a number', 'name: First', 'name: #1', /^8: name is empty; “#1” after it is read as a comment/],
  ])('%s', (_what, line, instead, message) => {
    expect(problemsIn(written(line, instead))).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['none as a source', 'source: none', /^14: source is 'none'; leave the key out/],
    ['an empty block', 'cafcass: {}', /^14: cafcass is empty; leave the key out/],
    ['a hexadecimal number', 'total-cap: { amount: 0x10 }', /^14: .* is '0x10'; it must be a whole number/],
    ['no limit, in a word', 'total-cap: no', /^14: total-cap.unit is 'no'; did you mean 'none'\?$/],
    ['no unit of a limit', 'total-cap: { unit: none }', /^14: .* is 'none'; allowed: working-days$/],
    ['a word for a block', 'extensions: yes', /^14: extensions is 'yes'; .* lines, as `extensions: { allowed: yes }`$/],
    [
      'the first day',
      'from: 2026-04-01',
      /^14: there is no key 'from'; the first day in force is said when the file is adopted/,
    ],
    ['names without commas', 'raisers: [iro iro-manager]', /^14: .* put a comma between them: \[iro, iro-m/],
    ['a misspelt route to Cafcass', 'cafcass: { populations: lac }', /^14: .* is 'lac'; allowed: looked-after$/],
    ['misspelt acts, one of which is no act', 'before-raising: [call, calls]', /^14: act is 'calls'; did you mean/],
    ['the same level twice', 'levels: [red, red]', /^14: code is 'red'; it is listed already$/],
    ['a level in capitals, twice', 'levels: [red, RED]', /^14: code is 'RED'; write it in small letters/],
    [
      'one label of two themes',
      'themes: [{ code: DD, label: X }, { code: EDI, label: x }]',
      /^14: label is 'x'; another theme/,
    ],
    [
      'one standard twice',
      'review-standards: [{ code: a, text: Seen }, { code: b, text: seen }]',
      /^14: text is 'seen'; another standard says so/,
    ],
    [
      'no theme of a standard',
      'review-standards: [{ code: a, text: Seen, theme: none }]',
      /^14: theme is 'none'; leave the key out/,
    ],
    [
      'a key of every stage that each says itself',
      'every-stage: { clock: 1 hours }',
      /^14: every-stage.clock .* does nothing/,
    ],
    [
      'a route to Cafcass for children whom the protocol is not for',
      'cafcass: { populations: looked-after }\npopulations: child-protection',
      /^14: .* the protocol is not for looked-after children; leave it out/,
    ],
  ])('%s', (_what, more, message) => {
    expect(problemsIn(`${RULES}${more}\n`)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['nothing', ladder('{}'), /^15: nothing says for which disputes the ladder a is/],
    ['what no ladder is for', ladder('{ kinds: concern }'), /^15: there is no key 'for.kinds'; allowed here/],
    [
      'another name than Main',
      ladder('{ themes: DD }').replace('name: A', 'name: Main'),
      /^15: name is 'Main'; the ladder/,
    ],
    [
      'a theme of a group that goes up another',
      ladder('{ themes: DD }') + second.replace('FOR', '{ themes: DD-PERM }'),
      /^16: every dispute that the ladder b is for goes up a/,
    ],
    [
      'nothing that it knows, and one behind it',
      ladder('{ theme: DD }') + second.replace('FOR', '{ themes: EDI }'),
      /^15: there is no key 'for.theme'; did you mean 'themes'\?$/,
    ],
  ])('a ladder for %s', (_what, text, message) => {
    expect(problemsIn(text)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['a comment after a name', RULES.replace('name: First', 'name: First # 2 in the old form')],
    ['lines that end as on old machines', RULES.replaceAll('\n', '\r')],
    ['a key of every stage that one of them leaves out', `${RULES}every-stage: { judges: iro-manager }\n`],
  ])('%s is read', (_what, text) => {
    expect(problemsIn(text)).toEqual([]);
  });
});
