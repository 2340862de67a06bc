import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SwaggerModule } from '@nestjs/swagger';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import {
  type AppendResult,
  type Position,
  type RecordedEvent,
  StoreUnavailable,
} from '../../src/platform/event-store/event-store.js';
import { MOST_WAITING } from '../../src/platform/http/answers.js';
import { MOST_SESSIONS_OF_ONE, Sessions } from '../../src/access/sessions.js';
import { newTokenText, TOKEN_PREFIX } from '../../src/access/tokens/token-text.js';
import { referenceFor } from '../../src/platform/ids.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import { READ_MODELS } from '../../src/platform/store-tokens.js';
import { aConcern, Council } from './council.js';

type Problem = Readonly<Record<string, unknown>>;

const LONG = 258_000;

/** Sends the head of a request and none of its body, and gives the first line of the answer. */
const headAlone = (port: number, path: string, headers: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(['POST ' + path + ' HTTP/1.1', 'Host: localhost', ...headers, '', ''].join('\r\n')),
    );
    socket.once('data', (answer) => {
      resolve(answer.toString().split('\r\n')[0]!);
      socket.destroy();
    });
    socket.once('error', reject);
  });

describe('the body of a request', () => {
  let council: Council;
  let port: number;
  beforeAll(async () => {
    council = await Council.begin();
    await council.app.listen(0, '127.0.0.1');
    port = Number(new URL(await council.app.getUrl()).port);
  });
  afterAll(() => council.end());

  const json = ['Content-Type: application/json', `Content-Length: ${LONG}`];

  it.each([
    ['no token', '/api/v1/disputes', json, 401],
    ['a token that nobody was given', '/api/v1/disputes', [...json, `Authorization: Bearer ${'x'.repeat(43)}`], 401],
    ['an address that leads nowhere', '/api/v1/nothing', json, 404],
    ['more than a name to sign in with', '/api/v1/demonstration/sign-in', json, 413],
  ])('is not waited for where there is %s', async (_what, path, headers, status) => {
    expect(await headAlone(port, path, headers)).toContain(` ${status} `);
  });

  it.each([
    ['of a length that was said', '/disputes', 401, ['Content-Length: 100000000'], 'x'.repeat(1_000)],
    ['in chunks', '/disputes', 401, ['Transfer-Encoding: chunked'], `3e8\r\n${'x'.repeat(1_000)}\r\n`],
    ['to an address that cannot be read', '/%zz', 400, ['Content-Length: 100000000'], 'x'.repeat(1_000)],
  ])('is not read to its end where nobody is signed in: %s', async (_what, path, status, length, piece) => {
    const head = [`POST /api/v1${path} HTTP/1.1`, 'Host: localhost', 'Content-Type: application/json', ...length];
    const socket = connect(port, '127.0.0.1', () => socket.write([...head, '', ''].join('\r\n')));
    let said = '';
    socket.on('data', (bytes) => (said += bytes.toString()));
    socket.on('error', () => undefined);
    const sending = setInterval(() => socket.writable && socket.write(piece), 20);
    await once(socket, 'close');
    clearInterval(sending);
    expect(said.slice(0, 'HTTP/1.1 401'.length)).toBe(`HTTP/1.1 ${status}`);
    expect(said).toMatch(/\r\nconnection: close\r\n/i);
  });

  it.each([
    ['in another character set', { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['compressed', { 'content-encoding': 'gzip' }, 415],
    [
      'in UTF-8, as it says',
      { 'content-type': 'application/json; charset="UTF-8"', 'content-encoding': 'identity' },
      200,
    ],
  ])('is answered by what it says of itself: %s', async (_what, headers, status) => {
    const answer = await council.app.inject({
      method: 'POST',
      url: '/api/v1/demonstration/sign-in',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: 'Iris' }),
    });
    expect(answer.statusCode).toBe(status);
  });

  it('of a few bytes leaves the connection open', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/disputes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([answer.status, answer.headers.get('connection')]).toEqual([401, 'keep-alive']);
  });

  it('is not waited for where the person has no post for it', async () => {
    const headers = [...json, `Authorization: ${await council.authorization('Ines')}`];
    expect(await headAlone(port, '/api/v1/disputes', headers)).toContain(' 403 ');
  });

  it('is cut off where nobody is signed in and its length was not said', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/demonstration/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([JSON.stringify({ name: 'x'.repeat(5_000) })]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
  });
});

