import { describe, expect, it } from '@jest/globals';
import { movesInATable, movesInWords, presentCalendar } from './present-calendar.js';

const moves = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ reference: `DRP-${at}`, deadline: 'answer' as const, from: '2023-05-05', to: '2023-05-09' },
  }));

describe('the calendar on its page', () => {
  it('says of each date that moves from which day and to which', () => {
    expect(movesInWords({ moves: moves(1), notWorkedOut: [] })).toEqual([
      '1 date moves. Restricted records are left out.',
    ]);
    expect(
      movesInATable({ moves: moves(1) }, new Map([['DRP-0', { who: ['Tom', 'Director (nobody)'] }]])),
    ).toMatchObject({
      heads: ['Of', 'Date', 'New day', 'Instead of', 'With'],
      rows: [['DRP-0', 'Answer', '9 May 2023', '5 May 2023', 'Tom, Director (nobody)']],
    });
    expect(movesInATable({ moves: [] }, new Map())).toBeNull();
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
    ]);
    expect(
      movesInATable({ moves: mixed }, new Map())?.rows.map(([reference, date, , , who]) => [reference, date, who]),
    ).toEqual([
      ['DRP-2', 'Answer', '–'],
      ['DRP-1', 'Receipt', '–'],
      ['DRP-0', 'Limit of all stages together', '–'],
    ]);
    expect(movesInWords({ moves: mixed.slice(0, 2), notWorkedOut: [] })[0]).toContain('none of them of an answer');
  });

  it('counts what does not fit on the page', () => {
    const said = movesInWords({ moves: moves(53), notWorkedOut: [] });
    expect(said.at(-1)).toBe('The table has 50 of them: there are 3 more.');
    expect(movesInATable({ moves: moves(53) }, new Map())?.rows).toHaveLength(50);
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
