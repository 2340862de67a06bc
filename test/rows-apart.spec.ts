import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { SeriesKeeper } from '../src/challenge/series/series-keeper.js';
import { DUTY } from '../src/composition/time.js';
import { DeadlineKeeper } from '../src/deadlines/deadline-keeper.js';
import { SilenceAboutRecommendations } from '../src/deadlines/silence-about-recommendations.js';
import { Follower } from '../src/following/follower.js';
import { Outbox } from '../src/notices/outbox.js';
import type { EventToAppend, RecordedEvent } from '../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../src/platform/event-store/memory/memory-event-store.js';
import { derivedId } from '../src/platform/ids.js';
import type { Duty } from '../src/platform/jobs/duty.js';
import { idShown } from '../src/platform/logging/fields.js';
import { WORK_OVER_ROWS, type WorkOverRows } from '../src/work-over-rows.js';
import { aConcern, Council } from './journeys/council.js';
import { Postbox } from './notices/postbox.js';
import { sweepAt } from './notices/sweep.js';

/*
 * One row never stops the rest. In each loop and each list over everybody's rows one row is planted that refuses, before another that
 * does not: the work must come to the other one, and health must name the one that refuses.
 */

const BEGINNING = '2023-04-03T09:00:00.000Z';
const reason = 'To see what becomes of the others.';

/** A log in which some streams cannot be read, as where an event of theirs makes no sense to this program. */
class LogWithFaults extends MemoryEventStore {
  readonly unreadable = new Set<string>();

  override async read(stream: string, from?: number): Promise<RecordedEvent[]> {
    if (this.unreadable.has(stream)) throw new SyntaxError('Planted: this stream cannot be read.');
    return super.read(stream, from);
  }
}

interface World {
  readonly council: Council;
  readonly log: LogWithFaults;
  readonly postbox: Postbox;
}

/** @returns the id under which health must name the row that refuses */
type Case = (world: World) => Promise<string>;

const raiseTwo = async ({ council }: World): Promise<[refusing: string, other: string]> => [
  (await council.done('Iris', '/disputes', aConcern())).reference,
  (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }))).reference,
];
const eventsOf = async ({ council }: World, stream: string): Promise<string[]> =>
  (await council.store.read(stream)).map(({ type }) => type);

/** A dispute whose rules cannot be found: it keeps a version of the protocol that was never adopted. */
const plantWithoutRules = async ({ council, log }: World, like: string): Promise<string> => {
  const reference = 'DRP-0000-0000';
  const events = await log.read(`dispute-${like}`);
  const planted = JSON.parse(
    JSON.stringify(events.map(({ type, data, metadata }) => ({ type, data, metadata })))
      .replaceAll(like, reference)
      .replaceAll('"protocolVersion":1', '"protocolVersion":99'),
  ) as Omit<EventToAppend, 'id'>[];
  const withIds = planted.map((event, index) => ({ ...event, id: derivedId('planted', index) }));
  await log.append(`dispute-${reference}`, 'no_stream', withIds);
  await council.caughtUp();
  return reference;
};

const aReview = (child: string) => ({
  child,
  reviewedOn: '2023-03-30',
  recommendations: [{ what: 'Begin life story work', who: null, by: null }],
});
const reviewTwo = async ({ council }: World): Promise<[refusing: string, other: string]> => [
  (await council.done('Iris', '/recommendations', aReview('C1'))).reference,
  (await council.done('Iris', '/recommendations', aReview('C2'))).reference,
];
const aSeries = (weekday: string) => ({
  kind: 'challenge',
  name: `Meeting on a ${weekday}`,
  recurrence: { week: 'second', weekday },
  startsAt: '14:00',
  posts: ['assistant-director', 'iro-manager'],
  stages: ['4'],
  from: '2023-04-03',
});
const subjects = (postbox: Postbox): string[] => postbox.sent.splice(0).map(({ subject }) => subject);

