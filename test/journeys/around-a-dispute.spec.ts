import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import { THE_OPERATOR } from '../../src/access/asker.js';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { ExportRegister } from '../../src/register/export/export.query.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';
import { Follower } from '../../src/following/follower.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, anAnswer, Council, PEOPLE, type Written } from './council.js';

/*
 * Events around a dispute while it is open (domain brief 4.6), row by row.
 */

type Problem = { code: string; detail: string };
type Views = { items: { by: { person: { id: string }; actingFor: { id: string } | null }; what: string }[] };

describe('An IRO who is away', () => {
  let council: Council;
  let reference: string;
  const forIris = { 'footprint-acting-for': 'iris' };
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  const actFor = (person: string, headers: Record<string, string> = forIris) =>
    council.post<Problem>(person, `/disputes/${reference}/add-note`, { text: 'I looked at it.' }, headers);

  it('is not acted for without an arrangement, and nobody arranges it alone', async () => {
    expect(await actFor('Ivan')).toMatchObject({ status: 403, body: { code: 'not-acting-for' } });
    const cover = { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-06' };
    for (const person of ['Ivan', 'Tom', 'Beth'])
      expect((await council.post(person, '/covers', cover)).status).toBe(403);
    const manager = await council.post<Problem>('Mona', '/covers', { ...cover, by: 'tom' });
    expect(manager.status).toBe(400);
  });

  it('is acted for by the one who covers and nobody else, who says so, and it is recorded', async () => {
    await council.done('Mona', '/covers', { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-06' });
    expect((await actFor('Ivan')).status).toBe(200);
    expect(await actFor('Carol')).toMatchObject({ status: 403, body: { code: 'not-acting-for' } });
    await council.caughtUp();
    const { body } = await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`);
    expect(body.entries.at(-1)!.by).toMatchObject({ person: { id: 'ivan' }, actingFor: { id: 'iris' } });
  });

  it('is acted for from the page of what the one who covers reads', async () => {
    const pageAt = async (url: string): Promise<string> =>
      (await council.app.inject({ url, headers: { cookie: cookieOf('ivan'), accept: 'text/html' } })).body;
    const read = await pageAt(`/disputes/${reference}`);
    const [, address] =
      /You stand in for Iris today\. <a class="govuk-link" href="(\?for=[\w-]+)">Act in their place/.exec(read)!;
    expect(read).not.toContain(`/disputes/${reference}/add-note`);
    const inHerPlace = await pageAt(`/disputes/${reference}${address}`);
    expect(inHerPlace).toContain(`/disputes/${reference}/add-note${address}`);
    expect(inHerPlace).not.toContain('You stand in for Iris today');
  });

  it('is read for by the one who covers without a word, who is told how to act on what they read', async () => {
    const { body } = await council.get<DisputeDto>('Ivan', `/disputes/${reference}`);
    expect(body).toMatchObject({ reference, heldBy: { id: 'iris' } });
    const listed = await council.get<DisputesPageDto>('Ivan', '/disputes');
    expect(listed.body.items.map((each) => each.reference)).toContain(reference);
    expect((await council.get('Ivan', '/children/C1/history')).status).toBe(200);
    const unsaid = await actFor('Ivan', {});
    expect(unsaid).toMatchObject({ status: 403, body: { code: 'say-for-whom' } });
    expect(unsaid.body.detail).toContain('Footprint-Acting-For: iris');
    const raising = await council.post<Problem>('Ivan', '/disputes', aConcern({ children: ['C2'], theme: 'HEALTH' }));
    expect(raising).toMatchObject({ status: 403, body: { code: 'say-for-whom' } });
    expect((await council.get('Carol', `/disputes/${reference}`)).status).toBe(404);
  });

  it('has their work done for them, marked with whose it is', async () => {
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    const { body } = await council.get<MyWorkDto>('Ivan', '/work');
    expect(body.items).toContainEqual(
      expect.objectContaining({ what: 'judge', reference, actingFor: { id: 'iris', name: expect.any(String) } }),
    );
    const own = await council.get<MyWorkDto>('Iris', '/work');
    expect(own.body.items).toContainEqual(expect.objectContaining({ what: 'judge', reference, actingFor: null }));
  });

  it('stays the one who holds what is raised for them meanwhile', async () => {
    const raised = await council.done('Ivan', '/disputes', aConcern({ children: ['C2'], theme: 'HEALTH' }), forIris);
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${raised.reference}`);
    expect(body).toMatchObject({ heldBy: { id: 'iris' } });
    const covers = await council.get('Tom', '/covers');
    expect(covers.body).toEqual({ items: [{ iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-06' }] });
  });

  it('is not acted for after the last day, nor once the cover was ended', async () => {
    council.at('2023-04-07T09:00:00.000Z');
    expect((await council.get('Ivan', `/disputes/${reference}`)).status).toBe(404);
    expect(await actFor('Ivan')).toMatchObject({ status: 403, body: { code: 'not-acting-for' } });
    await council.done('Mona', '/covers', { iro: 'iris', by: 'ivan', from: '2023-04-07', to: '2023-04-28' });
    expect((await actFor('Ivan')).status).toBe(200);
    await council.done('Mona', '/covers/iris/end', { on: '2023-04-11' });
    council.at('2023-04-12T09:00:00.000Z');
    expect(await actFor('Ivan')).toMatchObject({ status: 403, body: { code: 'not-acting-for' } });
  });
});

describe('A child allocated anew', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { besides: { children: [['C5', 'north', 'iris', 'looked-after']] } });
  });
  afterAll(() => council.end());

  const read = async (reference: string) => (await council.get<DisputeDto>('Mona', `/disputes/${reference}`)).body;
  const follow = async () => {
    await council.app.get(Follower).run();
    await council.caughtUp();
  };

  it('takes its open disputes along to the new IRO and team, on the day; who raised them, and the count, stay', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const siblings = await council.done('Iris', '/disputes', aConcern({ children: ['C1', 'C2'], theme: 'HEALTH' }));
    await council.done('Mona', '/children/C1/allocate', { team: 'south', iro: 'ivan', from: '2023-04-05' });
    await follow();
    expect(await read(reference)).toMatchObject({
      heldBy: { id: 'iris' },
      rounds: [{ addressedTeam: { id: 'north' } }],
    });

    council.at('2023-04-05T09:00:00.000Z');
    await follow();
    await follow();
    const moved = await read(reference);
    expect(moved).toMatchObject({
      heldBy: { id: 'ivan' },
      raisedBy: { id: 'iris' },
      team: { id: 'north' },
      rounds: [{ addressedTeam: { id: 'south' }, deadline: { overdue: false } }],
    });
    expect(await read(siblings.reference)).toMatchObject({
      heldBy: { id: 'iris' },
      rounds: [{ addressedTeam: { id: 'north' } }],
    });
    const { body } = await council.get<HistoryDto>('Mona', `/disputes/${reference}/events`);
    expect(body.entries.slice(-2).map(({ what, by }) => [what, by.person.id])).toEqual([
      ['DisputeHandedOver', 'program'],
      ['DisputeRedirected', 'program'],
    ]);
    const list = await council.get<DisputesPageDto>('Tess', '/disputes');
    expect(list.body.items).toMatchObject([{ reference, team: { id: 'north' }, addressedTeam: { id: 'south' } }]);
    const counted = await council.get<{ rows: { count: number }[] }>('Mona', '/themes?year=2023-24&by=team');
    expect(JSON.stringify(counted.body.rows.filter(({ count }) => count > 0))).not.toContain('south');
    expect((await council.post('Tess', `/disputes/${reference}/answer`, anAnswer())).status).toBe(200);
  });

  it('takes along what was only spoken of, whether it changes hands today or on a later day', async () => {
    const spoke = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He will look into it.' };
    const about = async (child: string) =>
      (await council.done('Iris', '/conversations', { ...spoke, children: [child] })).reference;
    const [atOnce, later, ofBoth] = [await about('C2'), await about('C5'), await about('C2')];
    await council.done('Mona', '/children/C2/allocate', { iro: 'ivan', from: '2023-04-05' });
    expect([await read(atOnce), await read(ofBoth)]).toMatchObject(Array(2).fill({ heldBy: { id: 'ivan' } }));
    await council.done('Mona', '/children/C5/allocate', { iro: 'ivan', from: '2023-04-06' });
    expect(await read(later)).toMatchObject({ heldBy: { id: 'iris' } });
    council.at('2023-04-06T09:00:00.000Z');
    await follow();
    expect(await read(later)).toMatchObject({ heldBy: { id: 'ivan' } });
    const withdrawn = await council.post('Ivan', `/disputes/${atOnce}/withdraw`, { reason: 'It was recorded twice.' });
    expect(withdrawn.status).toBe(200);
  });

  it('is not taken from the IRO to whom it was handed since', async () => {
    const { reference } = await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    await council.done('Mona', '/children/C3/allocate', { team: 'south', iro: 'iris', from: '2023-04-05' });
    await follow();
    expect(await read(reference)).toMatchObject({ heldBy: { id: 'iris' } });
    await council.done('Mona', `/disputes/${reference}/hand-over`, { toIro: 'ivan', reason: 'He knows the case.' });
    await follow();
    expect(await read(reference)).toMatchObject({ heldBy: { id: 'ivan' } });
  });
});

describe('A child who leaves care, turns 18, or dies', () => {
  let council: Council;
  let reference: string;
  type ToBeDecided = { items: { reference: string; because: string; on: string }[] };
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  const toBeDecided = async (person: string) =>
    (await council.get<ToBeDecided>(person, '/disputes/to-be-decided')).body.items;

  it('leaves what is open to be decided by somebody, and nothing closes', async () => {
    expect(await toBeDecided('Iris')).toEqual([]);
    await council.done('Mona', '/children/C1/leave-care', { on: '2023-04-03', because: 'returned-home' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    for (const person of ['Iris', 'Mona', 'Tom', 'Beth'])
      expect(await toBeDecided(person)).toMatchObject([{ reference, because: 'left-care', on: '2023-04-03' }]);
    expect(await toBeDecided('Ivan')).toEqual([]);
    expect((await council.get('Iris', `/disputes/${reference}`)).body).toMatchObject({ status: 'open' });
  });

  it('is decided by going on as a matter of leaving care, or by ending', async () => {
    const path = `/disputes/${reference}/continue-after-care`;
    expect((await council.post('Tom', path, { reason: 'It is ours.' })).status).toBe(403);
    await council.done('Iris', path, { reason: 'The plan is still needed.' });
    expect(await toBeDecided('Iris')).toEqual([]);
    expect((await council.get('Iris', `/disputes/${reference}`)).body).toMatchObject({ status: 'open' });
    await council.done('Iris', `/disputes/${reference}/end-otherwise`, {
      outcome: 'ENDED-CARE',
      reason: 'She is at home and well.',
      impact: ['no-change-yet'],
    });
    expect((await council.get('Iris', `/disputes/${reference}`)).body).toMatchObject({ status: 'ended' });
  });

  it('needs no event to turn 18', async () => {
    const raised = await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    expect(await toBeDecided('Ivan')).toEqual([]);
    council.at('2033-05-05T09:00:00.000Z');
    expect(await toBeDecided('Ivan')).toMatchObject([
      { reference: raised.reference, because: 'turned-18', on: '2033-05-05' },
    ]);
    council.at('2023-04-04T09:00:00.000Z');
  });

  it('is decided about no more once the child is back in care, and anew when the child leaves again', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ children: ['C2'], theme: 'HEALTH' }));
    const leave = (on: string) => council.done('Beth', '/children/C2/leave-care', { on, because: 'returned-home' });
    await leave('2023-04-03');
    expect(await toBeDecided('Iris')).toMatchObject([{ reference, because: 'left-care' }]);
    await council.done('Beth', '/children/C2/come-back-into-care', { on: '2023-04-04' });
    expect(await toBeDecided('Iris')).toEqual([]);
    expect((await council.get('Iris', `/disputes/${reference}`)).body).toMatchObject({ status: 'open' });
    await leave('2023-04-04');
    await council.done('Iris', `/disputes/${reference}/continue-after-care`, { reason: 'The plan is still needed.' });
    expect(await toBeDecided('Iris')).toEqual([]);
    await council.done('Beth', '/children/C2/come-back-into-care', { on: '2023-04-04' });
    council.at('2023-05-02T09:00:00.000Z');
    await leave('2023-05-02');
    expect(await toBeDecided('Iris')).toMatchObject([{ reference, because: 'left-care', on: '2023-05-02' }]);
    await council.done('Beth', '/children/C2/come-back-into-care', { on: '2023-05-02' });
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'It was put right.' });
    council.at('2023-04-04T09:00:00.000Z');
  });

  it('freezes and restricts what there is about a child who has died', async () => {
    const open = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'] }))).reference;
    await council.done('Beth', '/children/C2/record-death', { on: '2023-04-03' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    for (const [person, status] of [
      ['Iris', 200],
      ['Mona', 200],
      ['Tom', 404],
      ['Quentin', 404],
      ['Ines', 404],
    ] as const)
      expect((await council.get(person, `/disputes/${open}`)).status).toBe(status);
    const { body } = await council.get<HistoryDto>('Mona', `/disputes/${open}/events`);
    expect(body.entries.slice(-2).map(({ what }) => what)).toEqual(['DisputeFrozen', 'ClockPaused']);
    expect((await council.get('Iris', `/disputes/${open}`)).body).toMatchObject({ status: 'open' });
    expect(await toBeDecided('Mona')).toMatchObject([{ reference: open, because: 'died', on: '2023-04-03' }]);

    await council.done('Mona', `/disputes/${open}/lift-restriction`, { reason: 'For the review of what happened.' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    expect((await council.get('Tom', `/disputes/${open}`)).status).toBe(200);
  });
});

describe('A record made restricted', () => {
  let council: Council;
  let reference: string;
  let beside: string;
  const restriction = { readers: ['tom', 'quentin'], reason: 'The child is to be adopted by a colleague.' };
  const sentOnce = { 'idempotency-key': 'restrict-once' };
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    // The same child and theme again: its advice, and a link, name the one that is about to be restricted.
    beside = (await council.done('Iris', '/disputes', aConcern({ children: ['C1'] }))).reference;
    await council.done('Iris', `/disputes/${beside}/link`, { kind: 're-raises', to: reference });
    await council.done('Mona', `/disputes/${reference}/restrict`, restriction, sentOnce);
  });
  afterAll(() => council.end());

  const readers = ['Iris', 'Tom', 'Quentin'];

  // Percy is shown rows without a child and without a word, of every dispute.
  const everybody = Object.keys(PEOPLE).filter((person) => person !== 'Percy');

  it.each(everybody)('answers 200 to %s only if they hold it or are named, and else 404', async (person) => {
    const named = readers.includes(person);
    for (const path of [`/disputes/${beside}`, `/disputes/${beside}/events`]) {
      const { text } = await council.get(person, path);
      if (!named) expect(text).not.toContain(reference);
    }
    const paths = [`/disputes/${reference}`, `/disputes/${reference}/events`];
    for (const path of paths) expect((await council.get(person, path)).status).toBe(named ? 200 : 404);
    expect((await council.get(person, `/disputes/${reference}/views`)).status).toBe(
      named ? (person === 'Tom' ? 403 : 200) : 404,
    );
    for (const list of ['/disputes', '/actions', '/answers', '/themes/cases?year=2023-24', '/children/C1/history']) {
      const { text } = await council.get(person, list);
      if (!named) expect(text).not.toContain(reference);
    }
    const repeats = await council.get(person, '/reports/repeats/2023-24');
    if (repeats.status === 200 && !named) expect(repeats.text).not.toContain(beside);
    const { body } = await council.get<DisputesPageDto>(person, '/disputes');
    expect((body.items ?? []).some((each) => each.reference === reference)).toBe(named);
  });

  it('names what else is open about the child to those who may know of it', async () => {
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${beside}`);
    expect(body.links).toEqual([{ kind: 're-raises', to: reference }]);
    expect(JSON.stringify(body.raisedWith!.advice)).toContain(reference);
  });

  it('tells the person who leaves themselves out that they do, and again where they send it again', async () => {
    const again = await council.post<Written>('Mona', `/disputes/${reference}/restrict`, restriction, sentOnce);
    expect(again).toMatchObject({ status: 200, body: { repeated: true } });
    expect(again.body.advice).toMatchObject([{ code: 'left-yourself-out' }]);
    expect(again.body.advice[0]!.message).toContain('read by the IRO who holds it and 2 people on the list.');
  });

  it('answers 404 to an act of anybody else, as of a record that does not exist', async () => {
    const acts = [
      ['Mona', 'lift-restriction', { reason: 'I want to see it.' }],
      ['Beth', 'chase', { how: 'By telephone.' }],
      ['Mona', 'hand-over', { toIro: 'ivan', reason: 'She is away.' }],
    ] as const;
    for (const [person, act, body] of acts) {
      const answer = await council.post<Problem>(person, `/disputes/${reference}/${act}`, body);
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect((await council.post('Tom', `/disputes/${reference}/add-note`, { text: 'Seen.' })).status).toBe(200);
  });

  it('is not pointed to in advice to somebody who may not see it', async () => {
    await council.done('Iris', '/disputes', aConcern({ children: ['C2'], theme: 'HEALTH' }));
    const other = await council.done('Mona', '/disputes', aConcern());
    expect(JSON.stringify(other.advice)).not.toContain(reference);
  });

  it('is in no export', async () => {
    const exported = await council.app.get(QueryBus).execute(new ExportRegister(THE_OPERATOR));
    expect(exported.notCarried).toContainEqual(
      expect.objectContaining({ what: expect.stringMatching(/^disputes restricted/), count: 1 }),
    );
    expect(exported.disputes[0]!.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(exported)).not.toContain(reference);
  });

  it('has every view of it in a log, written before it is shown', async () => {
    const before = (await council.get<Views>('Iris', `/disputes/${reference}/views`)).body.items.length;
    await council.get('Tom', `/disputes/${reference}`);
    await council.get('Tom', `/disputes/${reference}/events`);
    await council.get('Mona', `/disputes/${reference}`);
    const { body } = await council.get<Views>('Iris', `/disputes/${reference}/views`);
    expect(body.items.slice(before)).toMatchObject([
      { by: { person: { id: 'tom' }, actingFor: null }, what: 'page' },
      { by: { person: { id: 'tom' } }, what: 'history' },
    ]);
  });

  it('is seen by all again whom the access table lets in, once the restriction is lifted', async () => {
    await council.done('Iris', `/disputes/${reference}/lift-restriction`, { reason: 'The adoption did not go ahead.' });
    const { status, body } = await council.get<HistoryDto>('Mona', `/disputes/${reference}/events`);
    expect(status).toBe(200);
    expect(body.entries.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['DisputeRestricted', 'RestrictionLifted']),
    );
  });
});

describe('Teams and posts that change', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  const read = async () => (await council.get<DisputeDto>('Mona', `/disputes/${reference}`)).body;
  const round = async () => (await read()).rounds.at(-1)!;

  it('a new manager mid-stage finds the same clock', async () => {
    const before = (await round()).deadline;
    await council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-03' });
    await council.doneByTwo('Adam', '/posts/tom-post/take', { person: 'walter', from: '2023-04-05' });
    council.at('2023-04-05T09:00:00.000Z');
    expect(await round()).toMatchObject({ deadline: before });
    expect((await council.get('Tom', `/disputes/${reference}`)).status).toBe(404);
    expect((await council.get<DisputeDto>('Walter', `/disputes/${reference}`)).body.allowedActs).toContain('answer');
  });

  it('a vacant post says so, and the dispute waits for it all the same', async () => {
    council.at('2023-04-04T09:00:00.000Z');
    const posts = await council.get<{ items: { postId: string; person: string | null }[] }>('Mona', '/posts');
    expect(posts.body.items.find(({ postId }) => postId === 'tom-post')).toMatchObject({ person: null });
    expect((await read()).waitingFor).toMatchObject({ what: 'answer' });
    expect((await read()).waitingFor!.roles).toContain('team-manager');
    council.at('2023-04-05T09:00:00.000Z');
  });

  it('a team renamed is the same team, under the name of the day it was raised', async () => {
    await council.done('Adam', '/teams/north/rename', { name: 'Family Support North', from: '2023-04-05' });
    expect(await read()).toMatchObject({ team: { id: 'north', name: 'Locality North' } });
    const { body } = await council.get<{ name: string }>('Mona', '/teams/north');
    expect(body.name).toBe('Family Support North');
  });

  it('a team that one other takes over takes its open disputes there, and they count where they were raised', async () => {
    const { reference: joined } = await council.done('Adam', '/teams', {
      teamId: 'joined',
      code: 'JN',
      name: 'Locality Joined',
      from: '2023-04-07',
      succeeds: ['north', 'south'],
    });
    expect(joined).toBe('joined');
    for (const team of ['north', 'south'])
      await council.doneByTwo('Adam', `/teams/${team}/end`, { on: '2023-04-06', succeededBy: ['joined'] });
    council.at('2023-04-07T09:00:00.000Z');
    await council.app.get(Follower).run();
    await council.caughtUp();
    expect(await read()).toMatchObject({ team: { id: 'north' } });
    expect(await round()).toMatchObject({ addressedTeam: { id: 'joined' } });
  });

  it('figures of teams that split or merged are compared together, and say so', async () => {
    const note =
      'Family Support North and Locality South became Locality Joined: from year to year they are compared together, not one by one';
    const themes = await council.get<{ notes: string[] }>('Mona', '/themes?year=2023-24&by=team');
    expect(themes.body.notes).toContain(note);
    const others = await council.get<{ notes: string[] }>('Mona', '/themes?year=2023-24&by=theme');
    expect(others.body.notes).not.toContain(note);
    const report = await council.get<{ teams: object[] }>('Mona', '/reports/annual/2023-24');
    expect(report.body.teams).toEqual([
      { before: ['north', 'south'], after: ['joined'], disputes: 1, previous: 0, note },
    ]);
  });

  it('one raised about a child whose team has ended is addressed to the team that took over, from the first', async () => {
    const later = (await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }))).reference;
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${later}`);
    expect(body.team).toMatchObject({ id: 'joined' });
    expect(body.rounds.map(({ addressedTeam }) => addressedTeam?.id)).toEqual(['joined']);
  });
});

