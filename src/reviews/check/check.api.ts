import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { CheckDto } from './check.dto.js';
import { ReadCheck } from './check.query.js';

@ApiTags('Reviews')
@Controller('api/v1/reviews')
export class CheckApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference')
  @Permits('review.read', 'review.read-outline')
  @Opens('page')
  @Reads({ operationId: 'readCheck', summary: 'One check, with what is outstanding' }, CheckDto)
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<CheckDto> {
    return this.queries.execute(new ReadCheck(reference, asker));
  }
}