const CASES: { readonly [Work in WorkOverRows]: Case } = {
  deadlines: async (world) => {
    const [refusing, other] = await raiseTwo(world);
    world.log.unreadable.add(`dispute-${refusing}`);
    await sweepAt(world.council, '2023-04-13T08:00:00.000Z');
    expect(await eventsOf(world, `dispute-${other}`)).toContain('AnswerDeadlinePassed');
    return refusing;
  },

  'disputes that follow their children': async (world) => {
    const { council, log } = world;
    const both = (await raiseTwo(world)).sort();
    const [refusing, other] = both as [string, string];
    const from = '2023-04-04';
    await council.done('Mona', '/children/C1/allocate', { team: 'north', iro: 'ivan', from });
    await council.done('Mona', '/children/C3/allocate', { team: 'south', iro: 'iris', from });
    council.at('2023-04-05T09:00:00.000Z');
    log.unreadable.add(`dispute-${refusing}`);
    await council.app.get(Follower).run();
    expect(await eventsOf(world, `dispute-${other}`)).toContain('DisputeHandedOver');
    return refusing;
  },

  'informal disputes that are given back': async ({ council, log }) => {
    const pairs: (readonly [informal: string, formal: string])[] = [];
    for (const theme of ['EMOT', 'LIFE']) {
      const { reference } = await council.done('Iris', '/disputes', aConcern({ kind: 'informal', theme }));
      const formal = await council.done('Iris', `/disputes/${reference}/formalise`, { reason: 'It cannot wait.' });
      pairs.push([reference, formal.reference]);
    }
    const [[refusing, formalOfIt], [other, formal]] = pairs.sort() as [(typeof pairs)[0], (typeof pairs)[0]];
    log.unreadable.add(`dispute-${refusing}`);
    for (const each of [formalOfIt, formal])
      await council.done('Iris', `/disputes/${each}/void`, { because: 'raised-in-error', reason: 'A mistake.' });
    await council.app.get(Follower).run();
    expect((await council.store.read(`dispute-${other}`)).map(({ type }) => type)).toContain('EntryTakenBack');
    return refusing;
  },

  'recommendations that follow their children': async (world) => {
    const { council, log } = world;
    const both = (await reviewTwo(world)).sort();
    const [refusing, other] = both as [string, string];
    for (const child of ['C1', 'C2'])
      await council.done('Mona', `/children/${child}/allocate`, { team: 'south', iro: 'iris', from: '2023-04-04' });
    council.at('2023-04-05T09:00:00.000Z');
    log.unreadable.add(`recommendations-${refusing}`);
    await council.app.get(Follower).run();
    expect(await eventsOf(world, `recommendations-${other}`)).toContain('RecommendationsMovedToTeam');
    return refusing;
  },

  'silence about recommendations': async (world) => {
    const { council, log } = world;
    const both = (await reviewTwo(world)).sort();
    const [refusing, other] = both as [string, string];
    council.at('2023-04-13T09:00:00.000Z');
    log.unreadable.add(`recommendations-${refusing}`);
    await council.app.get(SilenceAboutRecommendations).run();
    expect(await eventsOf(world, `recommendations-${other}`)).toContain('RecommendationsAgreedBySilence');
    return refusing;
  },

  'meetings of series': async (world) => {
    const { council, log } = world;
    const started = [
      (await council.done('Mona', '/challenge/series', aSeries('wednesday'))).reference,
      (await council.done('Mona', '/challenge/series', aSeries('thursday'))).reference,
    ].sort();
    const [refusing, other] = started as [string, string];
    log.unreadable.add(`meetingSeries-${refusing}`);
    council.at('2023-04-17T09:00:00.000Z');
    await council.app.get(SeriesKeeper).keepAhead('2023-04-17T09:00:00.000Z');
    await council.caughtUp();
    const { body } = await council.get<{ items: { series: string; next: object | null }[] }>(
      'Mona',
      '/challenge/series',
    );
    expect(body.items.find(({ series }) => series === other)!.next).not.toBeNull();
    return refusing;
  },

  'dates of meetings': async (world) => {
    const { council, log } = world;
    const both = [];
    for (const [iro, child] of [
      ['Iris', 'C1'],
      ['Ivan', 'C3'],
    ] as const)
      both.push(await council.done(iro, '/disputes', aConcern({ children: [child], stage: 4, stageReason: reason })));
    const [refusing, other] = both.map(({ reference }) => reference).sort() as [string, string];
    log.unreadable.add(`dispute-${refusing}`);
    await council.done('Mona', '/challenge/series', aSeries('wednesday'));
    expect((await log.read(`dispute-${other}`)).at(-1)).toMatchObject({ data: { why: 'next-meeting' } });
    return refusing;
  },

  reminders: async (world) => {
    const { council, log, postbox } = world;
    const [refusing, other] = (await raiseTwo(world)).sort() as [string, string];
    subjects(postbox);
    log.unreadable.add(`dispute-${refusing}`);
    // A sweep that fails is no answer yet: what counts is who was told.
    await sweepAt(council, '2023-04-11T08:00:00.000Z').catch(() => undefined);
    const sent = subjects(postbox);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every((subject) => subject.startsWith(other))).toBe(true);
    return refusing;
  },

  'reminders of recommendations': async (world) => {
    const { council, log, postbox } = world;
    const [refusing, other] = (await reviewTwo(world)).sort() as [string, string];
    subjects(postbox);
    log.unreadable.add(`recommendations-${refusing}`);
    await sweepAt(council, '2023-04-11T08:00:00.000Z');
    expect(subjects(postbox)).toEqual([expect.stringContaining(other)]);
    return refusing;
  },

  vacancies: async ({ council, log, postbox }) => {
    const raise = async (child: string): Promise<string> =>
      (await council.done('Iris', '/disputes', aConcern({ children: [child] }))).reference;
    const [refusing, other] = [await raise('C1'), await raise('C2')].sort() as [string, string];
    subjects(postbox);
    log.unreadable.add(`dispute-${refusing}`);
    for (const person of ['tom', 'alma'])
      await council.done('Adam', `/posts/${person}-post/leave`, { person, on: '2023-04-03' });
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    const told = (): string[] => subjects(postbox).filter((subject) => subject.includes('nobody holds'));
    expect(told()).toEqual([expect.stringContaining(other)]);
    log.unreadable.clear();
    await sweepAt(council, '2023-04-04T08:01:00.000Z');
    expect(told()).toEqual([expect.stringContaining(refusing)]);
    log.unreadable.add(`dispute-${refusing}`);
    await council.done('Adam', '/posts/sven-post/leave', { person: 'sven', on: '2023-04-04' });
    await sweepAt(council, '2023-04-05T08:00:00.000Z');
    return refusing;
  },

  'covers that lapsed': async ({ council, log, postbox }) => {
    const cover = { by: 'ida', from: '2023-04-03', to: '2023-04-21', reason: 'Leave.' };
    await council.appoint('Ida', ['iro', null, null]);
    for (const iro of ['iris', 'ivan']) await council.done('Mona', '/covers', { ...cover, iro });
    subjects(postbox);
    log.unreadable.add('cover-iris');
    await council.done('Adam', '/posts/ida-post/leave', { person: 'ida', on: '2023-04-03' });
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    const told = subjects(postbox).filter((subject) => subject.includes('stands in'));
    expect(told).toHaveLength(2);
    return idShown('iris 2023-04-03');
  },

  'roles that lapsed': async ({ council, log, postbox }) => {
    const propose = async (person: string): Promise<string> => {
      await council.done('Adam', '/people', { personId: person, name: person });
      const { reference } = await council.done('Adam', '/posts', { kind: 'iro', title: 'IRO' });
      return (await council.done('Adam', `/posts/${reference}/take`, { person })).reference;
    };
    const [refusing, other] = [await propose('petra'), await propose('pia')];
    subjects(postbox);
    log.unreadable.add(`roleProposal-${refusing}`);
    await sweepAt(council, '2023-05-04T08:00:00.000Z').catch(() => undefined);
    const told = subjects(postbox).filter((subject) => subject.includes('nobody agreed in time'));
    expect(told).toContainEqual(expect.stringContaining(other));
    expect(told.join()).not.toContain(refusing);
    return refusing;
  },

  'children to allocate': async ({ council, log, postbox }) => {
    for (const person of ['iris', 'ivan'])
      await council.done('Adam', `/posts/${person}-post/leave`, { person, on: '2023-04-03' });
    log.unreadable.add('post-iris-post');
    subjects(postbox);
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    const told = subjects(postbox).filter((subject) => subject.includes('to allocate'));
    expect(told).toHaveLength(1);
    return idShown('iris');
  },

  birthdays: async (world) => {
    const { council, log, postbox } = world;
    const of = { initials: 'K.B.', bornOn: '2005-04-11', population: 'looked-after' };
    for (const child of ['C1', 'C2', 'C3']) await council.done('Mona', `/children/${child}/complete`, of);
    const [refusing, other] = (await raiseTwo(world)).sort() as [string, string];
    subjects(postbox);
    log.unreadable.add(`dispute-${refusing}`);
    await sweepAt(council, '2023-04-11T08:00:00.000Z').catch(() => undefined);
    expect(subjects(postbox)).toContain(`${other}: to be decided: the child has turned 18`);
    return refusing;
  },

  'birthdays of children': async ({ council, log, postbox }) => {
    const of = { initials: 'K.B.', bornOn: '2005-04-11', population: 'looked-after' };
    for (const child of ['C2', 'C3']) await council.done('Mona', `/children/${child}/complete`, of);
    subjects(postbox);
    log.unreadable.add('child-C2');
    await sweepAt(council, '2023-04-11T08:00:00.000Z').catch(() => undefined);
    const told = subjects(postbox).filter((subject) => subject.includes('has turned 18'));
    expect(told).toHaveLength(1);
    return idShown('C2');
  },

  'posts taken': async (world) => {
    const { council, log, postbox } = world;
    await council.done('Iris', '/disputes', aConcern());
    for (const post of ['alma-post', 'tom-post'])
      await council.doneByTwo('Adam', `/posts/${post}/take`, { person: 'walter', from: '2023-04-04' });
    subjects(postbox);
    log.unreadable.add('post-alma-post');
    await sweepAt(council, '2023-04-04T08:00:00.000Z').catch(() => undefined);
    expect(subjects(postbox)).toContain('My work: you have taken a post: 1 thing is in your work');
    return idShown('alma-post 2');
  },

  'social workers of children': async ({ council, log, postbox }) => {
    await council.done('Iris', '/disputes', aConcern({ children: ['C2'] }));
    for (const child of ['C1', 'C2'])
      await council.done('Mona', `/children/${child}/name-social-worker`, {
        socialWorker: 'walter',
        from: '2023-04-04',
      });
    subjects(postbox);
    log.unreadable.add('child-C1');
    await sweepAt(council, '2023-04-04T08:00:00.000Z').catch(() => undefined);
    expect(subjects(postbox).some((subject) => subject.endsWith('for your information'))).toBe(true);
    return idShown('worker C1 2023-04-04');
  },

  'services of teams': async ({ council, log, postbox }) => {
    const atStage2 = { children: ['C3'], stage: 2, stageReason: 'He may have to move.' };
    await council.done('Ivan', '/disputes', aConcern(atStage2));
    for (const team of ['north', 'south'])
      await council.done('Adam', `/teams/${team}/move-to-service`, { service: null });
    subjects(postbox);
    log.unreadable.add('team-north');
    await sweepAt(council, '2023-04-03T09:10:00.000Z').catch(() => undefined);
    expect(subjects(postbox).some((subject) => subject.endsWith('no longer for you to answer'))).toBe(true);
    return idShown('north');
  },

  'disagreements with recommendations that go with their children': async ({ council, log, postbox }) => {
    const sent = [];
    for (const child of ['C1', 'C2']) {
      const { reference } = await council.done('Iris', '/recommendations', {
        ...{ child, reviewedOn: '2023-03-30' },
        recommendations: [{ what: 'Begin life story work', who: 'The social worker', by: '2023-05-31' }],
      });
      await council.done('Tom', `/recommendations/${reference}/disagree`, { reason: 'It is begun.' });
      await council.done('Mona', `/children/${child}/allocate`, { iro: 'ivan', from: '2023-04-03' });
      sent.push(reference);
    }
    subjects(postbox);
    log.unreadable.add('child-C1');
    await council.app
      .get(Outbox)
      .sweep()
      .catch(() => undefined);
    await council.caughtUp();
    expect(subjects(postbox).filter((subject) => subject.endsWith('for you to decide'))).toHaveLength(1);
    return sent[0]!;
  },

  'weekly summaries': async ({ council, log, postbox }) => {
    const [began] = await council.store.read('outbox-council');
    const toAnton = derivedId('notice', began!.id, 'anton', 'weekly-summary', 'WEEK-2023-04-03');
    log.unreadable.add(`notice-${toAnton}`);
    await sweepAt(council, '2023-04-11T08:00:00.000Z').catch(() => undefined);
    const told = postbox.summaries.splice(0).map(({ person }) => person);
    expect(told).toContain('dora');
    expect(told).not.toContain('anton');
    return idShown('anton');
  },

  digests: async (world) => {
    const { council, log, postbox } = world;
    for (const person of ['Alma', 'Tom'])
      await council.done(person, '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'none' });
    await council.done('Iris', '/disputes', aConcern());
    log.unreadable.add(`notice-${derivedId('digest', 'alma', '2023-04-04')}`);
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    expect(postbox.sent.map(({ person }) => person)).toEqual(['tom']);
    return idShown('alma');
  },

  'sending notices': async (world) => {
    const { council, log, postbox } = world;
    postbox.isAway = true;
    await council.done('Iris', '/disputes', aConcern());
    const [first] = await council.store.readAll(undefined, { categories: ['notice'] });
    log.unreadable.add(first!.stream);
    postbox.isAway = false;
    await sweepAt(council, '2023-04-03T09:10:00.000Z');
    await sweepAt(council, '2023-04-03T09:20:00.000Z');
    expect(postbox.sent.map(({ person }) => person).sort()).toEqual(['alma', 'tom']);
    expect(council.app.get(Outbox).status().waiting).toBe(1);
    return first!.stream.slice('notice-'.length);
  },

  'what meetings record': async (world) => {
    const { council, log } = world;
    const [refusing, other] = await raiseTwo(world);
    await council.done('Mona', '/challenge/series', aSeries('wednesday'));
    const { body } = await council.get<{ items: { next: { meeting: string } }[] }>('Mona', '/challenge/series');
    const url = `/challenge/meetings/${body.items[0]!.next.meeting}`;
    const items = [refusing, other].map((dispute) => ({ dispute }));
    await council.done('Mona', `${url}/add-items`, { items });
    council.at('2023-04-12T14:00:00.000Z');
    await council.done('Mona', `${url}/begin`, { present: [{ post: 'iro-manager', person: 'mona' }] });
    log.unreadable.add(`dispute-${refusing}`);
    const decided = { itemId: 'I2', discussion: 'It has waited since February.', decision: 'deferred' };
    await council.done('Mona', `${url}/decide-item`, decided);
    expect(await eventsOf(world, `dispute-${other}`)).toContain('ChallengeDecisionRecorded');
    return refusing;
  },

  'notices shown': async (world) => {
    const { council, log } = world;
    await council.done('Iris', '/disputes', aConcern());
    const [written] = await log.readAll(undefined, { categories: ['notice'] });
    const refusing = derivedId('planted notice');
    const data = { ...written!.data, notice: refusing, kind: 'of-another-version' };
    const { type, metadata } = written!;
    await log.append(`notice-${refusing}`, 'no_stream', [{ id: derivedId('planted'), type, data, metadata }]);
    await council.caughtUp();
    const { body } = await council.get<{ items: { notice: string; subject: string }[] }>('Adam', '/notices');
    const subjectOf = (notice: string) => body.items.find((each) => each.notice === notice)?.subject;
    expect(subjectOf(refusing)).toBe('This notice could not be worked out');
    expect(subjectOf(written!.data.notice as string)).toBe('A notice to somebody else');
    return refusing;
  },

  'open disputes': async (world) => {
    const { council } = world;
    const [like, other] = await raiseTwo(world);
    const refusing = await plantWithoutRules(world, like);
    const board = await council.get<{ rows: { reference: string; waitsFor: string; due: object }[] }>('Mona', '/board');
    const row = (reference: string) => board.body.rows.find((each) => each.reference === reference);
    expect(row(other)).toMatchObject({ waitsFor: 'answer' });
    expect(row(refusing)).toMatchObject({ waitsFor: 'not-worked-out', who: [], due: { dueOn: '2023-04-12' } });
    const work = await council.get<{ items: { what: string; reference: string }[] }>('Iris', '/work');
    expect(work.body.items).toContainEqual(expect.objectContaining({ what: 'look-at', reference: refusing }));
    return refusing;
  },

  agendas: async (world) => {
    const { council } = world;
    const like = (await council.done('Iris', '/disputes', aConcern({ stage: 4, stageReason: reason }))).reference;
    const refusing = await plantWithoutRules(world, like);
    await council.done('Mona', '/challenge/series', aSeries('wednesday'));
    const { body } = await council.get<{ items: { next: { meeting: string } }[] }>('Mona', '/challenge/series');
    const url = `/challenge/meetings/${body.items[0]!.next.meeting}`;
    const meeting = await council.get<{ proposed: { dispute: string; because: string[] }[] }>('Mona', url);
    expect(meeting.body.proposed).toContainEqual(
      expect.objectContaining({ dispute: like, because: ['at-named-stage', 'repeated'] }),
    );
    expect(meeting.body.proposed).toContainEqual(
      expect.objectContaining({ dispute: refusing, because: ['not-worked-out'] }),
    );
    await council.done('Mona', `${url}/prepare`, {});
    const prepared = await council.get<{ items: { dispute: string }[] }>('Mona', url);
    expect(prepared.body.items.map(({ dispute }) => dispute)).toEqual([like]);
    return refusing;
  },

  'records that a dispute names': async (world) => {
    const { council, log } = world;
    const [refusing, other] = await raiseTwo(world);
    const links = [refusing, other].map((to) => ({ kind: 'same-matter', to }));
    const { reference } = await council.done('Mona', '/disputes', aConcern({ children: ['C2'], links }));
    log.unreadable.add(`dispute-${refusing}`);
    for (const address of [`/disputes/${reference}`, `/disputes/${reference}/events`]) {
      const { status, text } = await council.get('Mona', address);
      expect([address, status, text.includes(other), text.includes(refusing)]).toEqual([address, 200, true, false]);
    }
    return refusing;
  },

  'what a holiday moves': async (world) => {
    const { council, log } = world;
    const [refusing, other] = (await raiseTwo(world)).sort() as [string, string];
    log.unreadable.add(`dispute-${refusing}`);
    const { body } = await council.get<{ moves: { reference: string }[]; notWorkedOut: string[] }>(
      'Mona',
      '/calendar/what-moves?closingDays=2023-04-05',
    );
    expect(new Set(body.moves.map(({ reference }) => reference))).toEqual(new Set([other]));
    expect(body.notWorkedOut).toEqual([refusing]);
    return refusing;
  },
};

