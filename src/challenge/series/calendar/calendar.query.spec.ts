import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { Meetings } from '../../../../test/support/meetings.js';
import { type BankHoliday, bundledHolidays } from '../../../calendar/bank-holidays.js';
import { CouncilCalendar } from '../../../calendar/council-calendar.js';
import { SettableClock } from '../../../platform/clock/clock.js';
import { MemoryEventStore } from '../../../platform/event-store/memory/memory-event-store.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import type { Series } from '../series.js';
import { ReadSeriesCalendar, ReadSeriesCalendarHandler } from './calendar.query.js';

/** On the first Monday of each month, of which 1 January 2029 is one. */
const series: Series = {
  status: 'running',
  series: 'MS-4NQ7-2W1R',
  terms: { ...Meetings.terms, recurrence: { week: 'first', weekday: 'monday', everyMonths: 1 } },
  from: '2028-11-01',
  before: [],
  lastOn: null,
  daysOff: [],
  changes: 0,
};
const of2029: readonly BankHoliday[] = [
  ...['2029-01-01', '2029-03-30', '2029-04-02', '2029-05-07'],
  ...['2029-05-28', '2029-08-27', '2029-12-25', '2029-12-26'],
].map((date) => ({ date, name: 'As GOV.UK has it' }));

describe('The file of a diary', () => {
  it('raises the number of a day that a newer version of the program moves, for it knows another bank holiday', async () => {
    const store = new MemoryEventStore(new SettableClock(Controls.now));
    const readModels = { all: () => [] } as unknown as ReadModels;
    const newYear = async (bundled: readonly BankHoliday[]): Promise<{ start: string; sequence: number }> => {
      const calendar = new CouncilCalendar(store, bundled);
      const readings = { now: async () => ({ readModels, calendar: await calendar.current(), now: Controls.now }) };
      const keeper = { find: async () => ({ series, revision: 0 }) };
      const handler = new ReadSeriesCalendarHandler(keeper as never, readings as never, calendar, store);
      const file = await handler.execute(new ReadSeriesCalendar(series.series));
      const event = file.split('BEGIN:VEVENT').find((each) => each.includes('-2029-01-01@'))!;
      return { start: /DTSTART:(\d{8})/.exec(event)![1]!, sequence: Number(/SEQUENCE:(\d+)/.exec(event)![1]) };
    };
    const before = await newYear(bundledHolidays());
    const after = await newYear([...bundledHolidays(), ...of2029]);
    expect([before.start, after.start]).toEqual(['20290101', '20290102']);
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });
});
