import { describe, expect, it } from '@jest/globals';
import { ProtocolInvalid, readProtocol } from './read-protocol.js';

/** The least that a file must say. */
const SHORT = `id: small
title: A small council
stages:
  - name: Team manager
    addressees: team-manager
    clock: 5 working-days
`;

const problemsIn = (text: string): string[] => {
  try {
    readProtocol(text, 'rules.yaml');
  } catch (error) {
    if (error instanceof ProtocolInvalid) return error.problems.map(({ line, message }) => `line ${line}: ${message}`);
    throw error;
  }
  return [];
};

describe('the stage from which a challenge meeting looks at a dispute', () => {
  it('is a stage of the ladder, or none', () => {
    const read = readProtocol(`${SHORT}challenge-from-stage: 1\n`, 'rules.yaml').protocol;
    expect(read.challengeFromStage).toBe(1);
    expect(readProtocol(SHORT, 'rules.yaml').protocol).not.toHaveProperty('challengeFromStage');
    expect(problemsIn(`${SHORT}challenge-from-stage: 2\n`)).toEqual([
      expect.stringContaining('it must be a whole number from 1 to 1'),
    ]);
  });
});

describe('a short file', () => {
  const { protocol, warnings } = readProtocol(SHORT, 'rules.yaml');

  it('has the values of the Handbook wherever it is silent', () => {
    expect(warnings).toEqual([]);
    expect(protocol).toMatchObject({
      raisers: ['iro'],
      populations: ['looked-after'],
      kinds: ['concern', 'good-practice'],
      receiptClock: { unit: 'none' },
      acknowledgement: { givers: ['iro', 'conference-chair'] },
      beforeRaising: [],
      cafcass: { populations: ['looked-after'], by: ['iro'] },
      parallelRoutes: ['other-agency'],
      totalCap: { amount: 20, unit: 'working-days', rule: 'warn', stages: 'formal' },
      extensions: { allowed: false, grantedBy: ['iro'], maximumWorkingDays: null },
      pauses: { allowed: false, by: ['iro'] },
    });
    expect(protocol.informal).toBeUndefined();
    expect(protocol.stages).toEqual([
      {
        number: 1,
        code: 'stage-1',
        name: 'Team manager',
        addressees: ['team-manager'],
        answeredBy: 'any',
        copyTo: [],
        notifyOnly: [],
        sentBy: ['iro'],
        clock: { unit: 'working-days', amount: 5 },
        dayZero: 'day-of-raising',
        earlierDate: false,
        onRedirect: 'runs-on',
        needs: 'answer',
        judges: ['iro'],
        escalationJudges: ['iro'],
        escalatedBy: ['iro'],
        onSilence: 'ask-the-judge',
        silenceIsNotAccepted: true,
        entry: { rule: 'start', by: ['iro'] },
      },
    ]);
  });

  it('has every theme of the domain, and ordinary words', () => {
    expect(protocol.themes).toHaveLength(44);
    expect(protocol.themes).toContainEqual({ code: 'EDI', label: 'Equality and diversity' });
    expect(protocol.words).toEqual({
      dispute: 'dispute',
      disputes: 'disputes',
      informal: 'informal dispute',
      formal: 'formal dispute',
      acknowledgement: 'practice acknowledgement',
      acknowledgements: 'practice acknowledgements',
      stage: 'stage',
      stages: 'stages',
      meeting: 'challenge meeting',
      meetings: 'challenge meetings',
      prefix: 'DRP',
    });
  });
});

