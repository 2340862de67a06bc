import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CouncilOnDisk, EXAMPLE } from './on-the-command-line.js';

let council: CouncilOnDisk;
beforeEach(async () => {
  council = await CouncilOnDisk.empty();
  await council.must('directory', 'import', join(EXAMPLE, 'teams.csv'), await file('people.csv', PEOPLE));
});
afterEach(() => council.remove());

const PEOPLE = 'Name,Post\nN. Abbot,IRO manager\nA. Hartwell,IRO\nB. Reed,IRO\n';
const NEWER = 'Name,Post\nN. Abbot,IRO manager\nA. Hartwell,IRO\nC. Field,IRO\n';

const file = async (name: string, content: string): Promise<string> => {
  await writeFile(council.path(name), content);
  return council.path(name);
};
const digestIn = (shown: string): string => /--differences (\S+)\n/.exec(shown)![1]!;

describe('a directory that is replaced by a newer file', () => {
  it('is shown what would change first, and nothing is written', async () => {
    const before = await council.must('events');
    const shown = await council.must('directory', 'replace', await file('newer.csv', NEWER));
    expect(shown).toMatch(
      / {2}new person: C\. Field\n {2}post left: IRO, by B\. Reed, last day .*\n {2}post taken: IRO, by C\. Field\n/,
    );
    expect(shown).toContain('no row in the file, and stays: everybody who is Team manager (9)');
    expect(shown).toContain('Nothing is replaced yet.');
    expect(await council.must('events')).toBe(before);
  });

  it('takes just what was read, and nothing the second time', async () => {
    const newer = await file('newer.csv', NEWER);
    const digest = digestIn(await council.must('directory', 'replace', newer));
    expect(await council.must('directory', 'replace', newer, '--differences', digest)).toContain('Replaced.');
    const again = await council.must('directory', 'replace', newer);
    expect(again).toContain('0 changes');
  });

  it('is refused where what would change is no longer what was read', async () => {
    const digest = digestIn(await council.must('directory', 'replace', await file('newer.csv', NEWER)));
    const other = await file('newer.csv', `${NEWER}D. Moss,IRO\n`);
    const { code, said } = await council.run('directory', 'replace', other, '--differences', digest);
    expect([code, said]).toEqual([1, expect.stringContaining('no longer what you read')]);
    expect(await council.must('directory', 'replace', other)).toContain('new person: D. Moss');
  });

  it('names the teams and children that the file does not speak of, and keeps them', async () => {
    const children = 'Record number,Initials\n1001,AB\n1002,CD\n';
    await council.must('directory', 'import', await file('children.csv', children));
    const fewer = await file('children.csv', 'Record number,Initials\n1001,AB\n');
    expect(await council.must('directory', 'replace', fewer)).toContain('not in the file, and stays: child 1002');
    const teams = await file('teams.csv', 'Team,Also written as\nThrough Care 1,TC1\n');
    expect(await council.must('directory', 'replace', teams)).toContain(
      'not in the file, and stays: team Through Care 2',
    );
  });
});
