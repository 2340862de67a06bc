import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { projections } from '../../../projections/index.js';
import { openTheCouncil } from '../../../test/support/open-council.js';
import { SettableClock } from '../../platform/clock/clock.js';
import { Refusal } from '../../platform/decider.js';
import { MemoryEventStore } from '../../platform/event-store/memory/memory-event-store.js';
import { Executor } from '../../platform/executor.js';
import { ProjectionRunner } from '../../platform/projections/projection-runner.js';
import type { CouncilPost } from '../../protocol/own-posts.js';
import { COUNCIL_STREAM, councilDecider } from '../../roles/council.js';
import type { Directory } from '../directory.js';
import { directoryFrom } from '../directory-from.js';
import { type DirectoryReport, importDirectory } from './import-directory.js';

const NOW = '2023-04-03T09:00:00.000Z';
const TODAY = '2023-04-03';

let store: MemoryEventStore;
let readModels: ProjectionRunner;
let directory: Directory;

beforeEach(() => {
  store = new MemoryEventStore(new SettableClock(NOW));
  readModels = new ProjectionRunner({ store, path: ':memory:', projections });
  directory = directoryFrom(readModels);
});

afterEach(async () => {
  await readModels.close();
  await store.close();
});

interface Reading {
  readonly dryRun?: boolean;
  readonly isOpen?: boolean;
  readonly proposedBy?: string | null;
  readonly ownPosts?: readonly CouncilPost[];
}

const read = async (
  lines: string[],
  { dryRun, isOpen = false, proposedBy = null, ownPosts }: Reading = {},
): Promise<DirectoryReport> => {
  const actor = { person: 'command-line', post: null, role: null };
  if (isOpen) await open();
  const report = await importDirectory(
    { fileName: 'file.csv', text: lines.join('\n'), dryRun },
    {
      executor: new Executor(store),
      store,
      proposedBy,
      catchUp: () => readModels.catchUp(),
      directory,
      today: TODAY,
      ...(ownPosts && { ownPosts }),
      envelope: (commandId) => ({ commandId, actor, occurredAt: NOW }),
    },
  );
  await readModels.catchUp();
  return report;
};

const open = async (): Promise<void> => {
  const executor = new Executor(store);
  if ((await executor.load(COUNCIL_STREAM, councilDecider)).state.isOpen) return;
  await openTheCouncil(executor, { administrator: 'y-holt', iroManager: 'n-abbot', occurredAt: NOW });
};

const logLength = async (): Promise<number> => (await store.readAll(undefined, { limit: 10_000 })).length;

const TEAMS = [
  'Team,Also written as,Team manager',
  'Through Care 1,Through Care 1 | TC1 | through care 1  | Through-Care 1,P. Ames',
  'Through Care 3,Through Care 3 | TC 3,R. Cole',
  'Locality North,Locality North | North Locality | LOCALITY NORTH,T. Ellis',
  'Children with Disabilities,Children with Disabilities | CWD | Children With Disabilities Team,W. Hale',
];

