import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shownBy } from '../names/alike.js';
import { aConcern, anAnswer, Council, type Written } from './council.js';

/*
 * A command that is sent again is answered again, as repeated (R8), while its sender may still see what it wrote in; what has been hidden
 * from them since is as a record that does not exist (A2).
 */

const day = '2023-04-03';
const reason = 'The child is to be adopted by a colleague.';
const again = { status: 201, body: { repeated: true } };

describe('A command sent again after its record was hidden from the sender', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('is answered 404, as a command on a record that does not exist', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const key = { 'idempotency-key': 'answer-1' };
    const first = await council.post<Written>('Tom', `/disputes/${reference}/answer`, anAnswer(), key);
    const repeat = (of: string) => council.post('Tom', `/disputes/${of}/answer`, anAnswer(), key);
    expect((await repeat(reference)).body).toEqual({ ...first.body, repeated: true });
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['mona'], reason });
    expect(shownBy(await repeat(reference))).toEqual(shownBy(await repeat('DRP-0000-0000')));
    expect((await repeat(reference)).status).toBe(404);
    await council.done('Iris', `/disputes/${reference}/lift-restriction`, { reason });
    expect((await repeat(reference)).body).toEqual({ ...first.body, repeated: true });
  });

  it('is answered so where it began the record, with words about the child or from a conversation', async () => {
    const spoke = { spokeTo: 'Tom', spokeOn: day, result: 'He will look into it.' };
    const { reference: conversation } = await council.done('Iris', '/conversations', { ...spoke, children: ['C2'] });
    const bodies = [aConcern({ children: ['C2'], theme: 'PLAN', conversation }), aConcern({ theme: 'VISIT' })];
    for (const [nth, body] of bodies.entries()) {
      const key = { 'idempotency-key': `raise-${nth}` };
      const { body: raised } = await council.post<Written>('Iris', '/disputes', body, key);
      expect(await council.post('Iris', '/disputes', body, key)).toMatchObject(again);
      await council.done('Mona', `/disputes/${raised.reference}/hand-over`, { toIro: 'ivan', reason });
      await council.done('Ivan', `/disputes/${raised.reference}/restrict`, { readers: ['tom'], reason });
      const hidden = await council.post('Iris', '/disputes', body, key);
      expect([400, 404]).toContain(hidden.status);
      expect(hidden.text).not.toContain(raised.reference);
    }
  });

  it('is answered again where that command itself took the record from the sender, whatever has happened since', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
    const key = { 'idempotency-key': 'restrict-1' };
    const restrict = () =>
      council.post<Written>('Mona', `/disputes/${reference}/restrict`, { readers: ['tom'], reason }, key);
    expect((await restrict()).status).toBe(200);
    expect((await council.get('Mona', `/disputes/${reference}`)).status).toBe(404);
    expect(await restrict()).toMatchObject({ status: 200, body: { repeated: true } });
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['tom', 'sven'], reason });
    expect(await restrict()).toMatchObject({ status: 200, body: { repeated: true } });
  });
});

describe('A command that began something, sent again after the child has gone to another IRO', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
  });
  afterAll(() => council.end());

  const spoke = { spokeTo: 'Tom', spokeOn: day, result: 'He will look into it.' };
  const begun: readonly (readonly [url: string, body: object, isOfTheGiver: boolean])[] = [
    ['/conversations', { ...spoke, children: ['C2'] }, true],
    [
      '/acknowledgements',
      { children: ['C2'], people: [{ person: 'walter' }], theme: 'PA-DIRECT', whatTheyDid: 'x' },
      true,
    ],
    ['/reviews', { kind: 'midway', child: 'C2', heldOn: day }, false],
    ['/recommendations', { child: 'C2', reviewedOn: day, recommendations: [{ what: 'Begin.' }] }, false],
  ];

  it('is answered again as long as the sender may see it, and else 404', async () => {
    const send = (url: string, body: object) =>
      council.post<Written>('Iris', url, body, { 'idempotency-key': `begun ${url}`.replace(/\W/g, '-') });
    const first = new Map<string, Written>();
    for (const [url, body] of begun) first.set(url, (await send(url, body)).body);
    await council.done('Mona', '/children/C2/allocate', { team: 'south', iro: 'ivan', from: day });
    await council.caughtUp();
    const events = await council.events();
    for (const [url, body, isOfTheGiver] of begun) {
      const { status, body: answered } = await send(url, body);
      expect([url, status]).toEqual([url, isOfTheGiver ? 201 : 404]);
      if (isOfTheGiver) expect(answered).toEqual({ ...first.get(url)!, repeated: true });
    }
    // A person who covers for the new IRO reads them, and would have to say for whom they act; sending again does nothing anew.
    await council.done('Mona', '/covers', { iro: 'ivan', by: 'iris', from: day, to: day });
    await council.caughtUp();
    for (const [url, body] of begun)
      expect([url, (await send(url, body)).body]).toEqual([url, { ...first.get(url)!, repeated: true }]);
    expect(await council.events()).toBe(events + 1);
  });
});