const PROTOCOLS: { readonly [Work in WorkOverRows]?: string } = { 'dates of meetings': 'leicestershire' };

describe('one row that refuses stops none of the others', () => {
  let council: Council | undefined;
  afterEach(() => council?.end());

  it.each(WORK_OVER_ROWS)('in %s', async (work) => {
    const postbox = new Postbox();
    let log: LogWithFaults | undefined;
    const protocol = work.includes('recommendations') ? '../test/journeys/protocols/silence-agrees' : PROTOCOLS[work];
    council = await Council.begin(protocol ?? 'house', {
      notices: postbox,
      store: (clock) => (log = new LogWithFaults(clock)),
    });
    council.at(BEGINNING);
    const id = await CASES[work]({ council, log: log!, postbox });
    const ready = (await council.app.inject({ url: '/health/ready' })).json<{
      rows: { work: string; ids: string[] }[];
    }>();
    expect(ready.rows).toContainEqual({ work, ids: [id] });
    const health = (await council.app.inject({ url: '/health' })).json<{
      parts: { name: string; state: string; what: string }[];
    }>();
    const part = health.parts.find(({ name }) => name === 'rows')!;
    expect(part.state).toBe('look');
    expect(part.what).toContain(`${work}: ${id}`);
  });

  it('and is named no more once it can be worked out', async () => {
    const log: { current?: LogWithFaults } = {};
    council = await Council.begin('house', {
      notices: new Postbox(),
      store: (clock) => (log.current = new LogWithFaults(clock)),
    });
    const [refusing] = await raiseTwo({ council, log: log.current!, postbox: new Postbox() });
    log.current!.unreadable.add(`dispute-${refusing}`);
    await sweepAt(council, '2023-04-13T08:00:00.000Z');
    const rows = async () => (await council!.app.inject({ url: '/health/ready' })).json<{ rows: object[] }>().rows;
    expect(await rows()).toEqual([{ work: 'deadlines', ids: [refusing] }]);
    log.current!.unreadable.clear();
    await council.app.get(DeadlineKeeper).sweep();
    expect(await rows()).toEqual([]);
  });

  it('also where it is an event from which no notice can be worked out', async () => {
    const log: { current?: LogWithFaults } = {};
    const postbox = new Postbox();
    council = await Council.begin('house', {
      notices: postbox,
      store: (clock) => (log.current = new LogWithFaults(clock)),
    });
    const world = { council, log: log.current!, postbox };
    const [like] = await raiseTwo(world);
    const refusing = await plantWithoutRules(world, like);
    const outbox = council.app.get(Outbox);
    const before = outbox.status().skipped;
    const duty = council.app.get<Duty>(DUTY);
    await duty.stop();
    duty.start((signal) => outbox.follow(signal));
    while (outbox.status().state !== 'working') await pause(5);
    expect(outbox.status().skipped).toEqual(before);
    await council.done('Ivan', '/disputes', aConcern({ children: ['C3'], theme: 'HEALTH' }));
    expect(postbox.sent.filter(({ person }) => person === 'tess')).toHaveLength(2);
    expect(outbox.status().skipped).toContain(`dispute-${refusing}@0`);
  });

  it('also in every other reading, of everybody’s rows and of what the row belongs to', async () => {
    const log: { current?: LogWithFaults } = {};
    council = await Council.begin('house', { store: (clock) => (log.current = new LogWithFaults(clock)) });
    const world = { council, log: log.current!, postbox: new Postbox() };
    const [like] = await raiseTwo(world);
    await council.done('Mona', '/challenge/series', aSeries('wednesday'));
    const meetings = await council.get<{ items: { meeting: string }[] }>('Mona', '/challenge/meetings');
    const named: Record<string, string> = { year: '2023-24', child: 'C1', meeting: meetings.body.items[0]!.meeting };
    const { body } = await council.get<{ paths: Record<string, { get?: object }> }>('Mona', '/openapi.json');
    const readings = Object.entries(body.paths)
      .filter(([, { get }]) => get !== undefined)
      .map(([address]) =>
        address.replace(/^.api.v1/, '').replace(/\{(\w+)\}/g, (whole, name: string) => named[name] ?? whole),
      )
      .map((address) => (address.startsWith('/themes') ? `${address}?year=2023-24` : address))
      .filter((address) => !address.includes('{') && !address.startsWith('/health'));
    const answers = async (): Promise<Record<string, number>> => {
      const statuses: Record<string, number> = {};
      for (const address of readings) statuses[address] = (await council!.get('Mona', address)).status;
      return statuses;
    };
    const before = await answers();
    expect(Object.values(before).filter((status) => status === 200).length).toBeGreaterThan(30);
    await plantWithoutRules(world, like);
    expect(await answers()).toEqual(before);
  });
});
