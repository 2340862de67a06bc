import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, Council } from './council.js';

/*
 * A seat in a meeting opens the cases of the seat's own teams, or of a person every case, until each is dealt with
 * (docs/decisions/0025-who-sits-in-a-meeting.md).
 */

const arranged = (over: object = {}) => ({
  ...{ kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-12', startsAt: '14:00', place: null },
  posts: ['assistant-director', 'iro-manager'],
  ...over,
});

interface Items {
  readonly items: readonly {
    itemId: string;
    dispute: string | null;
    discussion?: string | null;
    line: string | null;
  }[];
}

class Room {
  constructor(private readonly council: Council) {}

  reads = async (person: string, reference: string) => [
    (await this.council.get(person, `/disputes/${reference}`)).status,
    (await this.council.get(person, '/disputes')).text.includes(reference),
  ];
  items = async (person: string, meeting: string) =>
    (await this.council.get<Items>(person, `/challenge/meetings/${meeting}`)).body.items ?? [];
  listed = async (person: string, reference: string) =>
    (await this.council.get(person, '/challenge/items')).text.includes(reference);
  act = (meeting: string, act: string, body: object, person = 'Mona') =>
    this.council.done(person, `/challenge/meetings/${meeting}/${act}`, body);
}
const OPEN = [200, true];
const CLOSED = [404, false];

describe('Posts that sit in a meeting which business support arranged', () => {
  let council: Council;
  let room: Room;
  let north: string;
  let meeting: string;
  beforeAll(async () => {
    council = await Council.begin();
    room = new Room(council);
    north = (await council.done('Iris', '/disputes', aConcern())).reference;
    meeting = (await council.done('Beth', '/challenge/meetings', arranged({ posts: ['team-manager'] }))).reference;
    await room.act(meeting, 'add-items', { items: [{ dispute: north }, { theme: 'LIFE', title: 'Life story work' }] });
  });
  afterAll(() => council.end());

  it('open the cases of their own teams alone', async () => {
    expect(await room.reads('Tom', north)).toEqual(OPEN);
    expect(await room.reads('Tess', north)).toEqual(CLOSED);
    expect((await room.items('Tom', meeting)).map(({ dispute }) => dispute)).toEqual([north, null]);
    expect((await council.get('Tess', `/challenge/meetings/${meeting}`)).status).toBe(404);
    expect([await room.listed('Tom', north), await room.listed('Tess', north)]).toEqual([true, false]);
  });

  it('open nothing more when another team’s case comes on, nor after one is taken off', async () => {
    const south = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }))).reference;
    await room.act(meeting, 'add-items', { items: [{ dispute: south }] });
    expect((await room.items('Tess', meeting)).map(({ dispute }) => dispute)).toEqual([null, south]);
    expect((await room.items('Tom', meeting)).map(({ dispute }) => dispute)).toEqual([north, null]);
    expect([await room.listed('Tess', north), await room.listed('Tess', south)]).toEqual([false, true]);
    const takeOff = (person: string, itemId: string) =>
      council.post(person, `/challenge/meetings/${meeting}/take-off-item`, { itemId, reason: 'It was settled.' });
    // A person who is to answer for a case in the meeting does not take it off, nor does the IRO of another child.
    expect((await takeOff('Tom', 'I1')).status).toBe(403);
    expect((await takeOff('Ivan', 'I1')).status).toBe(404);
    expect((await takeOff('Iris', 'I1')).status).toBe(200);
    expect(await room.reads('Tess', north)).toEqual(CLOSED);
  });

  it('are none that answer for every team, and no people: those are given by the IRO service', async () => {
    for (const seats of [
      { posts: ['team-manager', 'assistant-director'] },
      { posts: ['team-manager'], people: ['dora'] },
    ]) {
      const refused = await council.post<{ code: string }>('Beth', '/challenge/meetings', arranged(seats));
      expect(refused).toMatchObject({ status: 403, body: { code: 'seats-not-yours' } });
    }
    const series = {
      ...{
        kind: 'challenge',
        name: 'Challenge',
        recurrence: { week: 'second', weekday: 'wednesday' },
        startsAt: '14:00',
      },
      ...{ posts: ['assistant-director'], people: ['dora'], from: '2023-04-03' },
    };
    expect((await council.post('Beth', '/challenge/series', series)).status).toBe(403);
    const { reference } = await council.done('Mona', '/challenge/series', series);
    const later = { ...series, startsAt: '15:00', reason: 'The room is free then.' };
    expect((await council.post('Beth', `/challenge/series/${reference}/change`, later)).status).toBe(200);
    const wider = { ...later, posts: ['assistant-director', 'director'], reason: 'She wants to come.' };
    expect(await council.post('Beth', `/challenge/series/${reference}/change`, wider)).toMatchObject({
      status: 403,
      body: { code: 'seats-not-yours' },
    });
  });
});

