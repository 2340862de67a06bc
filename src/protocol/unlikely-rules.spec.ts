import { describe, expect, it } from '@jest/globals';
import { readProtocol } from './read-protocol.js';

const FIRST = '  - { name: First, addressees: team-manager, clock: 5 working-days }\n';
const SECOND = '  - { name: Second, addressees: director, clock: 5 working-days }\n';
const file = (more = '', stages = FIRST + SECOND): string => `id: small\ntitle: Small\n${more}stages:\n${stages}`;
const words = (said: string): string => file(`words: { ${said} }\n`);
const remarksIn = (text: string): string[] =>
  readProtocol(text, 'rules.yaml').remarks.map(({ line, message }) => `${line}: ${message}`);

const ladders = (...more: readonly string[]): string =>
  file(`populations: [looked-after, care-leaver]\nlevels: [red, green]\nladders:\n${more.join('')}`);
const ladder = (code: string, rule: string, more = ''): string =>
  `  - { code: ${code}, name: ${code}, for: { ${rule} }${more}, stages: [{ name: A, addressees: director, clock: 3 working-days }] }\n`;
const PRACTICE_BY_IRO = file(
  `ladders:
  - code: practice
    name: Practice
    for: { about: iro-practice, raisers: iro-manager }
    stages:
      - { name: A, addressees: director, clock: 3 working-days }
      - { name: B, addressees: chief-executive, clock: 3 working-days, entry: { by: iro } }
raisers: [iro, iro-manager]
`,
);

