import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { Follower } from '../../src/following/follower.js';
import { aConcern, Council } from './council.js';

/*
 * A child goes to another team while a dispute is at a stage to which it went by mistake. Once that step is taken back, the stage that stands
 * again asks its own posts, in the team that has the child. From Monday 3 April 2023.
 */

interface Read {
  readonly rounds: readonly {
    readonly stage: number;
    readonly addressedTo: readonly string[];
    readonly addressedTeam: { readonly id: string } | null;
  }[];
}

describe('A step that is taken back after the child has moved', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house');
  });
  afterAll(() => council.end());

  const move = async (child: string, team: string): Promise<void> => {
    await council.done('Mona', `/children/${child}/allocate`, { team, iro: 'iris', from: '2023-04-03' });
    await council.caughtUp();
  };
  const takeBack = async (reference: string, type: string): Promise<void> => {
    const { entries } = (await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`)).body;
    const { revision: entry } = entries.findLast(({ what }) => what === type)!;
    await council.done('Iris', `/disputes/${reference}/take-back-entry`, { entry, reason: 'It was another dispute.' });
    // What follows a child is found by the sweep of every minute.
    await council.app.get(Follower).run();
    await council.caughtUp();
  };
  const asked = async (reference: string): Promise<unknown> => {
    const { rounds } = (await council.get<Read>('Iris', `/disputes/${reference}`)).body;
    const { stage, addressedTo, addressedTeam } = rounds.at(-1)!;
    return { stage, posts: addressedTo, team: addressedTeam?.id };
  };

  it('up asks the posts of the first stage, not those of the second', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ children: ['C1'] }));
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'It cannot wait.' });
    await move('C1', 'south');
    expect(await asked(reference)).toMatchObject({ stage: 2, posts: ['service-manager'], team: 'south' });
    await takeBack(reference, 'DisputeEscalated');
    expect(await asked(reference)).toMatchObject({
      stage: 1,
      posts: expect.arrayContaining(['team-manager']),
      team: 'south',
    });
    expect(((await asked(reference)) as { posts: string[] }).posts).not.toContain('service-manager');
  });

  it('down asks the posts of the stage from which it was sent back', async () => {
    const { reference } = await council.done(
      'Iris',
      '/disputes',
      aConcern({ children: ['C2'], stage: 3, stageReason: 'It cannot wait.' }),
    );
    const before = await asked(reference);
    await council.done('Iris', `/disputes/${reference}/send-back`, { toStage: 1, reason: 'They were not asked.' });
    await move('C2', 'south');
    await takeBack(reference, 'SentBack');
    expect(await asked(reference)).toEqual({ ...(before as object), team: 'south' });
  });
});