describe('requests that come too often', () => {
  let council: Council;
  const begin = async (limits: Parameters<typeof Council.begin>[1]): Promise<void> => {
    council = await Council.begin('house', limits);
  };
  afterEach(() => council.end());

  const unsigned = (headers: Record<string, string> = {}) => council.get<Problem>('', '/disputes', headers);

  it('are counted by person for those who are signed in, wherever they come from', async () => {
    await begin({ limits: { person: 3 } });
    const statuses: number[] = [];
    for (let time = 0; time < 4; time++) statuses.push((await council.get('Iris', '/disputes')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await council.get('Mona', '/disputes')).status).toBe(200);
    expect((await unsigned()).status).toBe(401);
    const { body, headers } = await council.get<Problem>('Iris', '/work');
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(body).toMatchObject({ status: 429, code: 'too-many-requests', title: 'Too many requests' });
  });

  it('are counted by address for everybody else, and those who are signed in there work on', async () => {
    await begin({ limits: { address: 4 } });
    await council.authorization('Iris');
    const statuses = [
      (await unsigned()).status,
      (await unsigned({ authorization: `Bearer ${'x'.repeat(43)}` })).status,
      (await council.get('', '/nothing')).status,
      (await council.get('', '/api/v1/openapi.yaml')).status,
    ];
    expect(statuses).toEqual([401, 401, 404, 200]);
    expect((await unsigned()).status).toBe(429);
    expect((await unsigned({ authorization: `Bearer ${'x'.repeat(43)}` })).status).toBe(429);
    expect((await council.get('', '/api/v1/openapi.yaml')).status).toBe(429);
    expect((await council.get('Iris', '/disputes')).status).toBe(200);
  });

  it('are never probes of health: a proxy would take the instance for one that is down', async () => {
    await begin({ limits: { address: 1 } });
    for (let time = 0; time < 5; time++) {
      const live = await council.app.inject({ method: 'GET', url: '/health/live' });
      expect(live.statusCode).toBe(200);
    }
  });

  it('let 200 people behind one address sign in while others fail there', async () => {
    await begin({ limits: { address: 600, signIn: 30 } });
    const signIn = async (name: string): Promise<number> =>
      (await council.post('', '/demonstration/sign-in', { name })).status;
    const failures = new Map<number, number>();
    const succeeded: number[] = [];
    for (let person = 0; person < 200; person++) {
      for (let time = 0; time < 5; time++) {
        const status = await signIn(`Nobody ${person}.${time}`);
        failures.set(status, (failures.get(status) ?? 0) + 1);
      }
      succeeded.push(await signIn(['Iris', 'Ivan', 'Carol', 'Mona', 'Tom', 'Tess', 'Sven', 'Hana'][person % 8]!));
    }
    expect(succeeded.filter((status) => status !== 200)).toEqual([]);
    expect(Object.fromEntries(failures)).toEqual({ 400: 600, 429: 400 });
  });

  it('are counted at sign-in by name and address where they fail, however the name is written', async () => {
    await begin({ limits: { signIn: 2 } });
    const signIn = async (name: string): Promise<number> =>
      (await council.post('', '/demonstration/sign-in', { name })).status;
    expect([await signIn('N. Body'), await signIn('n body'), await signIn('N.  BODY')]).toEqual([400, 400, 429]);
    expect(await signIn('S. Else')).toBe(400);
  });

  it('shut out nobody at sign-in under whose name they are sent, and end no session of anybody else', async () => {
    await begin({ limits: { signIn: 2, address: 2 } });
    const signIn = async (name: string): Promise<number> =>
      (await council.post('', '/demonstration/sign-in', { name })).status;
    await council.authorization('Mona');
    const before = council.app.get(Sessions).begin('mona-of-before').token;
    const statuses: number[] = [];
    for (let time = 0; time < MOST_SESSIONS_OF_ONE + 10; time++)
      statuses.push(await signIn(time % 2 ? 'Iris' : 'iris'));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect([await signIn('Nobody'), await signIn('Nobody'), await signIn('Nobody')]).toEqual([400, 400, 429]);
    expect(await signIn('Iris')).toBe(200);
    expect(council.app.get(Sessions).personWith(before)).toBe('mona-of-before');
    expect((await council.get('Mona', '/disputes')).status).toBe(200);
  });

  it('make no line in the log each, where it is not known who sends them, or they have asked too often', async () => {
    await begin({ limits: { person: 1 } });
    await council.authorization('Iris');
    const refused = (): number => council.lines.filter((line) => line.includes('"event":"command refused"')).length;
    const statuses = [
      (await council.post('', '/disputes', {})).status,
      (await council.post('', '/nothing', {})).status,
      (await council.post('Iris', '/disputes', {})).status,
    ];
    expect([statuses, refused()]).toEqual([[401, 404, 400], 1]);
    expect([(await council.post('Iris', '/disputes', {})).status, refused()]).toEqual([429, 1]);
  });

  it('make no line in the log each while the log of events is away, but where somebody is signed in', async () => {
    let store!: StoreThatGoesAway;
    await begin({ store: (clock) => (store = new StoreThatGoesAway(clock)) });
    await council.authorization('Iris');
    const made = `Bearer ${newTokenText(referenceFor(TOKEN_PREFIX, 'made up'))}`;
    store.isAway = true;
    const lines = (): number =>
      council.lines.filter((line) => line.includes('"event":"request"') && line.includes('"level":"warn"')).length;
    const ready = await council.app.inject({ url: '/health/ready' });
    expect([ready.statusCode, (await unsigned({ authorization: made })).status, lines()]).toEqual([503, 503, 0]);
    expect([(await council.get('Iris', '/protocol')).status, lines()]).toEqual([503, 1]);
  });

  it('are counted at sign-in too where nobody signs in by name, and ask nothing of the nodes of the log', async () => {
    await begin({ demonstration: false, limits: { address: 2 } });
    const asked = jest.spyOn(council.store, 'certainHead');
    const signIn = async (): Promise<number> =>
      (await council.post('', '/demonstration/sign-in', { name: 'Iris' })).status;
    expect([await signIn(), await signIn(), await signIn()]).toEqual([404, 404, 429]);
    expect(asked).not.toHaveBeenCalled();
  });

  const ask = async (from: string): Promise<number> => (await unsigned({ 'x-forwarded-for': from })).status;

  it('are counted by the address that a trusted proxy names', async () => {
    await begin({ limits: { address: 1 }, trustedProxies: ['loopback'] });
    expect([await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.2')]).toEqual([401, 429, 401]);
  });

  it('are counted by their own address where nobody is trusted, whatever they say of themselves', async () => {
    await begin({ limits: { address: 1 } });
    expect([await ask('192.0.2.1'), await ask('192.0.2.2')]).toEqual([401, 429]);
  });
});

/** A log that answers nobody, once it is told to. */
class StoreThatGoesAway extends MemoryEventStore {
  isAway = false;

  override async read(...given: Parameters<MemoryEventStore['read']>): Promise<RecordedEvent[]> {
    if (this.isAway) throw new StoreUnavailable('Planted: away.');
    return super.read(...given);
  }

  override async head(): Promise<Position | undefined> {
    if (this.isAway) throw new StoreUnavailable('Planted: away.');
    return super.head();
  }
}

/** A log whose appends wait until they are let go. */
class SlowStore extends MemoryEventStore {
  private gate: Promise<void> = Promise.resolve();
  waiting = 0;

  /** Gives the function that lets everything go on. */
  hold(): () => void {
    let open!: () => void;
    this.gate = new Promise((resolve) => (open = resolve));
    return open;
  }

  override async append(...given: Parameters<MemoryEventStore['append']>): Promise<AppendResult> {
    this.waiting++;
    await this.gate;
    this.waiting--;
    return super.append(...given);
  }
}

describe('commands that wait', () => {
  let council: Council;
  let store: SlowStore;
  beforeAll(async () => {
    council = await Council.begin('house', {
      store: (clock) => (store = new SlowStore(clock)),
      limits: { waiting: 8 },
    });
    await Promise.all(['Iris', 'Ivan', 'Walter', 'Mona', 'Tom'].map((person) => council.authorization(person)));
  });
  afterAll(() => council.end());

  const raise = (person: string) =>
    council.post<Problem>(person, '/disputes', aConcern({ children: [person === 'Ivan' ? 'C3' : 'C1'] }));
  const until = async (waiting: number): Promise<void> => {
    while (store.waiting < waiting) await new Promise((go) => setImmediate(go));
  };

  it('are at most a quarter of all of one person, and the next is told to come back; reading goes on', async () => {
    const go = store.hold();
    const waiting = [raise('Iris'), raise('Iris')];
    await until(2);
    const { status, body, headers } = await raise('Iris');
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('2');
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ status: 503, code: 'too-busy' });
    expect((await council.get('Iris', '/disputes')).status).toBe(200);
    const others = raise('Ivan');
    await until(3);
    go();
    expect((await Promise.all([...waiting, others])).map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect((await raise('Iris')).status).toBe(201);
  });

  it('are so many of everybody together at most, and the one that was turned away is not carried out', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const note = (person: string) =>
      council.post<Problem>(person, `/disputes/${reference}/add-note`, { text: 'They rang back.' });
    const go = store.hold();
    const everybody = ['Tom', 'Tom', 'Mona', 'Mona', 'Iris', 'Iris'].map(note);
    const all = [...everybody, raise('Ivan'), raise('Ivan'), note('Walter')];
    expect(await Promise.race(all)).toMatchObject({ status: 503, body: { code: 'too-busy' } });
    go();
    const statuses = (await Promise.all(all)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 201, 201, 503]);
    const written = await council.store.read(`dispute-${reference}`);
    expect(
      written.filter(({ type }) => type === 'NoteAdded').map(({ metadata }) => metadata.actor.person),
    ).not.toContain('walter');
  });
});

