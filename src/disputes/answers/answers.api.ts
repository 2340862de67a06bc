import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { AnswersPageDto, AnswersQuery } from './answers.dto.js';
import { ListAnswers } from './answers.query.js';

@ApiTags('Disputes')
@Controller('api/v1/answers')
export class AnswersApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @OpensNothing('Stages and days: no initials and no word.')
  @Reads({ operationId: 'listAnswers', summary: 'Rounds and their timeliness, newest first' }, AnswersPageDto)
  list(@Query() query: AnswersQuery, @Asking() asker: Asker): Promise<AnswersPageDto> {
    return this.queries.execute(new ListAnswers(query, asker));
  }
}
