import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeXlsx from 'write-excel-file/node';
import type { FileResult } from '../../src/register/check/check.js';
import { CouncilOnDisk } from './on-the-command-line.js';

/*
 * A council that never was: other headings, other words, semicolons, an old code page, a sheet of its own for good practice, a ladder
 * of practice alerts. A mapping file and a protocol file are all it takes.
 */
const TEAMS = 'Team;Also written as\r\nCafé Corner Team;Café\r\nHarbour Team;Hbr | Harbour\r\n';
const ALERTS =
  'Alert no;Young person;Raised by;Practice area;Addressed to;Level;Sent;What we saw;Reply by;Replied on;Manager says;Rung;How it ended;Ended on\r\n' +
  'PA-1;70001;Zoë Müller;Timeliness of plans;Café;IRO alert;1 Sept 2023;“Slow” – £5 owed;15.09.2023;12.09.2023;accepts;One;settled;20.09.2023\r\n' +
  'PA-2;70002, 70003;Zoë Müller;School;Hbr;Formal alert;30.11.2023;No PEP;;04.12.2023;contests;Two;still going;\r\n' +
  'PA-3;70004;N. Okoro;School;Harbour Team;Formal alert;29.02.2023;No PEP;;;;One;;\r\n';
const PRAISE =
  'No;When;Young person;From;Where;Kind of practice;Story\r\nG1;05.10.2023;70001;Zoë Müller;Café;Listening;Heard.\r\n';
const MAPPING = `registers:
  - holds: disputes
    columns:
      reference: Alert no
      child: Young person
      iro: Raised by
      theme: Practice area
      team: Addressed to
      kind: Level
      date raised: Sent
      concern: What we saw
      due: Reply by
      answered: Replied on
      answer: Manager says
      stage: Rung
      outcome: How it ended
      date resolved: Ended on
  - holds: acknowledgements
    columns: {reference: "No", date: When, child: Young person, giver: From, team: Where, theme: Kind of practice, what was good: Story}
words:
  kinds: {IRO alert: formal, Formal alert: formal}
  themes: {Timeliness of plans: DD-CARE, School: EDUC}
  acknowledgement themes: {Listening: PA-VOICE}
  answers: {accepts: agree, contests: disagree}
  stages: {One: 1, Two: 2}
  outcomes: {settled: RES-FULL, still going: open}
`;

let council: CouncilOnDisk;
const file = async (name: string, content: string | Buffer): Promise<string> => {
  await writeFile(council.path(name), content);
  return council.path(name);
};
const windows1252 = (text: string): Buffer =>
  Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('–', '\x96'), 'latin1');

beforeAll(async () => {
  council = await CouncilOnDisk.empty();
  await council.must('directory', 'import', await file('teams.csv', windows1252(TEAMS)));
  await council.must(
    'protocol',
    'adopt',
    join(import.meta.dirname, '../../protocols/alerts-2017.yaml'),
    '--from',
    '2023-04-01',
  );
  await file('mapping.yaml', MAPPING);
});
afterAll(() => council.remove());

const words = () => ['--mapping', council.path('mapping.yaml')];

describe('another council', () => {
  it('is read with its own headings, words, separators and code page', async () => {
    const files = [await file('alerts.csv', windows1252(ALERTS)), await file('praise.csv', windows1252(PRAISE))];
    const result = await council.json<{ files: FileResult[] }>('register', 'check', ...files, ...words());
    expect(result.files.map(({ rows, accepted }) => [rows, accepted])).toEqual([
      [3, 2],
      [1, 1],
    ]);
    expect(result.files[0]!.refused).toEqual([
      {
        row: 4,
        reference: 'PA-3',
        column: 'Sent',
        found: '29.02.2023',
        reason: 'Impossible date: no such day exists. Expected day before month, such as 13/05/2021.',
      },
    ]);
    await council.must('register', 'import', ...files, ...words(), '--leave-out-refused', '--expect-total', '3');
    const events = await council.json<{ events: { type: string; data: { facts: object } }[] }>('events');
    const facts = events.events.filter(({ type }) => type === 'DisputeImported').map(({ data }) => data.facts);
    expect(facts).toEqual([
      expect.objectContaining({
        theme: 'DD-CARE',
        raisedOn: '2023-09-01',
        concern: '“Slow” – £5 owed',
        outcome: 'RES-FULL',
      }),
      expect.objectContaining({ children: ['70002', '70003'], agreement: 'disagree', stageReached: 2, outcome: null }),
    ]);
  });

  it('is counted under its own names', async () => {
    const { rows } = await council.json<{ rows: object[] }>(
      'report',
      'themes',
      '--year',
      '2023/24',
      '--by',
      'kind,team',
    );
    expect(rows).toContainEqual({ kind: 'formal', team: 'Café Corner Team', count: 1 });
    expect(rows).toContainEqual({ kind: 'formal', team: 'Harbour Team', count: 1 });
    expect(rows).toContainEqual({ kind: 'acknowledgement', team: 'Café Corner Team', count: 1 });
  });

  it('gives the same facts from XLSX, so that importing it as well adds nothing', async () => {
    const lines = ALERTS.trimEnd()
      .split('\r\n')
      .slice(0, 3)
      .map((line) => line.split(';'));
    const cells = lines.map((line) => line.map(asCell));
    const path = council.path('alerts.xlsx');
    await (await writeXlsx(cells)).toFile(path);
    expect(await council.must('register', 'import', path, ...words())).toContain('Nothing new');
  });
});

/** Dates and numbers as a spreadsheet keeps them, not as text. */
const asCell = (text: string) => {
  const date = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text);
  if (date) {
    const [, day, month, year] = date.map(Number) as [number, number, number, number];
    return { value: new Date(Date.UTC(year, month - 1, day)), type: Date, format: 'dd.mm.yyyy' };
  }
  return /^\d+$/.test(text) ? { value: Number(text), type: Number } : { value: text };
};

describe('the starter mapping', () => {
  it('is complete where headings and words are plain, and says DECIDE where only a person can know', async () => {
    const plain =
      'Ref,Child ID,IRO,Team,Type,Date raised,Theme\nA1,70001,A. Hartley,Harbour,Formal,01/09/2023,Drift and delay\n';
    await file('starter.yaml', await council.must('register', 'mapping', await file('plain.csv', plain)));
    const { files } = await council.json<{ files: FileResult[] }>(
      'register',
      'check',
      council.path('plain.csv'),
      '--mapping',
      council.path('starter.yaml'),
    );
    expect(files[0]).toMatchObject({ rows: 1, accepted: 1 });

    const odd = plain.replace('Drift and delay', 'Zebra');
    const proposed = await council.must('register', 'mapping', await file('odd.csv', odd));
    expect(proposed).toContain('    Zebra: DECIDE');
    await file('odd.yaml', proposed);
    const undecided = await council.run(
      'register',
      'check',
      council.path('odd.csv'),
      '--mapping',
      council.path('odd.yaml'),
    );
    expect(undecided.code).toBe(1);
    expect(undecided.said).toMatch(
      /odd\.yaml cannot be used as a mapping:\n {2}Line \d+: "DECIDE" cannot be used for themes; write one of DD,/,
    );
  });

  it('notices registers that write the month first', async () => {
    const american =
      'Ref,Team,Type,Date raised,Theme\nA1,Harbour,Formal,09/14/2023,Visits\nA2,Harbour,Formal,09/01/2023,Visits\n';
    expect(await council.must('register', 'mapping', await file('american.csv', american))).toContain(
      'dates: month before day',
    );
  });
});