describe('a file of teams', () => {
  it('gives teams without dates, their codes and their spellings', async () => {
    const report = await read(TEAMS);
    expect(report).toMatchObject({ holds: 'teams', rows: 4, accepted: 4, refused: [], written: true });
    expect(directory.teams('1999-01-01').map(({ teamId, code, name }) => [teamId, code, name])).toEqual([
      ['cwd', 'CWD', 'Children with Disabilities'],
      ['ln', 'LN', 'Locality North'],
      ['tc1', 'TC1', 'Through Care 1'],
      ['tc3', 'TC3', 'Through Care 3'],
    ]);
    for (const written of ['through care 1 ', 'Through-Care 1', 'TC1', 'tc1']) {
      expect(directory.teamWritten(written)?.teamId).toBe('tc1');
    }
    expect(directory.teamWritten('TC3')?.teamId).toBe('tc3');
    expect(directory.teamWritten('North Locality')?.teamId).toBe('ln');
    expect(directory.teamWritten('Fostering??')).toBeUndefined();
  });

  it('gives each team manager, and the post that they hold', async () => {
    await read(TEAMS);
    expect(directory.peopleNamed('P. Ames')).toEqual([
      { personId: 'p-ames', name: 'P. Ames', email: null, fromRegister: false },
    ]);
    expect(directory.postsFor('team-manager', 'tc1', TODAY)).toEqual([
      {
        postId: 'team-manager-tc1',
        kind: 'team-manager',
        title: 'Team manager, Through Care 1',
        team: 'tc1',
        service: null,
        person: 'p-ames',
      },
    ]);
    expect(directory.postsHeldBy('r-cole', TODAY).map(({ postId }) => postId)).toEqual(['team-manager-tc3']);
  });

  it('read a second time records nothing', async () => {
    const first = await read(TEAMS);
    const length = await logLength();
    const again = await read(TEAMS);
    // Beside its changes, that the reading began and that it ended.
    expect(first.changes).toBe(length - 2);
    expect(again).toMatchObject({ accepted: 4, refused: [], changes: 0, written: true });
    expect(await logLength()).toBe(length);
  });

  it('read to check only writes nothing, and says what it would record', async () => {
    const report = await read(TEAMS, { dryRun: true });
    expect(report).toMatchObject({ written: false, changes: 16 });
    expect(await logLength()).toBe(0);
  });

  it('may begin with a byte-order mark, be parted by semicolons and have empty rows', async () => {
    const report = await read(['\uFEFFteam;ALSO WRITTEN AS;Team-manager', '', 'Through Care 1;TC1;P. Ames', ';;']);
    expect(report).toMatchObject({ rows: 1, accepted: 1, refused: [] });
    expect(directory.teamWritten('TC1')?.name).toBe('Through Care 1');
  });

  it('with one row to refuse writes none', async () => {
    const report = await read(['Team,Code,From', 'Through Care 1,TC1,', 'Through Care 2,TC2,30/02/2022', ',TC3,']);
    expect(report.refused).toEqual([
      { row: 3, column: 'From', found: '30/02/2022', expected: 'a date that exists: 2022-04-14 or 14/04/2022' },
      { row: 4, column: 'Team', found: '', expected: 'the name of a team' },
    ]);
    expect(report).toMatchObject({ rows: 3, accepted: 1, written: false });
    expect(await logLength()).toBe(0);
  });

  it('refuses one spelling for two teams, in the file or in the directory', async () => {
    const report = await read(['Team,Also written as', 'North,Nord', 'South,nord']);
    expect(report.refused.map(({ row, column }) => [row, column])).toEqual([[3, 'Also written as']]);
    await read(TEAMS);
    const later = await read(['Team,Also written as', 'Leaving Care,TC 1']);
    expect(later.refused.map(({ row, column }) => [row, column])).toEqual([[2, 'Also written as']]);
  });

  it('gives a second team of the same initials a code of its own', async () => {
    await read(['Team,Also written as', 'Locality North,', 'Long Nights,']);
    expect(directory.teams(TODAY).map(({ teamId, code }) => [teamId, code])).toEqual([
      ['ln', 'LN'],
      ['ln2', 'LN2'],
    ]);
  });

  it('knows a new name from a day on, and keeps the old one for the days before', async () => {
    const file = [
      'Code,Team,Name from',
      'TC1,Through Care 1,',
      'TC1,Leaving Care,2022-04-01',
      'TC1,Moving On,2023-04-01',
    ];
    await read(file);
    expect(directory.team('tc1', '2022-03-31')?.name).toBe('Through Care 1');
    expect(directory.team('tc1', '2022-04-01')?.name).toBe('Leaving Care');
    expect(directory.team('tc1', '2023-04-01')?.name).toBe('Moving On');
    expect(directory.teamWritten('through-care 1')?.teamId).toBe('tc1');
    expect(await read(file)).toMatchObject({ refused: [], changes: 0 });
  });

  it('knows a split: the old team ends when the new ones begin', async () => {
    await read(['Team,Code', 'Locality,LOC']);
    const file = ['Team,Code,From,Succeeds', 'North,N,2022-04-01,Locality', 'South,S,2022-04-01,Locality'];
    expect(await read(file)).toMatchObject({ refused: [] });
    expect(directory.teams('2022-03-31').map(({ teamId }) => teamId)).toEqual(['loc']);
    expect(directory.teams('2022-04-01').map(({ teamId }) => teamId)).toEqual(['n', 's']);
    expect(readModels.get('SELECT succeeded_by FROM teams WHERE team = ?', ['loc'])).toEqual({
      succeeded_by: '["n","s"]',
    });
    expect(await read(file)).toMatchObject({ refused: [], changes: 0 });
  });

  it('knows a merger of teams in the same file', async () => {
    const file = ['Team,Code,From,To,Succeeds', 'A,A,,2022-03-31,', 'B,B,,2022-03-31,', 'C,C,2022-04-01,,A | B'];
    await read(file);
    expect(readModels.get('SELECT succeeds FROM teams WHERE team = ?', ['c'])).toEqual({ succeeds: '["a","b"]' });
    expect(directory.team('a', TODAY)?.to).toBe('2022-03-31');
    expect(await read(file)).toMatchObject({ refused: [], changes: 0 });
  });

  it('does not put another manager in the place of one who holds the post', async () => {
    await read(TEAMS);
    const report = await read(['Team,Team manager', 'Through Care 1,Q. Barlow']);
    expect(report.refused).toEqual([
      {
        row: 2,
        column: 'Team manager',
        found: 'Q. Barlow',
        expected: 'P. Ames, who holds the post; record a change with a file of people',
      },
    ]);
  });
});