describe('People, and posts for every team, that sit in a meeting', () => {
  let council: Council;
  let room: Room;
  let decided: string;
  let left: string;
  let meeting: string;
  beforeAll(async () => {
    council = await Council.begin();
    room = new Room(council);
    decided = (await council.done('Iris', '/disputes', aConcern())).reference;
    left = (await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }))).reference;
    meeting = (await council.done('Mona', '/challenge/meetings', arranged({ people: ['tess'] }))).reference;
    const items = { items: [{ dispute: decided }, { dispute: left }] };
    await room.act(meeting, 'add-items', items);
  });
  afterAll(() => council.end());

  it('open each case from the day on which it is tabled', async () => {
    for (const person of ['Anton', 'Tess']) {
      expect(await room.reads(person, decided)).toEqual(OPEN);
      expect((await room.items(person, meeting)).map(({ dispute }) => dispute)).toEqual([decided, left]);
    }
    expect(await room.reads('Dora', decided)).toEqual(CLOSED);
  });

  it('open it no more once it is taken off', async () => {
    await room.act(meeting, 'take-off-item', { itemId: 'I2', reason: 'It was settled.' });
    for (const person of ['Anton', 'Tess']) {
      expect(await room.reads(person, left)).toEqual(CLOSED);
      expect((await room.items(person, meeting)).map(({ dispute }) => dispute)).toEqual([decided]);
    }
  });

  it('open it no more once it is decided, and then read the decision alone if they were there', async () => {
    council.at('2023-04-12T13:00:00.000Z');
    await room.act(meeting, 'begin', { present: [{ post: 'assistant-director' }] });
    await room.act(meeting, 'decide-item', {
      ...{ itemId: 'I1', discussion: 'It has waited since February.', decision: 'dropped' },
    });
    for (const person of ['Anton', 'Tess']) expect(await room.reads(person, decided)).toEqual(CLOSED);
    expect(await room.items('Anton', meeting)).toMatchObject([
      { itemId: 'I1', dispute: decided, discussion: 'It has waited since February.', line: 'As this meeting decided.' },
    ]);
    expect(await room.items('Tess', meeting)).toEqual([]);
    expect([await room.listed('Anton', decided), await room.listed('Tess', decided)]).toEqual([true, false]);
    await room.act(meeting, 'close', {});
    expect(await room.items('Anton', meeting)).toMatchObject([{ discussion: 'It has waited since February.' }]);
  });
});

