import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council, type Written } from './council.js';

describe('writing: the same command twice, and reading what was written', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('raising twice with one key raises once, and answers the same', async () => {
    const key = { 'idempotency-key': 'raise-1' };
    const first = await council.post<Written>('Iris', '/disputes', aConcern(), key);
    await council.caughtUp();
    const before = await council.events();
    const second = await council.post<Written>('Iris', '/disputes', aConcern(), key);
    expect(first.status).toBe(201);
    expect(second.body).toEqual({ ...first.body, repeated: true });
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(await council.events()).toBe(before);
    reference = first.body.reference;
  });

  it('the same key with another body is refused', async () => {
    const answer = await council.post('Iris', '/disputes', aConcern({ theme: 'EDUC' }), {
      'idempotency-key': 'raise-1',
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'command-id-used-before' } });
  });

  it('a key that was not sent is made, and said', async () => {
    const answer = await council.post('Iris', `/disputes/${reference}/add-note`, { text: 'A note.' });
    expect(answer.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('two identical commands at the same moment have one effect', async () => {
    const key = { 'idempotency-key': 'note-1' };
    const before = await council.events();
    const answers = await Promise.all(
      [1, 2, 3].map(() => council.post<Written>('Iris', `/disputes/${reference}/add-note`, { text: 'Again.' }, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.revision)).size).toBe(1);
    expect(await council.events()).toBe(before + 1);
  });

  it('a command is answered again even where it has changed what the person is to the dispute', async () => {
    const { body: raised } = await council.post<Written>('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
    const url = `/disputes/${raised.reference}/redirect`;
    const body = { toTeam: 'south', reason: 'She moved to the south team.' };
    const first = await council.post<Written>('Tom', url, body, { 'idempotency-key': 'redirect-1' });
    const second = await council.post<Written>('Tom', url, body, { 'idempotency-key': 'redirect-1' });
    expect(first.status).toBe(200);
    expect(second.body).toEqual({ ...first.body, repeated: true });
  });

  it('a raising is answered again even where the child has gone to another IRO since', async () => {
    const body = aConcern({ children: ['C2'] });
    const key = { 'idempotency-key': 'raise-2' };
    const first = await council.post<Written>('Iris', '/disputes', body, key);
    await council.done('Mona', '/children/C2/allocate', { team: 'south', iro: 'ivan', from: '2023-04-03' });
    const second = await council.post<Written>('Iris', '/disputes', body, key);
    expect({ status: second.status, body: second.body }).toEqual({
      status: first.status,
      body: { ...first.body, repeated: true },
    });
    const anew = await council.post('Iris', '/disputes', body);
    expect(anew.status).toBe(400);
  });

  it('a write on what has changed since it was read is refused, and one on what was read is done', async () => {
    const { headers } = await council.get('Tom', `/disputes/${reference}`);
    await council.done('Iris', `/disputes/${reference}/add-note`, { text: 'Meanwhile.' });
    const stale = await council.post('Tom', `/disputes/${reference}/answer`, anAnswer(), {
      'if-match': String(headers.etag),
    });
    expect(stale).toMatchObject({ status: 412, body: { code: 'changed-since-read' } });

    const { headers: now } = await council.get('Tom', `/disputes/${reference}`);
    const done = await council.post<Written>('Tom', `/disputes/${reference}/answer`, anAnswer(), {
      'if-match': String(now.etag),
    });
    expect(done.status).toBe(200);
    expect(done.headers.etag).toBe(`"${done.body.revision}"`);
  });

  it('a reader who has it already is not sent it again', async () => {
    const { headers } = await council.get('Iris', `/disputes/${reference}`);
    const again = await council.get('Iris', `/disputes/${reference}`, { 'if-none-match': String(headers.etag) });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it('a list that is given the position of a write has that write in it', async () => {
    const written = await council.post<Written>('Iris', '/disputes', aConcern({ theme: 'LIFE' }));
    for (const [url, headers] of [
      ['/disputes?theme=LIFE', { 'footprint-position': written.body.position }],
      [`/disputes?theme=LIFE&position=${written.body.position}`, {}],
    ] as const) {
      const { body, headers: answered } = await council.get<{ items: { reference: string }[] }>('Iris', url, headers);
      expect(answered['footprint-position-reached']).toBe('true');
      expect(body.items.map((item) => item.reference)).toEqual([written.body.reference]);
    }
  });

  it('a browser, which sends no header, has its own write in the next list by a cookie', async () => {
    const written = await council.post<Written>('Iris', '/disputes', aConcern({ theme: 'LIFE' }));
    const cookie = String(written.headers['set-cookie']);
    expect(cookie).toMatch(/^footprint-position=[^;]+; Path=\/; Max-Age=60; HttpOnly; SameSite=Lax; Secure$/);
    const { body, headers } = await council.get<{ items: { reference: string }[] }>('Iris', '/disputes?theme=LIFE', {
      cookie: cookie.split(';')[0]!,
    });
    expect(headers['footprint-position-reached']).toBe('true');
    expect(body.items.map(({ reference }) => reference)).toContain(written.body.reference);
  });

  it('a cookie that holds no position holds up nobody', async () => {
    const { status, headers } = await council.get('Iris', '/disputes', { cookie: 'footprint-position=%00' });
    expect(status).toBe(200);
    expect(headers['footprint-position-reached']).toBeUndefined();
  });

  it('a position that is not reached yet is answered so in a header, after a second', async () => {
    const { headers, status } = await council.get('Iris', '/disputes', { 'footprint-position': '9999999999999999' });
    expect(status).toBe(200);
    expect(headers['footprint-position-reached']).toBe('false');
  });

  it('pages through a list without leaving out or repeating', async () => {
    const all = await council.get<{ items: { reference: string }[]; next: null }>('Iris', '/disputes?sort=raisedOn');
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const page = await council.get<{ items: { reference: string }[]; next: string | null }>(
        'Iris',
        `/disputes?sort=raisedOn&limit=1${cursor}`,
      );
      seen.push(...page.body.items.map((item) => item.reference));
      next = page.body.next;
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(all.body.items.map((item) => item.reference));
  });

  it('writing help stands beside the result, and another open dispute of the theme is named', async () => {
    const help = await council.done(
      'Iris',
      '/disputes',
      aConcern({ impactIfNothingChanges: null, actionsWanted: [{ what: 'Sort it out.', by: 'ASAP' }], theme: 'LIFE' }),
    );
    expect(help.advice.length).toBeGreaterThanOrEqual(3);
    const alsoOpen = help.advice.find(({ code }) => code === 'also-open');
    expect(alsoOpen?.message).toMatch(/DRP-/);
  });
});
