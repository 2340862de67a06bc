import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Postbox } from '../notices/postbox.js';
import { aConcern, anAnswer, Council } from './council.js';

/*
 * A person who is told of a dispute can open it: those who were sent a copy, and those who sit in a meeting that has it on its agenda.
 */

describe('A copy of a dispute', () => {
  const postbox = new Postbox();
  let council: Council;
  let reference: string;
  const status = async (person: string) => (await council.get(person, `/disputes/${reference}`)).status;
  const lists = async (person: string) => (await council.get(person, '/disputes')).text.includes(reference);

  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/copies', { notices: postbox });
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  it('can be read by those it went to, for that team, and by nobody else of their kind', async () => {
    expect(postbox.collect()).toContain('anton: a dispute, for your information');
    for (const person of ['Anton', 'Agnes']) expect([await status(person), await lists(person)]).toEqual([200, true]);
    for (const person of ['Dora', 'Chris', 'Tess'])
      expect([await status(person), await lists(person)]).toEqual([404, false]);
    expect((await council.post('Anton', `/disputes/${reference}/answer`, anAnswer())).status).toBe(403);
  });

  it('can still be read after the stage has gone by', async () => {
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'It cannot wait.' });
    expect([await status('Anton'), await lists('Anton')]).toEqual([200, true]);
  });

  it('not once it is restricted, unless they are named', async () => {
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      readers: [],
      answeredBy: 'agnes',
      reason: 'A colleague’s.',
    });
    expect([await status('Anton'), await lists('Anton')]).toEqual([404, false]);
    expect([await status('Agnes'), await lists('Agnes')]).toEqual([200, true]);
  });
});

describe('Those who sit in a meeting', () => {
  const postbox = new Postbox();
  let council: Council;
  let reference: string;
  let meeting: string;
  const status = async (person: string) => (await council.get(person, `/disputes/${reference}`)).status;
  const lists = async (person: string) => (await council.get(person, '/disputes')).text.includes(reference);

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    const arranged = {
      ...{ kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-12', startsAt: '14:00', place: null },
      posts: ['assistant-director', 'agency-decision-maker', 'iro-manager'],
    };
    meeting = (await council.done('Mona', '/challenge/meetings', arranged)).reference;
    postbox.collect();
  });
  afterAll(() => council.end());

  it('open a case in full from the day on which it is tabled, and others do not', async () => {
    expect([await status('Anton'), await lists('Anton')]).toEqual([404, false]);
    await council.done('Mona', `/challenge/meetings/${meeting}/add-items`, { items: [{ dispute: reference }] });
    for (const person of ['Anton', 'Agnes']) expect([await status(person), await lists(person)]).toEqual([200, true]);
    const { body } = await council.get('Anton', `/disputes/${reference}`);
    expect(body).toMatchObject({ raisedWith: { concern: expect.any(String) }, tabled: { meeting } });
    for (const person of ['Dora', 'Chris', 'Tess']) expect(await status(person)).toBe(404);
    postbox.collect();
  });

  it('are told of a theme that was added', async () => {
    const theme = { theme: 'LIFE', title: 'Life story work waits in every team' };
    await council.done('Mona', `/challenge/meetings/${meeting}/add-items`, { items: [theme] });
    expect(postbox.collect()).toEqual([
      'agnes: a theme was added to the agenda of Wednesday 12 April 2023',
      'anton: a theme was added to the agenda of Wednesday 12 April 2023',
    ]);
  });

  it('do not open a restricted one unless they are named', async () => {
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      readers: [],
      answeredBy: 'agnes',
      reason: 'A colleague’s.',
    });
    expect([await status('Anton'), await status('Agnes')]).toEqual([404, 200]);
  });

  it('are named as such where something in a meeting is not for somebody', async () => {
    const refused = await council.post<{ detail: string }>('Agnes', `/challenge/meetings/${meeting}/begin`, {
      present: [{ post: 'assistant-director', person: 'anton' }],
    });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('the assistant director, who sits in the meeting');
    expect(refused.body.detail).not.toContain('addressed');
  });
});