describe('a file of people', () => {
  beforeEach(async () => {
    await read(TEAMS);
  });

  it('gives people and the posts that they hold', async () => {
    await read(['Team,Service', 'Locality North,Corporate Parenting']);
    const report = await read([
      'Name,Post,Team,Service,From,To,Email',
      'G. Rowe,Independent Reviewing Officer,,,,,g.rowe@council.example',
      'K. Vance,iro,,,2022-09-01,,',
      'D. Shah,Service manager,,Corporate Parenting,,,',
      'L. Moss,Director of children’s services,,,,,',
    ]);
    expect(report).toMatchObject({ holds: 'people', accepted: 4, refused: [] });
    expect(directory.postsFor('director', 'tc1', TODAY).map(({ person }) => person)).toEqual(['l-moss']);
    expect(directory.postsFor('iro', null, '2022-08-31').map(({ person }) => person)).toEqual(['g-rowe']);
    expect(directory.postsFor('iro', 'tc1', TODAY).map(({ person }) => person)).toEqual(['g-rowe', 'k-vance']);
    expect(directory.person('g-rowe')?.email).toBe('g.rowe@council.example');
  });

  it('says of whom nothing would be asked, for the row names neither team nor service', async () => {
    const report = await read([
      'Name,Post,Team,Service,From,To,Email',
      'G. Rowe,IRO,,,,,',
      'D. Shah,Service manager,,,,,',
      'P. Ames,Team manager,TC1,,,,',
      'L. Moss,Team manager,,,,,',
    ]);
    expect(report).toMatchObject({ accepted: 4, refused: [] });
    expect(report.warnings.map(({ row, column, message }) => [row, column, message.split(':')[0]])).toEqual([
      [3, 'Service', 'Service manager answers for nothing, for the row names no team and no service'],
      [5, 'Service', 'Team manager answers for nothing, for the row names no team and no service'],
    ]);
  });

  it('hands a post over from one day to the next', async () => {
    const file = [
      'Name,Post,Team,From,To',
      'P. Ames,Team manager,TC1,,2022-05-31',
      'Q. Barlow,Team manager,Through-Care 1,01/06/2022,',
    ];
    expect(await read(file)).toMatchObject({ refused: [] });
    const holders = (on: string): unknown => directory.postsFor('team-manager', 'tc1', on).map(({ person }) => person);
    expect(holders('2022-05-31')).toEqual(['p-ames']);
    expect(holders('2022-06-01')).toEqual(['q-barlow']);
    expect(await read(file)).toMatchObject({ refused: [], changes: 0 });
  });

  it('takes two addresses under one name for two people, also when it is read again', async () => {
    const file = ['Name,Post,Email', 'A. Khan,IRO,a.khan@council.example', 'A. Khan,IRO,anya.khan@council.example'];
    await read(file);
    expect(directory.postsFor('iro', null, TODAY).map(({ person }) => person)).toEqual(['a-khan', 'a-khan-2']);
    expect(await read(file)).toMatchObject({ refused: [], changes: 0 });
  });

  it('does not guess which of two people of one name a row without an address means', async () => {
    await read(['Name,Post,Email', 'A. Khan,IRO,a.khan@council.example', 'A. Khan,IRO,anya.khan@council.example']);
    const report = await read(['Name,Post', 'A. Khan,IRO manager']);
    expect(report.refused).toMatchObject([{ row: 2, column: 'Name', found: 'A. Khan' }]);
    expect(report.written).toBe(false);
  });

  it('says which posts and teams there are', async () => {
    const report = await read([
      'Name,Post,Team,Email',
      'G. Rowe,Wizard,,',
      'G. Rowe,Social worker,Fostering,',
      'X,IRO,,no',
    ]);
    expect(report.refused.map(({ row, column, found }) => [row, column, found])).toEqual([
      [2, 'Post', 'Wizard'],
      [3, 'Team', 'Fostering'],
      [4, 'Email', 'no'],
    ]);
    expect(report.refused[0]!.expected).toContain('IRO, IRO manager');
  });
});