describe('A person who is put down as present', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('held that post on the day, and had a seat or is put down by those who give seats', async () => {
    const room = new Room(council);
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const meeting = (await council.done('Mona', '/challenge/meetings', arranged())).reference;
    await room.act(meeting, 'add-items', { items: [{ dispute: reference }] });
    council.at('2023-04-12T13:00:00.000Z');
    const begin = (by: string, ...present: { post: string; person?: string }[]) =>
      council.post(by, `/challenge/meetings/${meeting}/begin`, { present });
    const refused = { status: 400, body: { errors: [{ pointer: '/present/0/person' }] } };
    expect(await begin('Mona', { post: 'director', person: 'tess' })).toMatchObject(refused);
    expect(await begin('Anton', { post: 'assistant-director', person: 'tess' })).toMatchObject(refused);
    expect(await begin('Anton', { post: 'team-manager', person: 'tess' })).toMatchObject(refused);
    const unseated = { post: 'director' };
    expect((await begin('Anton', { post: 'assistant-director', person: 'anton' }, unseated)).status).toBe(200);
    await room.act(meeting, 'decide-item', { itemId: 'I1', discussion: 'It has waited.', decision: 'dropped' });
    expect(await room.items('Anton', meeting)).toMatchObject([{ discussion: 'It has waited.' }]);
    expect((await council.get('Dora', `/challenge/meetings/${meeting}`)).status).toBe(404);

    const other = (await council.done('Mona', '/challenge/meetings', arranged())).reference;
    await room.act(other, 'begin', { present: [{ post: 'team-manager', person: 'tess' }] });
    expect((await council.get('Tess', `/challenge/meetings/${other}`)).status).toBe(200);
  });
});

describe('A case that a meeting did not look at', () => {
  let council: Council;
  let room: Room;
  beforeAll(async () => {
    council = await Council.begin();
    room = new Room(council);
  });
  afterAll(() => council.end());

  it('is opened by the seats of the meeting to which it was carried, and no more by those of the first', async () => {
    const reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    const series = {
      ...{
        kind: 'challenge',
        name: 'Challenge',
        recurrence: { week: 'second', weekday: 'wednesday' },
        startsAt: '14:00',
      },
      ...{ posts: ['assistant-director'], people: ['tess'], from: '2023-04-03' },
    };
    const started = await council.done('Mona', '/challenge/series', series);
    type Listed = { items: { series: string; next: { meeting: string } }[] };
    const next = async () =>
      (await council.get<Listed>('Mona', '/challenge/series')).body.items.find(
        (each) => each.series === started.reference,
      )!.next.meeting;
    const first = await next();
    await room.act(first, 'add-items', { items: [{ dispute: reference }] });
    expect(await room.reads('Tess', reference)).toEqual(OPEN);
    await council.done('Mona', `/challenge/series/${started.reference}/change`, {
      ...series,
      ...{ people: [], from: '2023-05-01', reason: 'She has left the group.' },
    });
    council.at('2023-04-12T13:00:00.000Z');
    await room.act(first, 'begin', { present: [{ post: 'assistant-director' }] });
    await room.act(first, 'close', {});
    expect(await room.reads('Tess', reference)).toEqual(CLOSED);
    expect(await room.reads('Anton', reference)).toEqual(OPEN);
    expect((await room.items('Anton', await next())).map(({ dispute }) => dispute)).toEqual([reference]);
  });
});

describe('A meeting in which nobody sits who answers at the stage of a case, or above it', () => {
  it('says with its decision that the answer is still due, since it is asked of others as before', async () => {
    const council = await Council.begin('house');
    const room = new Room(council);
    const reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    const of = arranged({ heldOn: '2023-04-03', posts: ['iro-manager', 'head-of-qa'] });
    const meeting = (await council.done('Mona', '/challenge/meetings', of)).reference;
    await room.act(meeting, 'add-items', { items: [{ dispute: reference }] });
    await room.act(meeting, 'begin', { present: [{ post: 'iro-manager' }] });
    const decided = await council.post<{ advice: { code: string }[] }>(
      ...(['Mona', `/challenge/meetings/${meeting}/decide-item`] as const),
      { itemId: 'I1', discussion: 'We think the plan is all right.', decision: 'decided', actions: [] },
    );
    expect(decided.status).toBe(200);
    expect(decided.body.advice.map(({ code }) => code)).toEqual(['answer-still-due']);
    const work = await council.get<{ items: { what: string; reference: string }[] }>('Tom', '/work');
    expect(work.body.items).toContainEqual(expect.objectContaining({ what: 'answer', reference }));
    await council.end();
  });
});
