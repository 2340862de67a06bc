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
import { VoiceDto } from './voice.dto.js';
import { ReadVoice } from './voice.query.js';

@ApiTags('Figures')
@Controller('api/v1/reports/voice')
export class VoiceApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':year')
  @Permits('figures.read')
  @OpensNothing('Counts, and references.')
  @Reads({ operationId: 'readVoice', summary: 'Whether children were heard in the disputes of a year' }, VoiceDto)
  async read(
    @Param('year', YearPipe) year: string,
    @Query() { asAt }: AsAtQuery,
    @Asking() asker: Asker,
  ): Promise<VoiceDto> {
    return (await this.queries.execute(new ReadVoice(asker, year, asAt))) as VoiceDto;
  }
}
