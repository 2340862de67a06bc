import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../platform/decider.js';
import { bundledHolidays } from './bank-holidays.js';
import { bankHolidaysIn, calendarDecider, type CouncilDays } from './council-days.js';
import { workingCalendar } from './working-days.js';

const OF_2029 = [
  ['2029-01-01', 'New Year’s Day'],
  ['2029-03-30', 'Good Friday'],
  ['2029-04-02', 'Easter Monday'],
  ['2029-05-07', 'Early May bank holiday'],
  ['2029-05-28', 'Spring bank holiday'],
  ['2029-08-27', 'Summer bank holiday'],
  ['2029-12-25', 'Christmas Day'],
  ['2029-12-26', 'Boxing Day'],
].map(([date, name]) => ({ date: date!, name: name! }));
const reason = 'As published on GOV.UK.';

const entered = (
  { add = [], remove = [] }: { add?: typeof OF_2029; remove?: string[] },
  before: CouncilDays = calendarDecider.initial,
): CouncilDays =>
  calendarDecider
    .decide({ type: 'enter-bank-holidays', add, remove, reason }, before, null)
    .reduce((days, event) => calendarDecider.evolve(days, event as never), before);
const calendarOf = (days: CouncilDays) => workingCalendar(bankHolidaysIn(days), days.closingDays);
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return 'not refused';
};

describe('bank holidays entered by a council', () => {
  it('make a year known once all of them are entered', () => {
    expect(calendarOf(entered({ add: OF_2029 })).known.to).toBe('2029-12-31');
    expect(calendarOf(entered({ add: OF_2029.slice(0, 7) })).known.to).toBe('2028-12-31');
    const inTwoSteps = entered({ add: OF_2029.slice(4) }, entered({ add: OF_2029.slice(0, 4) }));
    expect(calendarOf(inTwoSteps).addWorkingDays('2028-12-28', 5)).toEqual({ day: '2029-01-05', certain: true });
  });

  it('may be one that is announced late, in a year that is known', () => {
    const days = entered({ add: [{ date: '2026-06-19', name: 'A day of thanks' }] });
    expect(calendarOf(days).addWorkingDays('2026-06-18', 1).day).toBe('2026-06-22');
  });

  it('leave out what is known already, so that the same file can be entered again', () => {
    const file = [...bundledHolidays(), ...OF_2029];
    const once = entered({ add: file });
    expect(once.added).toEqual(OF_2029);
    expect(codeOf(() => entered({ add: file }, once))).toBe('bank-holidays-unchanged');
  });

  it('can be moved, in one step', () => {
    const moved = entered({ add: [{ date: '2028-05-08', name: 'Early May bank holiday' }], remove: ['2028-05-01'] });
    expect(calendarOf(moved).isWorkingDay('2028-05-01')).toBe(true);
    expect(calendarOf(moved).isWorkingDay('2028-05-08')).toBe(false);
    const back = entered({ add: [{ date: '2028-05-01', name: 'Early May' }], remove: ['2028-05-08'] }, moved);
    expect(calendarOf(back).isWorkingDay('2028-05-01')).toBe(false);
    expect(calendarOf(back).isWorkingDay('2028-05-08')).toBe(true);
  });

  it.each([
    ['year-incomplete', { remove: ['2028-05-01'] }],
    ['year-left-out', { add: OF_2029.map(({ date, name }) => ({ date: date.replace('2029', '2030'), name })) }],
    ['bank-holiday-needs-a-name', { add: [{ date: '2029-01-01', name: ' ' }] }],
    ['not-a-date', { add: [{ date: '2029-02-30', name: 'None' }] }],
    ['bank-holidays-unchanged', { remove: ['2029-01-01'] }],
  ])('are refused: %s', (code, act) => {
    expect(codeOf(() => entered(act))).toBe(code);
  });
});
