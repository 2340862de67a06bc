import { describe, expect, it } from '@jest/globals';
import { SettableClock } from './clock/clock.js';
import { assertNever, Refusal } from './decider.js';
import { AppendTooLarge, RepeatedInPart, StoreUnavailable } from './event-store/event-store.js';
import { idShown } from './logging/fields.js';
import { isOfTheRow, RowTroubles, workedOut } from './row-troubles.js';

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

  const fault = new Refusal('rule', 'no', 'No.');
  const AT_NINE = '2022-04-14T09:00:00.000Z';

  it('in a list is shown as such; a log that is away is nobody’s fault there either', () => {
    const troubles = new RowTroubles(new SettableClock(AT_NINE));
    const shown = (error: Error) =>
      workedOut(
        troubles,
        'list',
        'a',
        () => {
          throw error;
        },
        'not worked out',
      );
    const away = new StoreUnavailable('away');
    expect(() => shown(away)).toThrow(away);
    expect(troubles.now()).toEqual([]);
    expect(shown(fault)).toBe('not worked out');
    expect(troubles.now()).toEqual([{ work: 'list', ids: [idShown('a')] }]);
    expect(workedOut(troubles, 'list', 'a', () => 'well', 'not worked out')).toBe('well');
    expect(troubles.now()).toEqual([]);
  });

  it('is named until it works again, or is not among the rows any more', async () => {
    const troubles = new RowTroubles(new SettableClock(AT_NINE));
    const failing = new Set(['a', 'b']);
    const round = (rows: string[]) =>
      troubles.each('work', rows, String, async (row) => {
        if (failing.has(row)) throw fault;
      });
    await round(['a', 'b', 'c']);
    expect(troubles.now()).toEqual([{ work: 'work', ids: ['a', 'b'].map(idShown).sort() }]);
    failing.delete('a');
    await round(['a', 'b', 'c']);
    expect(troubles.now()).toEqual([{ work: 'work', ids: [idShown('b')] }]);
    await round(['a', 'c']);
    expect(troubles.now()).toEqual([]);
  });

  it('is told of the first time alone, and forgotten an hour after it failed last', async () => {
    const clock = new SettableClock(AT_NINE);
    const told: string[] = [];
    const troubles = new RowTroubles(clock, (work, id) => void told.push(`${work} ${id}`));
    const fail = () => troubles.apart('work', 'a', () => Promise.reject(fault), 'instead');
    expect(await fail()).toBe('instead');
    clock.set('2022-04-14T09:30:00.000Z');
    await fail();
    expect(told).toEqual(['work a']);
    clock.set('2022-04-14T10:30:00.000Z');
    expect(troubles.now()).toHaveLength(1);
    clock.set('2022-04-14T10:30:00.001Z');
    expect(troubles.now()).toEqual([]);
    await fail();
    expect(told).toEqual(['work a', 'work a']);
  });

  it('is named by its id, and by a digest where that might be a name', () => {
    const troubles = new RowTroubles(new SettableClock(AT_NINE));
    troubles.failed('work', 'iris.hartwell', fault);
    troubles.failed('work', 'DRP-7K4M-2QXH', fault);
    const ids = [idShown('iris.hartwell'), 'DRP-7K4M-2QXH'].sort();
    expect(ids.join()).not.toContain('iris');
    expect(troubles.now()).toEqual([{ work: 'work', ids }]);
  });
});
