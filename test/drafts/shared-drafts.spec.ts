import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Draft, emptied } from '../../src/drafts/draft.js';
import { RedisDrafts } from '../../src/drafts/store/redis-drafts.js';
import { SharedDrafts } from '../../src/drafts/store/shared-drafts.js';
import { SqliteDrafts } from '../../src/drafts/store/sqlite-drafts.js';
import { RedisConnections } from '../../src/platform/jobs/bullmq/redis-connections.js';
import { hasRedis, RedisServer } from '../support/redis.js';

const first: Draft = {
  ...{ id: 'draft-1', origin: 'draft-1', revision: 1, writer: 'tom', readers: [], passedOnBy: null },
  form: { act: 'dispute.answer', address: '/disputes/DRP-7K4M-2QXH/answer', actingFor: null },
  ...{ command: 'command-1', begunAt: '2023-04-03T12:00:00.000Z', savedAt: '2023-04-03T12:00:00.000Z' },
  sealed: 'first',
};
const next = (draft: Draft, sealed: string): Draft => ({
  ...draft,
  ...{ revision: draft.revision + 1, sealed, savedAt: `2023-04-03T12:0${draft.revision}:00.000Z` },
});

if (!hasRedis()) {
  it('drafts of several instances are not tried here: there is no redis-server on this machine', () => {
    expect(hasRedis()).toBe(false);
  });
} else {
  describe('drafts of three instances', () => {
    let redis: RedisServer;
    let instances: [SharedDrafts, SharedDrafts, SharedDrafts];

    beforeAll(async () => {
      redis = await RedisServer.begin();
    });
    afterAll(() => redis.end());

    beforeEach(async () => {
      await redis.start();
      await redis.wipe();
      instances = [await instance(), await instance(), await instance()];
    });
    afterEach(() => {
      for (const each of instances) each.onApplicationShutdown();
    });

    const instance = async (): Promise<SharedDrafts> => {
      const connections = new RedisConnections(redis.url, () => undefined);
      const commands = connections.forCommands();
      await commands.connect();
      return new SharedDrafts({
        own: new SqliteDrafts(':memory:'),
        shared: new RedisDrafts(commands, 'test'),
        onTrouble: () => undefined,
        close: () => connections.close(),
      });
    };
    const textsOf = (person: string): Promise<(string | null)[][]> =>
      Promise.all(instances.map(async (each) => (await each.of(person)).map(({ sealed }) => sealed).sort()));
    /** Until every instance reaches Redis again. */
    const untilBack = async (): Promise<void> => {
      await redis.start();
      for (const [index, each] of instances.entries()) {
        for (let tries = 0; ; tries++) {
          const probe: Draft = { ...first, id: `probe-${index}-${tries}`, writer: 'nobody' };
          await each.put(probe, 0);
          const known = await redis.command((commands) => commands.exists(`test:draft:${probe.id}`));
          if (known === 1) break;
          if (tries > 100) throw new Error('Redis did not come back.');
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    };

    it('are the same on all, and saved by one window at a time', async () => {
      const [one, two, three] = instances;
      expect(await one.put(first, 0)).toBe(true);
      expect(await two.put(next(first, 'second'), 1)).toBe(true);
      expect(await three.put(next(first, 'from an older window'), 1)).toBe(false);
      expect(await textsOf('tom')).toEqual([['second'], ['second'], ['second']]);
      const both = await Promise.all(
        [one, three].map((each, at) => each.put({ ...next(first, `${at}`), revision: 3 }, 2)),
      );
      expect(both.filter(Boolean)).toHaveLength(1);
    });

    it('that were sent are gone on all, and come back from none', async () => {
      const [one, two] = instances;
      await one.put(first, 0);
      await two.find('draft-1');
      await one.put(emptied(first, 'tom'), 1);
      expect(await textsOf('tom')).toEqual([[], [], []]);
      await redis.wipe();
      expect(await textsOf('tom')).toEqual([[], [], []]);
    });

    it('outlive a Redis that has lost everything', async () => {
      const [one, two, three] = instances;
      await one.put(first, 0);
      await redis.wipe();
      // The instance that holds it is asked for something else, and tells Redis all.
      await one.of('somebody else');
      expect((await two.find('draft-1'))?.sealed).toBe('first');
      expect((await three.of('tom')).map(({ sealed }) => sealed)).toEqual(['first']);
    });

    it('are saved while Redis is away, and on all once it is back', async () => {
      const [one, two] = instances;
      await one.put(first, 0);
      await two.find('draft-1');
      await redis.kill();
      expect(await one.put(next(first, 'second'), 1)).toBe(true);
      expect((await one.find('draft-1'))?.sealed).toBe('second');
      await untilBack();
      expect(await textsOf('tom')).toEqual([['second'], ['second'], ['second']]);
    });

    it('that two instances saved apart are both kept', async () => {
      const [one, two] = instances;
      await one.put(first, 0);
      await two.find('draft-1');
      await redis.kill();
      expect(await one.put(next(first, 'in one window'), 1)).toBe(true);
      expect(await two.put(next(first, 'in another'), 1)).toBe(true);
      await untilBack();
      for (const each of instances) await each.of('tom');
      expect(await textsOf('tom')).toEqual(Array(3).fill(['in another', 'in one window']));
      const origins = (await one.of('tom')).map(({ origin }) => origin);
      expect(origins).toEqual(['draft-1', 'draft-1']);
    });
  });
}
