import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AcknowledgementDto } from '../../src/acknowledgements/read/read.dto.js';
import { Postbox } from '../notices/postbox.js';
import { Council } from './council.js';

const today = '2023-04-03';
const thanked = {
  children: ['C1'],
  people: [{ person: 'walter' }],
  theme: 'PA-DIRECT',
  whatTheyDid: 'Her life story.',
};
const corrected = { children: ['C1'], theme: 'PA-LIFE', whatTheyDid: 'Her life story work.', reason: 'The theme.' };

describe('An acknowledgement of a child who has another IRO since', () => {
  let council: Council;
  let reference: string;
  const postbox = new Postbox();
  const correct = (person: string, more: object = {}) =>
    council.post<{ errors?: { pointer: string }[] }>(person, `/acknowledgements/${reference}/correct`, {
      ...corrected,
      ...more,
    });
  const read = async () => (await council.get<AcknowledgementDto>('Mona', `/acknowledgements/${reference}`)).body;

  beforeEach(async () => {
    council = await Council.begin('house', { notices: postbox });
    reference = (await council.done('Iris', '/acknowledgements', thanked)).reference;
    await council.done('Mona', '/children/C1/allocate', { iro: 'ivan', from: today });
    postbox.collect();
  });
  afterEach(() => council.end());

  it('is corrected by the person who gave it, the IRO who has the child now, and the IRO manager', async () => {
    for (const person of ['Iris', 'Ivan', 'Mona'])
      expect([person, (await correct(person)).status]).toEqual([person, 200]);
    expect(await read()).toMatchObject({ theme: 'PA-LIFE', version: 4, givenBy: { id: 'iris' } });
    await council.caughtUp();
    expect(postbox.collect()).toContain('iris: a practice acknowledgement was corrected');
  });

  it('is corrected by no IRO without the child, and by nobody who is thanked in it', async () => {
    expect((await correct('Carol')).status).toBe(404);
    expect((await correct('Walter')).status).toBe(403);
    expect((await correct('Iris', { people: [{ person: 'ivan' }] })).status).toBe(200);
    expect(await correct('Ivan')).toMatchObject({ status: 409, body: { code: 'own-work' } });
  });

  it('names the children who are on it always, and others as when it was given', async () => {
    expect(await correct('Iris', { children: ['C1', 'C3'] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/children/1' }] },
    });
    expect((await correct('Iris', { children: ['C1', 'C2'] })).status).toBe(200);
    // Ivan may not see C2, who is on it by now, and has C3.
    expect((await correct('Ivan', { children: ['C1', 'C2', 'C3'] })).status).toBe(200);
    expect((await read()).children?.map(({ id }) => id)).toEqual(['C1', 'C2', 'C3']);
  });

  it('is corrected by them, too, once the person who gave it has left, and keeps whom it thanks', async () => {
    for (const person of ['iris', 'walter'])
      await council.doneByTwo('Adam', `/posts/${person}-post/leave`, { person, on: '2023-04-02' });
    expect((await correct('Ivan', { people: [{ name: 'Walter' }] })).status).toBe(200);
    expect((await read()).people).toMatchObject([{ person: { id: 'walter' }, name: null }]);
    expect((await correct('Mona')).status).toBe(200);
  });
});
