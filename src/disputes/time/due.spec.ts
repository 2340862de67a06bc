import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Controls } from '../../../test/support/controls.js';
import { awaitedBy, dueAsOf } from './due.js';

/*
 * The oracle shares no code with what it checks: it asks the machine's own time zones what day it is in London, reads the table of
 * holidays as text, and counts working days by walking from one to the next.
 */

const INSTANTS = 500;
const HOLIDAYS = readFileSync('src/calendar/bank-holidays-england-and-wales.csv', 'utf8');
const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const dayInLondon = (milliseconds: number): string => LONDON.format(milliseconds);
const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const isWorkingDay = (day: string): boolean =>
  ![0, 6].includes(new Date(day).getUTCDay()) && !HOLIDAYS.includes(`\n${day},`);
const stepsBetween = (from: string, to: string): number => {
  let steps = 0;
  for (let day = from; day < to;) {
    day = nextDay(day);
    if (isWorkingDay(day)) steps++;
  }
  return steps;
};
/** Late when it is a later day in London than the day it was due. */
const oracle = (dueOn: string, milliseconds: number) => {
  const today = dayInLondon(milliseconds);
  const late = today > dueOn;
  return {
    late,
    daysLeft: late ? null : stepsBetween(today, dueOn),
    daysLate: late ? stepsBetween(dueOn, today) : null,
  };
};

/** The first moment of the day after in London, found by trying both hours it can be. */
const endOfDay = (day: string): string => {
  const midnight = Date.parse(nextDay(day));
  const start = dayInLondon(midnight - 3_600_000) === nextDay(day) ? midnight - 3_600_000 : midnight;
  return new Date(start).toISOString();
};
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => new Date(Date.UTC(2022, 2, 1) + days * 86_400_000));
const dueDay = day.map((date) => date.toISOString().slice(0, 10));
/** Anywhere near the date, and often within the hour around a midnight, where a day is lost or won. */
const moment = (dueOn: string): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: -20 * 86_400_000, max: 20 * 86_400_000 }).map((apart) => Date.parse(dueOn) + apart),
    fc.integer({ min: -3_600_000, max: 3_600_000 }).map((apart) => Date.parse(endOfDay(dueOn)) + apart),
    fc.constantFrom(-1, 0, 1).map((apart) => Date.parse(endOfDay(dueOn)) + apart),
  );
const dateAndMoment = dueDay.chain((dueOn) => moment(dueOn).map((at) => ({ dueOn, at })));

describe('a date, at any moment', () => {
  it(`agrees with an oracle at ${INSTANTS} moments`, () => {
    fc.assert(
      fc.property(dateAndMoment, ({ dueOn, at }) => {
        const now = new Date(at).toISOString();
        const { late, daysLeft, daysLate } = dueAsOf(awaitedBy(dueOn, endOfDay(dueOn)), now, Controls.calendar);
        expect({ late, daysLeft, daysLate }).toEqual(oracle(dueOn, at));
      }),
      { numRuns: INSTANTS },
    );
  });

  it('is never late where none is set, nor where a register only tells of one', () => {
    for (const date of [
      { dueOn: null, dueAt: null },
      { dueOn: '2021-04-23', dueAt: null },
    ]) {
      expect(dueAsOf({ ...awaitedBy('2021-04-23'), ...date }, Controls.now, Controls.calendar)).toEqual({
        dueOn: null,
        dueAt: null,
        late: false,
        daysLeft: null,
        daysLate: null,
        certain: true,
      });
    }
  });

  it('given in hours is late within its day', () => {
    const date = awaitedBy('2022-04-14', '2022-04-14T11:00:00.000Z');
    expect(dueAsOf(date, '2022-04-14T10:59:59.999Z', Controls.calendar)).toMatchObject({ late: false, daysLeft: 0 });
    expect(dueAsOf(date, '2022-04-14T11:00:00.000Z', Controls.calendar)).toMatchObject({ late: true, daysLate: 0 });
  });

  it('is counted without bank holidays and is not yet certain where those of its year are not known', () => {
    const date = awaitedBy('2029-01-02');
    expect(dueAsOf(date, '2028-12-28T10:00:00.000Z', Controls.calendar)).toEqual({
      ...{ dueOn: date.dueOn, dueAt: date.dueAt, late: false, daysLeft: 3, daysLate: null },
      certain: false,
    });
    expect(dueAsOf({ ...date, dueOn: '2028-12-29' }, '2028-12-28T10:00:00.000Z', Controls.calendar)).toMatchObject({
      daysLeft: 1,
      certain: true,
    });
  });
});
