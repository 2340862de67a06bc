import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { YearPipe } from '../year-pipe.js';
import { TimelinessDto, TimelinessQuery } from './timeliness.dto.js';
import { ReadTimeliness } from './timeliness.query.js';
import type { TimelinessDimension } from './timeliness.js';

@ApiTags('Figures')
@Controller('api/v1/reports/timeliness')
export class TimelinessApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':year')
  @Permits('figures.read')
  @OpensNothing('Counts, and references.')
  @Reads({ operationId: 'readTimeliness', summary: 'How fast the disputes of a year were answered' }, TimelinessDto)
  async read(
    @Param('year', YearPipe) year: string,
    @Query() query: TimelinessQuery,
    @Asking() asker: Asker,
  ): Promise<TimelinessDto> {
    const by = (query.by === undefined ? [] : query.by.split(',')) as TimelinessDimension[];
    const [table] = await this.queries.execute(new ReadTimeliness(asker, year, [by], query.asAt));
    return table as TimelinessDto;
  }
}
