import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { StoreUnavailable } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { aConcern, anAnswer, Council, PEOPLE } from '../journeys/council.js';

/*
 * Names, initials, ids and words are planted wherever a request has room for them, and the program is made to accept, refuse and fail.
 * None of it may come out in any line of the log, down to the level that says most.
 */

const PLANTED = ['Kylie', 'Pl4nted', 'K.P.', 'bruised', 'C1', '1568440', 'kylie@planted.example', 'NW1-5XX'];
const SENTENCE = `${PLANTED.join(' ')} told me "he hit me"`;
const STAFF = Object.keys(PEOPLE);
/** Each as a word of its own, so that an id which happens to hold the same letters is not taken for it. */
const FORBIDDEN = new RegExp(
  [...PLANTED, 'he hit me', ...STAFF, ...STAFF.map((name) => name.toLowerCase())]
    .map((each) => `(?<![\\w-])${each.replaceAll('.', '[.]')}(?![\\w-])`)
    .join('|'),
);

describe('no log line holds a name, or anything that a person wrote', () => {
  let council: Council;
  let failing: 'unforeseen' | 'unavailable' | undefined;
  let reference = '';

  beforeAll(async () => {
    council = await Council.begin('house', {
      store: (clock) => {
        const memory = new MemoryEventStore(clock);
        const append = memory.append.bind(memory);
        const read = memory.read.bind(memory);
        const failure = (): Error | undefined => {
          if (failing === undefined) return undefined;
          return failing === 'unforeseen'
            ? new TypeError(`${SENTENCE}\n    at ${SENTENCE}`)
            : new StoreUnavailable(`Stream child-C1 was not reached: "${SENTENCE}".`);
        };
        memory.append = async (...given) => {
          const error = failure();
          if (error) throw error;
          return append(...given);
        };
        memory.read = async (...given) => {
          const error = failure();
          if (error) throw error;
          return read(...given);
        };
        return memory as EventStore;
      },
    });
    const raised = await council.done('Iris', '/disputes', aConcern({ concern: SENTENCE }));
    reference = raised.reference;
  });
  afterAll(async () => council.end());

  const scan = (since: number): string[] => council.lines.slice(since);

  const HEADERS = [
    'correlation-id',
    'idempotency-key',
    'footprint-post',
    'footprint-acting-for',
    'footprint-position',
    'if-match',
    'if-none-match',
    'authorization',
    'user-agent',
    'referer',
    'x-forwarded-for',
    'traceparent',
    'content-type',
    'accept',
  ];
  const WORD = 'Kylie.Pl4nted.1568440';

  it('of a request that is accepted', async () => {
    const since = council.lines.length;
    await council.done('Iris', `/disputes/${reference}/notes`, { text: SENTENCE }).catch(() => undefined);
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ reasons: SENTENCE }), {
      'idempotency-key': WORD,
    });
    await council.get('Iris', `/disputes/${reference}`);
    await council.get('Beth', '/children');
    await council.get('Iris', '/children/C1');
    expect(scan(since).join('')).toMatch(/command accepted[^]*"request"/);
  });

  it('of a request that is refused', async () => {
    for (const [person, url, body] of [
      ['Iris', '/disputes', aConcern({ concern: '', theme: SENTENCE })],
      ['Iris', '/disputes', { [SENTENCE]: SENTENCE }],
      ['Iris', '/disputes', `{"concern": ${SENTENCE}`],
      ['Iris', '/disputes', aConcern({ children: ['Kylie'] })],
      ['Iris', '/disputes', aConcern({ children: [SENTENCE] })],
      ['Iris', `/disputes/${reference}/answer`, anAnswer({ reasons: SENTENCE })],
      ['Tom', `/disputes/${reference}/judge`, { verdict: SENTENCE, reason: SENTENCE }],
      ['Tom', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: SENTENCE }],
      ['Adam', '/people', { name: SENTENCE, personId: WORD }],
      ['Beth', '/children', { childId: WORD, initials: 'K.P.' }],
      ['', '/demonstration/sign-in', { name: SENTENCE }],
      ['', '/disputes', aConcern({ concern: SENTENCE })],
    ] as const) {
      const since = council.lines.length;
      await council.post(person, url, body);
      expect(scan(since).filter((line) => FORBIDDEN.test(line))).toEqual([]);
      expect(scan(since).length).toBeGreaterThan(0);
    }
  });

  it.each(HEADERS)('whatever the header %s holds', async (header) => {
    const since = council.lines.length;
    await council.post('Iris', '/disputes', aConcern({ theme: 'EDUC' }), { [header]: WORD });
    await council.get('Iris', `/disputes/${reference}`, { [header]: WORD });
    await council.get('Iris', `/disputes/${WORD}`, { [header]: SENTENCE });
    expect(scan(since).length).toBeGreaterThan(0);
    expect(scan(since).filter((line) => FORBIDDEN.test(line))).toEqual([]);
  });

  it('wherever it is asked, and whatever for', async () => {
    const word = encodeURIComponent(SENTENCE);
    for (const url of [
      `/api/v1/disputes?child=${word}`,
      `/api/v1/disputes?limit=${word}`,
      `/api/v1/disputes?${word}=${word}`,
      `/api/v1/disputes?position=${word}`,
      `/api/v1/children/${word}`,
      `/api/v1/people/${WORD}`,
      `/api/v1/${word}`,
      `/api/v1/disputes/${word}/${word}`,
      `/api/v1/%E0%A4%A${WORD}`,
      `/${word}`,
    ]) {
      const since = council.lines.length;
      await council.get('Iris', url);
      await council.app.inject({ method: 'PUT', url, payload: SENTENCE });
      expect(scan(since).filter((line) => FORBIDDEN.test(line))).toEqual([]);
    }
  });

  it.each(['unforeseen', 'unavailable'] as const)('whatever goes wrong inside: %s', async (how) => {
    const since = council.lines.length;
    failing = how;
    const answers = [
      await council.post('Iris', '/disputes', aConcern({ concern: SENTENCE })),
      await council.get('Iris', `/disputes/${reference}?child=${encodeURIComponent(SENTENCE)}`),
      await council.get('Iris', `/disputes/${reference}`),
      await council.post('Beth', '/children', { childId: WORD, initials: 'K.P.' }),
    ];
    failing = undefined;
    expect(answers.map(({ status }) => status)).toContain(how === 'unforeseen' ? 500 : 503);
    expect(scan(since).some((line) => /"level":"(error|warn)"/.test(line))).toBe(true);
    expect(scan(since).filter((line) => FORBIDDEN.test(line))).toEqual([]);
  });

  it('in any of the lines of all this', () => {
    expect(council.lines.length).toBeGreaterThan(60);
    expect(council.lines.filter((line) => FORBIDDEN.test(line))).toEqual([]);
    for (const line of council.lines) expect(JSON.parse(line)).toMatchObject({ event: expect.any(String) });
  });
});

describe('the correlation id', () => {
  const id = 'b7f6c1de-4a51-4f0e-9d37-0d9f4f6f5f11';

  it('is the same in the answer, the log lines and the events', async () => {
    const council = await Council.begin();
    const { headers, body } = await council.post<{ reference: string }>('Iris', '/disputes', aConcern(), {
      'correlation-id': id,
    });
    const [event] = await council.store.read(`dispute-${body.reference}`);
    expect(headers['correlation-id']).toBe(id);
    expect(event!.metadata.$correlationId).toBe(id);
    expect(council.lines.filter((line) => line.includes('command accepted')).at(-1)).toContain(
      `"correlationId":"${id}"`,
    );
    await council.end();
  });

  it('is made anew where what was sent could be a name', async () => {
    const council = await Council.begin();
    const { headers } = await council.get('Iris', '/disputes', { 'correlation-id': 'kylie-planted' });
    expect(headers['correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
    await council.end();
  });
});
