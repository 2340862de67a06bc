import { describe, expect, it } from '@jest/globals';
import { SettableClock } from '../clock/clock.js';
import type { AlarmsStatus } from '../jobs/alarms-status.js';
import { HealthWatch, type HealthSources } from './health-watch.js';

const ALARMS: AlarmsStatus = {
  ...{ kind: 'redis', waiting: 0, fired: 0, deadLetters: [], trouble: null },
  ...{ late: 0, held: null },
};

const watching = (sources: Pick<HealthSources, 'store' | 'alarms'>): HealthWatch =>
  new HealthWatch({
    ...sources,
    readModels: { status: () => [], progress: () => null },
    notices: {
      status: () => ({
        ...{ provider: 'log', state: 'elsewhere', waiting: 0, forLater: 0, notNeeded: 0, failures: 0 },
        ...{ trouble: null, tryAgainAt: null, mailboxes: 0, undelivered: [], skipped: [] },
      }),
    },
    troubles: { now: () => [] },
    warnings: [],
    failings: [],
    clock: new SettableClock('2026-11-23T10:00:00.000Z'),
    dataDir: null,
    sweeps: false,
    patience: 50,
  });

describe('the health of a program', () => {
  const silence = (): Promise<never> => new Promise(() => {});

  it('is told where the log says nothing, before the caller has given up', async () => {
    const { ready, parts } = await watching({
      store: { head: silence },
      alarms: { status: async () => ALARMS },
    }).health();
    expect(ready).toBe(false);
    expect(parts.find(({ name }) => name === 'log')).toMatchObject({ state: 'broken' });
  });

  it('is ready where alarms say nothing', async () => {
    const { ready, parts } = await watching({
      store: { head: async () => undefined },
      alarms: { status: silence },
    }).health();
    expect(ready).toBe(true);
    expect(parts.find(({ name }) => name === 'deadlines')).toMatchObject({ state: 'look' });
  });

  it('looks once for all who ask at the same time', async () => {
    let looks = 0;
    const head = async () => {
      looks++;
      return undefined;
    };
    const watch = watching({ store: { head }, alarms: { status: async () => ALARMS } });
    await Promise.all(Array.from({ length: 50 }, () => watch.health()));
    expect(looks).toBe(1);
    await watch.health();
    expect(looks).toBe(2);
  });

  it('asks log and alarms side by side', async () => {
    let asked = (): void => {};
    const alarmsAsked = new Promise<undefined>((resolve) => (asked = () => resolve(undefined)));
    const alarms = {
      status: async () => {
        asked();
        return ALARMS;
      },
    };
    expect((await watching({ store: { head: () => alarmsAsked }, alarms }).health()).ready).toBe(true);
  });
});
