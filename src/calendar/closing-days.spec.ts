import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../platform/decider.js';
import { calendarDecider } from './council-days.js';

const setTo = (dates: string[], before: string[] = [], reason = 'Closed between the holidays') =>
  calendarDecider.decide(
    { type: 'set-closing-days', dates, reason },
    { ...calendarDecider.initial, closingDays: before },
    null,
  );

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return 'not refused';
};

describe('the days on which the council is closed', () => {
  it('are set as one list, in order, each once', () => {
    expect(setTo(['2022-12-29', '2022-12-28', '2022-12-29'])).toEqual([
      {
        type: 'ClosingDaysSet',
        data: { dates: ['2022-12-28', '2022-12-29'], reason: 'Closed between the holidays' },
      },
    ]);
  });

  it('can be taken back to none', () => {
    expect(setTo([], ['2022-12-28'])).toMatchObject([{ data: { dates: [] } }]);
  });

  it('are refused without a reason, with a date that does not exist, or when nothing changes', () => {
    expect(codeOf(() => setTo(['2022-12-28'], [], ' '))).toBe('calendar-needs-a-reason');
    expect(codeOf(() => setTo(['2022-02-30']))).toBe('not-a-date');
    expect(codeOf(() => setTo(['2022-12-28'], ['2022-12-28']))).toBe('closing-days-unchanged');
  });
});
