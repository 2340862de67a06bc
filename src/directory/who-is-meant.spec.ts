import { describe, expect, it } from '@jest/globals';
import type { Directory, Person, Post } from './directory.js';
import { choicesInWords, whoIsMeant } from './who-is-meant.js';

const person = (personId: string, name: string): Person => ({ personId, name, email: null, fromRegister: false });
const post = (kind: Post['kind'], title: string): Post => ({
  postId: `${title}-post`,
  kind,
  title,
  team: null,
  service: null,
});
const PEOPLE = [person('t-gray', 'T. Gray'), person('t-gray-2', 'T Gray'), person('m-lowe', 'M. Lowe')];
const POSTS: Readonly<Record<string, readonly Post[]>> = {
  't-gray': [post('team-manager', 'Team manager, North')],
  't-gray-2': [post('social-worker', 'Social worker, South')],
};
const directory = (posts = POSTS) =>
  ({
    person: (id: string) => PEOPLE.find(({ personId }) => personId === id),
    peopleNamed: (name: string) => PEOPLE.filter((each) => each.name.replace('.', '') === name.replace('.', '')),
    postsHeldBy: (id: string) => [...(posts[id] ?? [])],
  }) as unknown as Directory;
const ON = '2023-04-03';

describe('The person for whom words stand', () => {
  it('is one person by their id, in office or not', () => {
    expect(whoIsMeant('t-gray-2', directory(), ON)).toEqual({ is: 'one', person: PEOPLE[1] });
    expect(whoIsMeant('m-lowe', directory(), ON)).toMatchObject({ is: 'one' });
  });

  it('is the one person of a name who is in office', () => {
    const alone = directory({ 't-gray-2': POSTS['t-gray-2']! });
    expect(whoIsMeant('T. Gray', alone, ON)).toEqual({ is: 'one', person: PEOPLE[1] });
  });

  it('is a choice where two of a name are in office, told apart by their posts', () => {
    const meant = whoIsMeant('T. Gray', directory(), ON);
    expect(meant).toEqual({ is: 'several', people: [PEOPLE[0], PEOPLE[1]] });
    expect(choicesInWords(PEOPLE.slice(0, 2), directory(), ON)).toBe(
      't-gray (Team manager, North) or t-gray-2 (Social worker, South)',
    );
  });

  it('is one of two where the post that is asked for tells them apart', () => {
    const workers = ({ kind }: Post) => kind === 'social-worker';
    expect(whoIsMeant('T. Gray', directory(), ON, workers)).toEqual({ is: 'one', person: PEOPLE[1] });
  });

  it('is nobody where nobody of the name is in office', () => {
    expect(whoIsMeant('M. Lowe', directory(), ON)).toEqual({ is: 'nobody' });
    expect(whoIsMeant('The school', directory(), ON)).toEqual({ is: 'nobody' });
  });
});
