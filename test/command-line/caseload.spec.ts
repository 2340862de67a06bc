import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, Terminal } from './process.js';

const TEAMS = join(ROOT, 'examples/worcestershire/teams.csv');
const PROTOCOL = join(ROOT, 'examples/worcestershire/protocol.yaml');
const PEOPLE = ['Name,Post', 'N. Abbot,IRO manager', 'A. Hartwell,IRO', 'B. Quill,IRO', 'J. Orme,IRO'];
const CHILDREN = [
  'Record number,Initials,Date of birth,Population,Team,IRO,Social worker,From',
  '1000592,AB,2015-05-05,looked-after,Locality North,A. Hartwell,,2024-04-01',
  '1000593,CD,2016-06-06,looked-after,Locality North,A. Hartwell,,2024-04-01',
];

let terminal: Terminal;
let token: string;
beforeAll(async () => {
  terminal = await Terminal.open();
  const file = async (name: string, lines: readonly string[]): Promise<string> => {
    const path = join(terminal.folder, name);
    await writeFile(path, `${lines.join('\n')}\n`);
    return path;
  };
  const [people, children] = [await file('people.csv', PEOPLE), await file('children.csv', CHILDREN)];
  await terminal.run('council', 'first-administrator', 'Y. Holt');
  await terminal.run('directory', 'import', TEAMS, people, children);
  await terminal.run('protocol', 'adopt', PROTOCOL, '--from', '2021-04-01');
  token = (await terminal.run('token', 'create', '--for', 'N. Abbot', '--days', '1')).out.trim();
  const list = /^List: (\S+)/m.exec((await terminal.run('council', 'show')).out)![1]!;
  await terminal.asPerson(token).run('council', 'open', '--list', list);
});
afterAll(() => terminal.remove());

const handOver = (...words: string[]) =>
  terminal.asPerson(token).run('caseload', 'hand-over', ...words, '--reason', 'She leaves on Friday.');

describe('caseload hand-over', () => {
  it('is carried out where no service runs, and says so where nothing is left to hand over', async () => {
    const first = await handOver('A. Hartwell', '--share', 'B. Quill=1000592');
    expect(first).toEqual({ code: 0, out: '1 child or record changed hands.\n', said: '' });
    expect(await handOver('J. Orme', '--to', 'B. Quill')).toMatchObject({
      ...{ code: 1, said: 'footprint: This person has no child and holds nothing that is open.\n' },
    });
  });

  it('is carried out by the service that runs, as the person who signs in', async () => {
    const service = terminal.serve();
    await service.says(/serving at/);
    const second = await handOver('A. Hartwell', '--to', 'J. Orme');
    service.child.kill('SIGTERM');
    await service.end();
    expect(second).toEqual({ code: 0, out: '1 child or record changed hands.\n', said: '' });
    const { out } = await terminal.run('events', '--json');
    const { events } = JSON.parse(out) as { events: { type: string; metadata: { actor: { role: string } } }[] };
    const begun = events.filter(({ type }) => type === 'CaseloadHandOverBegun');
    expect(begun.map(({ metadata }) => metadata.actor.role)).toEqual(['iro-manager', 'iro-manager']);
    expect(out).not.toContain(token);
  });
});
