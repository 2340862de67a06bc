import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ImportsDto } from './imports.dto.js';
import { ListImports } from './imports.query.js';

@ApiTags('Figures')
@Controller('api/v1/imports')
export class ImportsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('import.read')
  @OpensNothing('Counts of rows.')
  @Reads(
    { operationId: 'listImports', summary: 'What was read in from registers, and how much of it is there' },
    ImportsDto,
  )
  list(): Promise<ImportsDto> {
    return this.queries.execute(new ListImports());
  }
}
