import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

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

  it('who is corrected not to be looked after leaves it to be decided too, and not once that was a mistake', async () => {
    const known = { initials: 'A.B.', population: 'looked-after' };
    const toDecide = async (): Promise<string[]> => {
      const { body } = await council.get<{ items: { what: string }[] }>('Iris', '/work');
      return body.items.map(({ what }) => what).filter((what) => what === 'decide-after-care');
    };
    await council.done('Beth', '/children/C1/complete', known);
    expect(postbox.collect()).toEqual([]);
    await council.done('Beth', '/children/C1/complete', { ...known, population: 'child-protection' });
    expect(postbox.collect()).toEqual(['iris: to be decided: the child has left care']);
    expect(await toDecide()).toHaveLength(1);
    await council.done('Beth', '/children/C1/complete', { ...known, population: 'child-in-need' });
    expect(postbox.collect()).toEqual([]);
    await council.done('Beth', '/children/C1/complete', known);
    expect(postbox.collect()).toEqual(['iris: the child is looked after again']);
    expect(await toDecide()).toEqual([]);
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

describe('A young person who turns 18', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('is told to their own IRO, where nothing is open or another holds it', async () => {
    const details = { initials: 'A.B.', population: 'looked-after', bornOn: '2005-04-04' };
    for (const child of ['C2', 'C3']) await council.done('Beth', `/children/${child}/complete`, details);
    await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'] }));
    postbox.collect();
    await sweepAt(council, '2023-04-04T09:00:00.000Z');
    for (const { text } of postbox.sent) expect(text).not.toMatch(/\bC[23]\b/);
    expect(postbox.collect()).toEqual([
      'iris: a young person of yours has turned 18',
      'iris: to be decided: the child has turned 18',
      'ivan: a young person of yours has turned 18',
    ]);
    await sweepAt(council, '2023-04-04T09:01:00.000Z');
    expect(postbox.collect()).toEqual([]);
  });
});

describe('The end of care that was recorded by mistake', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    const besides = { children: ['C5', 'C6', 'C7'].map((child) => [child, 'north', 'iris', 'looked-after'] as const) };
    council = await Council.begin('house', { notices: postbox, besides });
  });
  afterAll(() => council.end());

  const raised = async (child: string): Promise<string> => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ children: [child] }));
    return reference;
  };
  const endWithCare = (reference: string) =>
    council.done('Iris', `/disputes/${reference}/end-otherwise`, {
      ...{ outcome: 'ENDED-CARE', impact: ['not-known'], reason: 'Her time in care is over.' },
    });
  const toReopen = async (): Promise<string[]> => {
    const { body } = await council.get<{ items: { what: string; reference: string }[] }>('Iris', '/work');
    return body.items.flatMap(({ what, reference }) => (what === 'reopen' ? [reference] : []));
  };
  const REOPEN = 'iris: it ended because of what was recorded by mistake: reopen it';

  it('by a day of birth is told to the IRO of a dispute that ended with it, who is asked to reopen it', async () => {
    const details = { initials: 'A.B.', population: 'looked-after' };
    const reference = await raised('C1');
    await council.done('Beth', '/children/C1/complete', { ...details, bornOn: '2005-04-01' });
    await endWithCare(reference);
    expect(await toReopen()).toEqual([]);
    postbox.collect();
    await council.done('Beth', '/children/C1/complete', { ...details, bornOn: '2008-04-01' });
    expect(postbox.collect()).toEqual([REOPEN]);
    expect(await toReopen()).toEqual([reference]);
    await council.done('Beth', '/children/C1/complete', { ...details, initials: 'A.C.', bornOn: '2008-04-01' });
    expect(postbox.collect()).toEqual([]);
    await council.done('Iris', `/disputes/${reference}/reopen`, { reason: 'She is 15.' });
    expect(await toReopen()).toEqual([]);
  });

  it('by a correction of what the child is, is told so too', async () => {
    const details = { initials: 'A.B.', population: 'looked-after' };
    await council.done('Beth', '/children/C3/allocate', { iro: 'iris', from: '2023-04-03' });
    await council.done('Beth', '/children/C3/complete', details);
    const reference = await raised('C3');
    await council.done('Beth', '/children/C3/complete', { ...details, population: 'child-in-need' });
    await endWithCare(reference);
    expect(await toReopen()).toEqual([]);
    postbox.collect();
    await council.done('Beth', '/children/C3/complete', details);
    expect(postbox.collect()).toEqual([REOPEN]);
    expect(await toReopen()).toEqual([reference]);
    await council.done('Iris', `/disputes/${reference}/reopen`, { reason: 'The child is in care.' });
  });

  it('by a day of leaving is told so too', async () => {
    const reference = await raised('C2');
    await council.done('Beth', '/children/C2/leave-care', { on: '2023-04-01', because: 'adopted' });
    await endWithCare(reference);
    postbox.collect();
    await council.done('Beth', '/children/C2/come-back-into-care', { on: '2023-04-01' });
    expect(postbox.collect()).toEqual([REOPEN]);
    expect(await toReopen()).toEqual([reference]);
    await council.done('Iris', `/disputes/${reference}/reopen`, { reason: 'It was another child.' });
  });

  it('by a death is told of what somebody has let go on, and of what ended after that', async () => {
    for (const child of ['C5', 'C7']) {
      const reference = await raised(child);
      await council.done('Beth', `/children/${child}/record-death`, { on: '2023-04-01' });
      await council.done('Iris', `/disputes/${reference}/lift-restriction`, { reason: 'It is to go on.' });
      await council.done('Iris', `/disputes/${reference}/unfreeze`, { reason: 'It is to go on.' });
      if (child === 'C7') await endWithCare(reference);
      postbox.collect();
      await council.done('Mona', `/children/${child}/take-back-death`, { reason: 'It was another child.' });
      await council.caughtUp();
      const told = postbox.collect().filter((each) => each.startsWith('iris'));
      expect(told).toEqual([child === 'C7' ? REOPEN : 'iris: what was recorded of a child was taken back']);
      expect(await toReopen()).toEqual(child === 'C7' ? [reference] : []);
    }
  });

  it('by a death is told of nothing that had ended before it, because the child left care', async () => {
    const before = await raised('C6');
    await council.done('Beth', '/children/C6/leave-care', { on: '2023-04-01', because: 'adopted' });
    await endWithCare(before);
    council.at('2023-04-03T10:00:00.000Z');
    await council.done('Beth', '/children/C6/record-death', { on: '2023-04-02' });
    await council.caughtUp();
    postbox.collect();
    await council.done('Mona', '/children/C6/take-back-death', { reason: 'It was another child.' });
    await council.caughtUp();
    expect(postbox.collect()).not.toContain(REOPEN);
    expect(await toReopen()).not.toContain(before);
  });
});
