import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../platform/clock/clock.js';
import { Log } from '../../platform/logging/log.js';
import { RegistersUnderWay } from './registers-under-way.js';

describe('registers under way', () => {
  const lines: string[] = [];
  const underWay = new RegistersUnderWay(new Log(systemClock, (line) => lines.push(line)));
  /** Writes until it is told to stop. */
  const untilStopped =
    (ended: string[], name: string) =>
    (signal: AbortSignal): Promise<void> =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          ended.push(name);
          reject(signal.reason as Error);
        }),
      );

  it('are stopped alone, and all of them before the program ends, which is no fault', async () => {
    const ended: string[] = [];
    for (const name of ['one', 'other', 'third']) underWay.begin(name, untilStopped(ended, name));
    await underWay.stop('other');
    expect(ended).toEqual(['other']);
    await underWay.stop('of another process');
    await underWay.beforeApplicationShutdown();
    expect(ended).toEqual(['other', 'one', 'third']);
    expect(lines).toEqual([]);
  });

  it('are begun once', async () => {
    let times = 0;
    const write = (): Promise<number> => Promise.resolve(++times);
    underWay.begin('same', write);
    underWay.begin('same', write);
    await underWay.stop('same');
    expect(times).toBe(1);
    underWay.begin('same', write);
    await underWay.stop('same');
    expect(times).toBe(2);
  });

  it('say in the log that one failed, and nothing of its rows', async () => {
    underWay.begin('failing', () => Promise.reject(new Error('Row "AB 1004512" is wrong')));
    await underWay.beforeApplicationShutdown();
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['not foreseen']);
    expect(lines.join()).not.toContain('1004512');
  });
});
