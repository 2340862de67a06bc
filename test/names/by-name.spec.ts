import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isCalledByName } from '../../src/access/named/by-name.js';
import { namedRule, type NamedRuleName } from '../../src/access/named/rules.js';
import type { TeamAct } from '../../src/directory/acts.js';
import { teamDecider, teamStream } from '../../src/directory/team.js';
import type { ChildDto } from '../../src/directory/children/children.dto.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { Executor } from '../../src/platform/executor.js';
import { aConcern, Council, type Written } from '../journeys/council.js';
import { routesOf } from '../support/routes.js';
import { shownBy } from './alike.js';
import { fieldsIn } from './fields-of-routes.js';
import { type Entries, settled, trials } from './table.js';

/*
 * Ids are not for people: wherever an act wants a team, a person or a post, its name works too. The id is what is stored.
 */

type Problem = { code: string; detail: string; errors?: { pointer: string; message: string }[] };

const today = '2023-04-03';
const reason = 'In words.';

/** The names that people use for records to which the table of fields gives ids, written as people do. */
const CALLED: Readonly<Record<string, string>> = {
  north: 'locality  north',
  south: 'LOCALITY SOUTH',
  past: 'a team of before',
};
const called = (id: string): string => CALLED[id] ?? ` ${id.toUpperCase()} `.trim();

/** Somebody of any name, in a post of their own; they sign in by their id. */
const join = async (council: Council, person: string, name: string, kind: string, team: string | null = null) => {
  await council.done('Adam', '/people', { personId: person, name });
  const title = kind === 'iro' ? 'Reviewing officer' : `Second ${kind}`;
  await council.done('Adam', '/posts', { postId: `${person}-post`, kind, title, team });
  await council.doneByTwo('Adam', `/posts/${person}-post/take`, { person, from: today });
};

/** Nobody gives a team the name of another any more; a log may have such a team all the same. */
const secondOfItsName = async (council: Council): Promise<void> => {
  const named = { teamId: 'south-2', code: 'S2', name: 'Locality South', alsoWrittenAs: [], service: 'Homes' };
  const act: TeamAct = { type: 'register', ...named, from: null, to: null, succeeds: [] };
  const envelope = { commandId: 'south-2', actor: { person: 'test', post: null, role: null } };
  const occurredAt = council.clock.now();
  await council.app.get(Executor).execute(teamStream('south-2'), teamDecider, act, null, { ...envelope, occurredAt });
  await council.caughtUp();
};

const messageOf = ({ body }: { body: Problem }): string | undefined => body.errors?.[0]?.message;

describe('a person or a team in a body', () => {
  let council: Council;
  let table: Entries;
  let byName: readonly string[];
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
    table = trials(await settled(council));
    byName = routesOf(council.app)
      .flatMap(fieldsIn)
      .flatMap(({ route, path, shape: { rule: name } }) => {
        const rule = name === undefined ? undefined : namedRule(name as NamedRuleName);
        const isLookedUp = rule !== undefined && 'names' in rule && !('because' in rule) && isCalledByName(rule.names);
        return isLookedUp ? [`${route.operation} ${path}`] : [];
      });
  });
  afterAll(() => council.end());

  it('may be named by its name in every field that wants one, and the id is what is stored', async () => {
    expect(byName.length).toBeGreaterThan(20);
    for (const [field, { person, url, body, fits }] of table.filter(([each]) => byName.includes(each))) {
      const before = await council.events();
      const answer = await council.post<Problem>(person, url, body(called(fits)));
      await council.caughtUp();
      expect([field, answer.status === 400 ? answer.body : undefined]).toEqual([field, undefined]);
      const written = (await council.store.readAll(undefined, { limit: 100_000 })).slice(before);
      expect([field, JSON.stringify(written).includes(called(fits))]).toEqual([field, false]);
    }
  });

  it('is answered alike by a name that does not fit and one that nobody bears', async () => {
    for (const [field, { person, url, body, unfit = [], absent }] of table.filter(([each]) => byName.includes(each))) {
      const expected = await council.post<Problem>(person, url, body(absent));
      for (const name of unfit.map(called)) {
        const answer = await council.post<Problem>(person, url, body(name));
        expect([field, name, shownBy(answer)]).toEqual([field, name, shownBy(expected)]);
      }
    }
  });
});

