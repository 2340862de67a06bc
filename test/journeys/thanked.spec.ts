import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AcknowledgementDto } from '../../src/acknowledgements/read/read.dto.js';
import type { AcknowledgementsPageDto } from '../../src/acknowledgements/list/list.dto.js';
import { Postbox } from '../notices/postbox.js';
import { Council, type Written } from './council.js';

const today = '2023-04-03';
const given = { children: ['C1'], theme: 'PA-DIRECT', whatTheyDid: 'Sat with her through the whole hearing.' };
const RECEIVED = 'a practice acknowledgement for you';

describe('Whoever is thanked hears of it and reads it', () => {
  const postbox = new Postbox();
  let council: Council;
  const give = (more: object) => council.done('Iris', '/acknowledgements', { ...given, ...more });
  const read = (person: string, { reference }: Written) =>
    council.get<AcknowledgementDto>(person, `/acknowledgements/${reference}`);
  const listed = async (person: string) =>
    (await council.get<AcknowledgementsPageDto>(person, '/acknowledgements')).body.items.map(
      ({ reference }) => reference,
    );

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.appoint('Wilma', ['social-worker', 'north', null]);
    await council.appoint('Wendy', ['social-worker', 'south', null]);
  });
  afterAll(() => council.end());

  it('as one of a team that is thanked whole, and not whoever comes to the team later', async () => {
    const whole = await give({ wholeTeam: true });
    expect(postbox.collect()).toEqual(['alma', 'tom', 'walter', 'wilma'].map((person) => `${person}: ${RECEIVED}`));
    for (const person of ['Walter', 'Wilma']) {
      expect((await read(person, whole)).body).toMatchObject({ whatTheyDid: given.whatTheyDid, wholeTeam: true });
      expect(await listed(person)).toContain(whole.reference);
      await council.done(person, `/acknowledgements/${whole.reference}/thank`, { text: 'From all of us.' });
    }
    expect((await read('Wendy', whole)).status).toBe(404);
    expect(await listed('Wendy')).not.toContain(whole.reference);
    council.at('2023-04-04T09:00:00.000Z');
    const post = { postId: 'w-north', kind: 'social-worker', title: 'Social worker', team: 'north' };
    await council.done('Adam', '/posts', post);
    await council.doneByTwo('Adam', '/posts/w-north/take', { person: 'wendy', from: '2023-04-04' });
    expect((await read('Wendy', whole)).status).toBe(404);
    expect(await listed('Wendy')).not.toContain(whole.reference);
    postbox.collect();
    await council.done('Iris', `/acknowledgements/${whole.reference}/withdraw`, { reason: 'It was another team.' });
    expect(postbox.collect()).toEqual(
      ['alma', 'tom', 'walter', 'wilma'].map((person) => `${person}: a practice acknowledgement was taken back`),
    );
  });

  it('and so does the manager of their own team, where that is not the team of the child', async () => {
    const others = await give({ people: [{ person: 'walter' }] });
    postbox.collect();
    const thanks = await give({ people: [{ person: 'wendy' }] });
    expect(postbox.collect()).toEqual(['tess', 'tom', 'wendy'].map((person) => `${person}: ${RECEIVED}`));
    expect((await read('Tess', thanks)).body).toMatchObject({ whatTheyDid: given.whatTheyDid });
    expect(await listed('Tess')).toContain(thanks.reference);
    expect((await read('Tess', others)).status).toBe(404);
    expect(await listed('Tess')).not.toContain(others.reference);
    const people = [{ person: 'walter' }];
    const correction = { ...given, people, reason: 'It was Walter who sat with her.' };
    await council.done('Iris', `/acknowledgements/${thanks.reference}/correct`, correction);
    expect(postbox.collect()).toContain('tess: a practice acknowledgement was taken back');
    expect((await read('Tess', thanks)).status).toBe(404);
  });

  it('as business support, who see no more than an outline of the others', async () => {
    const other = await give({ people: [{ person: 'walter' }] });
    postbox.collect();
    const thanks = await give({ people: [{ person: 'beth' }] });
    expect(postbox.collect()).toContain(`beth: ${RECEIVED}`);
    expect((await read('Beth', thanks)).body).toMatchObject({ whatTheyDid: given.whatTheyDid });
    expect((await read('Beth', other)).body.whatTheyDid).toBeUndefined();
    expect(await listed('Beth')).toEqual(expect.arrayContaining([thanks.reference, other.reference]));
    await council.done('Beth', `/acknowledgements/${thanks.reference}/thank`, { text: 'That is kind.' });
    const refused = await council.post('Beth', `/acknowledgements/${other.reference}/thank`, { text: 'That is kind.' });
    expect(refused.status).toBe(403);
  });

  it('or, where a child whom it is about has died, whoever gave it is advised to tell them', async () => {
    await council.done('Beth', '/children/C2/record-death', { on: today });
    postbox.collect();
    const people = ['walter', 'mona'].map((person) => ({ person }));
    const { advice } = await give({ children: ['C2'], people, differenceForChild: 'She was heard.' });
    const message =
      'A child whom this is about has died, and Walter does not look after the record, so they are not told here. Tell them yourself.';
    expect(advice).toEqual([expect.objectContaining({ message, pointer: '/people/0/person' })]);
    expect(postbox.collect().filter((each) => each.startsWith('walter'))).toEqual([]);
  });

  it('or, where their posts read no case or they have left, whoever gave it is advised to tell them', async () => {
    await council.doneByTwo('Adam', '/posts/wilma-post/leave', { person: 'wilma', on: today });
    postbox.collect();
    const people = ['gina', 'adam', 'percy', 'wilma', 'walter'].map((person) => ({ person }));
    const { advice } = await give({ people });
    const left = 'Wilma holds no post any more, so they are not told here. Tell them yourself.';
    const none = (name: string) =>
      `${name} holds no post that reads cases, so they are not told here. Tell them yourself.`;
    expect(advice).toEqual(
      expect.arrayContaining([
        ...['Gina', 'Adam', 'Percy'].map((name, index) =>
          expect.objectContaining({ message: none(name), pointer: `/people/${index}/person` }),
        ),
        expect.objectContaining({ message: left, pointer: '/people/3/person' }),
      ]),
    );
    // Quentin is above Percy, who has no team.
    expect(postbox.collect()).toEqual([`quentin: ${RECEIVED}`, `tom: ${RECEIVED}`, `walter: ${RECEIVED}`]);
  });
});
