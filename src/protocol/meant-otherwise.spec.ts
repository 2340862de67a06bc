import { describe, expect, it } from '@jest/globals';
import { ProtocolInvalid, readProtocol } from './read-protocol.js';

const RULES = `id: small
title: Small
before-raising:
  - act: email
    rule: required
  - act: call
extensions:
  allowed: yes
  maximum-working-days: 3
raisers: [iro, iro-manager]
informal:
  name: Word
  addressees: social-worker
  clock: none
ladders:
  - code: drift
    name: Drift
    for:
      themes: [DD, EDUC]
    stages:
      - { name: A, addressees: director, clock: 3 working-days }
stages:
  - name: First
    addressees: [team-manager, service-manager]
    clock: 5 working-days
  - name: Second
    addressees: director
    clock:
      unit: working-days
      amount: 10
      after-send-back: 3
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
  return RULES.replace(line, () => instead);
};
const POST = 'addressees: director\n    clock:\n';

describe('a mistake is told once, by what was meant', () => {
  it('is read where nothing is wrong', () => expect(problemsIn(RULES)).toEqual([]));

  it.each([
    ['a title still to come', 'title: Small', 'title: TBC', /^2: title is 'TBC'; it holds the place of words/],
    ['a name between angle brackets', 'name: First', 'name: <name of the stage>', /^23: name is .* still to come/],
    ['question marks for a name', 'name: First', 'name: ???', /^23: name is '\?\?\?'; .* still to come/],
    ['a note among the words', 'name: First', 'name: First manager (TBC)', /^23: name is .* still to come/],
    [
      'a source still to come',
      'title: Small',
      'title: Small\nsource: to be confirmed',
      /^3: source is .* still to come/,
    ],
    ['brackets around a name', 'name: First', 'name: [First]', /^23: name is 'First'; brackets make a list of it/],
    [
      'a clock with nothing',
      'clock: 5 working-days',
      'clock:',
      /^25: clock is empty; write it on one line, as `clock: 5 working-days`$/,
    ],
    [
      'a clock as a list',
      'clock: 5 working-days',
      'clock: [5, working-days]',
      /^25: clock is .*; write it on one line/,
    ],
    [
      'a part of a clock outside of it',
      '      after-send-back: 3\n',
      '    after-send-back: 3\n',
      /^31: .*'after-send-back'; it belongs to clock: write it below/,
    ],
    [
      'another word for the clock',
      '    clock: 5 working-days',
      '    clock: 5 working-days\n    deadline: 5 working-days',
      /^26: .*'deadline'; the time for an answer is clock$/,
    ],
    [
      'a note in a stage',
      '    clock: 5 working-days',
      '    clock: 5 working-days\n    note: see the guide',
      /^26: .*'note'; what is no rule is written as a comment/,
    ],
    [
      'themes of a ladder outside of for',
      '    for:\n      themes: [DD, EDUC]\n',
      '    for: { about: iro-practice }\n    themes: DD\n',
      /^19: .*'themes'; it belongs to for/,
    ],
    [
      'a rule of a stage at the top',
      'title: Small',
      'title: Small\non-silence: chase-then-ask',
      /^3: .*'on-silence'; it belongs to a stage: .*`every-stage:`$/,
    ],
    [
      'the council at the top',
      'title: Small',
      'title: Small\ncouncil: Smallshire',
      /^3: .*'council'; the name for people is title$/,
    ],
    [
      'a first day at the top',
      'title: Small',
      'title: Small\nvalid-from: 2026-04-01',
      /^3: .*'valid-from'; the first day in force is said when/,
    ],
    [
      'stages inside of the informal one',
      '  clock: none\n',
      '  clock: none\n  total-cap: none\n',
      /^15: .*'total-cap'; it belongs to no stage/,
    ],
    [
      'a number with its unit',
      'maximum-working-days: 3',
      'maximum-working-days: 3 working-days',
      /^9: .*write the number alone, without a unit$/,
    ],
    [
      'a number in words beside another',
      'amount: 10',
      'amount: ten',
      /^30: clock.amount is 'ten'; it must be a whole number/,
    ],
    ['an act that is no act', 'act: email', 'act: letter', /^4: act is 'letter'; allowed/],
    [
      'one act as two',
      'act: email',
      'act: [email, child-told]',
      /^4: act is .*; it takes one alone, without brackets: call or email/,
    ],
    [
      'two acts that are called the same',
      '    rule: required\n  - act: call\n',
      '    in-words: Ring\n  - act: call\n    in-words: Ring\n',
      /^7: in-words is 'Ring'; another act is called so/,
    ],
    [
      'a list in a list',
      '[iro, iro-manager]',
      '[[iro, iro-manager]]',
      /^10: raisers is .*; put all of them between one pair of brackets: \[iro, iro-manager\]$/,
    ],
    [
      'braces around a list',
      '[iro, iro-manager]',
      '{ iro, iro-manager }',
      /^10: raisers is a block; put all of them between one pair of brackets/,
    ],
    [
      'a list on one line and below',
      'raisers: [iro, iro-manager]',
      'raisers: iro\n  - iro-manager',
      /^10: raisers is .*; write more than one in brackets: \[iro, iro-manager\]$/,
    ],
    [
      'initials of a post',
      POST,
      POST.replace('director', 'HOS'),
      /^27: addressees is 'HOS'; did you mean 'head-of-service'\?$/,
    ],
    [
      'a post that the program has not',
      POST,
      POST.replace('director', 'group-manager'),
      /^27: addressees is 'group-manager'; .* first listed under posts$/,
    ],
    [
      'a slip of the pen in a post',
      POST,
      POST.replace('director', 'directr'),
      /^27: addressees is 'directr'; did you mean 'director'\?$/,
    ],
    ['a theme in small letters', 'EDUC]', 'educ]', /^19: .*'educ' is no theme of disputes; did you mean 'EDUC'\?$/],
    ['a theme by what it is called', 'EDUC]', 'Life story and identity work]', /^19: .* did you mean 'LIFE'\?$/],
    [
      'a mark of a page of text',
      'id: small',
      '```yaml\nid: small',
      /^1: this line is a mark of a page of text around the file/,
    ],
    ['a key in bold letters', 'id: small', '**id**: small', /^1: the marks around this key are those of bold letters/],
    [
      'a line that begins with a copied space',
      'title: Small',
      'title: Small\n\u00A0one-form: yes',
      /^3: a space on this line was copied from elsewhere/,
    ],
    [
      'a key without its colon below words',
      'title: Small',
      'title: Small\n  kinds concern',
      /^3: no colon stands after `kinds`, so this line is read as more of the words above it/,
    ],
  ])('%s', (_, line, instead, said) => {
    expect(problemsIn(written(line, instead))).toEqual([expect.stringMatching(said)]);
  });

  it.each([
    ['an empty file', ''],
    ['a file of comments', '# Small\n'],
  ])('%s has nothing in it', (_, text) => expect(problemsIn(text)).toEqual(['1: there is nothing in the file']));

  it.each([
    ['words that hold a place, in quotes', 'title: Small', 'title: "TBC"'],
    ['words that go on below', 'title: Small', 'title: Small\n  rules for all'],
    ['words that go on below and begin as a key, in quotes', 'title: Small', 'title: "Small\n  kinds of rules"'],
  ])('%s are read', (_, line, instead) => expect(problemsIn(written(line, instead))).toEqual([]));
});
