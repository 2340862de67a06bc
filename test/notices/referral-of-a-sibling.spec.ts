import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * The IRO of a sibling has referred a dispute to Cafcass that another IRO holds. When that child is theirs no more, somebody else follows the
 * referral, and hears of it. Iris is the IRO of C1 and holds the dispute, Ivan that of C3. From Monday 3 April 2023.
 */

describe('A referral to Cafcass by the IRO of a sibling', () => {
  const postbox = new Postbox();
  let council: Council;
  let url: string;
  beforeEach(async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.appoint('Imogen', ['iro', null, null]);
    url = `/disputes/${(await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'], iro: 'iris' }))).reference}`;
    await council.done('Ivan', `${url}/refer-to-cafcass`, {
      ...{ grounds: 'No plan.', legalAdviceTaken: false, told: ['child'], sentOn: '2023-04-03' },
    });
    await council.caughtUp();
    postbox.collect();
  });
  afterEach(() => council.end());

  const asked = async (person: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items
      .filter(({ reference }) => url.endsWith(reference))
      .map(({ what }) => what)
      .filter((what) => what.includes('cafcass'));
  const FALLEN = 'iris: a referral to Cafcass has fallen to you';

  it('is followed by the holder once the child is another IRO’s, who is told at once', async () => {
    await council.done('Mona', '/children/C3/allocate', { team: 'south', iro: 'imogen', from: '2023-04-03' });
    await council.caughtUp();
    expect([await asked('Iris'), await asked('Imogen'), await asked('Ivan')]).toEqual([['chase-cafcass'], [], []]);
    expect(postbox.collect().filter((line) => line === FALLEN)).toHaveLength(1);
    await council.done('Mona', '/children/C3/allocate', { team: 'south', iro: 'ivan', from: '2023-04-03' });
    await council.caughtUp();
    expect([await asked('Iris'), await asked('Ivan')]).toEqual([[], ['chase-cafcass']]);
    expect(postbox.collect()).not.toContain(FALLEN);
  });

  it('is heard of by the IRO who sent it, when the holder takes it back as a mistake', async () => {
    const { entries } = (await council.get<{ entries: { revision: number; what: string }[] }>('Iris', `${url}/events`))
      .body;
    const { revision } = entries.find(({ what }) => what === 'ReferredToCafcass')!;
    await council.done('Iris', `${url}/take-back-entry`, { entry: revision, reason: 'It was another dispute.' });
    await council.caughtUp();
    expect(postbox.collect()).toContain('ivan: no longer referred to Cafcass');
    expect(await asked('Ivan')).toEqual([]);
  });

  it('is followed by the holder once the IRO of the sibling has left, who is told', async () => {
    await council.doneByTwo('Adam', '/posts/ivan-post/leave', { person: 'ivan', on: '2023-04-03' });
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    expect(await asked('Iris')).toEqual(['chase-cafcass']);
    expect(postbox.collect()).toContain(FALLEN);
  });
});
