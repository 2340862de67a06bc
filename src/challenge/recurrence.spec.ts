import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from '../calendar/bank-holidays.js';
import { addDays } from '../calendar/dates.js';
import { workingCalendar } from '../calendar/working-days.js';
import { nextPlannedDay, type Pattern, recurrenceInWords } from './recurrence.js';

const calendar = workingCalendar(bundledHolidays(), ['2022-09-14']);
const monthly: Pattern = {
  recurrence: { week: 'second', weekday: 'wednesday', everyMonths: 1 },
  from: '2022-04-14',
};
const heldOnes = (pattern: Pattern, count: number): string[] => {
  const days: string[] = [];
  for (let after: string | null = null; days.length < count;) {
    const { plannedOn, heldOn } = nextPlannedDay(pattern, after, calendar);
    days.push(heldOn);
    after = plannedOn;
  }
  return days;
};

describe('the days of a series', () => {
  it('begin on or after the day it starts, and come once a month', () => {
    expect(heldOnes(monthly, 3)).toEqual(['2022-05-11', '2022-06-08', '2022-07-13']);
    expect(heldOnes({ ...monthly, from: '2022-04-13' }, 1)).toEqual(['2022-04-13']);
  });

  it('move to the next working day, off bank holidays and days the council is closed', () => {
    const fridays: Pattern = { recurrence: { week: 'third', weekday: 'friday', everyMonths: 1 }, from: '2022-04-01' };
    expect(nextPlannedDay(fridays, null, calendar)).toEqual({
      plannedOn: '2022-04-15',
      heldOn: '2022-04-19',
      certain: true,
    });
    const closed = nextPlannedDay(monthly, '2022-08-10', calendar);
    expect(closed).toMatchObject({ plannedOn: '2022-09-14', heldOn: '2022-09-15' });
  });

  it('are the same however long ago the series began', () => {
    for (const everyMonths of [1, 3])
      for (const from of ['0001-01-01', '1950-04-14', '2021-07-01']) {
        const recurrence = { ...monthly.recurrence, everyMonths };
        const oneByOne: string[] = [];
        for (let day: string | null = null; oneByOne.length < 12;) {
          day = nextPlannedDay({ recurrence, from: '2021-07-01' }, day, calendar).plannedOn;
          oneByOne.push(day);
        }
        const months = (12 * 2021 + 6 - (12 * Number(from.slice(0, 4)) + Number(from.slice(5, 7)) - 1)) % everyMonths;
        if (months !== 0) continue;
        expect(nextPlannedDay({ recurrence, from }, oneByOne[10]!, calendar).plannedOn).toBe(oneByOne[11]);
        expect(nextPlannedDay({ recurrence, from }, addDays(oneByOne[11]!, -1), calendar).plannedOn).toBe(oneByOne[11]);
      }
  });

  it('are found as quickly however long ago the series began', () => {
    const begun = performance.now();
    for (let time = 0; time < 1_000; time++) nextPlannedDay({ ...monthly, from: '0001-01-01' }, '2022-04-13', calendar);
    // Month by month from the first it would be 24,000 months each time, and a minute in all.
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it('may leave out months', () => {
    expect(heldOnes({ ...monthly, recurrence: { ...monthly.recurrence, everyMonths: 2 } }, 3)).toEqual([
      '2022-06-08',
      '2022-08-10',
      '2022-10-12',
    ]);
  });

  it('are not yet certain in a year whose bank holidays are not known', () => {
    const newYears = { ...monthly, recurrence: { ...monthly.recurrence, week: 'first', weekday: 'monday' } } as const;
    expect(nextPlannedDay({ ...newYears, from: '2029-01-01' }, null, calendar)).toEqual({
      plannedOn: '2029-01-01',
      heldOn: '2029-01-01',
      certain: false,
    });
  });

  it('can be said in words', () => {
    expect(recurrenceInWords(monthly.recurrence)).toBe('the second Wednesday of every month');
    expect(recurrenceInWords({ week: 'last', weekday: 'friday', everyMonths: 3 })).toBe(
      'the last Friday of a month, every 3 months',
    );
  });
});
