import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, Council } from './council.js';

type Refused = { code: string; errors: { pointer: string; message: string }[] };

describe('Names that deceive', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it.each([
    ['/name', { code: 'EAST', name: 'LOCALITY  N0RTH' }],
    ['/name', { code: 'EAST', name: 'south' }],
    ['/code', { code: 'North', name: 'Locality East' }],
    ['/teamId', { teamId: 'locality-north', code: 'EAST', name: 'Locality East' }],
    ['/service', { code: 'EAST', name: 'Locality East', service: 'Localit1es' }],
  ])('are given to no team: %s of %j', async (pointer, team) => {
    const answer = await council.post<Refused>('Adam', '/teams', team);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    expect(answer.body.errors[0]!.message).toMatch(/can be taken for/);
  });

  it.each(['Locality \u041Dorth', 'Locality\u202E East', 'Locality\u200B East', '\uFF25ast'])(
    'are given to no team by signs that only look like others, or cannot be seen (%j)',
    async (name) => {
      const answer = await council.post<Refused>('Adam', '/teams', { code: 'EAST', name });
      expect(answer).toMatchObject({ status: 400, body: { code: 'name-not-plain' } });
      const renamed = await council.post('Adam', '/teams/south/rename', { name, from: '2023-04-03' });
      expect(renamed).toMatchObject({ status: 400, body: { code: 'name-not-plain' } });
    },
  );

  it('are given to no team by a new name or a spelling', async () => {
    for (const [act, body] of [
      ['rename', { name: 'Locality-north', from: '2023-04-03' }],
      ['add-spellings', { alsoWrittenAs: ['L0cality North'] }],
    ] as const)
      expect((await council.post('Adam', `/teams/south/${act}`, body)).status).toBe(400);
    await council.done('Adam', '/teams/north/rename', { name: 'North Hub', from: '2023-04-03' });
    const former = await council.post('Adam', '/teams', { code: 'EAST', name: 'Locality North' });
    expect(former.status).toBe(400);
  });

  it.each([
    ['the title of another kind', { kind: 'performance-analyst', title: 'IRO manager' }],
    ['the title of a post for another team', { kind: 'team-manager', title: 'team-manager, North Hub', team: 'south' }],
    ['a title in other letters', { kind: 'inspector', title: 'D\u0456rector' }],
  ])('are given to no post: %s', async (_, post) => {
    expect((await council.post('Adam', '/posts', post)).status).toBe(400);
  });

  it('get nobody what is meant for the person who bore the name before, or bears it', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Adam', '/people/ivan/complete', { name: 'I. Petrov' });
    await council.appoint('Igor', ['iro', null, null]);
    await council.done('Adam', '/people/igor/complete', { name: 'Ivan Ivanov' });
    const handOver = (toIro: string) =>
      council.post<Refused>('Mona', `/disputes/${reference}/hand-over`, { toIro, reason: 'Iris is away.' });
    await council.done('Adam', '/people/igor/complete', { name: 'Ivan.' });
    const answer = await handOver('IVAN.');
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/toIro' }] } });
    expect(answer.body.errors[0]!.message).toMatch(/igor .*ivan /);
    expect((await handOver('i petrov')).status).toBe(200);
  });

  it('are no id of another person', async () => {
    const answer = await council.post<Refused>('Adam', '/people', { personId: 'I.Petrov', name: 'Somebody Else' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/personId' }] } });
  });
});
