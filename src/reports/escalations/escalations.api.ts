import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { escalationBoard } from './escalation-board.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { londonDate } from '../../calendar/dates.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { Reads } from '../../platform/http/docs.js';
import { Readings } from '../../reading/readings.js';
import { BoardQuery, EscalationBoardDto } from './escalations.dto.js';

@ApiTags('Figures')
@Controller('api/v1/board')
export class EscalationsRoute {
  constructor(private readonly readings: Readings) {}

  @Get()
  @Permits('board.read')
  @Reads(
    { operationId: 'readBoard', summary: 'Every open dispute by stage, who must act, and what is late' },
    EscalationBoardDto,
  )
  async read(@Query() { stage, ...filters }: BoardQuery, @Asking() asker: Asker): Promise<EscalationBoardDto> {
    const reading = await this.readings.now();
    const visible = visibleDisputes(asker, reading.directory, londonDate(reading.now), [['board.read', 'outline']]);
    const narrowed = stage === undefined ? filters : { ...filters, stage: Number(stage) };
    return escalationBoard(reading, visible, narrowed) as EscalationBoardDto;
  }
}
