import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import {
  counts,
  type DateGiven,
  dayHasCome,
  dayIsOver,
  hasCome,
  hasTime,
  howItStands,
  isLate,
  missedAt,
  standsStill,
} from './late.js';
import {
  awaitedIn,
  countsIn,
  dayHasComeIn,
  dayIsOverIn,
  earliestIn,
  hasComeIn,
  isToComeIn,
  lateIn,
  missedIn,
  standsStillIn,
} from './late-in-sql.js';
import { addDays, endOfDay, startOfDay } from '../../calendar/dates.js';

const DUE = '2022-04-25T23:00:00.000Z';
const BEFORE = '2022-04-25T22:30:00.000Z';
const AFTER = '2022-04-26T09:00:00.000Z';
const date = (more: Partial<DateGiven> = {}): DateGiven => ({
  dueAt: DUE,
  metAt: null,
  overAt: null,
  stoppedAt: null,
  ...more,
});

describe('A date', () => {
  it.each<[string, Partial<DateGiven>, string, string, boolean]>([
    ['is due until its moment', {}, BEFORE, 'due', false],
    ['is late from its moment on', {}, DUE, 'late', true],
    ['is none where none is set', { dueAt: null }, AFTER, 'none-set', false],
    ['is met in time', { metAt: BEFORE }, AFTER, 'met', false],
    ['that came late came late for ever', { metAt: DUE }, AFTER, 'met', true],
    ['that ended in time is late nowhere', { overAt: BEFORE }, AFTER, 'over', false],
    ['that was late when it ended stays late', { overAt: AFTER }, AFTER, 'over', true],
    ['that came after it had ended in time was never late', { overAt: BEFORE, metAt: AFTER }, AFTER, 'met', false],
    ['that stopped in time is late nowhere', { stoppedAt: BEFORE }, AFTER, 'paused', false],
    ['that was late when it stopped stays late', { stoppedAt: AFTER }, AFTER, 'late', true],
    ['that came while it stood still came in time', { stoppedAt: BEFORE, metAt: AFTER }, AFTER, 'met', false],
  ])('%s', (_, more, now, standing, missed) => {
    expect(howItStands(date(more), now)).toBe(standing);
    expect(missedAt(date(more), now)).toBe(missed ? DUE : null);
  });
});

describe('A due day', () => {
  const CLOCKS_CHANGE = ['2022-03-27', '2022-10-30', '2022-04-25', '2022-12-31'];
  const days = CLOCKS_CHANGE.flatMap((day) => [-2, -1, 0, 1, 2].map((apart) => [day, addDays(day, apart)] as const));

  it('is over when its last moment is, also where the clocks change', () => {
    for (const [dueOn, day] of days) {
      expect([dueOn, day, dayIsOver(dueOn, day)]).toEqual([dueOn, day, hasCome(endOfDay(dueOn), startOfDay(day))]);
      expect(missedAt(date({ dueAt: endOfDay(dueOn), metAt: startOfDay(day) }), endOfDay(day)) !== null).toBe(
        dayIsOver(dueOn, day),
      );
    }
  });

  it('has come from its first moment on', () => {
    for (const [dueOn, day] of days) expect(dayHasCome(dueOn, day)).toBe(hasCome(startOfDay(dueOn), startOfDay(day)));
  });
});

describe('The rule as a condition of a query', () => {
  const SOME = [null, BEFORE, DUE, AFTER] as const;
  const everyDate: DateGiven[] = [null, DUE].flatMap((dueAt) =>
    SOME.flatMap((metAt) =>
      SOME.flatMap((overAt) => SOME.map((stoppedAt): DateGiven => ({ dueAt, metAt, overAt, stoppedAt }))),
    ),
  );
  const columns = { dueAt: ':dueAt', metAt: ':metAt', overAt: ':overAt', stoppedAt: ':stoppedAt' };
  const database = new Database(':memory:');
  const asked = database.prepare<object, Record<string, number>>(
    `SELECT ${missedIn(columns)} AS missed, ${lateIn(columns)} AS late, ${countsIn(columns)} AS counts,
            ${awaitedIn(columns)} AS awaited, ${standsStillIn(columns)} AS still`,
  );

  it(`is the rule, for each of ${everyDate.length} dates at every kind of instant`, () => {
    for (const now of [BEFORE, DUE, AFTER]) {
      for (const each of everyDate) {
        const said = asked.get({ ...each, now })!;
        const expected = {
          missed: missedAt(each, now) !== null,
          late: isLate(each, now),
          counts: counts(each, now),
          awaited: !['met', 'over'].includes(howItStands(each, now)),
          still: standsStill(each),
        };
        const inWords = Object.fromEntries(Object.entries(said).map(([key, value]) => [key, value === 1]));
        expect({ each, now, ...inWords }).toEqual({ each, now, ...expected });
        expect(hasTime(each, now)).toBe(expected.awaited && !expected.late);
      }
    }
  });

  it('compares a due date with a moment, and with a day', () => {
    const asked = database.prepare<object, Record<string, number>>(
      `SELECT ${hasComeIn(':dueAt')} AS come, ${isToComeIn(':dueAt')} AS toCome, ${dayHasComeIn(':dueOn', ':day')} AS dayCome, ${dayIsOverIn(':dueOn', ':day')} AS over`,
    );
    for (const [dueOn, day] of [
      ['2022-04-25', '2022-04-24'],
      ['2022-04-25', '2022-04-25'],
      ['2022-04-25', '2022-04-26'],
    ] as const) {
      const [dueAt, now] = [endOfDay(dueOn), startOfDay(day)];
      expect(asked.get({ dueOn, day, dueAt, now })).toEqual({
        come: Number(hasCome(dueAt, now)),
        toCome: Number(!hasCome(dueAt, now)),
        dayCome: Number(dayHasCome(dueOn, day)),
        over: Number(dayIsOver(dueOn, day)),
      });
    }
    expect(asked.get({ dueOn: null, day: '2022-04-25', dueAt: null, now: BEFORE })).toEqual({
      come: null,
      toCome: null,
      dayCome: null,
      over: null,
    });
  });

  it('takes the earlier of two moments, or the one there is', () => {
    const earlier = database.prepare<object, { earlier: string | null }>(`SELECT ${earliestIn(':a', ':b')} AS earlier`);
    const of = (a: string | null, b: string | null) => earlier.get({ a, b })!.earlier;
    expect([of(BEFORE, AFTER), of(AFTER, BEFORE), of(null, AFTER), of(AFTER, null), of(null, null)]).toEqual([
      ...[BEFORE, BEFORE, AFTER, AFTER],
      null,
    ]);
  });
});