describe('a rule that is most likely a slip of the pen is told with its line', () => {
  it.each([
    [
      'a word for one that is a plural',
      words('dispute: challenges'),
      /^3: words.dispute is “challenges”, so several of them are called “challengeses”. Write the word for one, or say .* disputes\.$/,
    ],
    [
      'a kind that is a plural',
      words('informal: early talks'),
      /^3: words.informal is “early talks”, which reads as several/,
    ],
    ['a word that ends in a bracket', words('dispute: Resolution (DRP)'), /^3: .*called “Resolution \(DRP\)s”/],
    [
      'a list of themes without one for what fits none',
      file('themes: [DD, PLAN]\n'),
      /^3: The themes of disputes have no OTHER, .* Add OTHER/,
    ],
    [
      'a list of good practice without one for what fits none',
      file('themes: [DD, OTHER, PA-DIRECT]\n'),
      /^3: The themes of acknowledgements have no PA-OTHER/,
    ],
    ['a word with its article', words('dispute: a challenge'), /^3: words.dispute is “a challenge”, .* Leave “a” out/],
    [
      'a plural that is the word for one',
      words('stage: step, stages: step'),
      /^3: words.stages is “step”, .* it is “steps”/,
    ],
    [
      'a plural of another word',
      words('dispute: alert, disputes: escalations'),
      /^3: words.disputes is “escalations”, and one of them is “alert”/,
    ],
    [
      'a word that is a sentence',
      words(`dispute: ${'outcome '.repeat(6)}report`),
      /^3: words.dispute is .*, of 54 letters, .* Shorten it to 40/,
    ],
    [
      'a plural in the words of a ladder',
      ladders(ladder('red', 'levels: red', ', words: { dispute: flags }')),
      /^6: words.dispute of the ladder red is “flags”, so several of them are called “flagses”/,
    ],
    [
      'the number of another stage in a name',
      file('', FIRST + SECOND.replace('Second', 'Stage 3 director')),
      /^5: Stage 2 .* has the number 3 in its name, and is stage 2/,
    ],
    [
      'the number of another step in a name',
      file('words: { stage: step }\n', FIRST.replace('First', 'Step 2') + SECOND),
      /^5: Stage 1 .* has the number 2 in its name/,
    ],
    [
      'the name of a post that does not answer',
      file('', FIRST + SECOND.replace('Second', 'Head of service')),
      /^5: Stage 2 “Head of service” has the name of a post, and is answered by director/,
    ],
    [
      'a stage that goes up to those who have answered',
      file('', FIRST + FIRST.replace('First', 'Again') + SECOND),
      /^5: Stage 2 “Again” is answered by team-manager, as stage 1 is/,
    ],
    [
      'hours that were meant as days',
      file('', FIRST.replace('working-days', 'hours')),
      /^4: Stage 1 “First” has 5 hours, .* Check the unit/,
    ],
    [
      'a choice of one day',
      file('', FIRST.replace('5 working-days', '{ unit: working-days, amount: 1, raiser-chooses: yes }')),
      /^4: Stage 1 “First” has at most 1 working day, so .* nothing to choose/,
    ],
    [
      'days from the raising that are spent below',
      file('', FIRST + SECOND.replace('5 working-days', '{ unit: working-days, amount: 5, from: raising }')),
      /^5: Stage 2 “Second” counts its 5 working days from the raising, and the stages below it take 5 working days/,
    ],
    [
      'an act long before raising',
      file('before-raising: { act: call, within: 200 working-days }\n'),
      /^3: Before raising, call may be 200 working days ago, .* Check the number/,
    ],
    [
      'a ladder whose stages only report',
      file('', '  - { name: Report, addressees: director, clock: none, needs: report-only }\n'),
      /^4: Each formal stage only reports, so nobody ever has to answer/,
    ],
    [
      'more time than there is at all',
      file('extensions: { allowed: yes, maximum-working-days: 30 }\n'),
      /^3: There may be 30 working days more .* limit over the stages together is 20 working days/,
    ],
    [
      'a theme that the ladder before takes',
      ladders(ladder('drift', 'themes: [DD, EDUC]'), ladder('learning', 'themes: [EDUC, HEALTH]')),
      /^7: The ladder learning is for EDUC too, .* goes up drift, which stands before it/,
    ],
    [
      'children whom the ladder before takes',
      ladders(
        ladder('leavers', 'populations: care-leaver'),
        ladder('red', 'populations: [looked-after, care-leaver], levels: red'),
      ),
      /^7: The ladder red is for care-leaver too, .* goes up leavers/,
    ],
    [
      'the practice of an IRO entered by the IRO',
      PRACTICE_BY_IRO,
      /^9: Stage 2 “B” of the ladder practice lets iro begin there, .* never comes to it/,
    ],
  ])('%s', (_, text, said) => {
    const remarks = remarksIn(text);
    expect(remarks.filter((remark) => said.test(remark))).toHaveLength(1);
  });
});

describe('a rule that may be meant so is no slip', () => {
  it.each([
    ['words for one that end in s', words('dispute: process, stage: status')],
    ['a word that ends in s, with its plural', words('acknowledgement: kudos, acknowledgements: notes of kudos')],
    ['a word whose plural is made otherwise', words('dispute: person at issue, disputes: people at issue')],
    [
      'names with the numbers that the stages have',
      file('', FIRST.replace('First', 'Stage 1') + SECOND.replace('Second', 'Stage 2')),
    ],
    [
      'a stage called as the post that answers',
      file('', FIRST.replace('First', 'Team manager') + SECOND.replace('Second', 'Director')),
    ],
    [
      'a post of the council that acts as the one of the name',
      file(
        'posts: [{ code: lead, title: Lead, acts-as: director }]\n',
        FIRST + SECOND.replace('Second', 'Director').replace('addressees: director', 'addressees: lead'),
      ),
    ],
    ['hours of a day', file('', FIRST.replace('5 working-days', '24 hours') + SECOND)],
    [
      'days from the raising that are enough',
      file('', FIRST + SECOND.replace('5 working-days', '{ unit: working-days, amount: 15, from: raising }')),
    ],
    [
      'ladders that share a theme at different levels',
      ladders(ladder('red', 'levels: red, themes: DD'), ladder('drift', 'themes: [DD, EDUC]')),
    ],
  ])('%s', (_, text) => expect(remarksIn(text)).toEqual([]));
});
