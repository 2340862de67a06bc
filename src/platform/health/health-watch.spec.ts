import { describe, expect, it } from '@jest/globals';
import { SettableClock } from '../clock/clock.js';
import { HealthWatch } from './health-watch.js';

describe('the health of a program', () => {
  it('is told where the log says nothing, before whoever asks has given up', async () => {
    const silence = new Promise<never>(() => {});
    const watch = new HealthWatch({
      store: { head: () => silence },
      readModels: { status: () => [], progress: () => null },
      alarms: { status: () => Promise.reject(new Error('not now')) },
      notices: {
        status: () => ({
          ...{ provider: 'log', state: 'elsewhere', waiting: 0, failures: 0 },
          ...{ trouble: null, tryAgainAt: null, skipped: [] },
        }),
      },
      warnings: [],
      clock: new SettableClock('2026-11-23T10:00:00.000Z'),
      dataDir: null,
      sweeps: false,
      patience: 10,
    });
    const { ready, parts } = await watch.health();
    expect(ready).toBe(false);
    expect(parts.find(({ name }) => name === 'log')).toMatchObject({ state: 'broken' });
  });
});
