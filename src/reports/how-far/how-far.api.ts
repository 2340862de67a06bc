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
import { HowFarDto } from './how-far.dto.js';
import { ReadHowFar } from './how-far.query.js';

@ApiTags('Figures')
@Controller('api/v1/reports/how-far')
export class HowFarApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':year')
  @Permits('figures.read')
  @OpensNothing('Counts, and references.')
  @Reads({ operationId: 'readHowFar', summary: 'How far the disputes of a year went' }, HowFarDto)
  async read(
    @Param('year', YearPipe) year: string,
    @Query() { asAt }: AsAtQuery,
    @Asking() asker: Asker,
  ): Promise<HowFarDto> {
    return (await this.queries.execute(new ReadHowFar(asker, year, asAt))) as HowFarDto;
  }
}
