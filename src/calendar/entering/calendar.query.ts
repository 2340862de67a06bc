import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Readings } from '../../reading/readings.js';
import { calendarWarning } from '../bank-holidays.js';
import { CouncilCalendar } from '../council-calendar.js';
import { bankHolidaysIn } from '../council-days.js';
import { londonDate } from '../dates.js';
import type { CalendarDto } from './calendar.dto.js';

/** The days that count as working days. The same for everybody who may read it: no child is in it. */
export class ReadCalendar extends Query<CalendarDto> {}

@QueryHandler(ReadCalendar)
export class ReadCalendarHandler implements IQueryHandler<ReadCalendar> {
  constructor(
    private readonly calendar: CouncilCalendar,
    private readonly readings: Readings,
  ) {}

  async execute(): Promise<CalendarDto> {
    const { known } = await this.calendar.current();
    const said = await this.calendar.said();
    const { now } = this.readings.withoutRules();
    return {
      knownFrom: known.from,
      knownTo: known.to,
      warning: calendarWarning(londonDate(now), known.to) ?? null,
      closingDays: [...said.closingDays],
      bankHolidays: bankHolidaysIn(said),
      entered: [...said.added],
      removed: [...said.removed],
    };
  }
}
