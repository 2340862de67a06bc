import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { namedInPath } from '../../src/access/named/addresses.js';
import type { KindOfThing } from '../../src/access/named/things.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import { READ_MODELS } from '../../src/platform/store-tokens.js';
import { EXAMPLES_OF_ACTS } from '../support/examples-of-acts.js';
import { type Route, routesOf } from '../support/routes.js';
import { aConcern, anAnswer, type Answer, Council } from '../journeys/council.js';
import { shownBy } from './alike.js';
import { settled, type World } from './table.js';

type Problem = { code: string; detail: string };

/** References and ids that nothing has. */
const ABSENT: Readonly<Partial<Record<KindOfThing, string>>> = {
  dispute: 'DRP-0000-0000',
  acknowledgement: 'PA-0000-0000',
  check: 'RVW-0000-0000',
  recommendations: 'REC-0000-0000',
  meeting: 'CM-0000-0000',
  series: 'MS-0000-0000',
  child: 'C0',
};

/** A person who may not read a record may ask for these: the form of what they send is looked at first, of a record that does not exist too. */
const ASKED_BY_THE_HIDDEN = ['/take-emergency-access', '/ask-to-read', '/hand-over'];

/**
 * People who may not read it. Agnes, Anton and Dora decide at stages that none of these disputes has come to. Of acknowledgements Anton and Dora
 * see that they are there.
 */
const OUTSIDERS: Readonly<Partial<Record<KindOfThing, readonly string[]>>> = {
  dispute: ['Anton', 'Agnes', 'Dora', 'Chris', 'Ivan', 'Tess', 'Adam', 'Walter'],
  acknowledgement: ['Agnes', 'Ivan', 'Tess', 'Adam'],
  check: ['Anton', 'Ivan', 'Tom', 'Adam', 'Percy'],
  recommendations: ['Anton', 'Ivan', 'Tess', 'Adam', 'Percy'],
  meeting: ['Anton', 'Walter', 'Adam', 'Percy'],
  series: ['Walter', 'Adam', 'Percy'],
  child: ['Walter', 'Anton', 'Tess', 'Adam', 'Percy', 'Ivan'],
};

/**
 * The content that may come with an act: nothing, conditions that hold and that do not, a body that is none of its. Each person tries two
 * of them on each route.
 */
const WAYS: readonly (readonly [body: object, headers: Record<string, string>])[] = [
  [{}, {}],
  [{}, { 'if-match': '*' }],
  [{}, { 'if-match': '"99"' }],
  [{}, { 'if-match': 'no tag' }],
  [{ nobody: 'knows this field' }, { 'if-match': '"0"', 'idempotency-key': 'two words' }],
];

