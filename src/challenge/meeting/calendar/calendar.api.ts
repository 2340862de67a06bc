import { Get, Header, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { ChallengeRoute } from '../../challenge-route.js';
import { ReadMeetingCalendar } from './calendar.query.js';

@ChallengeRoute('meetings')
export class MeetingCalendarApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':meeting/calendar')
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @OpensNothing('The day of a meeting.')
  @Reads({ operationId: 'readMeetingCalendar', summary: 'Its day as an iCalendar file (RFC 5545)' }, String)
  @ApiProduces('text/calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  read(@Param('meeting', ReferencePipe) meeting: string, @Asking() asker: Asker): Promise<string> {
    return this.queries.execute(new ReadMeetingCalendar(meeting, asker));
  }
}
