import { describe, expect, it } from '@jest/globals';
import { ProtocolInvalid, readProtocol } from './read-protocol.js';

const stage = (name: string, more = ''): string =>
  `  - name: ${name}\n    addressees: team-manager\n    clock: 5 working-days\n${more}`;
const SHORT = `id: small\ntitle: Small\nstages:\n${stage('First')}`;

const problemsIn = (text: string): string[] => {
  try {
    readProtocol(text, 'rules.yaml');
  } catch (error) {
    if (error instanceof ProtocolInvalid) return error.problems.map(({ line, message }) => `line ${line}: ${message}`);
    throw error;
  }
  return [];
};

describe('a key or a value behind which no rule stands is refused, and the refusal says what to write', () => {
  it.each([
    ['top-of-ladder: cafcass', /no key 'top-of-ladder'; say it of the last stage/],
    ['acknowledgement: { clock: 5 working-days }', /no key 'acknowledgement.clock'; nobody owes a reply/],
    ['before-raising: { act: call, unless: none }', /what is expected stops nobody/],
    ['before-raising: [{ act: call }, { act: call }]', /act is 'call'; it is listed already/],
    ['receipt-clock: { amount: 2, unit: working-days, from: call }', /no key 'receipt-clock.from'/],
    ['parallel-routes: complaint', /a complaint may be made beside any dispute/],
    ['before-raising: { act: Telephone first }', /before-raising\.act|act is 'Telephone first'; allowed: call/],
    [
      'informal: { name: Word, addressees: social-worker, clock: 5 working-days, on-silence: escalate }',
      /nothing sends an informal stage up/,
    ],
  ])('%s', (line, message) => {
    expect(problemsIn(`${SHORT}${line}\n`)).toEqual([expect.stringMatching(message)]);
  });

  it('names the line of every-stage where an informal stage takes "escalate" from it', () => {
    const text = `${SHORT}${stage('Second', '    on-silence: ask-the-judge\n')}every-stage: { on-silence: escalate }\ninformal: { name: Word, addressees: social-worker, clock: 5 working-days }\n`;
    expect(problemsIn(text)).toEqual([expect.stringMatching(/^line 11: on-silence is 'escalate'; nothing sends/)]);
  });

  it('refuses "escalate" at the last stage, above which there is nothing', () => {
    expect(problemsIn(`${SHORT}${stage('Last', '    on-silence: escalate\n')}`)).toEqual([
      expect.stringMatching(/^line 10: on-silence is 'escalate' at the last stage/),
    ]);
  });

  it('refuses "by" at the entry of the first stage, at which the raiser begins', () => {
    expect(problemsIn(`${SHORT}    entry: { by: iro-manager }\n`)).toEqual([
      expect.stringMatching(/say it with raisers/),
    ]);
  });

  it.each([
    ['{ unit: meeting, from: raising }', /only days are counted from another day/],
    ['{ amount: 24, unit: hours, from: call }', /only days are counted from another day/],
    ['{ unit: none, raiser-chooses: yes }', /no amount that could be its limit/],
    ['{ unit: meeting, after-send-back: 2 }', /no time that it could shorten/],
    ['{ amount: 5, unit: working-days, after-send-back: 5 }', /so less than 5/],
  ])('refuses the clock %s, whose rule would do nothing', (clock, message) => {
    const text = SHORT.replace('clock: 5 working-days', `clock: ${clock}`);
    expect(problemsIn(text)).toEqual([expect.stringMatching(message)]);
  });

  it('refuses a clock of a stage that waits for nobody', () => {
    expect(problemsIn(`${SHORT}    needs: report-only\n`)).toEqual([
      expect.stringMatching(/only reports waits for no answer/),
    ]);
  });
});

