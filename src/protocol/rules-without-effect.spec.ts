import { describe, expect, it } from '@jest/globals';
import { readProtocol } from './read-protocol.js';

const stage = (name: string, more = '', clock = '5 working-days'): string =>
  `  - name: ${name}\n    addressees: ${name === 'Last' ? 'director' : 'team-manager'}\n    clock: ${clock}\n${more}`;
const TOP = 'id: small\ntitle: Small\n';
const file = (stages: string, more = ''): string => `${TOP}stages:\n${stages}${more}`;

const remarksIn = (text: string): string[] =>
  readProtocol(text, 'rules.yaml').remarks.map(({ line, message }) => `line ${line}: ${message}`);

/** Ladders by their code, each for some disputes. */
const ladders = (chosen: Readonly<Record<string, string>>): string =>
  `ladders:\n${Object.entries(chosen)
    .map(
      ([code, by]) =>
        `  - code: ${code}\n    name: Ladder ${code}\n    for: { ${by} }\n    stages: [{ name: X, addressees: director, clock: 3 working-days }]\n`,
    )
    .join('')}`;
const LEVELS = 'levels: [red, amber, green]\n';
const ENDED = 'themes: [{ code: EDI, to: 2020-03-31 }, PLAN]\n';

const practice = (more: string): string =>
  `ladders:\n  - code: practice\n    name: Practice\n    for: { raisers: iro-manager, about: iro-practice }\n    stages:\n      - { name: Head, addressees: head-of-service, clock: 5 working-days${more} }\n`;

const SAID_BESIDE = /: The level \w+ gives .* more than there is without it|: The themes of disputes have no OTHER/;

