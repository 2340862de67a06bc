import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { UnansweredStandardsDto } from './unanswered.dto.js';
import { ListUnansweredStandards } from './unanswered.query.js';

@ApiTags('Reviews')
@Controller('api/v1/reviews')
export class UnansweredApi {
  constructor(private readonly queries: QueryBus) {}

  @Get('unanswered')
  @Permits('review.read', 'review.read-outline')
  @Opens('list')
  @Reads(
    { operationId: 'listUnansweredStandards', summary: 'What is outstanding in the checks of your children' },
    UnansweredStandardsDto,
  )
  list(@Asking() asker: Asker): Promise<UnansweredStandardsDto> {
    return this.queries.execute(new ListUnansweredStandards(asker));
  }
}
