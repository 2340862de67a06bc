import { afterEach, describe, expect, it } from '@jest/globals';
import { Outbox } from '../../src/notices/outbox.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import { type Config, readConfig } from '../../src/platform/config/config.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { Log } from '../../src/platform/logging/log.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { createService } from '../../src/serve.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

interface NoticesPage {
  readonly items: readonly {
    notice: string;
    kind: string;
    to: { id: string };
    standing: string;
    failure: string | null;
  }[];
}

const eventsOf = async (council: Council, type: string) =>
  (await council.store.readAll(undefined, { categories: ['notice', 'outbox'], limit: 100_000 })).filter(
    (event) => event.type === type,
  );
const notices = async (council: Council, person: string) =>
  (await council.get<NoticesPage>(person, '/notices')).body.items;

/** Tells the IRO and the IRO manager, and leaves those asked as they were. */
const MORE_TIME = { askedFor: '2023-04-14', reason: 'The panel meets on the 13th.' };

describe('the outbox', () => {
  const councils: Council[] = [];
  const begin = async (postbox: Postbox, store?: EventStore): Promise<Council> => {
    const council = await Council.begin('house', { notices: postbox, ...(store ? { store: () => store } : {}) });
    councils.push(council);
    return council;
  };
  afterEach(async () => {
    for (const council of councils.splice(0)) await council.end();
  });

  it('sends everything once the provider is back, and nothing twice', async () => {
    const postbox = new Postbox();
    const council = await begin(postbox);
    postbox.isAway = true;
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Tom', `/disputes/${reference}/ask-for-extension`, MORE_TIME);
    expect(postbox.sent).toEqual([]);

    await sweepAt(council, '2023-04-03T09:00:10.000Z');
    postbox.isAway = false;
    await sweepAt(council, '2023-04-03T09:00:11.000Z');
    expect(postbox.sent).toEqual([]);
    await sweepAt(council, '2023-04-03T09:01:00.000Z');
    expect(postbox.collect()).toEqual([
      'alma: a dispute for you to answer, by Wednesday 12 April 2023',
      'iris: more time is asked for',
      'mona: more time is asked for',
      'tom: a dispute for you to answer, by Wednesday 12 April 2023',
    ]);
    await sweepAt(council, '2023-04-03T09:02:00.000Z');
    expect(postbox.sent).toEqual([]);
    expect(await eventsOf(council, 'NoticeSent')).toHaveLength(4);
  });

  it('shows in health that the provider is away, how many wait, and when it tries again', async () => {
    const postbox = new Postbox();
    const council = await begin(postbox);
    postbox.isAway = true;
    await council.done('Iris', '/disputes', aConcern());
    expect(council.app.get(Outbox).status()).toEqual({
      provider: 'log',
      state: 'trying-again',
      waiting: 2,
      forLater: 0,
      notNeeded: 0,
      failures: 1,
      trouble: 'ECONNREFUSED',
      tryAgainAt: '2023-04-03T09:00:01.000Z',
      mailboxes: 0,
      undelivered: [],
      skipped: [],
    });
    const answer = await council.app.inject({ method: 'GET', url: '/health/ready' });
    expect(answer.json()).toMatchObject({ notices: { state: 'trying-again', waiting: 2, trouble: 'ECONNREFUSED' } });
    postbox.isAway = false;
    await sweepAt(council, '2023-04-03T09:01:00.000Z');
    expect(council.app.get(Outbox).status()).toMatchObject({
      state: 'working',
      waiting: 0,
      failures: 0,
      trouble: null,
    });
  });

  it('lets one message that is refused hold up none of the others', async () => {
    const postbox = new Postbox();
    const council = await begin(postbox);
    postbox.refuses.add('tom');
    await council.done('Iris', '/disputes', aConcern());
    expect(postbox.collect()).toEqual(['alma: a dispute for you to answer, by Wednesday 12 April 2023']);
    expect((await notices(council, 'Tom'))[0]).toMatchObject({ standing: 'failed', failure: 'refused' });
    await sweepAt(council, '2023-04-03T10:00:00.000Z');
    expect(postbox.attempts).toBe(2);
  });

  it('keeps one full mailbox apart, tells everybody else at once, and tells that person when it takes messages again', async () => {
    const postbox = new Postbox();
    const council = await begin(postbox);
    postbox.full.add('tom');
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    expect(postbox.collect()).toEqual(['alma: a dispute for you to answer, by Wednesday 12 April 2023']);
    expect(council.app.get(Outbox).status()).toMatchObject({ state: 'working', waiting: 1, failures: 0, mailboxes: 1 });
    const attempts = postbox.attempts;
    await council.done('Alma', `/disputes/${reference}/ask-for-extension`, MORE_TIME);
    expect(postbox.collect()).toEqual(['iris: more time is asked for', 'mona: more time is asked for']);
    expect(postbox.attempts).toBe(attempts + 2);
    const health = (await council.app.inject({ method: 'GET', url: '/health' })).json<{ parts: { name: string }[] }>();
    expect(health.parts.find(({ name }) => name === 'notices')).toMatchObject({
      state: 'look',
      what: 'The mailboxes of 1 person take nothing now; everybody else is told.',
    });
    postbox.full.clear();
    await sweepAt(council, '2023-04-03T09:01:00.000Z');
    expect(postbox.collect()).toEqual(['tom: a dispute for you to answer, by Wednesday 12 April 2023']);
    expect(council.app.get(Outbox).status()).toMatchObject({ waiting: 0, mailboxes: 0, undelivered: [] });
    expect(await eventsOf(council, 'NoticeDelayed')).toMatchObject([{ data: { by: 'log', code: '452' } }]);
  });

  it('gives a mailbox up after a day, and says so to the person who runs the program', async () => {
    const postbox = new Postbox();
    const council = await begin(postbox);
    postbox.full.add('tom');
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Alma', `/disputes/${reference}/ask-for-extension`, MORE_TIME);
    await sweepAt(council, '2023-04-04T08:59:00.000Z');
    expect(await eventsOf(council, 'NoticeFailed')).toEqual([]);
    await sweepAt(council, '2023-04-04T09:29:00.000Z');
    expect(await eventsOf(council, 'NoticeFailed')).toMatchObject([{ data: { because: 'mailbox-away' } }]);
    const [failed] = await eventsOf(council, 'NoticeFailed');
    const notice = failed!.stream.slice('notice-'.length);
    expect(council.app.get(Outbox).status()).toMatchObject({
      waiting: 0,
      mailboxes: 0,
      undelivered: [{ notice, because: 'mailbox-away' }],
    });
    expect(council.lines.filter((line) => line.includes('notice-given-up'))).toHaveLength(1);
    const health = (await council.app.inject({ method: 'GET', url: '/health' })).json<{ parts: { name: string }[] }>();
    expect(health.parts.find(({ name }) => name === 'notices')).toMatchObject({
      state: 'look',
      what: '1 notice of the last week reached nobody: 1 to a mailbox that took nothing for a day.',
    });
    await sweepAt(council, '2023-04-12T09:00:00.000Z');
    expect(council.app.get(Outbox).status()).toMatchObject({ undelivered: [] });
  });

  it('takes three mailboxes in a row, and nobody else’s between, for the provider: then nothing is given up', async () => {
    const postbox = new Postbox();
    const council = await begin(postbox);
    for (const person of ['tom', 'alma', 'iris', 'mona']) postbox.full.add(person);
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Tom', `/disputes/${reference}/ask-for-extension`, MORE_TIME);
    expect(council.app.get(Outbox).status()).toMatchObject({ state: 'trying-again', trouble: '452', waiting: 4 });
    for (const hour of ['09', '11']) await sweepAt(council, `2023-04-04T${hour}:30:00.000Z`);
    expect(await eventsOf(council, 'NoticeFailed')).toEqual([]);
    postbox.full.clear();
    await sweepAt(council, '2023-04-04T12:00:00.000Z');
    expect(postbox.sent).toHaveLength(4);
    expect(council.app.get(Outbox).status()).toMatchObject({ state: 'working', waiting: 0, mailboxes: 0 });
  });

  it('nor one that is put off again and again', async () => {
    const postbox = new Postbox();
    const council = await begin(postbox);
    for (const person of ['tom', 'alma']) postbox.defers.add(person);
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Tom', `/disputes/${reference}/ask-for-extension`, MORE_TIME);
    for (const minute of [1, 2, 3]) await sweepAt(council, `2023-04-03T09:0${minute}:00.000Z`);
    expect(postbox.collect()).toEqual(['iris: more time is asked for', 'mona: more time is asked for']);
    postbox.defers.clear();
    await sweepAt(council, '2023-04-03T09:10:00.000Z');
    expect(postbox.sent).toHaveLength(2);
  });

  it('puts nothing into two digests, also where the first one has to wait', async () => {
    const postbox = new Postbox();
    const council = await begin(postbox);
    await council.done('Tom', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'none' });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    postbox.isAway = true;
    await sweepAt(council, '2023-04-04T07:00:00.000Z');
    await council.done('Iris', `/disputes/${reference}/chase`, { how: 'By telephone' });
    await sweepAt(council, '2023-04-05T07:00:00.000Z');
    postbox.isAway = false;
    await sweepAt(council, '2023-04-05T07:30:00.000Z');
    const digests = postbox.sent.filter(({ person }) => person === 'tom').map(({ subject }) => subject);
    expect(digests).toEqual(['Footprint: 1 thing to know', 'Footprint: 1 thing to know']);
  });

  it('goes on after a restart where it left off: what was sent is not sent again, what was not is', async () => {
    const postbox = new Postbox();
    const first = await begin(postbox);
    const { store } = first;
    const { reference } = await first.done('Iris', '/disputes', aConcern());
    expect(postbox.collect()).toHaveLength(2);
    postbox.isAway = true;
    await first.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    await first.app.get(Outbox).stop();

    postbox.isAway = false;
    const second = new MemoryEventStore(first.clock);
    await copy(store, second);
    const council = await begin(postbox, second);
    await council.caughtUp();
    expect(postbox.collect()).toEqual(['iris: answered: say if you are satisfied']);
  });

  it('tells people of an event, when it looks at it again, as they wanted it when it happened', async () => {
    const postbox = new Postbox();
    const first = await begin(postbox);
    await first.done('Mona', '/notice-preferences', { theirsToDo: 'at-once', forInformation: 'none' });
    const { reference } = await first.done('Iris', '/disputes', aConcern());
    await first.done('Tom', `/disputes/${reference}/ask-for-extension`, MORE_TIME);
    postbox.collect();
    // Tom and Alma are told, so it is the last event with a notice, at which the next process begins. Mona wanted to hear nothing of it.
    await first.done('Iris', `/disputes/${reference}/grant-extension`, {});
    const words = 'more time is given: answer by Friday 14 April 2023';
    expect(postbox.collect()).toEqual([`alma: ${words}`, `tom: ${words}`]);
    await first.done('Mona', '/notice-preferences', { theirsToDo: 'at-once', forInformation: 'at-once' });
    await first.app.get(Outbox).stop();

    const second = new MemoryEventStore(first.clock);
    await copy(first.store, second);
    const council = await begin(postbox, second);
    await council.caughtUp();
    expect(postbox.collect()).toEqual([]);
  });

  it('sends again under the same number what a crash left in doubt, and nothing else', async () => {
    const postbox = new Postbox();
    const first = await begin(postbox);
    await first.done('Iris', '/disputes', aConcern());
    const numbers = postbox.sent.splice(0).map(({ id }) => id);
    await first.app.get(Outbox).stop();

    // The last thing the machine did was to hand the second message over; that it was sent never reached the log.
    const cut = new MemoryEventStore(first.clock);
    const last = (await eventsOf(first, 'NoticeSent')).at(-1)!;
    await copy(first.store, cut, ({ id }) => id !== last.id);
    const council = await begin(postbox, cut);
    await council.caughtUp();
    expect(postbox.sent.map(({ id }) => id)).toEqual([numbers[1]]);
  });

  it('completes what a crash cut short between two people', async () => {
    const postbox = new Postbox();
    const first = await begin(postbox);
    await first.done('Iris', '/disputes', aConcern());
    const numbers = postbox.sent.splice(0).map(({ id }) => id);
    await first.app.get(Outbox).stop();

    const cut = new MemoryEventStore(first.clock);
    await copy(first.store, cut, ({ stream }) => stream !== `notice-${numbers[1]}`);
    const council = await begin(postbox, cut);
    await council.caughtUp();
    expect(postbox.sent.map(({ id }) => id)).toEqual([numbers[1]]);
  });

  it('wherever a crash cuts the record short, sends what is missing and nothing else', async () => {
    const postbox = new Postbox();
    const whole = await begin(postbox);
    await whole.done('Alma', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'none' });
    const { reference } = await whole.done('Iris', '/disputes', aConcern());
    await whole.done('Sven', `/disputes/${reference}/add-note`, { text: 'Seen.' });
    await sweepAt(whole, '2023-04-04T07:00:00.000Z');
    await whole.done('Tom', `/disputes/${reference}/ask-for-extension`, MORE_TIME);
    const all = postbox.sent.splice(0).map(({ id }) => id);
    expect(all).toHaveLength(5);
    const record = await whole.store.readAll(undefined, { categories: ['notice'], limit: 1_000 });
    await whole.app.get(Outbox).stop();

    for (let kept = 0; kept <= record.length; kept++) {
      const cut = new MemoryEventStore(whole.clock);
      const lost = new Set(record.slice(kept).map(({ id }) => id));
      await copy(whole.store, cut, ({ id }) => !lost.has(id));
      const told = record.slice(0, kept).filter(({ type }) => type === 'NoticeSent');
      const council = await begin(postbox, cut);
      await sweepAt(council, '2023-04-04T07:01:00.000Z');
      const missing = all.filter((id) => !told.some(({ stream }) => stream === `notice-${id}`));
      expect(
        postbox.sent
          .splice(0)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(missing.sort());
      await council.app.get(Outbox).stop();
    }
    // A council for each event of the record.
  });

  it('sends nothing when the read models are made anew', async () => {
    const postbox = new Postbox();
    const council = await begin(postbox);
    await council.done('Iris', '/disputes', aConcern());
    postbox.sent.splice(0);
    const before = await council.events();
    await council.app.get(ProjectionRunner).rebuild();
    await sweepAt(council, '2023-04-03T09:30:00.000Z');
    expect(postbox.sent).toEqual([]);
    expect(await council.events()).toBe(before);
  });

  it('tells nobody what was recorded before it began, however overdue it is', async () => {
    const before = await Council.begin();
    councils.push(before);
    const { reference } = await before.done('Iris', '/disputes', aConcern());
    const store = new MemoryEventStore(before.clock);
    await copy(before.store, store);

    const postbox = new Postbox();
    const council = await Council.begin('house', {
      notices: postbox,
      store: (clock) => {
        clock.set('2023-07-03T08:00:00.000Z');
        return store;
      },
    });
    councils.push(council);
    await sweepAt(council, '2023-07-03T09:00:00.000Z');
    // Only now is it put on record that the date has passed: the date itself is history all the same.
    expect((await store.read(`dispute-${reference}`)).map(({ type }) => type)).toContain('AnswerDeadlinePassed');
    expect(postbox.sent).toEqual([]);

    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'No answer came.' });
    expect(postbox.collect()).toContain('sven: a dispute has come up to you, answer by Monday 10 July 2023');
  });

  it('begins by itself where the program runs by the machine’s clock', async () => {
    const store = new MemoryEventStore(systemClock);
    const config: Config = { ...readConfig({}), demonstration: true };
    const app = await createService(config, { store, alarms: false }, new Log(systemClock, () => undefined));
    await app.init();
    try {
      await app.get(Outbox).caughtUp();
      expect(app.get(Outbox).status()).toMatchObject({ provider: 'log', state: 'working', waiting: 0 });
      expect((await store.read('outbox-council')).map(({ type }) => type)).toEqual(['NoticesBegan']);
    } finally {
      await app.close();
    }
    expect(app.get(Outbox).status().state).toBe('off');
  });

  it('shows the last notices to administrators, and to everybody else their own', async () => {
    const council = await begin(new Postbox());
    await council.done('Iris', '/disputes', aConcern());
    expect((await notices(council, 'Adam')).map(({ to }) => to.id).sort()).toEqual(['alma', 'tom']);
    expect((await notices(council, 'Tom')).map(({ to, kind }) => [to.id, kind])).toEqual([['tom', 'dispute-for-you']]);
    expect(await notices(council, 'Iris')).toEqual([]);
    expect((await council.get('', '/notices')).status).toBe(401);
  });
});

const copy = async (
  from: EventStore,
  to: EventStore,
  which: (event: { id: string; stream: string }) => boolean = () => true,
): Promise<void> => {
  const revisions = new Map<string, number>();
  for (const event of await from.readAll(undefined, { limit: 100_000 })) {
    if (!which(event)) continue;
    const { stream, id, type, data, metadata } = event;
    const revision = revisions.get(stream);
    await to.append(stream, revision ?? 'no_stream', [{ id, type, data, metadata }]);
    revisions.set(stream, (revision ?? -1) + 1);
  }
};