describe('A concern about another agency', () => {
  it('goes its own way by its own clock, beside the ladder', async () => {
    const council = await Council.begin();
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'AGENCY' }));
    const before = (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body;
    await council.done('Iris', `/disputes/${reference}/take-to-agency`, {
      agency: 'Health',
      sentOn: '2023-04-03',
      dueOn: '2023-04-24',
    });
    const after = (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body;
    expect(after).toMatchObject({ status: 'open', rounds: before.rounds, waitingFor: before.waitingFor });
    await council.done('Iris', `/disputes/${reference}/record-agency-reply`, {
      repliedOn: '2023-04-03',
      summary: 'They will see her on Friday.',
    });
    const themes = await council.get<{ notes: string[] }>('Mona', '/themes?year=2023-24&by=theme');
    expect(themes.body.notes).toContain('1 dispute was also taken to another agency, by that agency’s own policy');
    await council.end();
  });

  it('goes on to another agency where the first never replies, and is asked of nobody meanwhile', async () => {
    const council = await Council.begin();
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'AGENCY' }));
    const act = (name: string, body: object) =>
      council.post<{ code: string }>('Iris', `/disputes/${reference}/${name}`, body);
    const askedOf = async () => {
      await council.caughtUp();
      const { body } = await council.get<MyWorkDto>('Iris', '/work');
      return body.items.filter(({ what }) => what === 'chase-agency').map(({ due }) => [due.dueOn, due.late]);
    };
    await act('take-to-agency', { agency: 'CAMHS', sentOn: '2023-04-03', dueOn: '2023-04-04' });
    council.at('2023-04-05T09:00:00.000Z');
    expect(await askedOf()).toEqual([['2023-04-04', true]]);
    await act('take-to-agency', { agency: 'camhs', sentOn: '2023-04-05', dueOn: '2023-04-06' });
    expect(await askedOf()).toEqual([['2023-04-06', false]]);
    council.at('2023-04-11T09:00:00.000Z');
    const police = { agency: 'Police', sentOn: '2023-04-11' };
    expect(await act('take-to-agency', police)).toMatchObject({ status: 409, body: { code: 'agency-still-to-reply' } });
    expect((await act('record-agency-reply', { summary: 'Two calls brought nothing.' })).status).toBe(200);
    expect(await askedOf()).toEqual([]);
    expect((await act('take-to-agency', police)).status).toBe(200);
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${reference}`);
    expect(body.agencies.map(({ agency, noReply, overdue }) => [agency, noReply, overdue])).toEqual([
      ['CAMHS', true, false],
      ['camhs', true, false],
      ['Police', false, false],
    ]);
    await council.end();
  });
});

describe('A protocol changed midway', () => {
  it('leaves a stage under the rules it began under; the next begins under the new ones', async () => {
    const council = await Council.begin();
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const file = readFileSync(new URL('../../protocols/leicestershire.yaml', import.meta.url), 'utf8');
    await council.doneByTwo('Adam', '/protocol', { yaml: file, from: '2023-04-04' });
    council.at('2023-04-04T09:00:00.000Z');
    const rounds = async () => (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body.rounds;
    const [before] = await rounds();
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    expect(before).toMatchObject({ protocolVersion: 1 });
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'There is no date.' });
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'There is no date.' });
    expect((await rounds()).map(({ protocolVersion }) => protocolVersion)).toEqual([1, 2]);
    expect((await rounds())[0]!.deadline).toMatchObject({ dueOn: before!.deadline!.dueOn });
    await council.end();
  });
});

describe('A check of standards', () => {
  let council: Council;
  let check: string;
  beforeAll(async () => {
    council = await Council.begin();
    check = (await council.done('Iris', '/reviews', { kind: 'midway', child: 'C1', heldOn: '2023-04-03' })).reference;
  });
  afterAll(() => council.end());

  type Check = {
    standards: { code: string; dispute: string | null; outstanding: string | null; notRaisedBy: object | null }[];
  };
  type Unanswered = { items: { reference: string; standard: string; outstanding: string }[] };
  const unanswered = async (person: string) =>
    (await council.get<Unanswered>(person, '/reviews/unanswered')).body.items;
  const answer = (standard: string, given: string) =>
    council.done('Iris', `/reviews/${check}/check-standard`, { standard, answer: given });

  it('is on the list of the child’s IRO until each standard is answered', async () => {
    const { body } = await council.get<Check>('Iris', `/reviews/${check}`);
    expect(body).toMatchObject({ kind: 'midway', child: { id: 'C1' }, iro: { id: 'iris' } });
    expect(await unanswered('Iris')).toHaveLength(body.standards.length);
    expect(await unanswered('Ivan')).toEqual([]);
    for (const { code } of body.standards) await answer(code, 'met');
    expect(await unanswered('Iris')).toEqual([]);
    await answer('visits', 'not-met');
    await answer('permanence', 'not-met');
    expect(await unanswered('Iris')).toMatchObject([
      { reference: check, standard: 'permanence', outstanding: 'to-decide' },
      { reference: check, standard: 'visits', outstanding: 'to-decide' },
    ]);
  });

  it('raises what is not met, with the check as the recorded origin of the concern, once', async () => {
    const key = { 'idempotency-key': 'raise-from-check' };
    const body = { standard: 'permanence', ...aConcern() };
    const raised = await council.done('Iris', `/reviews/${check}/raise`, body, key);
    const again = await council.done('Iris', `/reviews/${check}/raise`, body, key);
    expect(again).toMatchObject({ reference: raised.reference, repeated: true });
    const other = await council.post<Problem>('Iris', `/reviews/${check}/raise`, body);
    expect(other).toMatchObject({ status: 409, body: { code: 'raised-already' } });

    const dispute = await council.get<DisputeDto>('Iris', `/disputes/${raised.reference}`);
    expect(dispute.body.links).toEqual([{ kind: 'review', to: check }]);
    const { body: list } = await council.get<DisputesPageDto>('Iris', '/disputes');
    expect(list.items).toHaveLength(1);
    const seen = (await council.get<Check>('Iris', `/reviews/${check}`)).body.standards;
    expect(seen.find(({ code }) => code === 'permanence')).toMatchObject({
      dispute: raised.reference,
      outstanding: null,
    });
  });

  it('asks for words where nothing is raised', async () => {
    const path = `/reviews/${check}/decide-not-to-raise`;
    const met = await council.post<Problem>('Iris', path, { standard: 'health', reason: 'It is met.' });
    expect(met).toMatchObject({ status: 409, body: { code: 'not-found-wanting' } });
    // The IRO manager does not suppress what is for the IRO to raise.
    const manager = await council.post('Mona', path, { standard: 'visits', reason: 'A visit is booked for tomorrow.' });
    expect(manager.status).toBe(403);
    await council.done('Iris', path, { standard: 'visits', reason: 'A visit is booked for tomorrow.' });
    expect(await unanswered('Iris')).toEqual([]);
    // The IRO manager reads who decided it, and when.
    const { body } = await council.get<Check>('Mona', `/reviews/${check}`);
    expect(body.standards.find(({ code }) => code === 'visits')).toMatchObject({
      notRaisedBy: { person: { id: 'iris' }, role: 'iro', actingFor: null },
      notRaisedAt: '2023-04-03T09:00:00.000Z',
    });
  });

  it('has both on the child’s history, in codes', async () => {
    const { body } = await council.get<{ items: { kind: string; what: string; detail: string }[] }>(
      'Iris',
      '/children/C1/history',
    );
    const entries = body.items.filter(({ kind }) => kind === 'review').map(({ what, detail }) => [what, detail]);
    expect(entries.sort()).toEqual([
      ['check-begun', 'midway'],
      ['decided-not-to-raise', 'visits'],
      ['raised-from-check', 'permanence'],
    ]);
    const manager = await council.get<{ items: { kind: string }[] }>('Tom', '/children/C1/history');
    expect(manager.body.items.filter(({ kind }) => kind === 'review')).toEqual([]);
    expect(manager.text).not.toContain('tomorrow');
  });

  it('is asked of nobody and counted nowhere once it is withdrawn, and stays on record', async () => {
    type Service = { iros: { iro: { id: string }; quarters: { work: { check: { count: number | null } } }[] }[] };
    const counted = async () => {
      const { body } = await council.get<Service>('Mona', '/iro-service');
      return body.iros.find(({ iro }) => iro.id === 'iris')!.quarters.at(-1)!.work.check.count;
    };
    const kept = await counted();
    const begun = { kind: 'preparation', child: 'C1', heldOn: '2023-04-03' };
    const { reference } = await council.done('Iris', '/reviews', begun);
    expect(await counted()).toBe((kept ?? 0) + 1);
    expect(await unanswered('Iris')).not.toEqual([]);
    expect((await council.post('Mona', `/reviews/${reference}/withdraw`, { reason: 'Put off.' })).status).toBe(403);
    await council.done('Iris', `/reviews/${reference}/withdraw`, { reason: 'The review was put off.' });
    expect(await unanswered('Iris')).toEqual([]);
    expect((await council.get('Iris', '/work')).text).not.toContain(reference);
    expect(await counted()).toBe(kept);
    const { body } = await council.get<Check>('Mona', `/reviews/${reference}`);
    expect(body).toMatchObject({ withdrawn: true, withdrawnBecause: 'The review was put off.' });
    expect(body.standards.every(({ outstanding }) => outstanding === null)).toBe(true);
    const { text } = await council.get('Iris', '/children/C1/history');
    expect(text).toContain('check-withdrawn');
  });

  it('answers 403 or 404 to people who may not see the child, and 400 if they begin one', async () => {
    for (const person of ['Ivan', 'Tom', 'Percy', 'Adam']) {
      const read = await council.get(person, `/reviews/${check}`);
      expect([403, 404]).toContain(read.status);
    }
    const begin = await council.post('Ivan', '/reviews', { kind: 'midway', child: 'C1', heldOn: '2023-04-03' });
    expect(begin.status).toBe(400);
  });

  it('uses the council’s own standards where its protocol file lists them', () => {
    const file = readFileSync(new URL('../../protocols/house.yaml', import.meta.url), 'utf8');
    const listed = 'review-standards:\n  - code: passport\n    text: The child has a passport.\n    theme: PLAN\n';
    expect(readProtocol(`${file}\n${listed}`, 'own.yaml').protocol.reviewStandards).toEqual([
      { code: 'passport', text: 'The child has a passport.', theme: 'PLAN' },
    ]);
    expect(() => readProtocol(`${file}\n${listed.replace('theme: PLAN', 'theme: PLAM')}`, 'own.yaml')).toThrow(
      "did you mean 'PLAN'?",
    );
  });
});
