import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from '../../calendar/bank-holidays.js';
import { workingCalendar } from '../../calendar/working-days.js';
import { exampleDays } from './example-days.js';

const calendar = workingCalendar(bundledHolidays(), ['2023-04-05']);

describe('the days for which a protocol is worked out', () => {
  it('are today and the last working days before the next holidays', () => {
    // The council is closed on 5 April, Good Friday is 7 April, and 1 May is a Monday.
    expect(exampleDays('2023-04-03', calendar)).toEqual(['2023-04-03', '2023-04-04', '2023-04-06']);
    expect(exampleDays('2023-04-06', calendar)).toEqual(['2023-04-06', '2023-04-28', '2023-05-05']);
  });

  it('name a day once, also where today is itself the day before a holiday', () => {
    expect(new Set(exampleDays('2023-12-22', calendar)).size).toBe(3);
  });
});
