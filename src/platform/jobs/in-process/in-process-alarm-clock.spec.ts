import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SettableClock } from '../../clock/clock.js';
import { InProcessAlarmClock } from './in-process-alarm-clock.js';

const START = Date.parse('2022-04-14T09:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;
const at = (milliseconds: number): string => new Date(START + milliseconds).toISOString();

describe('the alarm clock in process', () => {
  let clock: SettableClock;
  let alarmClock: InProcessAlarmClock;
  let rung: string[];

  /** Time passes, for the timers as for the clock. */
  const letPass = async (milliseconds: number, step = 60_000): Promise<void> => {
    for (let passed = 0; passed < milliseconds; passed += step) {
      clock.set(new Date(Date.parse(clock.now()) + step).toISOString());
      await jest.advanceTimersByTimeAsync(step);
    }
  };

  beforeEach(() => {
    jest.useFakeTimers();
    clock = new SettableClock(at(0));
    alarmClock = new InProcessAlarmClock(clock);
    rung = [];
    alarmClock.onDue(async (id) => void rung.push(id));
  });
  afterEach(async () => {
    await alarmClock.stop();
    jest.useRealTimers();
  });

  it('rings what is due, and nothing before', async () => {
    await alarmClock.start(() => [{ id: 'a', at: at(90_000) }]);
    await letPass(60_000);
    expect(rung).toEqual([]);
    await letPass(60_000);
    expect(rung).toEqual(['a']);
  });

  it('can be set for longer than a timer can, and is not late', async () => {
    await alarmClock.start(() => [{ id: 'in 40 days', at: at(40 * DAY) }]);
    await letPass(40 * DAY - 60_000);
    expect(rung).toEqual([]);
    await letPass(60_000);
    expect(rung).toEqual(['in 40 days']);
  });

  it('follows a clock that is put right within a minute', async () => {
    await alarmClock.start(() => [{ id: 'tomorrow', at: at(DAY) }]);
    clock.set(at(DAY));
    await letPass(60_000);
    expect(rung).toEqual(['tomorrow']);
  });

  it('rings once, and not what was taken back', async () => {
    await alarmClock.start(() => []);
    await alarmClock.ask({ id: 'a', at: at(1_000) }, { id: 'b', at: at(1_000) });
    await alarmClock.ask({ id: 'a', at: at(1_000) });
    await alarmClock.cancel('b');
    await letPass(120_000);
    expect(rung).toEqual(['a']);
  });

  it('tries again what failed, with growing pauses, and then lists it as a dead letter', async () => {
    const tries: number[] = [];
    alarmClock.onDue(async () => {
      tries.push(Date.parse(clock.now()) - START);
      throw new Error('The log is away.');
    });
    await alarmClock.start(() => [{ id: 'a', at: at(0) }]);
    await letPass(60_000, 1_000);
    expect(tries).toHaveLength(5);
    expect(tries.map((each) => each - tries[0]!)).toEqual([0, 1_000, 3_000, 7_000, 15_000]);
    expect(await alarmClock.status()).toMatchObject({ waiting: 0, deadLetters: ['a'] });
    await alarmClock.cancel('a');
    expect((await alarmClock.status()).deadLetters).toEqual([]);
  });

  it('sweeps every minute', async () => {
    let sweeps = 0;
    alarmClock.onSweep(async () => void sweeps++);
    await alarmClock.start(() => []);
    await letPass(10 * 60_000);
    expect(sweeps).toBe(10);
  });

  it('rings no more once it is stopped', async () => {
    await alarmClock.start(() => [{ id: 'a', at: at(1_000) }]);
    await alarmClock.stop();
    await letPass(120_000);
    expect(rung).toEqual([]);
  });
});