describe('an act on what its sender may not read', () => {
  let council: Council;
  let world: World;
  let acts: Route[];
  let there: Readonly<Partial<Record<KindOfThing, string>>>;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
    world = await settled(council);
    const series = await council.done('Mona', '/challenge/series', {
      ...{ kind: 'pre-challenge', name: 'Tracking', startsAt: '14:00', stages: ['3'], posts: ['iro-manager'] },
      ...{ recurrence: { week: 'second', weekday: 'wednesday' }, from: '2023-04-03' },
    });
    there = {
      ...{
        dispute: world.own,
        acknowledgement: world.acknowledged,
        check: world.check,
        recommendations: world.reviewed,
      },
      ...{ meeting: world.meeting, series: series.reference, child: 'C1' },
    };
    acts = routesOf(council.app).filter(
      ({ method, path }) => method === 'POST' && path.startsWith('/api/') && namedInPath(path)?.isPrivate,
    );
  });
  afterAll(() => council.end());

  const at = ({ path }: Route, id: string): string => path.replace('/api/v1', '').replace(/:[a-z]+/, id);
  const send = (person: string, route: Route, id: string, body: object, headers: Record<string, string>) =>
    council.post<Problem>(person, at(route, id), body, headers);

  it('is answered as if there were none, whatever comes with it', async () => {
    const before = await council.events();
    expect(acts.length).toBeGreaterThan(60);
    for (const [nth, route] of acts.entries()) {
      const { kind } = namedInPath(route.path)!;
      for (const [other, person] of OUTSIDERS[kind]!.entries())
        for (const [body, headers] of [WAYS[(nth + other) % WAYS.length]!, WAYS[(nth + other + 2) % WAYS.length]!]) {
          const absent = await send(person, route, ABSENT[kind]!, body, headers);
          const hidden = await send(person, route, there[kind]!, body, headers);
          const about = [route.path, person, headers];
          expect([...about, shownBy(hidden)]).toEqual([...about, shownBy(absent)]);
          if (ASKED_BY_THE_HIDDEN.some((act) => route.path.endsWith(act)) && hidden.status === 400) continue;
          expect([...about, hidden.status, hidden.body.code]).toEqual([...about, 404, 'not-found']);
        }
    }
    expect(await council.events()).toBe(before);
  });

  it.each(['Anton', 'Agnes', 'Dora'])('is answered so to %s also where the body is right', async (person) => {
    for (const [act, { sent }] of EXAMPLES_OF_ACTS) {
      if (sent === null || act === 'raise-formal' || act === 'raise-informal') continue;
      // Anton and Dora see where every dispute stands, and Agnes does not.
      if (act === 'ask-to-read' && person !== 'Agnes') continue;
      for (const headers of [{}, { 'if-match': '"1"' }] as Record<string, string>[]) {
        const url = `/disputes/${world.own}/${act}`;
        const { status, body } = await council.post<Problem>(person, url, sent.body, headers);
        expect([act, headers, status, body.code]).toEqual([act, headers, 404, 'not-found']);
      }
    }
  });

  it('is refused as somebody else’s to those who may read it', async () => {
    const inspector = await council.post<Problem>('Ines', `/disputes/${world.own}/answer`, anAnswer());
    expect(inspector).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    const manager = await council.post<Problem>('Tom', '/children/C1/allocate', { team: 'south' });
    expect(manager).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    const sits = await council.post<Problem>('Sven', `/challenge/meetings/${world.meeting}/cancel`, { reason: 'x' });
    expect(sits).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    const agreed = await council.post<Problem>('Ines', `/recommendations/${world.reviewed}/agree`, {});
    expect(agreed).toMatchObject({ status: 403, body: { code: 'not-yours' } });
  });

  it('takes the same work as on a record that does not exist: as many looks at the log and at the read models', async () => {
    const readModels = council.app.get<ReadModels>(READ_MODELS);
    const looksOnce = async (ask: () => Promise<Answer<unknown>>): Promise<number[]> => {
      const spies = [jest.spyOn(council.store, 'read'), jest.spyOn(readModels, 'get'), jest.spyOn(readModels, 'all')];
      expect((await ask()).status).toBe(404);
      const counts = spies.map(({ mock }) => mock.calls.length);
      for (const spy of spies) spy.mockRestore();
      return counts;
    };
    /** The fewest of several times: what the program does by itself looks at the read models, too, and may fall into one of them. */
    const looks = async (ask: () => Promise<Answer<unknown>>): Promise<number[]> => {
      const times: number[][] = [];
      for (let time = 0; time < 5; time++) times.push(await looksOnce(ask));
      return times[0]!.map((_, which) => Math.min(...times.map((counts) => counts[which]!)));
    };
    const kinds = Object.keys(there) as KindOfThing[];
    const reads = { dispute: 'disputes', acknowledgement: 'acknowledgements', check: 'reviews', child: 'children' };
    for (const kind of kinds.filter((each) => each !== 'series')) {
      const [person] = OUTSIDERS[kind]!;
      const route = acts.find(({ path }) => namedInPath(path)!.kind === kind)!;
      const acting = (id: string) => looks(() => send(person!, route, id, {}, {}));
      expect([kind, await acting(there[kind]!)]).toEqual([kind, await acting(ABSENT[kind]!)]);
      if (!(kind in reads)) continue;
      const reading = (id: string) => looks(() => council.get(person!, `/${reads[kind as keyof typeof reads]}/${id}`));
      expect([kind, await reading(there[kind]!)]).toEqual([kind, await reading(ABSENT[kind]!)]);
    }
  });
});

