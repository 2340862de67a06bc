import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { AnnualReportDto } from '../../src/reports/annual/annual.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, Council } from './council.js';

/*
 * An informal dispute was referred to Cafcass, and a formal one continues it: they are one matter, so there is one referral. From Monday 3
 * April 2023.
 */

const REFERRAL = { grounds: 'Her plan stands still.', legalAdviceTaken: true, told: ['child'], sentOn: '2023-04-03' };
const TO_CAFCASS = { outcome: 'TO-CAF', reason: 'Cafcass goes on with it.', impact: ['not-known'] };

describe('A referral of an informal dispute that is continued formally', () => {
  let council: Council;
  let informal: string;
  let formal: string;
  beforeAll(async () => {
    council = await Council.begin();
    informal = (await council.done('Iris', '/disputes', aConcern({ kind: 'informal' }))).reference;
    await council.done('Iris', `/disputes/${informal}/refer-to-cafcass`, REFERRAL);
    formal = (await council.done('Iris', `/disputes/${informal}/formalise`, { reason: 'It cannot wait.' })).reference;
    await council.caughtUp();
  });
  afterAll(() => council.end());

  const read = async (reference: string, person = 'Iris') =>
    (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;
  const work = async () => {
    const { items } = (await council.get<MyWorkDto>('Iris', '/work')).body;
    return items.filter(({ what }) => what.includes('cafcass')).map(({ what, reference }) => [what, reference]);
  };

  it('is shown in the formal one, to whoever may know of both, and on its page', async () => {
    expect((await read(formal)).cafcassBeside).toEqual([
      { reference: informal, sentOn: '2023-04-03', reply: null, withdrawnOn: null },
    ]);
    const headers = { cookie: cookieOf('Iris'), accept: 'text/html' };
    const { body } = await council.app.inject({ url: `/disputes/${formal}`, headers });
    expect(body).toMatch(/Referred 3 April 2023 in <a[^>]*>DRP-/);
  });

  it('is not made a second time from the formal one', async () => {
    const again = await council.post('Iris', `/disputes/${formal}/refer-to-cafcass`, REFERRAL);
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'with-cafcass-already', detail: expect.stringContaining(informal) as unknown },
    });
    expect(await work()).toEqual([['chase-cafcass', informal]]);
  });

  it('is enough for the formal one to end with Cafcass, which is asked about once, and counted once', async () => {
    await council.done('Iris', `/disputes/${formal}/end-otherwise`, TO_CAFCASS);
    expect(await work()).toEqual([['chase-cafcass', informal]]);
    const { text } = await council.get<AnnualReportDto>('Mona', '/reports/annual/2023-24');
    // Of informal disputes, of formal ones, and of both together.
    const referred = [...text.matchAll(/"code":"\w+\.cafcassReferrals"[^}]*?"value":(\d+)/g)];
    expect(referred.map(([, count]) => count).sort()).toEqual(['0', '1', '1']);
  });

  it('is nobody’s any more once Cafcass declines it: the IRO is asked how the formal one goes on', async () => {
    const declined = { reply: 'declines', repliedOn: '2023-04-03', summary: 'Not for them.' };
    await council.done('Iris', `/disputes/${informal}/record-cafcass-reply`, declined);
    expect(await work()).toEqual([['no-longer-with-cafcass', formal]]);
  });
});
