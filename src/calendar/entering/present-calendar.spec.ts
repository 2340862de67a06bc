import { describe, expect, it } from '@jest/globals';
import { movesInWords, presentCalendar } from './present-calendar.js';

const moves = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ reference: `DRP-${at}`, deadline: 'answer' as const, from: '2023-05-05', to: '2023-05-09' },
  }));

describe('the calendar on its page', () => {
  it('says of each date that moves from which day and to which', () => {
    expect(movesInWords({ moves: moves(1), notWorkedOut: [] })).toEqual([
      '1 date moves. Restricted records are left out.',
      'DRP-0: the answer is due on 9 May 2023 instead of 5 May 2023.',
    ]);
    expect(movesInWords({ moves: [], notWorkedOut: ['DRP-1'] })).toEqual([
      'No date moves. Restricted records are left out.',
      'Nothing could be said about the dates of DRP-1.',
    ]);
  });

  it('has answers first, whatever the order of the references, and says how many they are', () => {
    const [first, second, third] = moves(3);
    const mixed = [{ ...first!, deadline: 'total-cap' as const }, { ...second!, deadline: 'receipt' as const }, third!];
    expect(movesInWords({ moves: mixed, notWorkedOut: [] })).toEqual([
      '3 dates move, 1 of them of an answer, which come first. Restricted records are left out.',
      'DRP-2: the answer is due on 9 May 2023 instead of 5 May 2023.',
      'DRP-1: receipt is due on 9 May 2023 instead of 5 May 2023.',
      'DRP-0: the limit of all stages together is reached on 9 May 2023 instead of 5 May 2023.',
    ]);
    expect(movesInWords({ moves: mixed.slice(0, 2), notWorkedOut: [] })[0]).toContain('none of them of an answer');
  });

  it('counts what does not fit on the page', () => {
    const said = movesInWords({ moves: moves(53), notWorkedOut: [] });
    expect(said).toHaveLength(52);
    expect(said.at(-1)).toBe('And 3 more.');
  });

  it('has what comes first, and says what the council entered itself', () => {
    const newYear = { date: '2024-01-01', name: 'New Year’s Day' };
    const coronation = { date: '2023-05-08', name: 'Coronation' };
    expect(
      presentCalendar({
        ...{ knownFrom: '2023-01-01', knownTo: '2024-12-31', warning: null, today: '2023-06-01', maySet: false },
        ...{ closingDays: ['2022-12-29', '2023-12-29'], bankHolidays: [coronation, newYear], removed: [] },
        entered: [coronation],
      }),
    ).toMatchObject({
      closed: [{ day: '29 December 2023' }],
      closedBefore: [{ day: '29 December 2022' }],
      holidays: [{ name: 'New Year’s Day', said: '' }],
      holidaysBefore: [{ name: 'Coronation', said: 'entered by the council' }],
    });
  });
});
