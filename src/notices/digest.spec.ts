import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { USUAL_HOURS } from '../platform/config/notice-hours-config.js';
import { digestDue } from './digest.js';
import { workingDayBefore } from './reminders.js';

const due = (now: string, last: string | null = null): boolean => digestDue(now, Controls.calendar, last, USUAL_HOURS);

describe('a digest is due', () => {
  it('from eight in the morning of a working day, by London’s clocks, summer and winter', () => {
    expect(due('2022-04-14T06:59:59.999Z')).toBe(false);
    expect(due('2022-04-14T07:00:00.000Z')).toBe(true);
    expect(due('2022-01-13T07:59:59.999Z')).toBe(false);
    expect(due('2022-01-13T08:00:00.000Z')).toBe(true);
  });

  it('on the first working morning after each change of the clocks', () => {
    expect([due('2022-03-28T06:59:00.000Z'), due('2022-03-28T07:00:00.000Z')]).toEqual([false, true]);
    expect([due('2022-10-31T07:59:00.000Z'), due('2022-10-31T08:00:00.000Z')]).toEqual([false, true]);
  });

  it('never on a weekend or a bank holiday', () => {
    for (const day of ['2022-04-15', '2022-04-16', '2022-04-17', '2022-04-18'])
      expect(due(`${day}T12:00:00.000Z`)).toBe(false);
    expect(due('2022-04-19T12:00:00.000Z')).toBe(true);
  });

  it('once a day, also where the morning was missed', () => {
    expect(due('2022-04-14T15:00:00.000Z', '2022-04-13T07:00:00.000Z')).toBe(true);
    expect(due('2022-04-14T15:00:00.000Z', '2022-04-14T07:00:00.000Z')).toBe(false);
  });
});

describe('the working day before a date', () => {
  it('leaves out weekends and holidays', () => {
    expect(workingDayBefore('2022-04-19', Controls.calendar)).toBe('2022-04-14');
    expect(workingDayBefore('2022-04-14', Controls.calendar)).toBe('2022-04-13');
    expect(workingDayBefore('2022-04-16', Controls.calendar)).toBe('2022-04-14');
  });
});
