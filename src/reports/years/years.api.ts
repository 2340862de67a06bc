import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { AsAtQuery } from '../../reading/as-at.dto.js';
import { YearPipe } from '../year-pipe.js';
import { YearsInRowDto } from './years.dto.js';
import { ReadYears } from './years.query.js';

@ApiTags('Figures')
@Controller('api/v1/reports/years')
export class YearsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':year')
  @Permits('figures.read')
  @OpensNothing('Counts, and references.')
  @Reads(
    { operationId: 'readYears', summary: 'Several years in a row, and where they cannot be compared' },
    YearsInRowDto,
  )
  async read(
    @Param('year', YearPipe) year: string,
    @Query() { asAt }: AsAtQuery,
    @Asking() asker: Asker,
  ): Promise<YearsInRowDto> {
    return (await this.queries.execute(new ReadYears(asker, year, asAt))) as YearsInRowDto;
  }
}