describe('a file that gives posts', () => {
  beforeEach(async () => {
    await read(TEAMS);
    await read(['Team,Service', 'Locality North,Localities']);
  });

  it('gives them at once while the council is set up, marked so', async () => {
    await read(['Name,Post', 'G. Rowe,IRO', 'V. Ford,Performance analyst']);
    const held = readModels.all('SELECT person, agreed_how FROM post_holders ORDER BY person');
    expect(held).toContainEqual({ person: 'g-rowe', agreed_how: 'set-up' });
    expect(held).toContainEqual({ person: 'v-ford', agreed_how: 'not-needed' });
  });

  it('proposes those from which cases are read once the council is open, and gives the others', async () => {
    await read(['Name,Post', 'Y. Holt,Administrator']);
    const file = ['Name,Post,Team', 'G. Rowe,IRO,', 'P. Ames,Team manager,TC1', 'V. Ford,Performance analyst,'];
    const report = await read(file, { isOpen: true, proposedBy: 'y-holt' });
    expect(report).toMatchObject({ refused: [], written: true });
    expect(report.proposals).toMatchObject([
      { proposal: expect.stringMatching(/^PRP-/), person: 'g-rowe', title: 'IRO' },
    ]);
    expect(directory.postsHeldBy('g-rowe', TODAY)).toEqual([]);
    expect(directory.postsHeldBy('v-ford', TODAY)).toHaveLength(1);
    expect(readModels.all('SELECT person, standing, proposed_by FROM role_proposals')).toEqual([
      { person: 'g-rowe', standing: 'waiting', proposed_by: 'y-holt' },
    ]);
    const length = await logLength();
    expect((await read(file, { isOpen: true, proposedBy: 'y-holt' })).proposals).toEqual(report.proposals);
    expect(await logLength()).toBe(length);
  });

  it('proposes nothing when it is only checked, or nobody is named who may', async () => {
    const file = ['Name,Post', 'G. Rowe,IRO'];
    const dry = await read(file, { isOpen: true, proposedBy: 'y-holt', dryRun: true });
    expect(dry.proposals).toMatchObject([{ proposal: null, person: 'g-rowe' }]);
    const unnamed = await read(file, { isOpen: true });
    expect(unnamed.refused).toMatchObject([{ row: 2, column: 'Post', expected: expect.stringContaining('--as') }]);
    expect(directory.peopleNamed('G. Rowe')).toEqual([]);
  });

  it('gives nobody a post that they propose for themselves', async () => {
    await read(['Name,Post', 'Q. Barlow,Performance analyst']);
    const options = { isOpen: true, proposedBy: 'q-barlow' };
    for (const post of ['IRO manager', 'Information governance']) {
      const report = await read(['Name,Post', `Q. Barlow,${post}`], options);
      expect(report.refused).toMatchObject([
        { row: 2, column: 'Post', expected: expect.stringContaining('themselves') },
      ]);
    }
    const held = await read(['Name,Post', 'Q. Barlow,Performance analyst'], options);
    expect(held.refused).toEqual([]);
  });

  it.each([false, true])('gives no administrator a post from which cases are read (open: %s)', async (isOpen) => {
    const options = { isOpen, proposedBy: 'somebody' };
    const together = await read(['Name,Post', 'Y. Holt,Administrator', 'Y. Holt,IRO'], options);
    expect(together.refused.map(({ row, column }) => [row, column])).toEqual([[3, 'Post']]);
    await read(['Name,Post', 'Y. Holt,Administrator'], options);
    const later = await read(['Name,Post', 'Y. Holt,IRO'], options);
    expect(later.refused.map(({ row, column }) => [row, column])).toEqual([[2, 'Post']]);
    const manager = await read(['Name,Post', 'P. Ames,Administrator'], options);
    expect(manager.refused.map(({ row, column }) => [row, column])).toEqual([[2, 'Post']]);
    const after = ['Name,Post,From,To', 'Y. Holt,Administrator,,2023-04-30', 'Y. Holt,IRO,2023-05-01,'];
    if (!isOpen) expect((await read(after, options)).refused.map(({ row }) => row)).toEqual([3]);
  });

  it('refuses a service that no team belongs to, and names those that are known', async () => {
    const report = await read([
      'Name,Post,Team,Service',
      'D. Shah,Service manager,,Localitys',
      'E. Shah,Team manager,TC9,',
    ]);
    expect(report.refused).toMatchObject([
      { row: 2, column: 'Service', found: 'Localitys', expected: expect.stringContaining('Known are: Localities') },
      {
        row: 3,
        column: 'Team',
        found: 'TC9',
        expected: expect.stringContaining('Children with Disabilities, Locality North'),
      },
    ]);
    await read(['Name,Post,Service', 'D. Shah,Service manager,localities']);
    expect(directory.postsFor('service-manager', 'ln', TODAY)).toMatchObject([
      { service: 'Localities', person: 'd-shah' },
    ]);
  });

  it('refuses a team that has ended for somebody who is still to hold its post', async () => {
    await read(['Team,Code,To', 'Old,OLD,2023-03-31']);
    const report = await read(['Name,Post,Team', 'D. Shah,Team manager,OLD']);
    expect(report.refused).toMatchObject([{ row: 2, column: 'Team' }]);
  });

  it('gives a post without team or service nothing to answer for', async () => {
    await read(['Name,Post', 'D. Shah,Team manager', 'L. Moss,Director']);
    expect(directory.postsFor('team-manager', 'ln', TODAY).map(({ person }) => person)).toEqual(['t-ellis']);
    expect(directory.postsFor('team-manager', null, TODAY)).toEqual([]);
    expect(directory.postsFor('director', 'ln', TODAY).map(({ person }) => person)).toEqual(['l-moss']);
  });
});

