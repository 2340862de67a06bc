import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from './council.js';

/** Monday 3 April 2023 is the day of the little council. Its children were born on 5 May 2015. */
describe('A date that cannot be right', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  const spoke = (spokeOn: string) => ({ spokeTo: 'Tom', spokeOn, result: 'He will look at it.' });
  const referral = (sentOn: string) => ({ grounds: 'The plan.', legalAdviceTaken: false, told: ['child'], sentOn });
  const child = (childId: string, bornOn: string) => ({ childId, initials: 'AB', bornOn, population: 'looked-after' });
  const meeting = (heldOn: string) => ({
    ...{ kind: 'challenge', name: 'Extra', heldOn, startsAt: '14:00' },
    posts: ['assistant-director', 'iro-manager'],
  });

  it.each<[person: string, url: string, body: object, pointer: string]>([
    ['Beth', '/children/C2/record-death', { on: '2023-04-04' }, '/on'],
    ['Beth', '/children/C2/record-death', { on: '2015-05-04' }, '/on'],
    ['Beth', '/children', child('C20', '2031-01-01'), '/bornOn'],
    ['Beth', '/children', child('C20', '1890-01-01'), '/bornOn'],
    ['Beth', '/children/C2/complete', { ...child('', '1890-01-01'), childId: undefined }, '/bornOn'],
    ['Beth', '/children/C2/leave-care', { on: '2024-01-01', because: 'adopted' }, '/on'],
    ['Beth', '/children/C2/allocate', { team: 'south', from: '0001-01-01' }, '/from'],
    ['Iris', '/disputes/REF/refer-to-cafcass', referral('0001-01-01'), '/sentOn'],
    ['Iris', '/disputes/REF/refer-to-cafcass', referral('2023-04-04'), '/sentOn'],
    ['Iris', '/disputes/REF/record-conversation', spoke('0001-01-01'), '/spokeOn'],
    ['Iris', '/disputes/REF/record-legal-advice', { takenOn: '0001-01-01', advice: 'Go on.' }, '/takenOn'],
    ['Iris', '/disputes/REF/take-to-agency', { agency: 'School', sentOn: '0001-01-01' }, '/sentOn'],
    ['Iris', '/disputes/REF/take-to-agency', { agency: 'School', sentOn: '2023-04-03', dueOn: '9998-12-31' }, '/dueOn'],
    ['Iris', '/disputes', aConcern({ spokeFirst: spoke('1999-06-01') }), '/spokeFirst/spokeOn'],
    [
      'Iris',
      '/disputes',
      aConcern({ childView: { advocateOffered: true, advocateOfferedOn: '2014-01-01' } }),
      '/childView/advocateOfferedOn',
    ],
    [
      'Iris',
      '/disputes',
      aConcern({ actionsWanted: [{ what: 'A plan.', who: 'Tom', by: '1890-01-01' }] }),
      '/actionsWanted/0/by',
    ],
    [
      'Tom',
      '/disputes/REF/answer',
      anAnswer({ actions: [{ what: 'A plan.', who: 'Tom', by: '9998-12-31' }] }),
      '/actions/0/by',
    ],
    ['Beth', '/challenge/meetings', meeting('9998-12-31'), '/heldOn'],
    ['Adam', '/teams', { code: 'X', name: 'X', from: '0001-01-01' }, '/from'],
    ['Mona', '/calendar/closing-days', { dates: ['2023-12-28', '9998-12-31'], reason: 'Closed.' }, '/dates/1'],
  ])('is refused with a sentence: %s, %s, %j', async (person, url, body, pointer) => {
    const before = await council.events();
    const { status, body: problem } = await council.post<{ errors: { pointer: string; message: string }[] }>(
      person,
      url.replace('REF', reference),
      body,
    );
    expect({ status, errors: problem.errors }).toEqual({
      status: 400,
      errors: [{ pointer, message: expect.stringMatching(/^must not be (before|after) /) }],
    });
    expect(await council.events()).toBe(before);
  });

  it('is no ending after care while the child is in care', async () => {
    const ending = { outcome: 'ENDED-CARE', reason: 'She went home.', impact: ['not-known'] };
    const end = () => council.post('Iris', `/disputes/${reference}/end-otherwise`, ending);
    expect(await end()).toMatchObject({ status: 409, body: { type: expect.stringContaining('still-in-care') } });
    const goOn = { reason: 'The plan is still needed.' };
    expect(await council.post('Iris', `/disputes/${reference}/continue-after-care`, goOn)).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('still-in-care') },
    });
    const page = await council.get<{ acts: string[] }>('Iris', `/disputes/${reference}`);
    expect(page.text).not.toContain('continue-after-care');
    await council.done('Beth', '/children/C1/leave-care', { on: '2023-04-03', because: 'returned-home' });
    expect((await end()).status).toBe(200);
  });

  it('is no ending of care for a child who was never in care', async () => {
    const ofChair = aConcern({ children: ['C4'], population: 'child-protection', theme: 'RISK' });
    const raised = (await council.done('Carol', '/disputes', ofChair)).reference;
    const ending = { outcome: 'ENDED-CARE', reason: 'The plan ended.', impact: ['not-known'] };
    expect(await council.post('Carol', `/disputes/${raised}/end-otherwise`, ending)).toMatchObject({
      ...{ status: 409, body: { code: 'never-in-care', detail: expect.stringContaining('withdraw it') } },
    });
    const { body } = await council.get<{ allowedActs: string[] }>('Carol', `/disputes/${raised}`);
    expect(body.allowedActs).not.toContain('end-otherwise');
    expect(body.allowedActs).not.toContain('continue-after-care');
    const leave = { on: '2023-04-03', because: 'returned-home' };
    expect(await council.post('Beth', '/children/C4/leave-care', leave)).toMatchObject({
      ...{ status: 409, body: { code: 'not-in-care' } },
    });
  });

  it('is no ending of care for siblings of whom one is in care and none has left', async () => {
    const siblings = await council.done('Mona', '/disputes', aConcern({ children: ['C3', 'C4'], theme: 'RISK' }));
    const ending = { outcome: 'ENDED-CARE', reason: 'The plan ended.', impact: ['not-known'] };
    expect(await council.post('Ivan', `/disputes/${siblings.reference}/end-otherwise`, ending)).toMatchObject({
      ...{ status: 409, body: { code: 'still-in-care' } },
    });
  });

  it('is answered again although the day has passed since', async () => {
    const other = await council.done('Iris', '/disputes', aConcern({ children: ['C2'], theme: 'HEALTH' }));
    const ask = () =>
      council.post(
        'Iris',
        `/disputes/${other.reference}/ask-for-earlier-date`,
        { askedFor: '2023-04-04', reason: 'The panel is on the fifth.' },
        { 'idempotency-key': 'earlier-1' },
      );
    expect((await ask()).status).toBe(200);
    council.at('2023-04-05T09:00:00.000Z');
    expect(await ask()).toMatchObject({ status: 200, body: { repeated: true } });
    council.at('2023-04-03T09:00:00.000Z');
  });

  it('is advised against where a day is not worked, and accepted', async () => {
    const asked = { askedFor: '2023-04-08', reason: 'The panel is on the tenth.' };
    const raised = await council.done(
      'Iris',
      '/disputes',
      aConcern({ children: ['C2'], theme: 'EDUC', earlierDate: asked }),
    );
    expect(raised.advice).toContainEqual(
      expect.objectContaining({ code: 'not-a-working-day', pointer: '/earlierDate/askedFor' }),
    );
    const other = await council.done('Iris', '/disputes', aConcern({ children: ['C2'], theme: 'LIFE' }));
    const earlier = await council.done('Iris', `/disputes/${other.reference}/ask-for-earlier-date`, asked);
    expect(earlier.advice).toMatchObject([{ code: 'not-a-working-day', pointer: '/askedFor' }]);
  });

  it('is advised against for a meeting that somebody arranges on it or moves to it', async () => {
    const single = { name: 'Challenge meeting', startsAt: '14:00', kind: 'challenge', posts: ['iro-manager'] };
    const isAdvised = { code: 'not-a-working-day', pointer: '/heldOn' };
    const arranged = await council.done('Mona', '/challenge/meetings', { ...single, heldOn: '2023-04-22' });
    expect(arranged.advice).toMatchObject([isAdvised]);
    const url = `/challenge/meetings/${arranged.reference}`;
    const reason = 'The room.';
    expect((await council.done('Mona', `${url}/move`, { heldOn: '2023-04-20', reason })).advice).toEqual([]);
    expect((await council.done('Mona', `${url}/move`, { heldOn: '2023-05-01', reason })).advice).toMatchObject([
      isAdvised,
    ]);
  });
});
