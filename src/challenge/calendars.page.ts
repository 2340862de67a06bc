import { Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../access/asker.js';
import { Asking } from '../access/asking.js';
import { Permits } from '../access/permission.js';
import { OpensNothing } from '../access/view-log/opens.js';
import { asSavedFile } from '../platform/http/attachment.js';
import { ReferencePipe } from '../platform/http/reference.js';
import { PageRoute } from '../web/frame/page.js';
import { ReadMeetingCalendar } from './meeting/calendar/calendar.query.js';
import { ReadSeriesCalendar } from './series/calendar/calendar.query.js';

/** The days of meetings as files that a diary takes. */
@PageRoute('challenge')
export class CalendarsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get('meetings/:meeting/calendar')
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @OpensNothing('The day of a meeting.')
  async meeting(
    @Param('meeting', ReferencePipe) meeting: string,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const query = new ReadMeetingCalendar(meeting, asker);
    return forADiary(await this.queries.execute<ReadMeetingCalendar, string>(query), 'meeting.ics', reply);
  }

  @Get('series/:series/calendar')
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @OpensNothing('Days of meetings.')
  async series(
    @Param('series', ReferencePipe) series: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const query = new ReadSeriesCalendar(series);
    return forADiary(await this.queries.execute<ReadSeriesCalendar, string>(query), 'meetings.ics', reply);
  }
}

const forADiary = (text: string, name: string, reply: FastifyReply): string => {
  void reply.headers(asSavedFile(name, 'text/calendar; charset=utf-8', Buffer.byteLength(text)));
  return text;
};