describe('an answer that is the same for everybody', () => {
  let council: Council;
  let described: ReturnType<typeof jest.spyOn>;
  beforeAll(async () => {
    described = jest.spyOn(SwaggerModule, 'createDocument');
    council = await Council.begin();
  });
  afterAll(async () => {
    described.mockRestore();
    await council.end();
  });

  it.each(['/api/v1/openapi.json', '/api/v1/openapi.yaml'])('is sent once to a client that has it: %s', async (url) => {
    const first = await council.app.inject({ method: 'GET', url });
    expect(first.statusCode).toBe(200);
    expect(first.body.length).toBeGreaterThan(1_000);
    const headers = { 'if-none-match': String(first.headers.etag) };
    const again = await council.app.inject({ method: 'GET', url, headers });
    expect({ status: again.statusCode, body: again.body, etag: again.headers.etag }).toEqual({
      status: 304,
      body: '',
      etag: first.headers.etag,
    });
    expect((await council.app.inject({ method: 'GET', url })).body).toBe(first.body);
  });

  it('is the description of the API once, however often and in whatever form it is asked for', () => {
    expect(described).toHaveBeenCalledTimes(1);
  });
});

describe('requests that wait for a write to be readable', () => {
  let council: Council;
  let letGo: () => void;
  /** How many wait, or have waited. */
  let waiting: number;
  beforeEach(async () => {
    council = await Council.begin();
    await council.authorization('Iris');
    await council.authorization('Mona');
    waiting = 0;
    const gate = new Promise<boolean>((resolve) => (letGo = () => resolve(true)));
    jest.spyOn(council.app.get<ReadModels>(READ_MODELS), 'waitFor').mockImplementation(() => {
      waiting++;
      return gate;
    });
  });
  afterEach(async () => {
    letGo();
    await council.end();
  });

  const NOT_WRITTEN_YET = { 'footprint-position': '9999999999999999' };

  it.each(['/health/live', '/health/ready', '/health', '/'])('are none at %s, which is open to all', async (url) => {
    const answer = await council.app.inject({ method: 'GET', url, headers: NOT_WRITTEN_YET });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['footprint-position-reached']).toBeUndefined();
    expect(waiting).toBe(0);
  });

  it('are so many of one person and no more: 503 for the next, and others are answered', async () => {
    const places = MOST_WAITING / 4;
    const read = (name: string) => council.get<Problem>(name, '/disputes?limit=1', NOT_WRITTEN_YET);
    const waited = Array.from({ length: places }, () => read('Iris'));
    while (waiting < places) await pause(5);
    const { status, body, headers } = await read('Iris');
    expect([status, body.code]).toEqual([503, 'too-busy']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    const other = read('Mona');
    while (waiting === places) await pause(5);
    letGo();
    expect((await other).status).toBe(200);
    expect(new Set((await Promise.all(waited)).map((each) => each.status))).toEqual(new Set([200]));
    expect((await read('Iris')).status).toBe(200);
  });
});
