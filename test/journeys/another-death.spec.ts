import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { Postbox } from '../notices/postbox.js';
import { Follower } from '../../src/following/follower.js';
import { aConcern, Council } from './council.js';

/* A dispute about two children went on for the one who lived, and that child dies too (domain brief 4.6). */

describe('Another child of a dispute that went on after a death', () => {
  const postbox = new Postbox();
  let council: Council;
  let reference: string;

  const work = async (person: string): Promise<string[]> => {
    const { body } = await council.get<MyWorkDto>(person, '/work');
    return body.items.filter((item) => item.reference === reference).map(({ what }) => what);
  };
  const goesOn = async (): Promise<void> => {
    await council.done('Mona', `/disputes/${reference}/lift-restriction`, { reason: 'The managers answer it.' });
    await council.done('Iris', `/disputes/${reference}/unfreeze`, { reason: 'It goes on for her brother.' });
  };

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    reference = (await council.done('Iris', '/disputes', aConcern({ children: ['C1', 'C2'] }))).reference;
    await council.done('Beth', '/children/C1/record-death', { on: '2023-04-03' });
    await goesOn();
  });
  afterAll(() => council.end());

  it('is no reason to set it aside while that child lives', async () => {
    expect(await work('Tom')).toEqual(['answer']);
    await council.app.get(Follower).run();
    await council.caughtUp();
    expect(await work('Tom')).toEqual(['answer']);
  });

  it('sets it aside anew by dying, and that is told as the first time', async () => {
    postbox.collect();
    council.at('2023-04-05T09:00:00.000Z');
    await council.done('Beth', '/children/C2/record-death', { on: '2023-04-04' });
    expect((await council.get('Tom', `/disputes/${reference}`)).status).toBe(404);
    expect(await work('Tom')).toEqual([]);
    expect(await work('Iris')).toEqual(['decide-after-care']);
    expect(postbox.collect()).toEqual([
      'alma: nothing is asked of you any more',
      'iris: please read this before you do anything about it',
      'mona: please read this before you do anything about it',
      'tom: nothing is asked of you any more',
    ]);
  });

  it('lets it go on once more, with the time that was left', async () => {
    await goesOn();
    const { body } = await council.get<MyWorkDto>('Tom', '/work');
    expect(body.items).toEqual([expect.objectContaining({ what: 'answer', reference })]);
    expect(body.items[0]!.due).toMatchObject({ dueOn: '2023-04-13', late: false });
  });
});

describe('An agreed action whose day fell while its dispute was set aside', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('has its working days again once the death is taken back, and nobody is told that they were late', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ children: ['C1'] }));
    const panel = { what: 'Take it to the panel', who: 'Tom', by: '2023-04-11' };
    await council.done('Tom', `/disputes/${reference}/answer`, {
      agreement: 'agree',
      reasons: 'Yes.',
      actions: [panel],
    });
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'Good.' });
    await council.done('Beth', '/children/C1/record-death', { on: '2023-04-03' });
    postbox.collect();
    council.at('2023-04-21T09:00:00.000Z');
    await council.done('Mona', '/children/C1/take-back-death', { reason: 'It was another child.' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    // Twelve working days were lost: 3 to 20 April, less Good Friday and Easter Monday.
    expect(postbox.collect().filter((each) => each.startsWith('tom'))).toEqual([
      'tom: action A1 is yours to do, by Thursday 27 April 2023',
    ]);
    const { body } = await council.get<MyWorkDto>('Tom', '/work');
    expect(body.items).toEqual([expect.objectContaining({ what: 'action', reference })]);
    expect(body.items[0]!.due).toMatchObject({ dueOn: '2023-04-27', late: false });
  });
});
