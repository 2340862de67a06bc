import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Recorder } from '../../directory/record.js';
import { Writes } from '../../platform/http/docs.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { CouncilCalendar } from '../council-calendar.js';
import { CALENDAR_STREAM, type CalendarAct, calendarDecider } from '../council-days.js';
import { EnterBankHolidaysDto, SetClosingDaysDto } from './calendar.dto.js';

/** People work to a date that they were given, so a day that is taken back takes no time from them (docs/decisions/0007). */
const NO_DATE_COMES_EARLIER = {
  code: 'no-date-comes-earlier',
  message:
    'Days were taken off the list. A date that had moved because of them stays where it is, for those who answer were told it. Where the earlier one matters for a child, the IRO asks for an earlier date.',
};

/** Enters the days of the council's calendar that the program does not know. */
@ApiTags('Calendar')
@Controller('api/v1/calendar')
export class CalendarRoute {
  constructor(
    private readonly recorder: Recorder,
    private readonly calendar: CouncilCalendar,
  ) {}

  @Post('closing-days')
  @Permits('calendar.set')
  @Writes({ operationId: 'setClosingDays', summary: 'Set all days on which the council is closed' })
  async setClosingDays(@Body() { dates, reason }: SetClosingDaysDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const { closingDays } = await this.calendar.said();
    const written = await this.record({ type: 'set-closing-days', dates, reason }, sent);
    return closingDays.every((day) => dates.includes(day)) ? written : written.withAdvice([NO_DATE_COMES_EARLIER]);
  }

  @Post('bank-holidays')
  @Permits('calendar.set')
  @Writes({ operationId: 'enterBankHolidays', summary: 'Enter bank holidays that the program does not know yet' })
  enterBankHolidays(
    @Body() { add, remove, reason }: EnterBankHolidaysDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const added = add.map(({ date, name }) => ({ date, name }));
    return this.record({ type: 'enter-bank-holidays', add: added, remove: remove ?? [], reason }, sent);
  }

  private record(act: CalendarAct, sent: SentWith): Promise<WrittenDto> {
    const thing = { id: 'council', stream: CALENDAR_STREAM, decider: calendarDecider };
    return this.recorder.record({ ...thing, act, permission: 'calendar.set' }, sent);
  }
}
