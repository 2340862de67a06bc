import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { WeekQuery, WeekReadDto } from './week.dto.js';
import { ReadWeek } from './week.query.js';

@ApiTags('Figures')
@Controller('api/v1/board/week')
export class WeekApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('board.read')
  @OpensNothing('References and days: no child and no word.')
  @Reads(
    { operationId: 'readWeek', summary: 'What happened in a week, and what stands on the board now: no child' },
    WeekReadDto,
  )
  async read(@Query() { of }: WeekQuery, @Asking() asker: Asker): Promise<WeekReadDto> {
    return (await this.queries.execute(new ReadWeek(asker, of))) as unknown as WeekReadDto;
  }
}
