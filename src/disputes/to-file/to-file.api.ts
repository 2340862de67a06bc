import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ToFilePageDto } from './to-file.dto.js';
import { ListToFile } from './to-file.query.js';

@ApiTags('Figures')
@Controller('api/v1/work')
export class ToFileApi {
  constructor(private readonly queries: QueryBus) {}

  @Get('to-file')
  @Permits('work.read')
  @Opens('list')
  @Reads({ operationId: 'listToFile', summary: 'What you have to file on children’s records' }, ToFilePageDto)
  list(@Asking() asker: Asker): Promise<ToFilePageDto> {
    return this.queries.execute(new ListToFile(asker));
  }
}
