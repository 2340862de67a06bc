import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projections } from '../../projections/index.js';
import { chanceFrom } from '../../src/demonstration/chance.js';
import { CATEGORIES } from '../../src/event-catalogue.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import type { EventStore, RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { newSecret } from '../../src/platform/secret.js';
import { patienceFor, report, seed } from '../faults/cases.js';
import { Client } from '../faults/client.js';
import { type Entry, everythingIn, Ledger } from '../faults/ledger.js';
import { mixedWork } from '../faults/mixed-work.js';
import { aConcern, Council, PEOPLE } from '../journeys/council.js';
import { type ServerAlone, serverAlone } from '../support/eventstoredb/server-alone.js';
import { WHICH_SERVER } from '../support/eventstoredb/under-test.js';
import { hasRedis, RedisServer } from '../support/redis.js';
import { Instances } from './instances.js';
import { OwnSaves } from './own-saves.js';
import { Silence } from './silence.js';
import { tokensFor } from './tokens.js';

/*
 * Three instances on one log behind a proxy, with people at work while instances are killed and started. `script/three-instances`
 * lets it run longer.
 */

const SECONDS = Number(process.env.FOOTPRINT_INSTANCES_SECONDS || 20);
const PEOPLE_AT_WORK = 20;
const INSTANCES = 3;
/** Longest that an instance is left alone, in milliseconds. */
const LONGEST_RUN = 4_000;
/** Milliseconds between two disputes whose date has passed. */
const BETWEEN_DEADLINES = 1_000;

if (!hasRedis()) {
  describe('Three instances on one log', () => {
    it('are not tried here: there is no redis-server on this machine, and script/test could not install one', () => {
      process.stderr.write('footprint: no redis-server here; several instances were not tried.\n');
      expect(hasRedis()).toBe(false);
    });
  });
} else {
  describe(`Three instances on one log (${WHICH_SERVER})`, () => {
    let server: ServerAlone;
    let redis: RedisServer;
    let log: EventStore;
    /** Works in this process, on a day in 2023: what it raises is late at once for everybody else. */
    let council: Council;
    let instances: Instances;
    let tokens: ReadonlyMap<string, string>;

    beforeAll(async () => {
      server = await serverAlone();
      const { connectionString } = server;
      log = EventStoreDbEventStore.open(connectionString, { categories: CATEGORIES });
      council = await Council.begin('house', { store: () => log });
      tokens = await tokensFor(Object.keys(PEOPLE), council, systemClock.now());
      redis = await RedisServer.begin();
      instances = await Instances.begin(INSTANCES, {
        FOOTPRINT_LOG: connectionString,
        REDIS_URL: redis.url,
        FOOTPRINT_SEALING_KEY: newSecret(),
      });
    });

    afterAll(async () => {
      await instances?.remove();
      await council?.end();
      server?.end();
      await redis?.end();
    });

    it(
      `lose nothing, do nothing twice, and show everybody their own saves, in ${SECONDS} seconds of kills`,
      async () => {
        const chance = chanceFrom(seed);
        const ledger = new Ledger();
        const tokenOf = (person: string): string => tokens.get(person)!;
        const saves = new OwnSaves(instances.proxy.address, tokenOf, chance);
        const silence = new Silence();
        const afterwards = (entry: Entry): Promise<void> => {
          silence.broken();
          return saves.mustShow(entry);
        };
        const served = { at: () => Promise.resolve(instances.proxy.address) };
        const clients = Array.from(
          { length: PEOPLE_AT_WORK },
          () => new Client(served, ledger, chance, { tokenOf, afterwards }),
        );
        let ended = false;
        const work = Promise.all(clients.map((client) => mixedWork(client, chance, () => ended)));
        const late: string[] = [];
        const raising = raiseLateOnes(late, () => ended);
        const end = performance.now() + SECONDS * 1_000;
        let kills = 0;
        const killing = (async () => {
          while (performance.now() < end && !ended) {
            await pause(chance.number(0, LONGEST_RUN));
            const dataDir = await instances.killOne(chance.number(0, INSTANCES - 1));
            kills++;
            // Now and then one comes back with nothing, as on another machine, and makes its read models from the log.
            await instances.start(chance.happens(30) ? undefined : dataDir);
          }
        })();
        try {
          await Promise.race([killing, work]);
          await killing;
        } finally {
          ended = true;
        }
        await Promise.all([work, raising]);

        const over = performance.now();
        const events = await whenAllIsTold(late);
        const settledAfter = Math.round((performance.now() - over) / 1_000);
        expect(await ledger.compareWith(log)).toEqual({ lost: [], doubled: [], unresolved: [] });
        expect(saves.undone).toEqual([]);
        expect(timesOf('AnswerDeadlinePassed', events, late)).toEqual(late.map(() => 1));
        const told = noticesIn(events);
        expect(told.twiceWritten).toEqual([]);
        expect(told.twiceSent).toEqual([]);
        const messages = messagesIn(instances.lines);
        expect([...messages.keys()].filter((notice) => !told.written.has(notice))).toEqual([]);
        const lengths = await readModelsOfAll();
        report('Three instances', {
          seconds: SECONDS,
          settledAfter,
          kills,
          acknowledged: ledger.acknowledged.length,
          cutOff: ledger.entries.filter(({ unanswered }) => unanswered > 0).length,
          cutOffThoughDone: ledger.hadBeenDone,
          longestSilence: silence.longest,
          ...saves.figures(),
          deadlines: late.length,
          notices: told.written.size,
          noticesRepeated: [...messages.values()].filter((times) => times > 1).length,
          rows: lengths,
          events: events.length,
        });
        expect(ledger.acknowledged.length).toBeGreaterThan(SECONDS);
        expect(saves.figures().seen).toBeGreaterThan(SECONDS);
      },
      patienceFor(SECONDS) + SECONDS * 1_000,
    );

    /** In 2023: the answer was due nine days later, which for the instances is long ago. */
    const raiseLateOnes = async (late: string[], ended: () => boolean): Promise<void> => {
      while (!ended()) {
        const { body, status } = await council.post<{ reference: string }>('Iris', '/disputes', aConcern());
        if (status === 201) late.push(body.reference);
        await pause(BETWEEN_DEADLINES);
      }
    };

    /** Until every late date is on record and every notice has gone; the instances need no help to come there. */
    const whenAllIsTold = async (late: readonly string[]): Promise<RecordedEvent[]> => {
      for (;;) {
        const events = await everythingIn(log);
        const { written, settled } = noticesIn(events);
        const marked = timesOf('AnswerDeadlinePassed', events, late).every((times) => times > 0);
        if (marked && settled.size === written.size && (await everythingIn(log)).length === events.length)
          return events;
        await pause(500);
      }
    };

    /** Each instance's own, brought to the end of the log where it had stopped a little before: how many rows in all. */
    const readModelsOfAll = async (): Promise<number> => {
      const { dataDirs } = instances;
      await instances.stop();
      const tables: string[][] = [];
      for (const dataDir of dataDirs) {
        const runner = new ProjectionRunner({ store: log, path: join(dataDir, 'read-models.sqlite'), projections });
        await runner.catchUp();
        expect(runner.status().filter(({ state }) => state !== 'live')).toEqual([]);
        tables.push(projections.flatMap(({ name }) => rowsOf(runner, name)));
        await runner.close();
      }
      const [first, ...others] = tables;
      for (const other of others) expect(other).toEqual(first);
      return first!.length;
    };
  });
}

