import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';

/*
 * A dispute that has ended and is to be reopened, because Cafcass does not continue it or its ending rests on a mistake, goes with its child
 * as an open one does, and whoever it comes to hears of it. From Monday 3 April 2023.
 */

describe('A dispute that is to be reopened', () => {
  const postbox = new Postbox();
  const reason = 'It is better with another.';
  const disputes: Record<string, readonly [declined: string, mistaken: string]> = {};
  let council: Council;

  const raise = async (child: string, theme: string): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern({ children: [child], theme }))).reference;
  const act = (person: string, reference: string, name: string, body: object) =>
    council.done(person, `/disputes/${reference}/${name}`, body);
  const end = (reference: string, outcome: string) =>
    act('Iris', reference, 'end-otherwise', { outcome, reason, impact: ['no-change-yet'] });
  const workOf = async (person: string): Promise<string[]> => {
    await council.caughtUp();
    const { items } = (await council.get<MyWorkDto>(person, '/work')).body;
    return items.map(({ what, reference }) => `${what} ${reference}`);
  };

  beforeAll(async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: { people: { Imogen: ['iro', null, null] }, children: [['C7', 'south', 'iris', 'looked-after']] },
    });
    for (const child of ['C1', 'C2', 'C7']) {
      const declined = await raise(child, 'HEALTH');
      const grounds = { grounds: 'The plan is late.', legalAdviceTaken: true, told: ['child'], sentOn: '2023-04-03' };
      await act('Iris', declined, 'refer-to-cafcass', grounds);
      await end(declined, 'TO-CAF');
      const reply = { reply: 'declines', repliedOn: '2023-04-03', summary: 'Not for them.' };
      await act('Iris', declined, 'record-cafcass-reply', reply);
      const mistaken = await raise(child, 'EDUC');
      await council.done('Mona', `/children/${child}/record-death`, { on: '2023-04-03' });
      await end(mistaken, 'ENDED-CARE');
      await council.done('Mona', `/children/${child}/take-back-death`, { reason: 'It was another child.' });
      disputes[child] = [declined, mistaken];
    }
  });
  afterAll(() => council.end());

  it('goes to the IRO to whom its child is allocated', async () => {
    const [declined, mistaken] = disputes['C1']!;
    await council.caughtUp();
    postbox.collect();
    await council.done('Mona', '/children/C1/allocate', { team: 'north', iro: 'ivan', from: '2023-04-03' });
    expect(await workOf('Ivan')).toEqual(
      expect.arrayContaining([`no-longer-with-cafcass ${declined}`, `reopen ${mistaken}`]),
    );
    const told = postbox.collect().filter((line) => line.startsWith('ivan: '));
    expect(told.filter((line) => line.includes('handed over to you'))).toHaveLength(2);
  });

  it('goes with the caseload', async () => {
    const [declined, mistaken] = disputes['C2']!;
    await council.done('Mona', '/people/iris/hand-over-caseload', {
      ...{ shares: [{ toIro: 'imogen', children: ['C2'] }], reason },
    });
    expect(await workOf('Imogen')).toEqual(
      expect.arrayContaining([`no-longer-with-cafcass ${declined}`, `reopen ${mistaken}`]),
    );
  });

  it('is told to whom it is handed over', async () => {
    await council.caughtUp();
    postbox.collect();
    for (const reference of disputes['C7']!) await act('Mona', reference, 'hand-over', { toIro: 'ivan', reason });
    await council.caughtUp();
    expect(postbox.collect().filter((line) => line.startsWith('ivan: '))).toHaveLength(2);
  });
});