describe('ways of writing', () => {
  const clockOf = (written: string) =>
    readProtocol(SHORT.replace('clock: 5 working-days', written), 'rules.yaml').protocol.stages[0]!.clock;

  it('takes a clock on one line or as a block', () => {
    expect(clockOf('clock: 5 working days')).toEqual({ unit: 'working-days', amount: 5 });
    expect(clockOf('clock: 48 hours')).toEqual({ unit: 'hours', amount: 48 });
    expect(clockOf('clock: meeting')).toEqual({ unit: 'meeting' });
    expect(clockOf('clock: none')).toEqual({ unit: 'none' });
    expect(clockOf('clock:\n      amount: 7\n      unit: calendar-days')).toEqual({ unit: 'calendar-days', amount: 7 });
  });

  it.each(['qa', 'QAALERT', 'Q1', 'CM', 'PA', 'TOK'])('refuses %s as the letters of a reference', (prefix) => {
    expect(() => readProtocol(`${SHORT}words:\n  prefix: ${prefix}\n`, 'rules.yaml')).toThrow(/prefix.*(?:letters)/s);
  });

  it('says once in every-stage what holds for all of them, and lets a stage say otherwise', () => {
    const { protocol } = readProtocol(
      `${SHORT}  - name: Director
    addressees: director
    judges: head-of-qa
every-stage:
  clock: 3 working-days
  judges: [iro, iro-manager]
informal:
  name: Word with the worker
  addressees: social-worker
`,
      'rules.yaml',
    );
    expect(protocol.informal).toMatchObject({ number: 0, judges: ['iro', 'iro-manager'], clock: { amount: 3 } });
    expect(protocol.stages[0]).toMatchObject({ number: 1, judges: ['iro', 'iro-manager'], clock: { amount: 5 } });
    expect(protocol.stages[1]).toMatchObject({ number: 2, judges: ['head-of-qa'], clock: { amount: 3 } });
  });

  it('takes the council’s own words, and makes the plural where none is given', () => {
    const { words } = readProtocol(`${SHORT}words:\n  dispute: QA alert\n  formal: Alert\n`, 'rules.yaml').protocol;
    expect(words).toMatchObject({
      dispute: 'QA alert',
      disputes: 'QA alerts',
      informal: 'informal QA alert',
      formal: 'Alert',
    });
  });

  it('takes a list of themes with their dates and keeps those of acknowledgements', () => {
    const { themes } = readProtocol(
      `${SHORT}themes:\n  - { code: EDI, label: Equality, from: 2021-04-01 }\n  - DD\n`,
      'rules.yaml',
    ).protocol;
    expect(themes.slice(0, 2)).toEqual([
      { code: 'DD', label: 'Drift and delay' },
      { code: 'EDI', label: 'Equality', from: '2021-04-01' },
    ]);
    expect(themes.slice(2).every((theme) => theme.code.startsWith('PA-'))).toBe(true);
    expect(themes).toHaveLength(14);
  });

  it('takes a file as an editor on Windows writes it, with the same lines', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(readProtocol(windows(SHORT), 'rules.yaml').protocol.stages[0]!.name).toBe('Team manager');
    expect(problemsIn(windows(SHORT.replace('5 working-days', '5 days')))).toEqual([
      "line 6: clock.unit is 'days'; allowed: working-days, calendar-days, hours, meeting, none",
    ]);
  });

  it('takes a value given a name once and used again', () => {
    const { protocol } = readProtocol(
      `${SHORT}    judges: &both [iro, iro-manager]\n    escalated-by: *both\n`,
      'rules.yaml',
    );
    expect(protocol.stages[0]!.escalatedBy).toEqual(['iro', 'iro-manager']);
  });

  it('can set no limit on the total', () => {
    expect(readProtocol(`${SHORT}total-cap: none\n`, 'rules.yaml').protocol.totalCap).toBeNull();
    expect(readProtocol(`${SHORT}total-cap: 15 working-days\n`, 'rules.yaml').protocol.totalCap).toMatchObject({
      amount: 15,
      rule: 'warn',
    });
  });

  it('can say that the next working day is day 0', () => {
    const { protocol } = readProtocol(`${SHORT}every-stage:\n  day-zero: next-working-day\n`, 'rules.yaml');
    expect(protocol.stages[0]!.dayZero).toBe('next-working-day');
  });
});

