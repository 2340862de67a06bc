import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { chanceFrom } from '../../src/demonstration/chance.js';
import { CATEGORIES } from '../../src/event-catalogue.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { newSecret } from '../../src/platform/secret.js';
import { report, seed } from '../faults/cases.js';
import { Client, WrongAnswer } from '../faults/client.js';
import { Ledger } from '../faults/ledger.js';
import { mixedWork } from '../faults/mixed-work.js';
import { Council, PEOPLE } from '../journeys/council.js';
import { hasRedis, RedisServer } from '../support/redis.js';
import { Instances } from './instances.js';
import { type Nodes, nodes, WHICH_NODES } from './nodes.js';
import { OneAfterAnother } from './one-after-another.js';
import { tokensFor } from './tokens.js';
import { WatchedSilence } from './watched-silence.js';

/*
 * Three instances at work on three nodes, of which the leader is killed, or frozen and thawed, and of which two are away at once.
 * `script/failing-cluster` does it on real servers, for longer.
 */

const count = (name: string, usual: number): number => Number(process.env[`FOOTPRINT_CLUSTER_${name}`] || usual);

const KILLS = count('KILLS', 1);
const FREEZES = count('FREEZES', 1);
const OUTAGES = count('OUTAGES', 1);
/** Seconds for which a leader is frozen, for which none leads, and between two faults. */
const FROZEN = count('FROZEN_SECONDS', 6);
const LEADERLESS = count('LEADERLESS_SECONDS', 6);
const BETWEEN = count('BETWEEN_SECONDS', 5);
/** Seconds in which another node leads once the leader is gone. */
const ELECTION = 5;
/** Longest that all of it goes on, and shortest; after the last fault people go on working until then. */
const SECONDS = count('SECONDS', 30);
const PEOPLE_AT_WORK = 12;
const PAIRS = 6;
const INSTANCES = 3;
/** Milliseconds for which nobody may be answered while a node leads. */
const LONGEST_SILENCE = 20_000;
const FAULTS_TAKE = KILLS * 2 * BETWEEN + FREEZES * (FROZEN + BETWEEN) + OUTAGES * (LEADERLESS + 2 * BETWEEN) + SECONDS;

if (!hasRedis()) {
  describe('Three instances on a failing cluster', () => {
    it('are not tried here: there is no redis-server on this machine, and script/test could not install one', () => {
      process.stderr.write('footprint: no redis-server here; a failing cluster was not tried.\n');
      expect(hasRedis()).toBe(false);
    });
  });
} else {
  describe(`Three instances on a failing cluster (${WHICH_NODES})`, () => {
    let cluster: Nodes;
    let redis: RedisServer;
    let log: EventStore;
    let council: Council;
    let instances: Instances;
    let tokens: ReadonlyMap<string, string>;

    beforeAll(async () => {
      cluster = await nodes();
      const { connectionString } = cluster;
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
      await cluster?.end();
      await redis?.end();
    });

    it(
      `end no instance, lose nothing, refuse nobody wrongly: ${KILLS} kills, ${FREEZES} freezes, ${OUTAGES} outages`,
      async () => {
        const began = performance.now();
        const chance = chanceFrom(seed);
        const ledger = new Ledger();
        const tokenOf = (person: string): string => tokens.get(person)!;
        const silence = new WatchedSilence(cluster);
        const wrong: string[] = [];
        let ended = false;
        const isOver = (): boolean => ended;
        const served = { at: () => Promise.resolve(instances.proxy.address) };
        const options = { tokenOf, afterwards: async () => silence.broken() };
        const clients = Array.from({ length: PEOPLE_AT_WORK }, async () => {
          const client = new Client(served, ledger, chance, options);
          while (!ended) await mixedWork(client, chance, isOver).catch(noteIn(wrong));
        });
        const pairs = Array.from(
          { length: PAIRS },
          (_, index) =>
            new OneAfterAnother(`pair-${index}`, instances.proxy.address, tokenOf, chance, () => silence.broken()),
        );
        const work = Promise.all([...clients, ...pairs.map((pair) => pair.work(isOver))]);
        try {
          await pause(BETWEEN * 1_000);
          for (const fault of faultsInTurn(silence)) {
            await fault();
            await pause(BETWEEN * 1_000);
          }
          await pause(Math.max(0, began + SECONDS * 1_000 - performance.now()));
        } finally {
          ended = true;
        }
        await work;
        await silence.end();
        wrong.push(...pairs.flatMap(({ refused }) => refused));
        const stale = pairs.flatMap((pair) => pair.stale);
        report('A failing cluster', {
          seconds: Math.round((performance.now() - began) / 1_000),
          ...{ kills: KILLS, freezes: FREEZES, outages: OUTAGES },
          acknowledged: ledger.acknowledged.length,
          actsInTurn: pairs.reduce((sum, { acts }) => sum + acts, 0),
          pagesRead: pairs.reduce((sum, { pages }) => sum + pages, 0),
          wrongRefusals: wrong.length,
          stalePages: stale.length,
          instancesEnded: instances.endedByThemselves.length,
          longestSilence: silence.longest,
          longestSilenceBesideOutages: silence.longestBesideOutages,
          longestSilenceWithLeader: silence.longestWithLeader,
          secondsWithoutLeader: Math.round(silence.leaderless / 1_000),
        });
        expect(instances.endedByThemselves).toEqual([]);
        expect(wrong).toEqual([]);
        expect(stale).toEqual([]);
        expect(await ledger.compareWith(log)).toEqual({ lost: [], doubled: [], unresolved: [] });
        expect(silence.longestWithLeader).toBeLessThan(LONGEST_SILENCE);
      },
      600_000 + FAULTS_TAKE * 3_000,
    );

    const faultsInTurn = (silence: WatchedSilence): (() => Promise<void>)[] => {
      const faults = [
        ...Array.from({ length: KILLS }, () => leaderKilled),
        ...Array.from({ length: FREEZES }, (_, index) => () => leaderFrozen(index % 3 === 0)),
        ...Array.from({ length: OUTAGES }, () => () => silence.during(twoAway)),
      ];
      // Mixed, and in the same order each time.
      return faults
        .map((fault, index) => [fault, (index * 7) % faults.length] as const)
        .sort(([, one], [, other]) => one - other)
        .map(([fault]) => fault);
    };

    const leaderKilled = async (): Promise<void> => {
      const leader = await theLeader();
      await cluster.kill(leader);
      await pause((BETWEEN + ELECTION) * 1_000);
      await cluster.start(leader);
    };

    /** @param andStart an instance is started a second after */
    const leaderFrozen = async (andStart: boolean): Promise<void> => {
      const leader = await theLeader();
      await cluster.freeze(leader);
      const frozen = pause(FROZEN * 1_000);
      if (andStart) {
        await pause(1_000);
        const dataDir = await instances.killOne(0);
        await instances.start(dataDir);
      }
      await frozen;
      await cluster.thaw(leader);
    };

    const twoAway = async (): Promise<void> => {
      const leader = await theLeader();
      const other = (leader % 3) + 1;
      await Promise.all([cluster.kill(leader), cluster.kill(other)]);
      await pause(LEADERLESS * 1_000);
      await Promise.all([cluster.start(leader), cluster.start(other)]);
      await theLeader();
    };

    const theLeader = async (): Promise<number> => {
      for (;;) {
        const leader = await cluster.leader();
        if (leader !== undefined) return leader;
        await pause(100);
      }
    };
  });
}

const noteIn =
  (wrong: string[]) =>
  (error: unknown): void => {
    if (!(error instanceof WrongAnswer)) throw error;
    wrong.push(error.message);
  };
