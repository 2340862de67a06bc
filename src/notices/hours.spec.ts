import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from '../calendar/bank-holidays.js';
import { workingCalendar } from '../calendar/working-days.js';
import { USUAL_HOURS } from '../platform/config/notice-hours-config.js';
import { goesFrom, isAnHourToTell, urgencyOf } from './hours.js';

const calendar = workingCalendar(bundledHolidays());
const goes = (moment: string): string => goesFrom(moment, USUAL_HOURS, calendar);

describe('The hours in which people are told', () => {
  it.each([
    ['five past five on a Friday, at once', '2023-06-16T16:05:00.000Z', '2023-06-16T16:05:00.000Z'],
    ['eight in the evening of a Friday, on Monday at seven', '2023-06-16T19:00:00.000Z', '2023-06-19T06:00:00.000Z'],
    ['the last moment before seven in the evening', '2023-06-16T17:59:59.999Z', '2023-06-16T17:59:59.999Z'],
    ['seven in the evening, on the next morning', '2023-06-15T18:00:00.000Z', '2023-06-16T06:00:00.000Z'],
    ['midnight, in the morning', '2023-06-15T23:00:00.000Z', '2023-06-16T06:00:00.000Z'],
    ['seven in the morning', '2023-06-16T06:00:00.000Z', '2023-06-16T06:00:00.000Z'],
    ['a Saturday at noon, on Monday', '2023-06-17T11:00:00.000Z', '2023-06-19T06:00:00.000Z'],
    ['the Thursday before Easter at eight, on Tuesday', '2023-04-06T19:00:00.000Z', '2023-04-11T06:00:00.000Z'],
    ['Christmas Eve in the evening, after Boxing Day', '2024-12-24T20:00:00.000Z', '2024-12-27T07:00:00.000Z'],
    ['a Friday before the clocks go forward', '2023-03-24T20:00:00.000Z', '2023-03-27T06:00:00.000Z'],
    ['a Friday before the clocks go back', '2023-10-27T19:00:00.000Z', '2023-10-30T07:00:00.000Z'],
    ['seven in winter', '2023-01-16T06:59:59.999Z', '2023-01-16T07:00:00.000Z'],
  ])('%s', (_, moment, expected) => {
    expect(goes(moment)).toBe(expected);
    expect(isAnHourToTell(moment, USUAL_HOURS, calendar)).toBe(moment === expected);
  });

  it('are the council’s own', () => {
    const hours = { ...USUAL_HOURS, from: '09:00', to: '17:00' };
    expect(goesFrom('2023-06-16T16:05:00.000Z', hours, calendar)).toBe('2023-06-19T08:00:00.000Z');
  });

  it('hold nothing up that is urgent', () => {
    expect(urgencyOf('dispute-for-you', true)).toBe('urgent-disputes');
    expect(urgencyOf('dispute-for-you', false)).toBeNull();
    expect(urgencyOf('set-aside', false)).toBe('deaths');
    expect(urgencyOf('goes-on-to-cafcass', false)).toBe('cafcass');
  });
});
