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
    addressees: [team-manager, service-manager]
    clock: 5 working-days
  - name: Second
    addressees: director
    clock: { unit: working-days, amount: 10 }
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
const MORE = 'stages:';
const PRACTICE = `ladders:
  - code: practice
    name: Practice
    for: { about: iro-practice, raisers: iro-manager }
    stages: [{ name: Head, addressees: head-of-service, clock: 5 working-days }]
`;

describe('one slip of the pen is told once, with its line and what to write', () => {
  it('is read where nothing is wrong', () => expect(problemsIn(RULES)).toEqual([]));

  it.each([
    [
      'curly quotes around a title',
      'title: Small',
      'title: “Small rules”',
      /^2: title is .*curly.*type straight ones: "Small rules"$/,
    ],
    ['a curly quote that is never closed', 'title: Small', 'title: “Small rules', /^2: .*curly/],
    ['single curly quotes around a name', 'name: First', 'name: ‘First’', /^8: .*curly.*: "First"$/],
    ['a number in quotes', 'amount: 10', 'amount: "10"', /^13: clock.amount is '10'; .*without them: 10$/],
    [
      'a hyphen that is none',
      '5 working-days',
      '5 working\u2011days',
      /^10: .*a hyphen in it was copied.*type it anew: working-days$/,
    ],
    [
      'a hyphen in a code that is none',
      'id: small',
      'id: small\u2010place',
      /^1: .*a hyphen in it was copied.*anew: small-place$/,
    ],
    [
      'a hyphen in a key that is none',
      MORE,
      'one\u2011form: yes\nstages:',
      /^7: there is no key .*a hyphen in it was copied.*: one-form$/,
    ],
    [
      'a key in capitals that must be there',
      'clock: 5 working-days',
      'Clock: 5 working-days',
      /^10: there is no key 'Clock'; did you mean 'clock'/,
    ],
    [
      'a semicolon for a comma',
      'team-manager, service',
      'team-manager; service',
      /^9: .*put a comma between them: \[team-manager, service-manager\]$/,
    ],
    [
      'a comma left out between braces',
      'days, amount',
      'days amount',
      /^13: a comma is missing before `amount:`.*`, amount: …`$/,
    ],
    ['no space before a comment', '5 working-days', '5 working-days# a week', /^10: .*put a space before it/],
    [
      'no space before a comment after a name',
      'name: First',
      'name: First# of two',
      /^8: name is .*put a space before it: `First # …`.*quotes$/,
    ],
    [
      'yes for a limit',
      MORE,
      'total-cap: yes\nstages:',
      /^7: total-cap.unit is 'yes'; write for example `total-cap: 20 working-days`, or/,
    ],
    [
      'no route to Cafcass',
      MORE,
      'cafcass: none\nstages:',
      /^7: cafcass is 'none'; nothing may close the route.*leave the key out$/,
    ],
    [
      'a key with nothing behind it',
      'clock: 5 working-days',
      'clock: 5 working-days\n    copy-to:',
      /^11: copy-to is empty; name posts, say none, or leave the key out$/,
    ],
    [
      'children in words of their own',
      MORE,
      'populations: [looked after, care-leaver]\ncafcass: { populations: looked-after }\nstages:',
      /^7: populations is 'looked after'; did you mean/,
    ],
    [
      'a rule of one stage for all',
      MORE,
      'every-stage: { entry: with-reason }\nstages:',
      /^7: every-stage.entry is .*say it at the stage$/,
    ],
    [
      'an entry of a list without its dash',
      '  - name: Second',
      '    name: Second',
      /^11: the key 'name' is there twice; .*put a dash before it.*`- name: …`$/,
    ],
  ])('%s', (_, line, instead, problem) => {
    expect(problemsIn(written(line, instead))).toEqual([expect.stringMatching(problem)]);
  });

  it('a code of a post that the program has already, wherever the rules name the one that was meant', () => {
    const posts = 'posts: [{ code: team-manager, title: Locality lead, acts-as: service-manager }]\nstages:';
    expect(problemsIn(written(MORE, posts).replace('[team-manager, service-manager]', 'locality-lead'))).toEqual([
      expect.stringMatching(/^7: code is 'team-manager'; there is a post of this code already/),
    ]);
  });

  it('leaves quotation marks within words, and those that straight ones hold, as they are', () => {
    for (const title of ['The “small” rules', '"“Small”"', 'The council’s rules', '"Small #1# x"'])
      expect(problemsIn(written('title: Small', `title: ${title}`))).toEqual([]);
  });

  it.each(['informal', 'ladders', 'levels', 'posts', 'before-raising', 'extensions', 'pauses', 'recommendations'])(
    'takes none for no %s, as the guide says',
    (key) => {
      const bare = RULES.replace(/informal:[\s\S]*?(?=stages:)/, '');
      expect(readProtocol(`${bare}${key}: none\n`, 'rules.yaml').protocol).toEqual(
        readProtocol(bare, 'rules.yaml').protocol,
      );
    },
  );

  it('takes the judges of every stage to no ladder about the practice of an IRO', () => {
    const everyStage = 'every-stage: { escalated-by: [iro, iro-manager], judges: [iro, head-of-qa] }\nstages:';
    const { protocol } = readProtocol(written(MORE, everyStage) + PRACTICE, 'rules.yaml');
    expect(protocol.stages[0]).toMatchObject({ judges: ['iro', 'head-of-qa'], escalatedBy: ['iro', 'iro-manager'] });
    expect(protocol.ladders?.[0]?.stages[0]).toMatchObject({ judges: ['iro-manager'], escalatedBy: ['iro-manager'] });
  });
});
