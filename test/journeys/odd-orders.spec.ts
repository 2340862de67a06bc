import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { aConcern, anAnswer, Council, type Written } from './council.js';

type Problem = { code: string };

describe('acts in an order that nobody planned', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  const raised = async (over: object = {}): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern(over))).reference;
  const read = async (person: string, reference: string): Promise<DisputeDto> =>
    (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;

  it('an answer that comes after the dispute has gone up is recorded against its own stage, and can take it back', async () => {
    const reference = await raised();
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'Nobody has answered.' });
    expect((await read('Tom', reference)).allowedActs).toContain('answer');
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    const again = await council.post<Problem>('Tom', `/disputes/${reference}/answer`, anAnswer());
    expect(again).toMatchObject({ status: 403, body: { code: 'not-yours' } });

    const { rounds } = await read('Iris', reference);
    expect(rounds.map(({ stage, answers }) => [stage, answers.length])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'Late, and enough.' });
    expect((await read('Iris', reference)).waitingFor).toMatchObject({ what: 'closing' });
  });

  it('a person who passes a dispute on goes on seeing it, in the list and by itself, and no longer answers it', async () => {
    const reference = await raised();
    await council.done('Tom', `/disputes/${reference}/redirect`, { toTeam: 'south', reason: 'She lives there now.' });
    await council.done('Tess', `/disputes/${reference}/redirect`, { toTeam: 'north', reason: 'Not any more.' });
    const list = await council.get<DisputesPageDto>('Tess', '/disputes');
    expect(list.body.items.map((each) => each.reference)).toContain(reference);
    expect((await council.get('Tess', `/disputes/${reference}`)).status).toBe(200);
    const answer = await council.post<Problem>('Tess', `/disputes/${reference}/answer`, anAnswer());
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-yours' } });
  });

  it('an informal dispute becomes one formal one, however many continue it at once', async () => {
    const informal = await raised({ kind: 'informal' });
    const before = await council.get<DisputesPageDto>('Iris', '/disputes?kind=formal');
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => council.post(`Iris`, `/disputes/${informal}/formalise`, { reason: 'No answer came.' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    await council.caughtUp();
    const after = await council.get<DisputesPageDto>('Iris', '/disputes?kind=formal');
    expect(after.body.items).toHaveLength(before.body.items.length + 1);
  });

  it('nobody gets the answer to what somebody else has done', async () => {
    const reference = await raised();
    const key = { 'idempotency-key': 'note-1' };
    await council.done('Iris', `/disputes/${reference}/add-note`, { text: 'I rang.' }, key);
    const other = await council.post<Problem>('Tom', `/disputes/${reference}/add-note`, { text: 'I rang.' }, key);
    expect(other).toMatchObject({ status: 409, body: { code: 'command-id-used-before' } });
    const hidden = await council.post<Problem>('Ivan', `/disputes/${reference}/add-note`, { text: 'I rang.' }, key);
    expect(hidden).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('only somebody who can act on it is given a dispute to hold', async () => {
    const reference = await raised();
    const handed = await council.post<Problem>('Iris', `/disputes/${reference}/hand-over`, {
      toIro: 'tom',
      reason: 'She is on leave.',
    });
    expect(handed).toMatchObject({ status: 400, body: { code: 'not-valid', errors: [{ pointer: '/toIro' }] } });
    expect(await council.post('Iris', '/disputes', aConcern({ iro: 'adam' }))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/iro' }] },
    });
    expect((await council.post('Iris', '/disputes', aConcern({ iro: 'ivan' }))).status).toBe(400);
    const written = await council.done('Mona', '/disputes', aConcern({ iro: 'ivan' }));
    expect((await read('Ivan', (written satisfies Written).reference)).heldBy).toMatchObject({ id: 'ivan' });
  });
});
