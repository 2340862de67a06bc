import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, Council } from './council.js';

/*
 * Posts of the council's own sit in meetings as the posts do that they act as (docs/decisions/0025-who-sits-in-a-meeting.md). A post
 * outside of the council may have been there, and opens nothing.
 */

const POSTS = `
posts:
  - { code: virtual-head, title: Virtual school head, acts-as: head-of-service }
  - { code: education-lead, title: Lead for education, acts-as: assistant-director }
  - { code: health-partner, title: Designated nurse, outside: yes }
`;

const arranged = (posts: readonly string[]) => ({
  ...{ kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-12', startsAt: '14:00', place: null },
  posts,
});

interface MeetingRead {
  readonly posts: readonly string[];
  readonly items: readonly { dispute: string | null }[];
  readonly present: readonly { post: string; person: string | null }[];
  readonly apologies: readonly string[];
}

describe('Posts of the council’s own in a meeting', () => {
  let council: Council;
  let [north, south, meeting] = ['', '', ''];
  const read = async (person: string, id: string) => council.get<MeetingRead>(person, `/challenge/meetings/${id}`);
  const act = (id: string, what: string, body: object, person = 'Mona') =>
    council.done(person, `/challenge/meetings/${id}/${what}`, body);

  beforeAll(async () => {
    council = await Council.begin('house', {
      adapted: (file) => `${file}${POSTS}`,
      besides: {
        people: {
          Vera: ['head-of-service:virtual-head', null, 'Localities'],
          Elin: ['assistant-director:education-lead', null, null],
        },
      },
    });
    north = (await council.done('Iris', '/disputes', aConcern())).reference;
    south = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }))).reference;
    meeting = (await council.done('Beth', '/challenge/meetings', arranged(['virtual-head']))).reference;
  });
  afterAll(() => council.end());

  it('sit by the code that the protocol has for them, for the cases of the teams for which they answer', async () => {
    expect((await read('Vera', meeting)).status).toBe(404);
    await act(meeting, 'add-items', { items: [{ dispute: north }] });
    const { status, body } = await read('Vera', meeting);
    expect([status, body.posts]).toEqual([200, ['head-of-service:virtual-head']]);
    expect(body.items.map(({ dispute }) => dispute)).toEqual([north]);
    expect((await council.get('Vera', '/challenge/meetings')).text).toContain(meeting);
    // The post that it acts as has no seat for that.
    expect((await read('Hana', meeting)).status).toBe(404);
  });

  it('are called by their titles in its papers', async () => {
    expect((await council.get('Vera', `/challenge/meetings/${meeting}/pack`)).text).toContain('Virtual school head');
  });

  it('that act as a post for every team are seated by the IRO service alone, and read every case', async () => {
    const refused = await council.post('Beth', '/challenge/meetings', arranged(['education-lead']));
    expect(refused).toMatchObject({ status: 403, body: { code: 'seats-not-yours' } });
    const { reference } = await council.done('Mona', '/challenge/meetings', arranged(['education-lead']));
    expect((await council.get('Elin', `/challenge/meetings/${reference}`)).status).toBe(200);
    expect((await council.get('Elin', '/challenge/meetings')).text).toContain(reference);
    await act(reference, 'add-items', { items: [{ dispute: north }, { dispute: south }] });
    expect((await read('Elin', reference)).body.items.map(({ dispute }) => dispute)).toEqual([north, south]);
  });

  it('sit in the meetings of a series, from its start and from a change of it', async () => {
    const series = {
      ...{
        kind: 'challenge',
        name: 'Monthly',
        recurrence: { week: 'second', weekday: 'wednesday' },
        startsAt: '10:00',
      },
      ...{ posts: ['virtual-head', 'iro-manager'], from: '2023-05-01' },
    };
    const { reference } = await council.done('Mona', '/challenge/series', series);
    const postsOf = async (): Promise<readonly string[] | undefined> => {
      const { body } = await council.get<{ items: { series: string; posts: string[] }[] }>('Mona', '/challenge/series');
      return body.items.find((each) => each.series === reference)?.posts;
    };
    expect(await postsOf()).toEqual(['head-of-service:virtual-head', 'iro-manager']);
    const wider = { ...series, posts: ['virtual-head', 'education-lead'], reason: 'She answers for schools.' };
    await council.done('Mona', `/challenge/series/${reference}/change`, wider);
    expect(await postsOf()).toEqual(['head-of-service:virtual-head', 'assistant-director:education-lead']);
  });

  it('are guessed where a code is misspelt, and a post outside of the council has no seat', async () => {
    const answers = await Promise.all(
      ['virtual-haed', 'health-partner'].map((post) => council.post('Mona', '/challenge/meetings', arranged([post]))),
    );
    expect(answers.map(({ status, text }) => [status, text.includes('is no kind of post')])).toEqual([
      [400, true],
      [400, true],
    ]);
    expect(answers[0]!.text).toContain("did you mean 'virtual-head'?");
  });

  it('are put down as having been there; so is a post outside of the council, which no person stands for', async () => {
    council.at('2023-04-12T13:00:00.000Z');
    const inPerson = { present: [{ post: 'health-partner', person: 'vera' }] };
    expect((await council.post('Mona', `/challenge/meetings/${meeting}/begin`, inPerson)).status).toBe(400);
    await act(meeting, 'begin', {
      present: [{ post: 'virtual-head', person: 'vera' }, { post: 'health-partner' }],
      apologies: ['education-lead'],
    });
    const { body } = await read('Mona', meeting);
    expect(body.present.map(({ post, person }) => [post, person])).toEqual([
      ['head-of-service:virtual-head', 'vera'],
      ['outside:health-partner', null],
    ]);
    expect(body.apologies).toEqual(['assistant-director:education-lead']);
  });
});
