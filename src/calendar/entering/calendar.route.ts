import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Recorder } from '../../directory/record.js';
import { Writes } from '../../platform/http/docs.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { CALENDAR_STREAM, type CalendarAct, calendarDecider } from '../council-days.js';
import { EnterBankHolidaysDto, SetClosingDaysDto } from './calendar.dto.js';

/** Enters the days of the council's calendar that the program does not know. */
@ApiTags('Calendar')
@Controller('api/v1/calendar')
export class CalendarRoute {
  constructor(private readonly recorder: Recorder) {}

  @Post('closing-days')
  @Permits('calendar.set')
  @Writes({ operationId: 'setClosingDays', summary: 'Set all days on which the council is closed' })
  setClosingDays(@Body() { dates, reason }: SetClosingDaysDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.record({ type: 'set-closing-days', dates, reason }, sent);
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