describe('a file with mistakes', () => {
  it('names the line and what is allowed', () => {
    expect(
      problemsIn(`id: small
title: A small council

informal:
  name: Informal
  addressees: [social-worker]
  clock: none

stages:
  - name: Team manager
    addressees: team-manager
    clock:
      amount: 5
      unit: days
`),
    ).toEqual(["line 14: clock.unit is 'days'; allowed: working-days, calendar-days, hours, meeting, none"]);
  });

  it('tells all of them at once, in the order of the lines', () => {
    expect(
      problemsIn(`id: Small Council
titel: A small council
stages:
  - name: Team manager
    copyTo: social-worker
    addressees: team-manger
    clock: 0 working-days
  - name: Service manager
    adressees: service-manager
    entry: start
cafcass:
  populations: [looked-after, child-protection]
themes: [DD-PERN, DD, DD, { code: EDI, from: 2021-02-30 }]
extensions: yes
`).map((problem) => problem.slice(0, 100)),
    ).toEqual([
      "line 1: id is 'Small Council'; write it in small letters, digits and hyphens, as barnet-practice-ale",
      "line 2: there is no key 'titel'; did you mean 'title'?",
      "line 5: there is no key 'copyTo'; did you mean 'copy-to'?",
      "line 6: addressees is 'team-manger'; did you mean 'team-manager'?",
      "line 7: clock.amount is '0'; it must be a whole number from 1 to 1000",
      'line 8: clock is missing; write for example `clock: 5 working-days`, or `clock: none` for none set',
      "line 9: there is no key 'adressees'; did you mean 'addressees'?",
      "line 10: entry.rule is 'start'; allowed: with-reason, after-all-earlier",
      "line 12: cafcass.populations is 'looked-after, child-protection'; the route to Cafcass is for looked",
      "line 13: code is 'DD-PERN'; did you mean 'DD-PERM'?",
      "line 13: code is 'DD'; it is listed already",
      "line 13: from is '2021-02-30'; it must be a date that exists, as 2022-04-14",
      "line 14: extensions is 'yes'; it must be a block of `key: value` lines, as `extensions: { allowed: y",
    ]);
  });

  it('lists what is allowed where nothing is near an unknown key', () => {
    expect(problemsIn(`${SHORT}pauses:\n  weather: rain\n`)).toEqual([
      "line 8: there is no key 'pauses.weather'; allowed here: allowed, by",
    ]);
  });

  it('lets no meeting time receipt', () => {
    expect(problemsIn(`${SHORT}receipt-clock: meeting\n`)).toEqual([
      "line 7: receipt-clock is 'meeting'; no meeting times receipt; give days or hours, or none",
    ]);
    expect(readProtocol(`${SHORT}receipt-clock: 24 hours\n`, 'rules.yaml').protocol.receiptClock).toEqual({
      unit: 'hours',
      amount: 24,
    });
  });

  it('says a mistake in every-stage once, however many stages take it', () => {
    expect(
      problemsIn(
        `${SHORT}  - name: Director\n    addressees: director\n    clock: none\nevery-stage: { judges: bob }\n`,
      ),
    ).toHaveLength(1);
  });

  it('is told apart from a file that is not even YAML, or holds nothing', () => {
    expect(problemsIn('id: small\nid: again\n')).toContain(
      "line 2: the key 'id' is there twice; keep the one that is meant",
    );
    expect(problemsIn('stages: [')).toEqual([expect.stringMatching(/^line 1: a bracket that opens on this line/)]);
    for (const nothing of ['- a', 'words'])
      expect(problemsIn(nothing)).toEqual(['line 1: the file is not made of `key: value` lines']);
    for (const nothing of ['', '# only a comment'])
      expect(problemsIn(nothing)).toEqual(['line 1: there is nothing in the file']);
  });

  it('needs a formal stage, and not more than nine', () => {
    expect(problemsIn('id: small\ntitle: Small\n')).toEqual([
      'line 1: stages must list the formal stages, 1 to 9 of them; there are 0',
    ]);
    const stage = '  - { name: Rung, addressees: director, clock: none }\n';
    expect(
      problemsIn(
        `id: small\ntitle: Small\nstages:\n${Array.from({ length: 10 }, (_, index) => stage.replace('Rung', `Rung ${index}`)).join('')}`,
      ),
    ).toEqual(['line 4: stages must list the formal stages, 1 to 9 of them; there are 10']);
  });

  it('refuses words that are empty, too long, or hide control characters', () => {
    for (const title of ['""', 'x'.repeat(301), '"a\\u0007b"']) {
      expect(problemsIn(SHORT.replace('A small council', title))[0]).toContain('it must be words on one line');
    }
  });

  it('names the file in its message', () => {
    expect(() => readProtocol('id: small', 'rules.yaml')).toThrow(
      /^rules\.yaml cannot be used as a protocol:\n {2}line 1/,
    );
  });
});

