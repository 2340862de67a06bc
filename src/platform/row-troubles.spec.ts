import { describe, expect, it } from '@jest/globals';
import { SettableClock } from './clock/clock.js';
import { assertNever, Refusal } from './decider.js';
import { AppendTooLarge, RepeatedInPart, StoreUnavailable } from './event-store/event-store.js';
import { isOfTheRow, RowTroubles } from './row-troubles.js';

const notExpected = (): unknown => {
  try {
    return assertNever('something' as never);
  } catch (error) {
    return error;
  }
};

describe('A row that cannot be worked out', () => {
  it.each([
    ['a rule that says no', new Refusal('rule', 'no', 'No.')],
    ['a case that nobody expected', notExpected()],
    ['data that is no JSON', new SyntaxError()],
    ['a day that does not exist', new RangeError()],
    ['more than the log takes at once', new AppendTooLarge(2_000_000)],
    ['an append of which half is there', new RepeatedInPart('dispute-1')],
  ])('is told by %s, and stops no other', async (_, error) => {
    expect(isOfTheRow(error)).toBe(true);
    const troubles = new RowTroubles(new SettableClock('2022-04-14T09:00:00.000Z'));
    const done: string[] = [];
    const act = (row: string): Promise<unknown> =>
      row === 'b' ? Promise.reject(error as Error) : Promise.resolve(done.push(row));
    await troubles.each('work', ['a', 'b', 'c'], (row) => row, act);
    expect(done).toEqual(['a', 'c']);
    expect(troubles.now()).toHaveLength(1);
  });

  it('is not to blame for a log that is away: the round ends, and begins again', async () => {
    const troubles = new RowTroubles(new SettableClock('2022-04-14T09:00:00.000Z'));
    const away = new StoreUnavailable('away');
    expect(isOfTheRow(away)).toBe(false);
    await expect(troubles.each('work', ['a'], String, () => Promise.reject(away))).rejects.toBe(away);
    expect(troubles.now()).toEqual([]);
  });
});
