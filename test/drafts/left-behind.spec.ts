import { afterEach, describe, expect, it } from '@jest/globals';
import type { DraftsDto } from '../../src/drafts/drafts.dto.js';
import { Council } from '../journeys/council.js';

/* What was typed and passed on waits with somebody in office. From Monday 3 April 2023. */
describe('A draft that was passed on', () => {
  const id = 'a-draft-that-is-passed-on';
  let council: Council;
  afterEach(() => council.end());

  const begin = async (): Promise<void> => {
    council = await Council.begin('house', { besides: { people: { Noel: ['iro', null, null] } } });
    await council.done(
      'Beth',
      `/drafts/${id}`,
      {
        address: '/disputes/new',
        fields: [
          { name: 'children', value: 'C3' },
          { name: 'concern', value: 'The plan has not moved since May.' },
        ],
      },
      { 'footprint-acting-for': 'ivan' },
    );
  };
  const draftsOf = async (person: string) => (await council.get<DraftsDto>(person, '/drafts')).body.items;

  it('to somebody who is away goes to whoever stands in, who sends it for them', async () => {
    await begin();
    await council.done('Mona', '/covers', { iro: 'ivan', by: 'noel', from: '2023-04-03', to: '2023-04-06' });
    const { advice } = await council.done('Beth', `/drafts/${id}/pass-on`, { person: 'ivan' });
    expect(advice.map(({ code }) => code)).toEqual(['passed-on-to-who-stands-in']);
    expect(await draftsOf('Ivan')).toEqual([]);
    expect(await draftsOf('Noel')).toMatchObject([
      { id, isYours: true, noLongerYours: false, actingFor: { id: 'ivan' }, passedOnBy: { id: 'beth' } },
    ]);
  });

  it('to somebody who has left since is with whoever has the child now', async () => {
    await begin();
    await council.done('Beth', `/drafts/${id}/pass-on`, { person: 'ivan' });
    await council.done('Adam', '/posts/ivan-post/leave', { person: 'ivan', on: '2023-04-03' });
    council.at('2023-04-04T09:00:00.000Z');
    await council.done('Mona', '/people/ivan/hand-over-caseload', { shares: [{ toIro: 'noel' }], reason: 'He left.' });
    expect(await draftsOf('Mona')).toEqual([]);
    expect(await draftsOf('Noel')).toMatchObject([{ id, isYours: true, noLongerYours: false }]);
    expect(await draftsOf('Iris')).toEqual([]);
  });

  it('and is with whoever passed it on while the child has nobody', async () => {
    await begin();
    await council.done('Beth', `/drafts/${id}/pass-on`, { person: 'ivan' });
    await council.done('Adam', '/posts/ivan-post/leave', { person: 'ivan', on: '2023-04-03' });
    council.at('2023-04-04T09:00:00.000Z');
    expect(await draftsOf('Noel')).toEqual([]);
    expect(
      (await draftsOf('Beth')).map((each) => each.id).concat((await draftsOf('Mona')).map((each) => each.id)),
    ).toEqual([id]);
  });
});