describe('the rights that the law gives the IRO', () => {
  it('cannot be taken by a protocol: the route to Cafcass', () => {
    expect(problemsIn(`${SHORT}cafcass:\n  populations: child-in-need\n`)).toEqual([
      "line 8: cafcass.populations is 'child-in-need'; the route to Cafcass is for looked-after children only " +
        '(Children Act 1989 s25B(3)); allowed: looked-after',
    ]);
    expect(problemsIn(`${SHORT}cafcass:\n  populations: []\n`)[0]).toContain('name at least one of');
    for (const by of ['iro-manager', '[iro, conference-chair]']) {
      expect(problemsIn(`${SHORT}cafcass:\n  by: ${by}\n`)[0]).toContain('the referral is the IRO’s own');
    }
  });

  it('are asked of a clock over recommendations: days or hours, so that silence has an end', () => {
    const rule = (yaml: string) =>
      readProtocol(`${SHORT}recommendations:\n${yaml}`, 'rules.yaml').protocol.recommendations;
    expect(rule('  clock: 5 working-days\n')).toEqual({
      answeredBy: ['team-manager'],
      clock: { unit: 'working-days', amount: 5 },
    });
    expect(readProtocol(SHORT, 'rules.yaml').protocol).not.toHaveProperty('recommendations');
    for (const clock of ['meeting', 'none']) {
      expect(problemsIn(`${SHORT}recommendations:\n  clock: ${clock}\n`)[0]).toContain(
        'silence means agreed only after',
      );
    }
    expect(problemsIn(`${SHORT}recommendations:\n  answered-by: director\n`)[0]).toContain('clock is missing');
  });

  it('does not exist where a protocol is not for looked-after children', () => {
    const { protocol } = readProtocol(`${SHORT}populations: child-protection\n`, 'rules.yaml');
    expect(protocol.cafcass.populations).toEqual([]);
  });

  const warningsFor = (more: string, stages = ''): string[] =>
    readProtocol(SHORT + stages + more, 'rules.yaml').warnings;

  it('warns of a ladder of more than 20 working days, and loads it', () => {
    const stage = (clock: string) => `  - { name: Rung, addressees: director, clock: ${clock} }\n`;
    expect(warningsFor('', stage('15 working-days'))).toEqual([]);
    expect(warningsFor('', stage('16 working-days'))).toEqual([
      expect.stringContaining('take 21 working days together'),
    ]);
    expect(warningsFor('', stage('21 calendar-days'))).toEqual([]);
    expect(warningsFor('', stage('28 calendar-days'))).toEqual([expect.stringContaining('no more than 20')]);
  });

  it('warns of a bar on bypassing a stage, citing Handbook 6.2', () => {
    const stage = (entry: string) =>
      `  - { name: Rung, addressees: director, clock: 5 working-days, entry: ${entry} }\n`;
    for (const entry of ['after-all-earlier', '{ by: iro-manager }']) {
      const warnings = warningsFor('', stage(entry)).filter((warning) => warning.includes('bypass'));
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/Stage 2 “Rung” may .*Handbook \(6\.2\) lets the IRO bypass any stage/);
    }
    expect(warningsFor('', stage('with-reason'))).toEqual([]);
  });

  it('names the dead end of a stage that is judged by those who answer it, and who judges instead', () => {
    const stage = (judges: string) =>
      `  - { name: Rung, addressees: director, judges: ${judges}, clock: 5 working-days }\n`;
    expect(warningsFor('', stage('director'))).toEqual([
      expect.stringMatching(/Stage 2 “Rung” is answered by director and judged by the same.*the IRO judges it/),
    ]);
    expect(warningsFor('', stage('[director, head-of-qa]'))).toEqual([
      expect.stringContaining('the other judges alone'),
    ]);
    expect(warningsFor('', stage('head-of-qa'))).toEqual([]);
  });

  it('warns of a stage without a timescale, and of no limit', () => {
    expect(warningsFor('', '  - { name: Rung, addressees: director, clock: none }\n')[0]).toContain('no timescale');
    expect(warningsFor('total-cap: none\n')[0]).toContain('limits the formal stages to 20');
    expect(warningsFor('total-cap: 25 working-days\n')).toHaveLength(1);
  });
});

