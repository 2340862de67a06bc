import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import { aConcern, anAnswer, Council, PEOPLE } from './council.js';

type Problem = { code: string; detail: string };

describe('the access table, over HTTP', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  it('a request of nobody who is signed in is answered 401', async () => {
    const answer = await council.get<Problem>('', `/disputes/${reference}`);
    expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('a token that was never given, or has expired, is refused', async () => {
    const wrong = await council.get('', '/disputes', { authorization: `Bearer ${'x'.repeat(43)}` });
    expect(wrong).toMatchObject({ status: 401 });
    expect(wrong.headers['www-authenticate']).toBe('Bearer error="invalid_token"');

    const authorization = await council.authorization('Iris');
    const begun = council.clock.now();
    council.clock.set('2023-04-03T19:00:00.001Z');
    expect((await council.get('', '/disputes', { authorization })).status).toBe(401);
    council.clock.set(begun);
  });

  const full = ['Iris', 'Mona', 'Quentin', 'Queenie', 'Alma', 'Tom', 'Sven', 'Hana', 'Edith', 'Ines'];
  const outline = ['Beth'];
  const figures = ['Percy'];

  it.each(Object.keys(PEOPLE))('%s sees of a dispute what the table says', async (person) => {
    const { status, body } = await council.get<DisputeDto>(person, `/disputes/${reference}`);
    const list = await council.get<DisputesPageDto>(person, '/disputes');
    const history = await council.get(person, `/disputes/${reference}/events`);
    if (full.includes(person)) {
      expect(body.raisedWith?.concern).toContain('permanence');
      expect(list.body.items).toHaveLength(1);
      expect(history.text).toContain('permanence');
    } else if (outline.includes(person)) {
      expect(body.children).toEqual([{ id: 'C1', initials: 'C1' }]);
      expect(JSON.stringify(body) + history.text).not.toContain('permanence plan');
      expect(list.body.items).toHaveLength(1);
    } else if (figures.includes(person)) {
      expect(JSON.stringify(body)).not.toMatch(/"C1"|iris|Iris|permanence plan/);
      expect(JSON.stringify(list.body)).not.toMatch(/"C1"|iris|Iris/);
      expect(list.body.items).toHaveLength(1);
      expect(history.status).toBe(404);
    } else {
      expect(status).toBe(404);
      expect(list.body.items ?? []).toEqual([]);
    }
  });

  it('a dispute that somebody may not see is answered 404, as one that does not exist', async () => {
    const hidden = await council.get<Problem>('Ivan', `/disputes/${reference}`);
    const absent = await council.get<Problem>('Ivan', '/disputes/DRP-0000-0000');
    const act = await council.post<Problem>('Ivan', `/disputes/${reference}/add-note`, { text: 'x' });
    const { correlationId: _one, ...hiddenBody } = hidden.body as Problem & { correlationId: string };
    const { correlationId: _two, ...absentBody } = absent.body as Problem & { correlationId: string };
    expect(hiddenBody).toEqual(absentBody);
    expect(act).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('an act that is not yours is refused as such where you may see the dispute, saying whose it is by role', async () => {
    const answer = await council.post<Problem>('Iris', `/disputes/${reference}/answer`, anAnswer());
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(answer.body.detail).toContain('those to whom it is addressed');
    expect(answer.body.detail).not.toMatch(/Tom|Iris/);
    const above = await council.post<Problem>('Hana', `/disputes/${reference}/answer`, anAnswer());
    expect(above.body.detail).toContain('(the team manager or the assistant team manager of Locality North)');

    const judge = await council.post<Problem>('Beth', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'x' });
    expect(judge).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    const chase = await council.post('Beth', `/disputes/${reference}/chase`, { how: 'By telephone.' });
    expect(chase.status).toBe(200);
  });

  it('an act for posts that the protocol names is decided by the rule of the act', async () => {
    const answer = await council.post<Problem>('Tom', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'x' });
    expect(answer.status).toBeGreaterThanOrEqual(403);
    const closing = await council.post<Problem>('Mona', `/disputes/${reference}/record-stalemate`, {
      reason: 'x',
      impact: ['not-known'],
    });
    expect(closing).toMatchObject({ status: 403, body: { code: 'closing-not-yours' } });
  });

  it('an IRO covers for another by saying so, and it is recorded', async () => {
    const covering = { 'footprint-acting-for': 'iris' };
    const cover = { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-03' };
    await council.done('Mona', '/covers', cover);
    const done = await council.post(
      'Ivan',
      `/disputes/${reference}/add-note`,
      { text: 'While she is away.' },
      covering,
    );
    expect(done.status).toBe(200);
    const { body } = await council.get<{ entries: { by: object }[] }>('Iris', `/disputes/${reference}/events`);
    expect(body.entries.at(-1)!.by).toMatchObject({ person: { id: 'ivan' }, actingFor: { id: 'iris' } });
  });

  it('business support raises for an IRO, and only for one', async () => {
    const alone = await council.post('Beth', '/disputes', aConcern({ theme: 'HEALTH' }));
    expect(alone.status).toBe(403);
    const entered = await council.post('Beth', '/disputes', aConcern({ theme: 'HEALTH' }), {
      'footprint-acting-for': 'iris',
    });
    expect(entered.status).toBe(201);
    const forManager = await council.get<Problem>('Beth', '/disputes', { 'footprint-acting-for': 'tom' });
    expect(forManager).toMatchObject({ status: 403, body: { code: 'not-acting-for' } });
  });

  it('a post is chosen among one’s own', async () => {
    const own = await council.get('Tom', '/disputes', { 'footprint-post': 'tom-post' });
    expect(own.status).toBe(200);
    const other = await council.get<Problem>('Tom', '/disputes', { 'footprint-post': 'iris-post' });
    expect(other).toMatchObject({ status: 403, body: { code: 'not-your-post' } });
  });

  it('a conference chair cannot refer to Cafcass', async () => {
    const raised = await council.done('Carol', '/disputes', aConcern({ children: ['C4'] }));
    const answer = await council.post<Problem>('Carol', `/disputes/${raised.reference}/refer-to-cafcass`, {
      grounds: 'x',
      legalAdviceTaken: false,
      told: [],
      sentOn: '2023-04-03',
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(answer.body.detail).toContain('A conference chair has no route to Cafcass');
  });

  it('a director opens a case from its referral to Cafcass on, and reads the grounds, which an inspector does not', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'RIGHTS' }));
    const page = (person: string) => council.get<DisputeDto>(person, `/disputes/${reference}`);
    expect((await page('Dora')).status).toBe(404);
    await council.done('Iris', `/disputes/${reference}/refer-to-cafcass`, {
      ...{ grounds: 'Regulation 45.', legalAdviceTaken: false, told: ['director'], sentOn: '2023-04-03' },
    });
    expect((await page('Dora')).body.cafcass).toMatchObject([{ grounds: 'Regulation 45.' }]);
    const { body: list } = await council.get<{ items: { reference: string }[] }>('Dora', '/disputes');
    expect(list.items.map((each) => each.reference)).toContain(reference);
    expect((await page('Ines')).body.cafcass?.[0]).toMatchObject({ sentOn: '2023-04-03' });
    expect((await page('Ines')).body.cafcass?.[0]).not.toHaveProperty('grounds');
  });

  it('administrators set up teams and read no case', async () => {
    expect((await council.get('Adam', '/disputes')).status).toBe(403);
    expect((await council.get('Adam', '/children/C1')).status).toBe(404);
    const team = await council.done('Adam', '/teams', { code: 'EAST', name: 'Locality East' });
    expect((await council.get('Tom', `/teams/${team.reference}`)).body).toMatchObject({ name: 'Locality East' });
    expect((await council.post('Tom', '/teams', { code: 'W', name: 'Locality West' })).status).toBe(403);
  });

  it.each(['/disputes?child=C1', '/disputes?iro=iris', '/disputes?heldBy=iris', '/acknowledgements?child=C1'])(
    'somebody who counts cannot ask whom a row is about: %s',
    async (url) => {
      expect(await council.get<Problem>('Percy', url)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
      expect((await council.get('Iris', url)).status).toBe(200);
    },
  );

  it('figures by IRO stay inside the IRO service', async () => {
    expect((await council.get('Mona', '/themes?year=2023-24&by=iro')).status).toBe(200);
    expect((await council.get('Tom', '/themes?year=2023-24&by=iro')).status).toBe(403);
    expect((await council.get('Iris', '/themes/cases?year=2023-24&iro=ivan')).status).toBe(403);
    expect((await council.get('Iris', '/themes/cases?year=2023-24&iro=iris')).status).toBe(200);
  });
});

describe('without the demonstration mode', () => {
  it('nobody can sign in without a password', async () => {
    const council = await Council.begin('house', { demonstration: false });
    const answer = await council.post<Problem>('', '/demonstration/sign-in', { name: 'Iris' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    await council.end();
  });
});
