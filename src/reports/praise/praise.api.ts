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
import { PraiseDto } from './praise.dto.js';
import { ReadPraise } from './praise.query.js';

@ApiTags('Figures')
@Controller('api/v1/reports/praise')
export class PraiseApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':year')
  @Permits('figures.read')
  @OpensNothing('Counts, and references.')
  @Reads(
    { operationId: 'readPraise', summary: 'Where the acknowledgements of a year went, beside disputes' },
    PraiseDto,
  )
  async read(
    @Param('year', YearPipe) year: string,
    @Query() { asAt }: AsAtQuery,
    @Asking() asker: Asker,
  ): Promise<PraiseDto> {
    return (await this.queries.execute(new ReadPraise(asker, year, asAt))) as PraiseDto;
  }
}
