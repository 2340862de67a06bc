import { describe, expect, it } from '@jest/globals';
import { ProtocolInvalid, readProtocol } from './read-protocol.js';

const RULES = `id: small
title: Small
stages:
  - name: First
    addressees: team-manager
    clock: 5 working-days
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

const onlyProblemOf = (text: string): string => {
  const [problem, ...more] = problemsIn(text);
  expect(more).toEqual([]);
  return problem ?? 'none';
};

describe('the refusal of a word offers what may stand there', () => {
  it('none, where the list may be empty', () => {
    for (const key of ['copy-to', 'notify-only']) {
      expect(onlyProblemOf(`${RULES}    ${key}: nobody\n`)).toBe(`7: ${key} is 'nobody'; did you mean 'none'?`);
      expect(onlyProblemOf(`${RULES}    ${key}: shareholders\n`)).toMatch(
        /; allowed: iro, .*, none; a post of the council/,
      );
      expect(problemsIn(`${RULES}    ${key}: [none]\n`)).toEqual([]);
    }
    expect(onlyProblemOf(`${RULES}raisers: nobody\n`)).not.toMatch(/none/);
  });

  it('no route that is refused in its turn', () => {
    expect(onlyProblemOf(`${RULES}parallel-routes: nothing\n`)).toBe(
      "7: parallel-routes is 'nothing'; did you mean 'none'?",
    );
    expect(onlyProblemOf(`${RULES}parallel-routes: ombudsman\n`)).toMatch(/; allowed: other-agency, none$/);
  });

  it.each([
    ['raisers', 'iro, iro-manager', 'write more than one in brackets: [iro, iro-manager]'],
    ['raisers', 'iro or iro-manger', 'write more than one in brackets: [iro, iro-manager]'],
    ['raisers', '[iro and iro-manager]', 'put a comma between them: [iro, iro-manager]'],
    ['populations', 'looked-after / care-leaver', 'write more than one in brackets: [looked-after, care-leaver]'],
  ])('brackets, where several stand as one: %s: %s', (key, written, advice) => {
    expect(onlyProblemOf(`${RULES}${key}: ${written}\n`)).toContain(advice);
  });

  it('brackets in the themes of a ladder, and levels that there are', () => {
    const ladder = (chosen: string): string =>
      `${RULES}ladders:\n  - code: a\n    name: A\n    for: { ${chosen} }\n    stages: [{ name: A, addressees: director, clock: none }]\n`;
    expect(onlyProblemOf(ladder('themes: "DD, EDI"'))).toMatch(
      /^10: .*; name codes or groups of them, as \[DD, EDI\]$/,
    );
    expect(onlyProblemOf(ladder('levels: red'))).toBe(
      "10: for.levels is 'red'; the protocol has no levels; list them at the top, as `levels: [red, amber, green]`",
    );
  });

  it('to leave out a key that has no value', () => {
    for (const key of ['words', 'acknowledgement', 'review-standards', 'themes'])
      expect(onlyProblemOf(`${RULES}${key}: none\n`)).toBe(
        `7: ${key} is 'none'; leave the key out where the protocol has nothing to say of it`,
      );
  });

  it('yes and no, however they are written', () => {
    for (const [word, allowed] of [
      ['Yes', true],
      ['TRUE', true],
      ['"yes"', true],
      ['No', false],
      ['False', false],
    ] as const)
      expect(readProtocol(`${RULES}extensions: { allowed: ${word} }\n`, 'rules.yaml').protocol.extensions.allowed).toBe(
        allowed,
      );
    expect(onlyProblemOf(`${RULES}extensions: { allowed: yess }\n`)).toContain("did you mean 'yes'?");
  });

  it('the unit of a number', () => {
    for (const text of [RULES.replace('5 working-days', '5'), RULES.replace('5 working-days', '{ amount: 5 }')])
      expect(onlyProblemOf(text)).toBe('6: the unit of this time is missing; write for example `5 working-days`');
    expect(onlyProblemOf(`${RULES}before-raising: { act: call, within: 5 }\n`)).toMatch(/^7: the unit of this time/);
  });
});

describe('a post of the council’s own', () => {
  const posts = (post: string, addressees = 'director'): string =>
    `${RULES.replace('team-manager', addressees)}posts:\n  - ${post}\n`;

  it('says what its holders may do, or that they do not sign in', () => {
    expect(onlyProblemOf(posts('{ code: nurse, title: Nurse }'))).toMatch(
      /^8: acts-as is missing; write for example `acts-as: head-of-service`, or `outside: yes`/,
    );
  });

  it('acts as one of nine', () => {
    expect(onlyProblemOf(posts('{ code: nurse, title: Nurse, acts-as: iro-manager }'))).toMatch(
      /^8: acts-as is 'iro-manager'; .*allowed: assistant-team-manager, .*, chief-executive$/,
    );
    expect(onlyProblemOf(posts('{ code: nurse, title: Nurse, acts-as: team-manger }'))).toContain(
      "did you mean 'team-manager'?",
    );
  });

  it.each(['virtual-head', 'Virtual Head'])(
    'whose code is refused is not refused again where it is named: %s',
    (named) => {
      expect(onlyProblemOf(posts('{ code: Virtual Head, title: School, acts-as: director }', named))).toMatch(
        /^8: code is 'Virtual Head'; write it in small letters/,
      );
    },
  );

  it('of a code that the program has does not take its place in other lists', () => {
    const text = posts('{ code: iro, title: Other, acts-as: director }');
    expect(onlyProblemOf(`${text}cafcass: { by: iro }\n`)).toMatch(/^8: code is 'iro'; there is a post of this code/);
  });
});

describe('one mistake is said once, at its line', () => {
  const stages = '    stages:\n      - name: A\n        addressees: director\n        clock: none\n';
  const ladder = (code: string, chosen: string, more = ''): string =>
    `  - code: ${code}\n    name: ${code} ${chosen.length}\n    for: { ${chosen} }\n${stages}${more}`;
  const practice = (more: string): string =>
    `${RULES}ladders:\n${ladder('practice', 'about: iro-practice, raisers: iro-manager', more)}`;

  it.each(['judges', 'escalation-judges', 'escalated-by'])('the IRO among %s of a ladder about an IRO', (key) => {
    expect(onlyProblemOf(practice(`        ${key}: iro\n`))).toMatch(
      new RegExp(`^15: ${key} names iro, and this ladder`),
    );
  });

  it('the judge who answers, on such a ladder', () => {
    expect(onlyProblemOf(practice('        judges: director\n'))).toMatch(/^15: each of the judges must answer/);
    expect(onlyProblemOf(practice('').replace('addressees: director', 'addressees: iro-manager'))).toMatch(
      /^13: each of the judges must answer/,
    );
  });

  it('a code that two ladders have', () => {
    expect(onlyProblemOf(`${RULES}ladders:\n${ladder('a', 'themes: DD')}${ladder('a', 'themes: EDI')}`)).toMatch(
      /^15: code is 'a' of two ladders/,
    );
  });

  it('a word that says nothing about what a ladder is', () => {
    expect(onlyProblemOf(`${RULES}ladders:\n${ladder('a', 'about: practice')}`)).toMatch(
      /^10: for.about is 'practice'/,
    );
  });

  it.each([
    ['an empty list', 'stages: []\n', /^3: stages is empty; give at least one entry$/],
    ['a word', 'stages: none\n', /^3: stages is 'none'; it must be a list, each entry beginning with `- `$/],
    ['a block', 'stages:\n  name: First\n', /^4: stages is a block; it must be a list/],
  ])('stages that are %s', (_what, written, message) => {
    expect(onlyProblemOf(`id: small\ntitle: Small\n${written}`)).toMatch(message);
  });
});
