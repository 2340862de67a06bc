import { Get, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { Clock } from '../../platform/clock/clock.js';
import { CLOCK } from '../../platform/tokens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { londonDate } from '../dates.js';
import type { CalendarDto } from './calendar.dto.js';
import { ReadCalendar } from './calendar.query.js';
import { type CalendarOfPage, presentCalendar } from './present-calendar.js';

/** The days that are no working days: the closing days of the council, and the bank holidays. */
@PageRoute('calendar')
export class CalendarPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('calendar.read')
  @OpensNothing('Bank holidays and closing days.')
  @Page('calendar/entering/calendar', presentCalendar)
  async read(@Asking() asker: Asker): Promise<CalendarOfPage> {
    return {
      ...(await this.queries.execute<ReadCalendar, CalendarDto>(new ReadCalendar())),
      today: londonDate(this.clock.now()),
      maySet: postThatMay(asker, 'calendar.set') !== undefined,
    };
  }
}
