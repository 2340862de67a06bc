import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { Reads } from '../../platform/http/docs.js';
import { CLOCK } from '../../platform/tokens.js';
import { YearPipe, yearInQuery } from '../year-pipe.js';
import { AnnualQuery, AnnualReportDto } from './annual.dto.js';
import { ReadAnnualReport } from './annual.query.js';

@ApiTags('Figures')
@Controller('api/v1/reports/annual')
export class AnnualReportApi {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':year')
  @Permits('figures.read')
  @OpensNothing('Counts.')
  @Reads(
    { operationId: 'readAnnualReport', summary: 'The annual report’s figures beside the year before' },
    AnnualReportDto,
  )
  async read(
    @Param('year', YearPipe) year: string,
    @Query() { against, asAt }: AnnualQuery,
    @Asking() asker: Asker,
  ): Promise<AnnualReportDto> {
    const earlier = against === undefined ? undefined : yearInQuery(against, londonDate(this.clock.now()), 'against');
    return (await this.queries.execute(new ReadAnnualReport(asker, year, earlier, asAt))) as AnnualReportDto;
  }
}
