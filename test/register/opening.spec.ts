import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CouncilOnDisk, EXAMPLE } from './on-the-command-line.js';

interface View {
  readonly standing: string;
  readonly firstAdministrator: string | null;
  readonly digest: string;
  readonly posts: readonly { readonly kind: string; readonly name: string }[];
  readonly missing: readonly string[];
}
interface Proposals {
  readonly proposals: readonly {
    readonly proposal: string;
    readonly standing: string;
    readonly person: { id: string } | null;
  }[];
}

describe('a council set up and opened from the command line', () => {
  let council: CouncilOnDisk;
  beforeAll(async () => {
    council = await CouncilOnDisk.empty();
  });
  afterAll(() => council.remove());

  const people = async (name: string, ...rows: string[]): Promise<string> => {
    await writeFile(council.path(name), ['Name,Post,Team,Service', ...rows].join('\n'));
    return council.path(name);
  };
  const tokenOf = async (name: string, ...more: string[]): Promise<string> =>
    (await council.must('token', 'create', '--for', name, '--days', '1', ...more)).trim();

  it('gets its first administrator once', async () => {
    expect(await council.must('council', 'first-administrator', 'Y. Holt')).toContain(
      'Y. Holt is the first administrator',
    );
    for (const name of ['Y. Holt', 'Eve'])
      expect(await council.run('council', 'first-administrator', name)).toMatchObject({
        code: 1,
        out: '',
        said: expect.stringMatching(/^footprint: The first administrator of this council was set before/),
      });
    const recorded = await council.must('events', '--stream', 'council-opening');
    expect(recorded).toContain('"FirstAdministratorSet"');
  });

  it('is given its name, once as it stands', async () => {
    expect(await council.must('council', 'name', ' Westshire Council ', '--as', 'Y. Holt')).toContain(
      'The council is called Westshire Council.',
    );
    expect(await council.run('council', 'name', 'Westshire Council', '--as', 'Y. Holt')).toMatchObject({
      code: 1,
      said: expect.stringContaining('called so already'),
    });
    expect(await council.run('council', 'name', 'W'.repeat(81), '--as', 'Y. Holt')).toMatchObject({
      code: 1,
      said: expect.stringContaining('in at most 80 characters'),
    });
  });

  it('says what it lacks, and is opened by nobody before', async () => {
    expect(await council.json<View>('council', 'show')).toMatchObject({
      standing: 'set-up',
      firstAdministrator: 'y-holt',
      missing: ['there is no team', 'no protocol is in force today'],
    });
  });

  it('is set up by one person', async () => {
    const file = await people('people.csv', 'N. Abbot,IRO manager,,', 'A. Hartwell,IRO,,');
    await council.must('directory', 'import', join(EXAMPLE, 'teams.csv'), file, '--as', 'Y. Holt');
    await council.must('protocol', 'adopt', join(EXAMPLE, 'protocol.yaml'), '--from', '2021-04-01', '--as', 'Y. Holt');
    const { posts, missing } = await council.json<View>('council', 'show');
    expect(missing).toEqual([]);
    expect(posts.map(({ name, kind }) => `${name} ${kind}`)).toEqual(
      expect.arrayContaining(['N. Abbot iro-manager', 'Y. Holt administrator', 'P. Ames team-manager']),
    );
  });

  it('shows and begins no case before it is open', async () => {
    for (const words of [
      ['report', 'escalations'],
      ['report', 'work', 'A. Hartwell'],
      ['challenge', 'agenda'],
      ['register', 'take-on', 'A1'],
    ])
      expect(await council.run(...words)).toMatchObject({
        code: 1,
        out: '',
        said: expect.stringMatching(/^footprint: This council is not open yet/),
      });
  });

  it('is opened with the token of the IRO manager, and with no other', async () => {
    const { digest } = await council.json<View>('council', 'show');
    const open = (token?: string, list = digest) =>
      council.runWith({ FOOTPRINT_TOKEN: token }, 'council', 'open', '--list', list);
    expect(await open()).toMatchObject({ code: 1, said: expect.stringContaining('FOOTPRINT_TOKEN') });
    expect(await open('fpt_nonsense')).toMatchObject({ code: 1, said: expect.stringContaining('FOOTPRINT_TOKEN') });
    const others = [
      await tokenOf('Y. Holt'),
      await tokenOf('A. Hartwell'),
      await tokenOf('feed', '--role', 'administrator'),
    ];
    for (const token of others) expect((await open(token)).code).toBe(1);
    const manager = await tokenOf('N. Abbot');
    expect(await open(manager, 'another-list')).toMatchObject({
      code: 1,
      said: expect.stringContaining('has changed'),
    });
    expect(await open(manager)).toMatchObject({ code: 0, out: expect.stringContaining('The council is open') });
    expect(await council.json<View>('council', 'show')).toMatchObject({ standing: 'open' });
    expect(await council.must('report', 'escalations')).toContain('0 open');
  });

  it('then proposes what a file gives, in the name of somebody who may, and puts nobody into office', async () => {
    const file = await people('more.csv', 'B. Lind,IRO,,', 'N. Abbot,IRO manager,,', 'V. Ford,Performance analyst,,');
    const alone = await council.run('directory', 'import', file);
    expect(alone.code).toBe(1);
    expect(alone.out).toContain('row 2: Post says "IRO"; expected something to which a second person agrees');
    expect((await council.run('directory', 'import', file, '--as', 'A. Hartwell')).code).toBe(1);
    const own = await council.run('directory', 'import', await people('own.csv', 'Y. Holt,IRO,,'), '--as', 'Y. Holt');
    expect(own.code).toBe(1);

    const out = await council.must('directory', 'import', file, '--as', 'Y. Holt');
    expect(out).toMatch(/waits for a second person: b-lind as IRO \(PRP-/);
    const { proposals } = await council.json<Proposals>('council', 'proposals');
    expect(proposals).toMatchObject([{ standing: 'waiting', person: { id: 'b-lind' } }]);
    expect((await council.run('token', 'create', '--for', 'B. Lind', '--days', '1')).said).toContain('no post today');
    expect((await council.run('token', 'create', '--for', 'V. Ford', '--days', '1')).code).toBe(0);
    await council.must('directory', 'import', file, '--as', 'Y. Holt');
    expect((await council.json<Proposals>('council', 'proposals')).proposals).toHaveLength(1);
    expect(await council.must('council', 'proposals')).toMatch(/^PRP-\S+ {2}waiting until \S+ {2}B\. Lind as IRO/);
  });

  it('then proposes rules that give somebody more', async () => {
    const text = 'id: more\ntitle: More\nstages: [{ name: One, addressees: director, clock: 5 working-days }]\n';
    await writeFile(council.path('more.yaml'), text);
    const words = ['protocol', 'adopt', council.path('more.yaml'), '--from', '2024-04-01'];
    expect((await council.run(...words)).said).toContain('stage 1: answered by director');
    expect(await council.must(...words, '--as', 'Y. Holt')).toMatch(/^Proposed: More, from 2024-04-01, as PRP-/);
    expect((await council.must('events', '--stream', 'protocol-council')).match(/"ProtocolAdopted"/g)).toHaveLength(1);
  });
});