const rowsOf = (runner: ProjectionRunner, name: string): string[] =>
  runner
    .all(`SELECT * FROM ${name}`)
    .map((row) => `${name} ${JSON.stringify(row)}`)
    .sort();

/** The number of times that each of these disputes has an event of this type. */
const timesOf = (type: string, events: readonly RecordedEvent[], references: readonly string[]): number[] =>
  references.map((each) => events.filter((event) => event.type === type && event.stream === `dispute-${each}`).length);

const noticesIn = (events: readonly RecordedEvent[]) => {
  const streamsOf = (type: string): string[] =>
    events.filter((event) => event.type === type).map(({ stream }) => stream);
  const written = streamsOf('NoticeWritten');
  const sent = streamsOf('NoticeSent');
  return {
    written: new Set(written.map(noticeOf)),
    /** Sent, or found to be not needed any more when it was to go. */
    settled: new Set([...sent, ...streamsOf('NoticeNotNeeded')].map(noticeOf)),
    twiceWritten: repeatedIn(written),
    twiceSent: repeatedIn(sent),
  };
};

const noticeOf = (stream: string): string => stream.slice('notice-'.length);

const repeatedIn = (all: readonly string[]): string[] => all.filter((each, index) => all.indexOf(each) !== index);

/** The number of times that each notice was handed to the provider, by the instances' own logs. */
const messagesIn = (lines: readonly string[]): Map<string, number> => {
  const messages = new Map<string, number>();
  for (const line of lines) {
    const notice = /"notice":"([^"]+)"/.exec(line)?.[1];
    if (notice !== undefined) messages.set(notice, (messages.get(notice) ?? 0) + 1);
  }
  return messages;
};