describe('a file of children', () => {
  const CHILDREN = [
    'Record number,Initials,Date of birth,Population,Team,IRO,From',
    '1095978,AB,03/09/2012,,TC1,G. Rowe,',
    '1095978,AB,03/09/2012,,TC3,G. Rowe,2022-09-01',
    '1102045,C.D.,,child-protection,Locality North,,2022-01-01',
  ];

  beforeEach(async () => {
    await read(TEAMS);
    await read(['Name,Post', 'G. Rowe,IRO']);
  });

  it('gives children, and who held them when', async () => {
    expect(await read(CHILDREN)).toMatchObject({ holds: 'children', rows: 3, accepted: 3, refused: [] });
    expect(directory.child('1095978', '2022-08-31')).toEqual({
      childId: '1095978',
      initials: 'AB',
      bornOn: '2012-09-03',
      population: 'looked-after',
      fromRegister: false,
      team: 'tc1',
      iro: 'g-rowe',
      socialWorker: null,
      diedOn: null,
    });
    expect(directory.child('1095978', '2022-09-01')?.team).toBe('tc3');
    expect(directory.child('1102045', '2021-12-31')).toMatchObject({ team: null, population: 'child-protection' });
    expect(directory.child('nobody', TODAY)).toBeUndefined();
    expect(await read(CHILDREN)).toMatchObject({ refused: [], changes: 0 });
  });

  it('leaves what was where a cell is empty, also when it is read again', async () => {
    const file = [
      'Record number,Initials,Team,IRO,From',
      '1095978,AB,TC1,,2022-01-01',
      '1095978,AB,,G. Rowe,2022-06-01',
      '1095978,AB,TC3,,2022-09-01',
    ];
    expect(await read(file)).toMatchObject({ refused: [] });
    expect(directory.child('1095978', '2022-06-01')).toMatchObject({ team: 'tc1', iro: 'g-rowe' });
    expect(directory.child('1095978', TODAY)).toMatchObject({ team: 'tc3', iro: 'g-rowe' });
    expect(await read(file)).toMatchObject({ refused: [], changes: 0 });
  });

  it('refuses an IRO who is none, or not yet', async () => {
    await read(['Name,Post,From', 'K. Vance,IRO,2022-09-01']);
    const report = await read([
      'Record number,Initials,Team,IRO,From',
      '1095978,AB,TC1,P. Ames,',
      '1095979,AC,TC1,K. Vance,2022-08-31',
      '1095980,AD,TC1,K. Vance,2022-09-01',
    ]);
    expect(report.refused.map(({ row, column }) => [row, column])).toEqual([
      [2, 'IRO'],
      [3, 'IRO'],
    ]);
  });

  it('refuses a conference chair as the IRO of a looked-after child, and not of another', async () => {
    await read(['Name,Post', 'R. Blythe,Conference chair']);
    const report = await read([
      'Record number,Initials,Population,Team,IRO',
      '1095978,AB,,TC1,R. Blythe',
      '1095979,AC,child-protection,TC1,R. Blythe',
    ]);
    expect(report.refused).toMatchObject([{ row: 2, column: 'IRO', found: 'R. Blythe' }]);
    expect(report.refused[0]!.expected).toContain('A looked-after child has an IRO');
    expect(report.written).toBe(false);
  });

  it('gives each child’s own social worker over time, by a name that one worker in office bears', async () => {
    await read(['Name,Post,Team,Email', 'W. Dunn,Social worker,TC1,', 'V. Orme,Social worker,TC1,']);
    const file = [
      'Record number,Initials,Team,IRO,Social worker,From',
      '1095978,AB,TC1,G. Rowe,W. Dunn,',
      '1095978,AB,TC1,G. Rowe,V. Orme,2022-09-01',
      '1102045,CD,TC1,G. Rowe,,',
    ];
    expect(await read(file)).toMatchObject({ refused: [] });
    expect(directory.child('1095978', '2022-08-31')?.socialWorker).toBe('w-dunn');
    expect(directory.child('1095978', '2022-09-01')?.socialWorker).toBe('v-orme');
    expect(directory.child('1102045', TODAY)?.socialWorker).toBeNull();
    expect(await read(file)).toMatchObject({ refused: [], changes: 0 });
  });

  it('refuses a name that several workers bear, and takes the id of one', async () => {
    await read([
      'Name,Post,Team,Email',
      'W. Dunn,Social worker,TC1,w.dunn@council.example',
      'W. Dunn,Social worker,TC3,wanda.dunn@council.example',
    ]);
    const childOf = (worker: string) => ['Record number,Initials,Social worker', `1095978,AB,${worker}`];
    const report = await read(childOf('W. Dunn'));
    expect(report.refused).toMatchObject([{ row: 2, column: 'Social worker', found: 'W. Dunn' }]);
    expect(report.refused[0]!.expected).toContain('w-dunn-2 (Social worker, Through Care 3)');
    expect(await read(childOf('w-dunn-2'))).toMatchObject({ refused: [] });
    expect(directory.child('1095978', TODAY)?.socialWorker).toBe('w-dunn-2');
  });

  it('refuses what would put a name or an unknown person into the directory', async () => {
    const report = await read([
      'Record number,Initials,Population,Team,IRO,From',
      '1095978,Christopher Robin,,,,',
      '110 2045,AB,,,,',
      '1102046,AB,pirate,,,',
      '1102047,AB,,Fostering,,',
      '1102048,AB,,,Nobody,',
    ]);
    expect(report.refused.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Initials'],
      [3, 'Record number'],
      [4, 'Population'],
      [5, 'Team'],
      [6, 'IRO'],
    ]);
  });

  it('names the row that a rule refuses', async () => {
    await read(CHILDREN);
    const report = await read(['Record number,Initials,Team,IRO,From', '1095978,AB,Locality North,,2021-01-01']);
    expect(report.refused).toMatchObject([{ row: 2, column: 'From', found: '2021-01-01' }]);
    expect(report.written).toBe(false);
  });
});

