import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from '../calendar/bank-holidays.js';
import { workingCalendar } from '../calendar/working-days.js';
import { Refusal } from '../platform/decider.js';
import { deadlineFor } from './deadline.js';
import type { Stage, StageClock } from './protocol.js';
import { readProtocol } from './read-protocol.js';

const calendar = workingCalendar(bundledHolidays());
const [first] = readProtocol(
  'id: a\ntitle: A\nstages: [{ name: One, addressees: team-manager, clock: none }]',
  'a.yaml',
).protocol.stages;
const stage = (clock: StageClock, more: Partial<Stage> = {}): Stage => ({ ...first!, clock, ...more });

describe('the day on which an answer is due', () => {
  it('is the end of the last working day in London', () => {
    expect(deadlineFor(stage({ unit: 'working-days', amount: 5 }), '2022-04-14T16:30:00.000Z', calendar)).toEqual({
      firstDueOn: '2022-04-25',
      dueOn: '2022-04-25',
      dueAt: '2022-04-25T23:00:00.000Z',
      rule: '5 working days, stage 1',
    });
  });

  it('takes the day it is in London as day 0, also just after midnight in summer', () => {
    const { dueOn } = deadlineFor(stage({ unit: 'working-days', amount: 1 }), '2022-05-09T23:30:00.000Z', calendar);
    expect(dueOn).toBe('2022-05-11');
  });

  it('counts calendar days through weekends and holidays', () => {
    expect(
      deadlineFor(stage({ unit: 'calendar-days', amount: 7 }), '2022-12-23T09:00:00.000Z', calendar),
    ).toMatchObject({
      dueOn: '2022-12-30',
      dueAt: '2022-12-31T00:00:00.000Z',
      rule: '7 calendar days, stage 1',
    });
  });

  it('counts hours from the instant, over a change of the clocks', () => {
    expect(deadlineFor(stage({ unit: 'hours', amount: 24 }), '2022-03-26T12:00:00.000Z', calendar)).toEqual({
      firstDueOn: '2022-03-27',
      dueOn: '2022-03-27',
      dueAt: '2022-03-27T12:00:00.000Z',
      rule: '24 hours, stage 1',
    });
  });

  it('is the end of the day of the meeting, once it has a date', () => {
    const meeting = stage({ unit: 'meeting' }, { number: 3 });
    expect(deadlineFor(meeting, '2022-04-14T09:00:00.000Z', calendar, null)).toEqual({
      firstDueOn: null,
      dueOn: null,
      dueAt: null,
      rule: 'the date of the meeting, not yet set, stage 3',
    });
    expect(deadlineFor(meeting, '2022-04-14T09:00:00.000Z', calendar, '2022-05-03')).toEqual({
      firstDueOn: '2022-05-03',
      dueOn: '2022-05-03',
      dueAt: '2022-05-03T23:00:00.000Z',
      rule: 'the date of the meeting, stage 3',
    });
    expect(() => deadlineFor(meeting, '2022-04-14T09:00:00.000Z', calendar, '2022-04-13')).toThrow(Refusal);
    expect(deadlineFor(meeting, '2022-04-14T09:00:00.000Z', calendar, '2022-04-14').dueOn).toBe('2022-04-14');
  });

  it('is none set where the protocol sets none, whatever the calendar knows', () => {
    expect(deadlineFor(stage({ unit: 'none' }), '2040-01-01T09:00:00.000Z', calendar)).toEqual({
      firstDueOn: null,
      dueOn: null,
      dueAt: null,
      rule: 'none set',
    });
  });

  it('is counted without bank holidays and marked where those of the year are not known', () => {
    const soon = stage({ unit: 'working-days', amount: 5 });
    expect(deadlineFor(soon, '2028-12-28T09:00:00.000Z', calendar)).toMatchObject({
      dueOn: '2029-01-04',
      notYetCertain: true,
    });
    expect(deadlineFor(soon, '2028-12-19T09:00:00.000Z', calendar)).not.toHaveProperty('notYetCertain');
    const inDays = stage({ unit: 'calendar-days', amount: 10 });
    expect(deadlineFor(inDays, '2028-12-28T09:00:00.000Z', calendar)).not.toHaveProperty('notYetCertain');
  });

  it('says one day for one, and names the informal stage', () => {
    const informal = stage({ unit: 'working-days', amount: 1 }, { number: 0 });
    expect(deadlineFor(informal, '2022-04-14T09:00:00.000Z', calendar).rule).toBe('1 working day, informal');
  });

  it('can make the next working day day 0 for what is raised on a Saturday', () => {
    const clock = { unit: 'working-days', amount: 5 } as const;
    const saturday = '2025-04-12T09:00:00.000Z';
    const shifted = { dayZero: 'next-working-day' } as const;
    expect(deadlineFor(stage(clock), saturday, calendar).dueOn).toBe('2025-04-22');
    expect(deadlineFor(stage(clock, shifted), saturday, calendar)).toMatchObject({
      dueOn: '2025-04-23',
      rule: '5 working days from the next working day, stage 1',
    });
    const thursday = '2022-04-14T09:00:00.000Z';
    expect(deadlineFor(stage(clock, shifted), thursday, calendar)).toEqual(
      deadlineFor(stage(clock), thursday, calendar),
    );
  });
});
