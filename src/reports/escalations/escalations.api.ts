import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { BoardQuery, EscalationBoardDto } from './escalations.dto.js';
import { ReadEscalations } from './escalations.query.js';

@ApiTags('Figures')
@Controller('api/v1/board')
export class EscalationsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('board.read')
  @Opens('list')
  @Reads(
    { operationId: 'readBoard', summary: 'Every open dispute by stage, who must act, and what is late' },
    EscalationBoardDto,
  )
  async read(@Query() { stage, asAt, ...filters }: BoardQuery, @Asking() asker: Asker): Promise<EscalationBoardDto> {
    const narrowed = stage === undefined ? filters : { ...filters, stage: Number(stage) };
    return (await this.queries.execute(new ReadEscalations(asker, narrowed, asAt))) as EscalationBoardDto;
  }
}
