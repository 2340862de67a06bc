import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Postbox } from '../notices/postbox.js';
import { aConcern, Council } from './council.js';

/* A child has moved to another team when its informal dispute is continued formally: the new dispute is for the team of that day, as one that is raised on it is. From Monday 3 April 2023. */

const today = '2023-04-03';

interface Read {
  readonly team: { readonly id: string };
  readonly rounds: readonly { readonly addressedTeam: { readonly id: string } | null }[];
}

describe('An informal dispute that is continued formally', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  const continued = async (besides: object = {}): Promise<string> => {
    const informal = aConcern({ kind: 'informal', ...besides });
    const { reference } = await council.done('Iris', '/disputes', informal);
    await council.done('Mona', '/children/C1/allocate', { team: 'south', iro: 'iris', from: today });
    await council.caughtUp();
    postbox.collect();
    return (await council.done('Iris', `/disputes/${reference}/formalise`, { reason: 'Nothing came of it.' }))
      .reference;
  };
  const teamsOf = async (reference: string): Promise<unknown[]> => {
    await council.caughtUp();
    const { team, rounds } = (await council.get<Read>('Iris', `/disputes/${reference}`)).body;
    return [team.id, rounds[0]?.addressedTeam?.id];
  };

  it('is for the team that the child has then, and asks its manager', async () => {
    expect(await teamsOf(await continued())).toEqual(['south', 'south']);
    const told = postbox.collect().filter((line) => line.includes('for you to answer'));
    expect(told.map((line) => line.split(':')[0])).toEqual(['tess']);
  });
});
