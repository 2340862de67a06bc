import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { YearPipe, YearsOfQueryPipe, yearIn } from '../year-pipe.js';
import { AnnualQuery, AnnualReportDto } from './annual.dto.js';
import { ReadAnnualReport } from './annual.query.js';

@ApiTags('Figures')
@Controller('api/v1/reports/annual')
export class AnnualReportApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':year')
  @Permits('figures.read')
  @OpensNothing('Counts.')
  @Reads(
    { operationId: 'readAnnualReport', summary: 'The annual report’s figures beside the year before' },
    AnnualReportDto,
  )
  async read(
    @Param('year', YearPipe) year: string,
    @Query(YearsOfQueryPipe) { against, asAt }: AnnualQuery,
    @Asking() asker: Asker,
  ): Promise<AnnualReportDto> {
    const earlier = against === undefined ? undefined : yearIn(against);
    return (await this.queries.execute(new ReadAnnualReport(asker, year, earlier, asAt))) as AnnualReportDto;
  }
}