describe('a name that several bear', () => {
  let council: Council;
  let reference: string;
  const handOver = (toIro: string, headers = {}) =>
    council.post<Problem & Written>('Mona', `/disputes/${reference}/hand-over`, { toIro, reason }, headers);

  beforeAll(async () => {
    council = await Council.begin();
    await join(council, 'ivan-2', 'ivan', 'iro');
    await join(council, 'sven-2', 'Sven', 'team-manager', 'south');
    await secondOfItsName(council);
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  it('is refused with the choices, told apart by post and team, and not with those who do not fit', async () => {
    const refused = await handOver('Ivan');
    expect(refused.status).toBe(400);
    expect(messageOf(refused)).toBe(
      'is a name that several bear: give the id of one, ivan (iro) or ivan-2 (Reviewing officer)',
    );
    const of = {
      kind: 'challenge',
      name: 'Challenge',
      heldOn: '2023-04-12',
      startsAt: '14:00',
      posts: ['iro-manager'],
    };
    const arranged = await council.post<Problem>('Mona', '/challenge/meetings', { ...of, people: ['SVEN'] });
    expect(messageOf(arranged)).toContain(
      'sven (service-manager, Localities) or sven-2 (Second team-manager, Locality South)',
    );
    const redirected = await council.post<Problem>('Iris', `/disputes/${reference}/redirect`, {
      toTeam: 'Locality South',
      reason,
    });
    expect(messageOf(redirected)).toContain('south (Locality South, Localities) or south-2 (Locality South, Homes)');
  });

  it('is one where one alone may be named', async () => {
    await council.done('Mona', '/covers', { iro: 'ivan-2', by: 'Iris', from: today, to: today });
    const concern = { theme: 'EDUC' };
    const headers = { 'footprint-acting-for': 'IVAN' };
    await council.done('Mona', '/children/C2/allocate', { iro: 'ivan-2', from: today });
    const raised = await council.done('Iris', '/disputes', aConcern({ children: ['C2'], ...concern }), headers);
    const { body } = await council.get<DisputeDto>('Mona', `/disputes/${raised.reference}`);
    expect(body.raisedBy).toMatchObject({ id: 'ivan-2' });
  });

  it('offers none to those who may name none of them', async () => {
    const raise = (iro: string) => council.post<Problem>('Iris', '/disputes', aConcern({ theme: 'VOICE', iro }));
    const [hidden, absent] = [await raise('ivan'), await raise('nobody')];
    expect(shownBy(hidden)).toEqual(shownBy(absent));
    expect(hidden.text).not.toContain('ivan-2');
  });

  it('names nobody who has left, but says whom the id would name', async () => {
    await council.done('Adam', '/people', { personId: 'lena', name: 'Lena Stone' });
    const read = { readers: ['lena stone'], answeredBy: 'tess', reason };
    const answer = await council.post<Problem>('Iris', `/disputes/${reference}/restrict`, read);
    expect(messageOf(answer)).toContain('none that is in office then');
    expect(messageOf(answer)).toContain('lena (no post today)');
  });

  it('names one once, by id and by name', async () => {
    const read = { readers: ['tess', 'TESS'], reason };
    const answer = await council.post<Problem>('Iris', `/disputes/${reference}/restrict`, read);
    expect(answer.body.errors).toEqual([{ pointer: '/readers', message: 'must not name the same one twice' }]);
  });

  it('means whom it meant, when the command is sent again', async () => {
    const once = { 'idempotency-key': 'hand-over-once' };
    await council.appoint('Nora', ['iro', null, null]);
    expect((await handOver('NORA', once)).status).toBe(200);
    await join(council, 'nora-2', 'Nora', 'iro');
    expect(await handOver('NORA', once)).toMatchObject({ status: 200, body: { repeated: true } });
    await council.done('Adam', '/posts/nora-post/leave', { person: 'nora', on: '2023-04-02' });
    expect(await handOver('NORA', once)).toMatchObject({ status: 200, body: { repeated: true } });
  });
});

describe('a team, a person or a post in an address, and in a header', () => {
  let council: Council;
  const act = <Body = Written>(address: string, body: object, headers = {}) =>
    council.post<Body>('Adam', encodeURI(address), body, headers);

  beforeAll(async () => {
    council = await Council.begin();
    await council.done('Adam', '/posts', { postId: 'sw-north', kind: 'social-worker', title: 'Worker', team: 'north' });
    await council.done('Adam', '/posts', { postId: 'sw-south', kind: 'social-worker', title: 'Worker', team: 'south' });
    await council.done('Adam', '/people', { personId: 'wilma', name: 'Wilma' });
    await council.done('Adam', '/people', { personId: 'wilma-2', name: 'Wilma' });
  });
  afterAll(() => council.end());

  it('may be named by its name', async () => {
    const taken = await act('/posts/worker, locality north/take', { person: 'wilma', from: today });
    expect(taken.status).toBe(202);
    const renamed = await act('/teams/locality south/rename', { name: 'Locality Far South', from: today });
    expect(renamed).toMatchObject({ status: 200, body: { reference: 'south' } });
    const completed = await act('/people/IRIS/complete', { name: 'Iris', email: 'iris@council.example' });
    expect(completed).toMatchObject({ status: 200, body: { reference: 'iris' } });
  });

  it('is refused with the choices where several bear it, and as before where none does', async () => {
    const several = await act<Problem>('/posts/Worker/take', { person: 'wilma', from: today });
    expect(several).toMatchObject({ status: 400, body: { code: 'several-of-this-name' } });
    expect(several.body.detail).toContain('sw-north (Worker, Locality North) or sw-south (Worker, Locality Far South)');
    const people = await act<Problem>('/people/Wilma/complete', { name: 'Wilma' });
    expect(people.body.detail).toContain('wilma (no post today) or wilma-2 (no post today)');
    expect((await act('/posts/No such post/take', { person: 'wilma', from: today })).status).toBe(404);
  });

  it('may be one’s own post by its title', async () => {
    await join(council, 'sam', 'Sam', 'social-worker', 'south');
    const header = { 'footprint-post': 'SECOND social worker' };
    expect((await council.get('sam', '/work', header)).status).toBe(200);
    expect((await council.get('sam', '/work', { 'footprint-post': 'Worker' })).status).toBe(403);
  });

  it('may be the IRO for whom business support enters something, by name', async () => {
    const headers = { 'footprint-acting-for': 'IVAN' };
    const raised = await council.done('Beth', '/disputes', aConcern({ children: ['C3'] }), headers);
    expect((await council.get<DisputeDto>('Mona', `/disputes/${raised.reference}`)).body.raisedBy?.id).toBe('ivan');
    expect((await council.post('Beth', '/disputes', aConcern(), { 'footprint-acting-for': 'Tom' })).status).toBe(403);
  });

  it('is what a child is allocated to', async () => {
    await council.done('Mona', '/children/C4/allocate', { team: 'Locality Far-South', iro: 'IVAN', from: today });
    expect((await council.get<ChildDto>('Mona', '/children/C4')).body).toMatchObject({ team: 'south', iro: 'ivan' });
  });
});
