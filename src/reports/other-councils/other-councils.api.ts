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
import { ReadBesideOthers } from './compared.query.js';
import { BesideOthersDto } from './other-councils.dto.js';

@ApiTags('Figures')
@Controller('api/v1/reports/other-councils')
export class OtherCouncilsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':year')
  @Permits('figures.read')
  @OpensNothing('Counts.')
  @Reads(
    { operationId: 'readBesideOthers', summary: 'What other councils have published, beside one’s own figures' },
    BesideOthersDto,
  )
  async read(
    @Param('year', YearPipe) year: string,
    @Query() { asAt }: AsAtQuery,
    @Asking() asker: Asker,
  ): Promise<BesideOthersDto> {
    return (await this.queries.execute(new ReadBesideOthers(asker, year, asAt))) as BesideOthersDto;
  }
}
