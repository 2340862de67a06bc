import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Postbox } from '../notices/postbox.js';
import { sweepAt } from '../notices/sweep.js';
import { aConcern, Council } from './council.js';

/*
 * Somebody who sits in a meeting leaves before it is held: those who run it are asked, and give the seat to another, who reads the agenda
 * and is told. From Monday 3 April 2023.
 */

describe('The seats of a meeting', () => {
  const postbox = new Postbox();
  let council: Council;
  let meeting: string;
  let dispute: string;

  beforeAll(async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: {
        people: { Hugh: ['head-of-service', null, 'Fostering'], Hester: ['head-of-service', null, 'Fostering'] },
      },
    });
    dispute = (await council.done('Iris', '/disputes', aConcern())).reference;
    const arranged = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-12', startsAt: '14:00' };
    const seats = { posts: ['assistant-director'], people: ['hugh'] };
    meeting = (await council.done('Mona', '/challenge/meetings', { ...arranged, ...seats })).reference;
    await council.done('Mona', `/challenge/meetings/${meeting}/add-items`, {
      items: [{ dispute }, { theme: 'LIFE', title: 'Life story work waits' }],
    });
    postbox.collect();
  });
  afterAll(() => council.end());

  const workOn = async (person: string) =>
    (await council.get<{ items: { what: string; reference: string }[] }>(person, '/work')).body.items
      .filter(({ reference }) => reference === meeting)
      .map(({ what }) => what);
  const reads = async (person: string) => (await council.get(person, `/disputes/${dispute}`)).status;

  it('are asked of those who run it, once somebody who has one is in office no more', async () => {
    expect(await workOn('Mona')).toEqual(['hold-meeting']);
    expect(await reads('Hugh')).toBe(200);
    await council.done('Adam', '/posts/hugh-post/leave', { person: 'hugh', on: '2023-04-03' });
    council.at('2023-04-04T09:00:00.000Z');
    await council.caughtUp();
    expect((await workOn('Mona')).sort()).toEqual(['fill-seat', 'hold-meeting']);
  });

  it('are given to another, who is told and reads what is on the agenda, and the case is told nothing twice', async () => {
    expect(await reads('Hester')).toBe(404);
    postbox.collect();
    await council.done('Mona', `/challenge/meetings/${meeting}/change-seats`, {
      ...{ posts: ['assistant-director'], people: ['Hester'], reason: 'Hugh has left.' },
    });
    expect(postbox.collect()).toEqual(['hester: a meeting on Wednesday 12 April 2023, in which you sit']);
    expect(await workOn('Mona')).toEqual(['hold-meeting']);
    expect(await reads('Hester')).toBe(200);
    const { body } = await council.get<{ people: string[] }>('Hester', `/challenge/meetings/${meeting}`);
    expect(body.people).toEqual(['hester']);
  });

  it('are told of anew, where another person leaves', async () => {
    const fallen = () => postbox.collect().filter((each) => each.startsWith('mona'));
    const arranged = { kind: 'challenge', name: 'Extra', heldOn: '2023-05-10', startsAt: '14:00' };
    const seats = { posts: ['assistant-director'], people: ['ida', 'ivy'] };
    for (const name of ['Ida', 'Ivy']) await council.appoint(name, ['head-of-service', null, 'Fostering']);
    await council.done('Adam', '/posts/ida-post/leave', { person: 'ida', on: '2023-04-04' });
    await council.done('Mona', '/challenge/meetings', { ...arranged, ...seats });
    postbox.collect();
    await sweepAt(council, '2023-04-05T08:00:00.000Z');
    expect(fallen()).toHaveLength(1);
    await council.done('Adam', '/posts/ivy-post/leave', { person: 'ivy', on: '2023-04-05' });
    await sweepAt(council, '2023-04-06T08:00:00.000Z');
    expect(fallen()).toHaveLength(1);
    await sweepAt(council, '2023-04-11T08:00:00.000Z');
    expect(fallen()).toEqual([]);
  });

  it('are lost by the person who is left out, who hears it', async () => {
    await council.done('Mona', `/challenge/meetings/${meeting}/change-seats`, {
      ...{ posts: ['director'], reason: 'The director takes it herself.' },
    });
    expect(postbox.collect()).toEqual([
      'anton: you sit no more in the meeting on Wednesday 12 April 2023',
      'dora: a meeting on Wednesday 12 April 2023, in which you sit',
      'hester: you sit no more in the meeting on Wednesday 12 April 2023',
    ]);
    expect(await reads('Hester')).toBe(404);
    const same = await council.post('Mona', `/challenge/meetings/${meeting}/change-seats`, {
      ...{ posts: ['director'], reason: 'Once more.' },
    });
    expect(same).toMatchObject({ status: 409, body: { code: 'seats-unchanged' } });
  });

  it('and a meeting that nobody has held on its day is late for those who hold it, not for the IRO who is ready', async () => {
    council.at('2023-04-13T09:00:00.000Z');
    const lateFor = async (person: string, what: string) =>
      (await council.get<{ items: { what: string; due: { late: boolean } }[] }>(person, '/work')).body.items
        .filter((item) => item.what === what)
        .map(({ due }) => due.late);
    expect(await lateFor('Iris', 'agenda')).toEqual([false]);
    expect(await lateFor('Mona', 'hold-meeting')).toContain(true);
  });
});