describe('a file with more mistakes than anybody reads', () => {
  const invalid = (text: string): ProtocolInvalid => {
    try {
      readProtocol(text, 'rules.yaml');
    } catch (error) {
      if (error instanceof ProtocolInvalid) return error;
      throw error;
    }
    throw new Error('This file was read.');
  };
  const lines = (count: number, line: (number: number) => string): string =>
    Array.from({ length: count }, (_, number) => line(number)).join('\n');

  it('is answered with the first 20 of 900 unknown keys, and how many more there are', () => {
    const { problems, more, message } = invalid(`${SHORT}${lines(900, (number) => `titel${number}: 1`)}`);
    expect(problems.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, number) => number + 7));
    expect(problems[0]!.message).toContain("there is no key 'titel0'; did you mean 'title'?");
    expect(more).toBe(880);
    expect(message).toContain('and 880 more');
    expect(message.length).toBeLessThan(5_000);
  });

  it.each([
    ['19,000 times the same key', lines(19_000, () => 'title: 1')],
    ['9,000 stages', `stages:\n${lines(9_000, () => '  - name: x')}`],
    ['one line of 90,000 characters', `{${'a,'.repeat(45_000)}}`],
  ])('is refused for its length alone, and not read: %s', (_what, more) => {
    const { problems, more: others } = invalid(`${SHORT}${more}`);
    expect([problems.length, others]).toEqual([1, 0]);
    expect(problems[0]).toMatchObject({
      line: 1,
      message: expect.stringMatching(/^the file has \d+ lines and \d+ characters; a protocol has at most 1000 lines/),
    });
  });

  it('is answered with the first 20 of what is wrong where 9,000 keys do not exist, and not key by key with each', () => {
    const text = `${SHORT}${lines(9_000, (number) => `titel${number}: 1`)}`;
    invalid(text);
    const began = performance.now();
    const { problems, more, message } = invalid(text);
    // A few milliseconds; a busy machine may need many times that, comparing each key with each takes minutes.
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(problems.slice(0, 2)).toEqual([
      { line: 1, message: expect.stringContaining('the file has 9006 lines') },
      { line: 7, message: "there is no key 'titel0'; did you mean 'title'?" },
    ]);
    expect([problems.length, more]).toEqual([20, 8_981]);
    expect(message.length).toBeLessThan(5_000);
  });

  it('names the first lines, wherever in the reading a mistake was found', () => {
    const { problems, more } = invalid(
      `titel: 1\n${SHORT}raisers: [${lines(150, (number) => `r${number},`).replaceAll('\n', ' ')}]`,
    );
    expect(problems[0]).toMatchObject({ line: 1, message: expect.stringContaining("'titel'") });
    expect([problems.length, more]).toEqual([20, 131]);
  });

  it('is counted to the end where it has the same key again and again', () => {
    const { problems, more } = invalid(`${SHORT}${lines(900, () => 'title: x')}`);
    expect([problems.length, more]).toEqual([20, 880]);
  });

  it.each([
    ['raisers', `raisers: [${'*name, '.repeat(4_000)}]`],
    ['stages', `stages:\n${lines(900, () => '  - name: x')}`],
    ['themes', `themes:\n${lines(900, (number) => `  - code: XX-${number}`)}`],
  ])('has a list of %s no longer than a protocol can have', (key, list) => {
    const { problems } = invalid(`id: small\ntitle: &name iro\nsource: *name\n${list}\n`);
    expect(problems.map(({ message }) => message).join('\n')).toMatch(new RegExp(`${key} has \\d+ entries`));
  });

  it('says of a key that stands twice on which line it is the second time', () => {
    expect(problemsIn(`${SHORT}title: Another\n`)).toEqual([
      "line 7: the key 'title' is there twice; keep the one that is meant",
    ]);
  });

  it('reads an alias as the last thing before it that has its name', () => {
    const anchored = SHORT.replace('team-manager', '&who team-manager').replace(
      'clock: 5',
      'judges: &who iro\n    clock: 5',
    );
    expect(readProtocol(`${anchored}raisers: [*who]\n`, 'rules.yaml').protocol.raisers).toEqual(['iro']);
  });
});
