import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { YearsOfQueryPipe } from '../year-pipe.js';
import { questionIn } from './asked.js';
import { ByMonthDto, ByMonthQuery, OverTimeDto, OverTimeQuery } from './over-time.dto.js';
import { CountByMonth, CountOverTime } from './over-time.query.js';

@ApiTags('Figures')
@Controller('api/v1/themes')
export class OverTimeApi {
  constructor(private readonly queries: QueryBus) {}

  @Get('over-time')
  @Permits('figures.read')
  @OpensNothing('Counts.')
  @Reads(
    { operationId: 'countOverTime', summary: 'Counts by theme or team, by quarter, twelve months and the year so far' },
    OverTimeDto,
  )
  async overTime(@Query(YearsOfQueryPipe) query: OverTimeQuery, @Asking() asker: Asker): Promise<OverTimeDto> {
    return (await this.queries.execute(
      new CountOverTime(asker, questionIn(query), query.asAt),
    )) as unknown as OverTimeDto;
  }

  @Get('by-month')
  @Permits('figures.read')
  @OpensNothing('Counts.')
  @Reads({ operationId: 'countByMonth', summary: 'Counts by month, with what they usually are' }, ByMonthDto)
  async byMonth(@Query(YearsOfQueryPipe) query: ByMonthQuery, @Asking() asker: Asker): Promise<ByMonthDto> {
    return (await this.queries.execute(
      new CountByMonth(asker, questionIn(query), query.asAt),
    )) as unknown as ByMonthDto;
  }
}
