import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';

/*
 * A child leaves care and comes back while a dispute is open: its IRO hears of both. From Monday 3 April 2023.
 */

describe('A child who leaves care and comes back', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.done('Iris', '/disputes', aConcern());
    postbox.collect();
  });
  afterAll(() => council.end());

  it('leaves an open dispute to be decided, of which its IRO is told', async () => {
    await council.done('Beth', '/children/C1/leave-care', { on: '2023-04-03', because: 'returned-home' });
    expect(postbox.collect()).toEqual(['iris: to be decided: the child has left care']);
  });

  it('takes that decision from the IRO again, who is told', async () => {
    await council.done('Beth', '/children/C1/come-back-into-care', { on: '2023-04-03' });
    expect(postbox.collect()).toEqual(['iris: the child is looked after again']);
    const { body } = await council.get<{ items: { what: string }[] }>('Iris', '/work');
    expect(body.items.filter(({ what }) => what === 'decide-after-care')).toEqual([]);
  });

  it('is told to the child’s own IRO, where nothing is open or another holds it', async () => {
    await council.done('Beth', '/children/C3/leave-care', { on: '2023-04-03', because: 'adopted' });
    for (const { text } of postbox.sent) expect(text).not.toMatch(/\bC3\b/);
    expect(postbox.collect()).toEqual(['ivan: a child of yours has left care']);
    await council.done('Beth', '/children/C3/come-back-into-care', { on: '2023-04-03' });
    expect(postbox.collect()).toEqual(['ivan: a child of yours is in care again']);
    await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'], theme: 'FAMILY' }));
    postbox.collect();
    await council.done('Beth', '/children/C3/leave-care', { on: '2023-04-03', because: 'adopted' });
    expect(postbox.collect()).toEqual([
      'iris: to be decided: the child has left care',
      'ivan: a child of yours has left care',
    ]);
  });
});