describe('a command that somebody else has sent', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
    await council.done('Mona', '/covers', { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-03' });
  });
  afterAll(() => council.end());

  const day = '2023-04-03';
  const inPlaceOf = { 'footprint-acting-for': 'iris' };
  const spoke = { spokeTo: 'Tom', spokeOn: day, result: 'He will look into it.' };
  const meeting = {
    kind: 'challenge',
    name: 'Meeting',
    heldOn: '2023-04-12',
    startsAt: '14:00',
    posts: ['iro-manager'],
  };
  const recurrence = { week: 'second', weekday: 'wednesday' };

  it.each<[string, string, string, Record<string, string>, object]>([
    ['/disputes', 'Iris', 'Mona', {}, aConcern()],
    ['/disputes', 'Iris', 'Ivan', inPlaceOf, aConcern({ theme: 'EDUC' })],
    ['/disputes', 'Iris', 'Beth', inPlaceOf, aConcern({ theme: 'HEALTH' })],
    ['/conversations', 'Iris', 'Mona', {}, { ...spoke, children: ['C1'] }],
    ['/reviews', 'Iris', 'Mona', {}, { kind: 'midway', child: 'C1', heldOn: day }],
    ['/recommendations', 'Iris', 'Mona', {}, { child: 'C1', reviewedOn: day, recommendations: [{ what: 'Begin.' }] }],
    [
      '/acknowledgements',
      'Iris',
      'Mona',
      {},
      { children: ['C1'], people: [{ person: 'walter' }], theme: 'PA-DIRECT', whatTheyDid: 'x' },
    ],
    ['/challenge/meetings', 'Mona', 'Quentin', {}, meeting],
    ['/challenge/series', 'Mona', 'Quentin', {}, { ...meeting, heldOn: undefined, recurrence, from: day }],
    ['/children', 'Mona', 'Beth', {}, { childId: 'C8', initials: 'C8', population: 'looked-after' }],
  ])('is not theirs to have answered: %s of %s, sent by %s', async (url, first, second, headers, body) => {
    const key = { 'idempotency-key': `${url}-${second}` };
    const done = await council.post<{ reference: string; repeated: boolean }>(first, url, body, key);
    expect(done.status).toBe(201);
    await council.caughtUp();
    const before = await council.events();
    const other = await council.post<Problem>(second, url, body, { ...key, ...headers });
    expect(other).toMatchObject({ status: 409, body: { code: 'command-id-used-before' } });
    expect(other.text).not.toContain(done.body.reference);
    const again = await council.post(first, url, body, key);
    expect(again).toMatchObject({ status: 201, body: { reference: done.body.reference, repeated: true } });
    expect(await council.events()).toBe(before);
  });

  it('is answered again to the person who sent it, though what it names has changed since', async () => {
    const { reference } = await council.done('Iris', '/conversations', { ...spoke, children: ['C2'] });
    const raise = aConcern({ children: ['C2'], conversation: reference.toLowerCase(), theme: 'PLAN' });
    const key = { 'idempotency-key': 'raise-from-conversation' };
    expect((await council.post('Iris', '/disputes', raise, key)).status).toBe(201);
    await council.caughtUp();
    const again = await council.post('Iris', '/disputes', raise, key);
    expect(again).toMatchObject({ status: 201, body: { reference, repeated: true } });
    await council.done('Mona', '/children/C2/allocate', { iro: 'ivan', from: day });
    expect(await council.post('Iris', '/disputes', raise, key)).toMatchObject({
      status: 201,
      body: { repeated: true },
    });
  });

  it('lets no other name through under its id', async () => {
    const hidden = await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'VISIT' }), {
      'idempotency-key': 'used-for-raising',
    });
    const links = [
      { kind: 'same-matter', to: reference },
      { kind: 'same-matter', to: hidden.reference },
    ];
    const answer = await council.post('Iris', '/disputes', aConcern({ theme: 'VOICE', links }), {
      'idempotency-key': 'another-one',
    });
    expect(answer.status).toBe(400);
    const same = await council.post('Iris', '/disputes', aConcern({ theme: 'VOICE', links }), {
      'idempotency-key': 'used-for-raising',
    });
    expect(same.status).toBe(409);
  });
});
