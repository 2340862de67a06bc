import { describe, expect, it } from '@jest/globals';
import { readProtocol } from './read-protocol.js';

const stage = (name: string, more = '', clock = '5 working-days', addressees = 'team-manager'): string =>
  `  - { name: ${name}, addressees: ${addressees}, clock: ${clock}${more} }\n`;
const file = (stages: string, more = ''): string => `id: small\ntitle: Small\nstages:\n${stages}${more}`;
const remarksIn = (text: string): string[] =>
  readProtocol(text, 'rules.yaml').remarks.map(({ line, message }) => `${line}: ${message}`);

const MEETING = ', needs: meeting-decision';
const REPORT = ', needs: report-only';
const NO = ', silence-is-not-accepted: no';
const LAST = stage('Last', '', '5 working-days', 'director');
const LEVELS = 'levels: [{ code: red, clock: 24 hours }, { code: amber, clock: 3 working-days }, green]\n';
const ladder = (clock: string): string =>
  `ladders: [{ code: fast, name: Fast, for: { levels: [red, amber] }, stages: [{ name: A, addressees: director, clock: ${clock} }] }]\n`;

describe('a rule by which the program does otherwise than a file seems to say is told with its line', () => {
  it.each([
    [
      'silence that stops nobody',
      file(stage('First', NO) + LAST),
      /^4: Stage 1 .* sent up by the IRO alone, .* stops nobody. Name in escalated-by/,
    ],
    [
      'silence of every stage that stops nobody',
      file(stage('First') + LAST, 'every-stage: { silence-is-not-accepted: no }\n'),
      /^6: Stage 1 .* stops nobody/,
    ],
    [
      'a stage whose time each level replaces',
      file(stage('First', '', '3 working-days'), LEVELS + ladder('7 working-days')),
      /^6: Stage 1 .*of the ladder fast has 7 working days, and each level .* \(red 24 hours, amber 3 working days\), so nothing ever has that time. Write/,
    ],
    [
      'stages whose time every level replaces',
      file(stage('First'), LEVELS.replace('green', '{ code: green, clock: 2 working-days }')),
      /^5: Each level has a time of its own \(red 24 hours, .*\), so nothing ever has the time of Stage 1 “First” \(5 working days\)/,
    ],
    [
      'a level that makes a stage longer',
      file(stage('First', '', '2 working-days'), LEVELS),
      /^5: The level amber gives 3 working days, which is more than there is without it at Stage 1 “First” \(2 working days\)/,
    ],
    [
      'an earlier date than that of a meeting',
      file(stage('First', `${MEETING}, earlier-date: yes`, 'meeting')),
      /^4: Stage 1 .* no meeting comes sooner .* give the meeting an earlier date/,
    ],
    [
      'a ladder that leads down after several who answer',
      file(
        stage('First', '', '5 working-days', '[team-manager, assistant-director]') +
          stage('Second', '', '5 working-days', 'head-of-service'),
      ),
      /^5: Stage 2 .* answered by head-of-service, who stands below assistant-director of stage 1: it leads down/,
    ],
    [
      'a ladder that leads down from posts without a rank',
      file(stage('First', '', '5 working-days', '[agency-decision-maker, iro-manager]') + stage('Second')),
      /^5: Stage 2 .* stands below agency-decision-maker of stage 1/,
    ],
    [
      'a ladder that leads down past a stage without a rank',
      file(LAST + stage('Second', '', '5 working-days', 'iro-manager') + stage('Third')),
      /^6: Stage 3 .* stands below director of stage 1/,
    ],
    [
      'a report to somebody below',
      file(LAST + stage('Report', REPORT, 'none', 'team-manager')),
      /^5: Stage 2 .* reported to team-manager, who stands below director of stage 1/,
    ],
    [
      'a ladder below its informal stage',
      file(stage('First'), 'informal: { name: Word, addressees: director, clock: 5 working-days }\n'),
      /^4: Stage 1 .* stands below director of the informal stage/,
    ],
    [
      'judges of a report',
      file(stage('First') + stage('Report', `${REPORT}, judges: iro-manager`, 'none', 'director')),
      /^5: Stage 2 .* only reports, so nobody judges an answer there.* say needs: answer[.]$/,
    ],
    [
      'who sends up a report',
      file(stage('Report', `${REPORT}, escalated-by: [iro, iro-manager]`, 'none') + LAST),
      /^4: Stage 1 .* only reports .* its escalated-by does nothing/,
    ],
    [
      'one limit that several ladders pass, once',
      file(
        stage('First', '', '15 working-days'),
        `total-cap: { amount: 4 }\n${ladder('7 working-days')}levels: [red, amber, green]\n`,
      ),
      /^5: The limit .* and the stages take 15 at the level red, the stages of the ladder fast take 7 at the level red: .*Raise/,
    ],
    [
      'a limit that days of the calendar pass, roughly',
      file(stage('First', '', '14 calendar-days'), 'total-cap: { amount: 4 }\n'),
      /^5: The limit .* and the stages take about 10: /,
    ],
  ])('%s', (_, yaml, remark) => {
    expect(remarksIn(yaml)).toEqual([expect.stringMatching(remark)]);
  });

  it.each([
    ['silence that stops an IRO manager', file(stage('First', `${NO}, escalated-by: [iro, iro-manager]`) + LAST)],
    ['a stage with the time of a level', file(stage('First', '', '3 working-days'), LEVELS + ladder('3 working-days'))],
    [
      'a ladder that leads up from several',
      file(stage('First', '', '5 working-days', '[team-manager, head-of-service]') + LAST),
    ],
    [
      'an informal stage for several',
      file(stage('First'), 'informal: { name: Word, addressees: [social-worker, service-manager], clock: none }\n'),
    ],
    [
      'judges that a report takes from every stage',
      file(
        stage('First') + stage('Report', REPORT, 'none', 'director'),
        'every-stage: { judges: [iro, iro-manager] }\n',
      ),
    ],
  ])('and nothing is said of %s', (_, yaml) => expect(remarksIn(yaml)).toEqual([]));
});
