import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from './council.js';

/* An IRO with open disputes leaves the post: what was hers is in somebody's work, also what nobody else may read. */

describe('An open dispute of an IRO who leaves', () => {
  let council: Council;
  let open: string;
  let restricted: string;
  const work = async (person: string) => (await council.get<MyWorkDto>(person, '/work')).body.items;
  const aboutIt = async (person: string, about: string) =>
    (await work(person)).filter(({ reference }) => reference === about).map(({ what }) => what);

  beforeAll(async () => {
    council = await Council.begin();
    open = (await council.done('Iris', '/disputes', aConcern())).reference;
    restricted = (await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }))).reference;
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['tom'], reason: 'A colleague.' });
    const handOver = { toIro: 'ivan', reason: 'She leaves.' };
    expect((await council.post('Mona', `/disputes/${restricted}/hand-over`, handOver)).status).toBe(404);
    expect(await aboutIt('Mona', restricted)).toEqual([]);
    await council.done('Adam', '/posts/iris-post/leave', { person: 'iris', on: '2023-04-02' });
    await council.done('Tom', `/disputes/${open}/answer`, anAnswer());
  });
  afterAll(() => council.end());

  it('is in the work of the IRO manager once a manager answers, and is handed over', async () => {
    expect(await aboutIt('Mona', open)).toEqual(['hand-over']);
    await council.done('Mona', `/disputes/${open}/hand-over`, { toIro: 'ivan', reason: 'She has left.' });
    expect(await aboutIt('Mona', open)).toEqual([]);
    expect(await aboutIt('Ivan', open)).toContain('judge');
  });

  it('that is restricted is allocated by the IRO manager, who is told nothing more of it and does not read it', async () => {
    const found = (await work('Mona')).filter(({ reference }) => reference === restricted);
    expect(found).toMatchObject([
      { what: 'allocate', children: [], team: null, theme: null, stage: null, raisedOn: null },
    ]);
    expect((await council.get('Mona', `/disputes/${restricted}`)).status).toBe(404);
    const note = await council.post('Mona', `/disputes/${restricted}/add-note`, { text: 'In words.' });
    expect(note.status).toBe(404);
    // Nor is it there for the head of quality assurance, while there is an IRO manager.
    const handOver = { toIro: 'ivan', reason: 'She has left.' };
    expect((await council.post('Quentin', `/disputes/${restricted}/hand-over`, handOver)).status).toBe(404);
    const given = await council.post('Mona', `/disputes/${restricted}/hand-over`, handOver);
    expect(given.status).toBe(200);
    await council.caughtUp();
    expect(await aboutIt('Mona', restricted)).toEqual([]);
    expect((await council.get<DisputeDto>('Ivan', `/disputes/${restricted}`)).status).toBe(200);
    expect((await council.post('Mona', `/disputes/${restricted}/hand-over`, handOver)).status).toBe(404);
  });

  it('falls to the leaders where nobody of the IRO service is in office, who hand it over without reading it', async () => {
    await council.appoint('Nora', ['iro', null, null]);
    const another = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'], theme: 'EDUC' }))).reference;
    const toNora = { toIro: 'nora', reason: 'Nobody of the IRO service is left.' };
    expect((await council.post('Dora', `/disputes/${another}/hand-over`, toNora)).status).toBe(404);
    for (const person of ['ivan', 'mona', 'quentin'])
      await council.done('Adam', `/posts/${person}-post/leave`, { person, on: '2023-04-02' });
    expect(await aboutIt('Dora', another)).toEqual(['allocate']);
    expect((await council.get('Dora', `/disputes/${another}`)).status).toBe(404);
    expect((await council.post('Dora', `/disputes/${another}/withdraw`, { reason: 'No.' })).status).toBe(404);
    expect(await council.post('Dora', `/disputes/${another}/hand-over`, toNora)).toMatchObject({ status: 200 });
    await council.caughtUp();
    expect(await aboutIt('Dora', another)).toEqual([]);
    expect((await council.post('Dora', `/disputes/${another}/hand-over`, toNora)).status).toBe(404);
  });
});
