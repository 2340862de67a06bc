import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { AsAtQuery } from '../../reading/as-at.dto.js';
import { YearPipe } from '../year-pipe.js';
import { RepeatsDto } from './repeats.dto.js';
import { ReadRepeats } from './repeats.query.js';

@ApiTags('Figures')
@Controller('api/v1/reports/repeats')
export class RepeatsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':year')
  @Permits('figures.read')
  @Opens('list')
  @Reads({ operationId: 'readRepeats', summary: 'What was raised again within six months' }, RepeatsDto)
  async read(
    @Param('year', YearPipe) year: string,
    @Query() { asAt }: AsAtQuery,
    @Asking() asker: Asker,
  ): Promise<RepeatsDto> {
    return (await this.queries.execute(new ReadRepeats(asker, year, asAt))) as RepeatsDto;
  }
}
