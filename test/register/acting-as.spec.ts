import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CouncilOnDisk, EXAMPLE } from './on-the-command-line.js';

/*
 * The command line cannot check that a person is there the person named with --as. It records nobody with what their posts do not let them
 * do over the API, and from the post that does.
 */

const BELONGS_TO = /^footprint: The person given with --as holds no post today that may do this\. It belongs to: /;

describe('The person named with --as', () => {
  let council: CouncilOnDisk;
  beforeAll(async () => {
    council = await CouncilOnDisk.empty();
    await council.must('council', 'first-administrator', 'Y. Holt');
    const people = await file(
      'people.csv',
      'Name,Post,Team',
      'N. Abbot,IRO manager,',
      'S. Patel,Business support,',
      'C. Bray,Social worker,Through Care 1',
      'V. Ford,Performance analyst,',
      // A person who holds two posts is recorded with the one that may.
      'M. Both,Performance analyst,',
      'M. Both,IRO manager,',
    );
    await council.must('directory', 'import', join(EXAMPLE, 'teams.csv'), people, '--as', 'Y. Holt');
    await council.must('protocol', 'adopt', join(EXAMPLE, 'protocol.yaml'), '--from', '2021-04-01', '--as', 'Y. Holt');
    await council.must('directory', 'import', await file('children.csv', 'Record number,Initials', '1000592,AB'));
  });
  afterAll(() => council.remove());

  const file = async (name: string, ...rows: string[]): Promise<string> => {
    await writeFile(council.path(name), rows.join('\n'));
    return council.path(name);
  };
  const recorded = async (stream: string) =>
    (await council.must('events', '--stream', stream))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { metadata: { actor: object } }).metadata.actor);

  it.each([
    ['a social worker', 'C. Bray', ['directory', 'social-worker', '1000592', 'C. Bray']],
    ['an administrator', 'Y. Holt', ['directory', 'social-worker', '1000592', 'C. Bray']],
    ['business support', 'S. Patel', ['protocol', 'adopt', join(EXAMPLE, 'protocol.yaml'), '--from', '2022-04-01']],
    ['business support', 'S. Patel', ['directory', 'import', join(EXAMPLE, 'teams.csv')]],
    ['business support', 'S. Patel', ['report', 'note', '2022/23', 'informal', '--text', 'Lost.']],
    ['a performance analyst', 'V. Ford', ['token', 'create', '--for', 'V. Ford', '--days', '1']],
    ['a performance analyst', 'V. Ford', ['register', 'take-on', 'I21/001']],
    ['an IRO manager', 'N. Abbot', ['token', 'withdraw', 'TOK-7K4M-2QXH']],
  ])('is not %s for what their post does not do: %s', async (_, as, words) => {
    const { code, out, said } = await council.run(...words, '--as', as);
    expect({ code, out, said }).toMatchObject({ code: 1, out: '', said: expect.stringMatching(BELONGS_TO) });
  });

  it('is not an administrator for a file of children, nor business support for one of people', async () => {
    const children = await file('more-children.csv', 'Record number,Initials', '1000593,CD');
    expect((await council.run('directory', 'import', children, '--as', 'Y. Holt')).said).toMatch(BELONGS_TO);
    const people = await file('more-people.csv', 'Name,Post', 'W. Gray,Inspector');
    expect((await council.run('directory', 'import', people, '--as', 'S. Patel')).said).toMatch(BELONGS_TO);
    await council.must('directory', 'import', children, '--as', 'S. Patel');
    expect(await recorded('child-1000593')).toMatchObject([{ person: 's-patel', role: 'business-support' }]);
  });

  it('is recorded from the post that may, of several', async () => {
    await council.must('directory', 'social-worker', '1000592', 'C. Bray', '--as', 'M. Both');
    expect((await recorded('child-1000592')).at(-1)).toMatchObject({ person: 'm-both', role: 'iro-manager' });
  });

  it('names a social worker from a day on which it is possible', async () => {
    const words = ['directory', 'social-worker', '1000592', 'C. Bray', '--from'];
    expect(await council.run(...words, '2099-01-01')).toMatchObject({
      code: 1,
      said: expect.stringContaining('2099-01-01 must not be after 2 years from today'),
    });
    expect((await council.run(...words, '1066-10-14')).code).toBe(1);
  });
});
