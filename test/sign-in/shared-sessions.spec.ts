import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RedisConnections } from '../../src/platform/jobs/bullmq/redis-connections.js';
import { RedisSessions } from '../../src/sign-in/sessions/redis-sessions.js';
import type { Session } from '../../src/sign-in/sessions/session.js';
import { SharedSessions } from '../../src/sign-in/sessions/shared-sessions.js';
import { SqliteSessions } from '../../src/sign-in/sessions/sqlite-sessions.js';
import { hasRedis, RedisServer } from '../support/redis.js';

const NOON = '2023-04-03T12:00:00.000Z';
const LATER = '2023-04-03T12:05:00.000Z';
const session: Session = {
  person: 'iris',
  began: NOON,
  seen: NOON,
  proved: NOON,
  provider: { account: 'ACC-7K4M-2QXH', issuer: 'https://login.example', sid: 'at-the-provider', sealedIdToken: null },
};

if (!hasRedis()) {
  it('sessions of several instances are not tried here: there is no redis-server on this machine', () => {
    expect(hasRedis()).toBe(false);
  });
} else {
  describe('sessions of three instances', () => {
    let redis: RedisServer;
    let instances: SharedSessions[];
    let troubles: unknown[];

    beforeAll(async () => {
      redis = await RedisServer.begin();
    });
    afterAll(() => redis.end());

    beforeEach(async () => {
      await redis.start();
      await redis.wipe();
      troubles = [];
      instances = await Promise.all([1, 2, 3].map(() => instance()));
    });
    afterEach(() => {
      for (const each of instances) each.onApplicationShutdown();
    });

    const instance = async (): Promise<SharedSessions> => {
      const connections = new RedisConnections(redis.url, () => undefined);
      const commands = connections.forCommands();
      await commands.connect();
      return new SharedSessions({
        own: new SqliteSessions(':memory:'),
        shared: new RedisSessions(commands, 'test'),
        onTrouble: (error) => troubles.push(error),
        close: () => connections.close(),
      });
    };
    const foundBy = (hash: string) =>
      Promise.all(instances.map(async (each) => (await each.find(hash))?.person ?? null));
    /** Until each instance knows what another began. */
    const untilBack = async (): Promise<void> => {
      await redis.start();
      for (let tries = 0; tries < 100; tries++) {
        const known = instances.map(async (each, index) => {
          const probe = `probe ${tries} of ${index}`;
          await each.begin(probe, session);
          return (await instances[(index + 1) % instances.length]!.find(probe)) !== undefined;
        });
        if ((await Promise.all(known)).every(Boolean)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('Redis did not come back.');
    };

    it('are known to all, and ended on all at once', async () => {
      await instances[0]!.begin('one', session);
      await instances[0]!.begin('two', session);
      expect(await foundBy('one')).toEqual(['iris', 'iris', 'iris']);
      await instances[1]!.end({ hash: 'one' });
      expect(await foundBy('one')).toEqual([null, null, null]);
      expect(await foundBy('two')).toEqual(['iris', 'iris', 'iris']);
      await instances[2]!.end({ person: 'iris' });
      expect(await foundBy('two')).toEqual([null, null, null]);
    });

    it('are ended by the name that the provider has for its own', async () => {
      await instances[0]!.begin('one', session);
      await instances[1]!.end({ issuer: 'https://other.example', sid: 'at-the-provider' });
      expect(await foundBy('one')).toEqual(['iris', 'iris', 'iris']);
      await instances[1]!.end({ issuer: 'https://login.example', sid: 'at-the-provider' });
      expect(await foundBy('one')).toEqual([null, null, null]);
    });

    it('were last used when any instance last saw them', async () => {
      await instances[0]!.begin('one', session);
      await foundBy('one');
      await instances[2]!.noteSeen('one', LATER);
      expect(await Promise.all(instances.map(async (each) => (await each.find('one'))?.seen))).toEqual([
        LATER,
        LATER,
        LATER,
      ]);
    });

    it('hand a sentence on to the next page, whichever instance draws it, once', async () => {
      await instances[0]!.begin('one', session);
      await instances[0]!.say('one', 'Sent.');
      expect(await instances[1]!.takeSaid('one')).toBe('Sent.');
      expect(await instances[2]!.takeSaid('one')).toBeUndefined();
    });

    it('outlive a Redis that has lost everything, on all instances', async () => {
      await instances[0]!.begin('one', session);
      await redis.wipe();
      expect(await instances[0]!.find('one')).toBeDefined();
      expect(await foundBy('one')).toEqual(['iris', 'iris', 'iris']);
    });

    it('outlive a Redis that is away, where they were seen before; what is ended meanwhile has ended when it is back', async () => {
      await instances[0]!.begin('one', session);
      expect(await foundBy('one')).toEqual(['iris', 'iris', 'iris']);
      await redis.kill();
      expect(await foundBy('one')).toEqual(['iris', 'iris', 'iris']);
      expect(troubles.length).toBe(3);
      await instances[1]!.end({ hash: 'one' });
      expect(await foundBy('one')).toEqual(['iris', null, 'iris']);
      await untilBack();
      expect(await foundBy('one')).toEqual([null, null, null]);
    });

    it('that were ended are not brought back by a Redis that has forgotten it', async () => {
      await instances[0]!.begin('one', session);
      await foundBy('one');
      await instances[0]!.end({ hash: 'one' });
      expect(await foundBy('one')).toEqual([null, null, null]);
      await redis.wipe();
      expect(await foundBy('one')).toEqual([null, null, null]);
    });
  });
}
