import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, Council } from './council.js';

/*
 * A dispute was raised from a check, and over a disagreement, and then hidden from the child’s IRO, who acts on the check and on the
 * recommendations. They read that there is still something to decide; what they decide is accepted as if nothing had been raised.
 */

const day = '2023-04-03';
const reason = 'The child is to be adopted by a colleague.';

describe('A standard to decide about, to somebody from whom the dispute is hidden', () => {
  let council: Council;
  let check: string;
  let reviewed: string;
  let disputes: string[];
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
    check = (await council.done('Iris', '/reviews', { kind: 'midway', child: 'C1', heldOn: day })).reference;
    const { body } = await council.get<{ standards: { code: string }[] }>('Iris', `/reviews/${check}`);
    for (const { code } of body.standards.slice(0, 2))
      await council.done('Iris', `/reviews/${check}/check-standard`, { standard: code, answer: 'not-met' });
    const raises = (standard: string, theme: string) =>
      council.done('Iris', `/reviews/${check}/raise`, { ...aConcern({ theme }), standard });
    const fromCheck = [await raises(body.standards[0]!.code, 'EDUC'), await raises(body.standards[1]!.code, 'HEALTH')];
    const recommendations = { child: 'C1', reviewedOn: day, recommendations: [{ what: 'Begin.' }] };
    reviewed = (await council.done('Iris', '/recommendations', recommendations)).reference;
    await council.done('Tom', `/recommendations/${reviewed}/disagree`, { reason: 'It is begun.' });
    const over = await council.done('Iris', `/recommendations/${reviewed}/raise`, aConcern({ theme: 'PLAN' }));
    disputes = [...fromCheck, over].map(({ reference }) => reference);
    await council.caughtUp();
  });
  afterAll(() => council.end());

  const standards = async () => {
    const { body } = await council.get<{ standards: { code: string; outstanding: string | null }[] }>(
      'Iris',
      `/reviews/${check}`,
    );
    return body.standards.slice(0, 2);
  };
  const leaveAlone = async () => {
    const [first] = await standards();
    const because = { standard: first!.code, reason: 'The visit is booked.' };
    return council.post<{ code: string }>('Iris', `/reviews/${check}/decide-not-to-raise`, because);
  };
  const letStand = () =>
    council.post<{ code: string }>('Iris', `/recommendations/${reviewed}/let-stand`, { reason: 'It has begun.' });

  it('is decided already to those who may read the dispute', async () => {
    for (const answer of [await leaveAlone(), await letStand()])
      expect(answer).toMatchObject({ status: 409, body: { code: 'raised-already' } });
  });

  it('is theirs to decide, with no word that something was raised', async () => {
    for (const dispute of disputes) {
      await council.done('Iris', `/disputes/${dispute}/restrict`, { readers: ['tom'], reason });
      await council.done('Iris', `/disputes/${dispute}/hand-over`, { toIro: 'ivan', reason });
    }
    await council.caughtUp();
    expect((await standards()).map(({ outstanding }) => outstanding)).toEqual(['to-decide', 'to-decide']);
    for (const answer of [await leaveAlone(), await letStand()]) {
      expect(answer.status).toBe(200);
      for (const dispute of disputes) expect(answer.text).not.toContain(dispute);
    }
    const [, second] = await standards();
    const raised = await council.post('Iris', `/reviews/${check}/raise`, {
      ...aConcern({ theme: 'VISIT' }),
      standard: second!.code,
    });
    expect(raised.status).toBe(201);
    await council.caughtUp();
    expect((await standards()).map(({ outstanding }) => outstanding)).toEqual([null, null]);
  });

  it('reads to the IRO, once they hold again what was raised, with both', async () => {
    for (const dispute of disputes)
      await council.done('Ivan', `/disputes/${dispute}/hand-over`, { toIro: 'iris', reason });
    await council.caughtUp();
    const { body } = await council.get<{ standards: { dispute: string | null; notRaisedBecause: string | null }[] }>(
      'Iris',
      `/reviews/${check}`,
    );
    expect(body.standards[0]).toMatchObject({ dispute: disputes[0], notRaisedBecause: 'The visit is booked.' });
  });
});