describe('a rule that another rule of the file contradicts, or that nothing comes of, is said with its line', () => {
  it.each([
    [
      'a limit below the sum of the stages',
      file(stage('First') + stage('Last', '', '10 working-days'), 'total-cap: { amount: 12 }\n'),
      /^line 10: The limit .* is 12 working days, and the stages take 15: .*Raise the limit/,
    ],
    [
      'a limit over all stages below the sum with those before the formal ones',
      file(
        stage('First', '    counts-as: pre-formal\n', '15 working-days') + stage('Last', '', '15 working-days'),
        'total-cap: { stages: all }\n',
      ),
      /^line 11: The limit .* is 20 working days, and the stages take 30/,
    ],
    [
      'a limit below the sum at one of the levels',
      file(
        stage('First') + stage('Last'),
        'total-cap: { amount: 12 }\nlevels: [red, { code: green, clock: 8 working-days }]\n',
      ),
      /^line 10: The limit .* is 12 working days, and the stages take 16/,
    ],
    [
      'a limit below the sum of another ladder',
      file(stage('First'), `${practice('').replace('5 working', '15 working')}total-cap: { amount: 10 }\n`),
      /^line 13: .* and the stages of the ladder practice take 15/,
    ],
    [
      'a limit that the file leaves out, at the stages that pass it',
      file(stage('First'), 'levels: [red, { code: green, clock: 21 working-days }]\n'),
      /^line 4: The limit .* is 20 working days, and the stages take 21/,
    ],
    [
      'stages none of which is formal',
      file(stage('First', '    counts-as: pre-formal\n')),
      /^line 4: No stage counts as formal, so nothing there is ever/,
    ],
    [
      'a ladder for all that is raised',
      file(stage('First'), practice('').replace(/for: .*/, 'for: { populations: looked-after }')),
      /^line 10: The ladder practice is for everything that is raised, so nothing goes up the main one/,
    ],
    [
      'a ladder for all levels',
      file(stage('First'), `${practice('').replace(/for: .*/, 'for: { levels: [red, green] }')}levels: [red, green]\n`),
      /^line 10: The ladder practice is for everything that is raised/,
    ],
    [
      'a ladder for a theme that the list leaves out',
      file(
        stage('First'),
        `${practice('').replace(/for: .*/, 'for: { themes: [DD-PERM, EDI] }')}themes: [EDI, PLAN]\n`,
      ),
      /^line 10: The ladder practice is for DD-PERM, which the list of themes leaves out/,
    ],
    [
      'a standard with a theme that the list leaves out',
      file(stage('First'), 'themes: [EDI]\nreview-standards: [{ code: plan, text: A plan, theme: PLAN }]\n'),
      /^line 8: The standard plan has the theme PLAN, which the list of themes leaves out/,
    ],
    [
      'who answers where nobody answers',
      file(stage('First') + stage('Last', '    needs: report-only\n    answered-by: all\n', 'none')),
      /^line 11: Stage 2 .* only reports and waits for no answer: its answered-by does nothing/,
    ],
    [
      'chasing where nobody answers',
      file(stage('First') + stage('Last', '    needs: report-only\n    on-silence: chase-then-ask\n', 'none')),
      /^line 11: Stage 2 .* waits for no answer, so on-silence: chase-then-ask never comes to it/,
    ],
    [
      'an earlier date than none, which may be asked for anyway',
      file(stage('First'), 'informal: { name: Word, addressees: social-worker, clock: none, earlier-date: yes }\n'),
      /^line 7: The informal stage .* a date may be asked for anyway: its earlier-date does nothing/,
    ],
    [
      'who gives acknowledgements that are not taken',
      file(stage('First'), 'kinds: concern\nacknowledgement: { givers: iro }\n'),
      /^line 8: acknowledgement.givers says who .* kinds leaves good-practice out/,
    ],
    [
      'days counted from a call that nothing asks for',
      file(stage('First', '', '{ unit: working-days, amount: 5, from: call }')),
      /^line 6: .* counts its days from the call, and before-raising asks for no call/,
    ],
    [
      'an entry by a post that never comes to it',
      file(stage('First') + stage('Last', '    entry: { by: [iro, iro-manager] }\n')),
      /^line 10: .* lets iro-manager begin there, who neither raises/,
    ],
    [
      'a sender who neither sends up nor begins',
      file(stage('First') + stage('Last', '    sent-by: head-of-qa\n')),
      /^line 10: .* is sent by head-of-qa, who neither sends up the stage below/,
    ],
    [
      'raisers of a ladder whose stages are sent by others',
      file(stage('First'), practice(', sent-by: head-of-qa')),
      /^line 10: The ladder practice is for what iro-manager raises, and neither/,
    ],
    [
      'silence that sends it up by itself and does not send it up',
      file(stage('First', '    on-silence: escalate\n    silence-is-not-accepted: no\n') + stage('Last')),
      /^line 8: .* goes up by itself .* whatever silence-is-not-accepted says/,
    ],
    [
      'a copy for those who answer',
      file(stage('First', '    copy-to: team-manager\n')),
      /^line 7: .* is answered by team-manager, who reads it anyway/,
    ],
    [
      'a word to those who get a copy',
      file(stage('First', '    copy-to: director\n    notify-only: director\n')),
      /^line 8: .* is copied to director, who is told by that/,
    ],
    ['a meeting that decides nothing', file(stage('First', '', 'meeting')), /^line 6: .*say `needs: meeting-decision`/],
    [
      'a decision of a meeting with days of its own',
      file(stage('First', '    needs: meeting-decision\n')),
      /^line 7: .* whenever the meeting is.*say `clock: meeting`/,
    ],
    [
      'an informal stage longer than the whole ladder may be',
      file(stage('First'), 'informal: { name: Word, addressees: social-worker, clock: 500 working-days }\n'),
      /^line 7: The informal stage “Word” may take 500 working days before anything is formal/,
    ],
    [
      'a day zero where no days are counted',
      file(stage('First', '    day-zero: next-working-day\n', '48 hours')),
      /^line 7: .* counts no days \(48 hours\), so its day-zero does nothing/,
    ],
    [
      'hours of a level where days are counted from another',
      file(
        stage('First', '', '{ unit: working-days, amount: 5, from: raising }'),
        'levels: [{ code: red, clock: 24 hours }, green]\n',
      ),
      /^line 6: .* counts days from the raising, and the level red gives it hours/,
    ],
    [
      'a time after a send-back that a level gives another unit',
      file(
        stage('First', '', '{ unit: working-days, amount: 5, after-send-back: 2 }') + stage('Last'),
        'levels: [{ code: red, clock: 24 hours }, { code: green, clock: 3 working-days }, amber]\n',
      ),
      /^line 6: .* has after a send-back 2 hours at the level red, whose time is 24 hours/,
    ],
    [
      'who pauses, where no pause is allowed',
      file(stage('First'), 'pauses: { by: iro }\n'),
      /^line 7: pauses.by says who pauses the clock, and no pause is allowed/,
    ],
    [
      'who gives more time, where none is allowed',
      file(stage('First'), 'extensions: { granted-by: iro }\n'),
      /^line 7: extensions.granted-by says who gives more time/,
    ],
    [
      'a ladder whose disputes go up two before it',
      file(
        stage('First'),
        LEVELS + ladders({ a: 'themes: DD, levels: red', b: 'themes: DD, levels: [amber, green]', c: 'themes: DD' }),
      ),
      /^line 19: The ladder c is never chosen: whatever it is for goes up a or b, which stand before it/,
    ],
    [
      'ladders that are together for everything',
      file(stage('First'), ladders({ a: 'levels: red', b: 'levels: [amber, green]' }) + LEVELS),
      /^line 14: The ladders a and b are together for everything that is raised, so nothing goes up the main one/,
    ],
    [
      'ladders for all themes of the list',
      file(stage('First'), `${ladders({ a: 'themes: DD', b: 'themes: PLAN' })}themes: [DD-PERM, PLAN]\n`),
      /^line 14: The ladders a and b are together for everything/,
    ],
    [
      'ladders for all who raise',
      file(stage('First'), `${ladders({ a: 'raisers: iro', b: 'raisers: iro-manager' })}raisers: [iro, iro-manager]\n`),
      /^line 14: The ladders a and b are together for everything/,
    ],
    [
      'good practice alone',
      file(stage('First'), 'kinds: good-practice\n'),
      /^line 7: kinds is good-practice alone, so these rules take acknowledgements and no dispute/,
    ],
    [
      'a ladder for a theme that the list ends',
      file(stage('First'), ladders({ a: 'themes: EDI' }) + ENDED),
      /^line 10: The ladder a is for EDI, which the list of themes ends on 2020-03-31/,
    ],
    [
      'a standard with a theme that the list ends',
      file(stage('First'), `${ENDED}review-standards: [{ code: fair, text: It is fair., theme: EDI }]\n`),
      /^line 8: The standard fair has the theme EDI, which the list of themes ends on 2020-03-31/,
    ],
    [
      'themes that all end',
      file(stage('First'), 'themes: [{ code: EDI, to: 2020-03-31 }, { code: PLAN, to: 2021-03-31 }]\n'),
      /^line 7: Each theme of disputes has a last day, so nothing can be raised after 2021-03-31/,
    ],
    [
      'all of one who answers',
      file(stage('First', '    answered-by: all\n')),
      /^line 7: .* has one post among its addressees, so answered-by: all does what any does/,
    ],
    [
      'all of one who answers, at every stage',
      file(stage('First'), 'every-stage: { answered-by: all }\n'),
      /^line 7: Stage 1 “First” has one post among its addressees/,
    ],
    [
      'a receipt after the answer',
      file(stage('First') + stage('Last'), 'receipt-clock: 8 working-days\n'),
      /^line 10: There are 8 working days to confirm the receipt, .* at Stage 1 “First” \(5 working days\), Stage 2 “Last” \(5 w/,
    ],
    [
      'a receipt after the answer at one of the levels',
      file(stage('First'), 'receipt-clock: 3 working-days\nlevels: [{ code: red, clock: 24 hours }, green]\n'),
      /^line 7: There are 3 working days to confirm .* at Stage 1 “First” \(24 hours\)/,
    ],
    [
      'a receipt that nobody confirms',
      file(
        stage('First').replace('team-manager', 'nurse'),
        'posts: [{ code: nurse, title: Nurse, outside: yes }]\nreceipt-clock: 1 working-days\n',
      ),
      /^line 8: No stage has a post of the council that receives and answers/,
    ],
    [
      'a chair who raises for looked-after children alone',
      file(stage('First'), 'raisers: [iro, conference-chair]\n'),
      /^line 7: The rule raisers names the conference-chair, .* is for looked-after alone/,
    ],
    [
      'a chair who judges for looked-after children alone, at every stage',
      file(stage('First'), 'every-stage: { judges: conference-chair }\n'),
      /^line 7: Stage 1 “First” in judges names the conference-chair/,
    ],
    [
      'a ladder of chairs for looked-after children',
      file(
        stage('First'),
        `${ladders({ a: 'raisers: conference-chair, populations: looked-after' })}populations: [looked-after, child-protection]\nraisers: [iro, conference-chair]\n`,
      ),
      /^line 10: The ladder a names the conference-chair, .* is for looked-after alone/,
    ],
    [
      'children under a protection plan whose chairs do not raise',
      file(stage('First'), 'populations: [looked-after, child-protection]\n'),
      /^line 7: The protocol is for children under a child protection plan, and no conference-chair/,
    ],
    [
      'a word for several beside none for one',
      file(stage('First'), 'words: { disputes: alerts }\n'),
      /^line 7: words.disputes is “alerts”, and dispute is left out, so one of them is called “dispute”. Say dispute too/,
    ],
    [
      'a word for several on a ladder beside none for one',
      file(
        stage('First'),
        ladders({ a: 'themes: DD' }).replace('    stages', '    words: { stages: rungs }\n    stages'),
      ),
      /^line 11: words.stages of the ladder a is “rungs”, and stage is left out, so one of them is called “stage”/,
    ],
    [
      'silence at the last stage',
      file(stage('First') + stage('Last', '    silence-is-not-accepted: no\n')),
      /^line 10: Stage 2 “Last” is the last, and nothing is sent up from it, so its silence-is-not-accepted does nothing/,
    ],
    [
      'silence at an informal stage',
      file(
        stage('First'),
        'informal: { name: Word, addressees: team-manager, clock: 24 hours, silence-is-not-accepted: no }\n',
      ),
      /^line 7: The informal stage “Word” is informal, and nothing is sent up/,
    ],
    [
      'a ladder that leads down',
      file(
        stage('First').replace('team-manager', '[director, assistant-director]') +
          stage('Last').replace('director', 'team-manager'),
      ),
      /^line 8: Stage 2 “Last” is answered by team-manager, who stands below director, assistant-director of stage 1/,
    ],
    [
      'a copy for the IRO',
      file(stage('First', '    copy-to: [iro, social-worker]\n')),
      /^line 7: .* names iro in copy-to, and the IRO holds it/,
    ],
    [
      'the time of a level where no stage has any',
      file(
        stage('First', '    needs: meeting-decision\n', 'meeting'),
        'levels: [{ code: red, clock: 2 working-days }, green]\n',
      ),
      /^line 8: The level red gives 2 working days in place of the time of a stage, and no stage has days or hours/,
    ],
    [
      'who refers to Cafcass where no child is looked after',
      file(stage('First'), 'populations: care-leaver\ncafcass: { by: iro }\n'),
      /^line 8: cafcass.by says who refers to Cafcass, and the protocol is for no looked-after children/,
    ],
    [
      'how much more time, where none is allowed',
      file(stage('First'), 'extensions: { maximum-working-days: 5 }\n'),
      /^line 7: extensions.maximum-working-days says how much/,
    ],
  ])('%s', (_what, text, message) => {
    // That a level may give more time than a stage is said beside it, and so is a list of themes without OTHER.
    const remarks = remarksIn(text).filter((remark) => !SAID_BESIDE.test(remark));
    expect(remarks).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    [
      'all of one stage of several, at every stage',
      file(
        stage('First') + stage('Last').replace('director', '[team-manager, director]'),
        'every-stage: { answered-by: all }\n',
      ),
    ],
    ['words for one and for several', file(stage('First'), 'words: { dispute: query, disputes: queries of it }\n')],
    ['a ladder for less than all', file(stage('First'), ladders({ a: 'levels: red', b: 'levels: amber' }) + LEVELS)],
    [
      'a theme of a group of which another goes on',
      file(
        stage('First'),
        `${ladders({ a: 'themes: DD' })}themes: [{ code: DD-PERM, to: 2020-03-31 }, DD-CARE, PLAN, OTHER]\n`,
      ),
    ],
    [
      'chairs who raise for children under a protection plan',
      file(stage('First'), 'populations: [looked-after, child-protection]\nraisers: [iro, conference-chair]\n'),
    ],
    ['a receipt before the answer', file(stage('First'), 'receipt-clock: 24 hours\n')],
    ['a limit that the stages keep', file(stage('First') + stage('Last'), 'total-cap: { amount: 10 }\n')],
    [
      'days counted from a call that is expected',
      file(stage('First', '', '{ unit: working-days, amount: 5, from: call }'), 'before-raising: call\n'),
    ],
    [
      'a sender who sends up the stage below',
      file(stage('First', '    escalated-by: head-of-qa\n') + stage('Last', '    sent-by: head-of-qa\n')),
    ],
    [
      'an entry by those who send the stage',
      file(stage('First') + stage('Last', '    sent-by: head-of-qa\n    entry: { by: [iro, head-of-qa] }\n')),
    ],
    ['raisers of a ladder alone', file(stage('First'), practice(''))],
    [
      'a day zero for every stage, of which one counts hours',
      file(stage('First') + stage('Last', '', '48 hours'), 'every-stage: { day-zero: next-working-day }\n'),
    ],
    [
      'a day zero of hours whose receipt has days',
      file(stage('First', '    day-zero: next-working-day\n', '48 hours'), 'receipt-clock: 1 working-days\n'),
    ],
  ])('nothing is said of %s', (_what, text) => {
    expect(remarksIn(text)).toEqual([]);
  });
});
