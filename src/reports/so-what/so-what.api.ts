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
import { SoWhatDto } from './so-what.dto.js';
import { ReadSoWhat } from './so-what.query.js';

@ApiTags('Figures')
@Controller('api/v1/reports/so-what')
export class SoWhatApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':year')
  @Permits('figures.read')
  @OpensNothing('Counts, and references.')
  @Reads({ operationId: 'readSoWhat', summary: 'What came of the disputes of a year' }, SoWhatDto)
  async read(
    @Param('year', YearPipe) year: string,
    @Query() { asAt }: AsAtQuery,
    @Asking() asker: Asker,
  ): Promise<SoWhatDto> {
    return (await this.queries.execute(new ReadSoWhat(asker, year, asAt))) as SoWhatDto;
  }
}