describe('a file that is something else', () => {
  it.each([
    ['a register', ['Ref,Child ID,IRO,Team,Team manager,Type,Date raised', 'I21/001,1,G. Rowe,TC1,P. Ames,Informal,']],
    ['a list without headings', ['Through Care 1,P. Ames']],
    ['nothing', ['']],
  ])('is refused as such: %s', async (_, lines) => {
    await expect(read(lines)).rejects.toBeInstanceOf(Refusal);
  });
});

describe('posts of the council’s own', () => {
  const ownPosts: readonly CouncilPost[] = [
    { code: 'advanced-practitioner', title: 'Advanced practitioner', actsAs: 'assistant-team-manager' },
    { code: 'lead-officer', title: 'Lead officer for education', actsAs: 'director' },
    { code: 'health-partner', title: 'Designated nurse', actsAs: null },
  ];

  it('are written by their titles or their codes, before what the program calls so', async () => {
    const report = await read(['Name,Post', 'Ada Lane,Lead officer for education', 'Bo Reed,advanced practitioner'], {
      ownPosts,
    });
    expect(report).toMatchObject({ refused: [], written: true });
    const kinds = (person: string) =>
      directory.peopleNamed(person).flatMap(({ personId }) => directory.postsHeldBy(personId, TODAY));
    expect(kinds('Ada Lane')).toMatchObject([
      { postId: 'lead-officer', kind: 'director:lead-officer', title: 'Lead officer for education' },
    ]);
    expect(kinds('Bo Reed')).toMatchObject([{ kind: 'assistant-team-manager:advanced-practitioner' }]);
  });

  it('are held by nobody outside of the council, nor under another protocol', async () => {
    const rows = ['Name,Post', 'Ada Lane,Designated nurse'];
    const { refused } = await read(rows, { ownPosts });
    expect(refused.map(({ column }) => column)).toEqual(['Post']);
    expect(refused[0]!.expected).toContain('Lead officer for education');
    expect((await read(['Name,Post', 'Bo Reed,Lead officer for education'])).refused).toHaveLength(1);
  });
});
