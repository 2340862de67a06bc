import { Get, Header, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { ChallengeRoute } from '../../challenge-route.js';
import { ReadSeriesCalendar } from './calendar.query.js';

@ChallengeRoute('series')
export class SeriesCalendarApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':series/calendar')
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @OpensNothing('Days of meetings.')
  @Reads({ operationId: 'readSeriesCalendar', summary: 'Its days as an iCalendar file (RFC 5545)' }, String)
  @ApiProduces('text/calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  read(@Param('series', ReferencePipe) series: string): Promise<string> {
    return this.queries.execute(new ReadSeriesCalendar(series));
  }
}