describe('a key that stands twice or holds nothing', () => {
  it('is a name or a code of two stages', () => {
    expect(problemsIn(`${SHORT}${stage('First')}`)).toEqual([expect.stringMatching(/^line 7: name is 'First' of two/)]);
    expect(problemsIn(`${SHORT}    code: A\n${stage('Next', '    code: A\n')}`)).toEqual([
      expect.stringMatching(/^line 11: code is 'A' of two/),
    ]);
  });

  it('is a name that differs by capitals alone, of stages, of ladders and of levels', () => {
    expect(problemsIn(`${SHORT}${stage('FIRST')}`)).toEqual([expect.stringMatching(/^line 7: name is 'FIRST' of two/)]);
    const ladder = (code: string, name: string, theme: string): string =>
      `  - { code: ${code}, name: ${name}, for: { themes: ${theme} }, stages: [{ name: A, addressees: director, clock: 1 hours }] }\n`;
    expect(problemsIn(`${SHORT}ladders:\n${ladder('a', 'Alert', 'DD')}${ladder('b', 'ALERT', 'EDI')}`)).toEqual([
      expect.stringMatching(/^line 9: name is 'ALERT' of two ladders/),
    ]);
    expect(problemsIn(`${SHORT}levels: [{ code: red, name: Today }, { code: green, name: today }]\n`)).toEqual([
      expect.stringMatching(/^line 7: name is 'today'; it is listed already/),
    ]);
  });

  it.each([
    ['raisers: [iro, iro]', 'raisers'],
    ['populations: [looked-after, looked-after]', 'populations'],
    ['acknowledgement: { givers: [iro, iro] }', 'acknowledgement.givers'],
  ])('is an entry of a list: %s', (line, key) => {
    expect(problemsIn(`${SHORT}${line}\n`)).toEqual([
      expect.stringMatching(new RegExp(`^line 7: ${key} is '.*'; it is listed already; name it once`)),
    ]);
  });

  it.each([
    ['dispute: outcome\n  stage: outcome', /^line 9: words.stage is 'outcome', and so is words.dispute/],
    ['dispute: thanks\n  acknowledgement: Thanks', /^line 9: words.acknowledgement is 'Thanks', and so is words.disp/],
    ['meeting: stage', /^line 8: words.meeting is 'stage', and so is words.stage/],
    ['informal: alert\n  formal: alert', /^line 9: words.formal is 'alert', and so is words.informal/],
  ])('is one word for two things: %s', (words, message) => {
    expect(problemsIn(`${SHORT}words:\n  ${words}\n`)).toEqual([expect.stringMatching(message)]);
  });

  it('is one word for two things on another ladder', () => {
    const text = `${SHORT}ladders:\n  - code: drift\n    name: Drift\n    for: { themes: DD }\n    words: { dispute: stage }\n    stages:\n      - { name: A, addressees: director, clock: 1 hours }\n`;
    expect(problemsIn(text)).toEqual([
      expect.stringMatching(/^line 11: on this ladder stage is 'stage', and so is dispute/),
    ]);
  });

  it('leaves a word alone that stands for one thing in several keys', () => {
    expect(problemsIn(`${SHORT}words: { dispute: alert, formal: alert, meeting: series, meetings: series }\n`)).toEqual(
      [],
    );
  });

  it.each(['raisers', 'populations', 'kinds', 'before-raising', 'themes'])('is an empty list of %s', (key) => {
    expect(problemsIn(`${SHORT}${key}: []\n`)[0]).toMatch(/is empty; (name|give) at least one/);
  });

  it('is an empty list of a stage; nobody at all is said as "none"', () => {
    expect(problemsIn(`${SHORT}    copy-to: []\n`)[0]).toMatch(/is empty/);
    expect(readProtocol(`${SHORT}    copy-to: none\n`, 'rules.yaml').protocol.stages[0]!.copyTo).toEqual([]);
  });
});

describe('a name is made of words', () => {
  it.each([
    ['title: 2021', SHORT.replace('title: Small', 'title: 2021')],
    ['name: 5', SHORT.replace('name: First', 'name: 5')],
    ['name: yes', SHORT.replace('name: First', 'name: yes')],
    ['name: true', SHORT.replace('name: First', 'name: true')],
    ['words.dispute: 5', `${SHORT}words: { dispute: 5 }\n`],
  ])('and %s is refused', (_what, text) => {
    expect(problemsIn(text)).toEqual([
      expect.stringMatching(/it must be words; where it is meant so, put it in quotes: "/),
    ]);
  });

  it('unless quotes say that it is meant', () => {
    expect(readProtocol(SHORT.replace('name: First', 'name: "5"'), 'rules.yaml').protocol.stages[0]!.name).toBe('5');
  });
});

describe('the differences between two stages', () => {
  it.each(['name: Every', 'code: e', 'entry: with-reason'])('is not said for every stage: %s', (line) => {
    expect(problemsIn(`${SHORT}every-stage:\n  ${line}\n`)[0]).toMatch(
      /^line 8: every-stage\.(name|code|entry) is .*; each stage has its own .*; say it at the stage/,
    );
  });
});

describe('a date of themes', () => {
  it('is not of a year that nobody means', () => {
    expect(problemsIn(`${SHORT}themes: [{ code: EDI, from: 2921-01-01 }]\n`)).toEqual([
      expect.stringMatching(/^line 7: from is '2921-01-01'; it must not be after 2099-12-31; check the year/),
    ]);
  });
});

describe('a mistake is answered in plain words', () => {
  it.each([
    ['a post', SHORT.replace('team-manager', 'team-manger'), /did you mean 'team-manager'\?/],
    ['a unit', SHORT.replace('5 working-days', '1 working-day'), /'working-day'; did you mean 'working-days'\?/],
    ['a word in place of yes', `${SHORT}extensions: { allowed: allowed }\n`, /'allowed'; allowed: yes, no/],
    [
      'a doubled key',
      SHORT.replace('title: Small', 'title: Small\ntitle: Other'),
      /^line 3: the key 'title' is there twice/,
    ],
    [
      'a colon in a title',
      SHORT.replace('title: Small', 'title: Small: the rules'),
      /^line 2: a second colon .* put them in quotes/,
    ],
    ['a tab', SHORT.replace('    clock', '\tclock'), /tab/],
    [
      'a comment that swallows',
      SHORT.replace('name: First', 'name: Form #1'),
      /'Form'; “#1” after it is read as a comment/,
    ],
  ])('%s', (_what, text, message) => {
    expect(problemsIn(text)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it('leaves a comment alone that has a space after its sign', () => {
    expect(problemsIn(SHORT.replace('name: First', 'name: First # ours'))).toEqual([]);
  });

  it('refuses a file that is no UTF-8, by the line', () => {
    expect(problemsIn(SHORT.replace('Small', 'Sm\uFFFDll'))).toEqual([
      'line 2: a letter on this line cannot be read; save the file as UTF-8 and try again',
    ]);
  });
});
