import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { SheetQuery, SupervisionSheetDto } from './sheet.dto.js';
import { ReadSupervisionSheet } from './sheet.query.js';

@ApiTags('Figures')
@Controller('api/v1/iro-service/sheet')
export class SupervisionSheetApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('figures.read-by-iro')
  @OpensNothing('Counts, and references.')
  @Reads(
    { operationId: 'readSupervisionSheet', summary: 'One IRO for supervision: figures, and the samples of a quarter' },
    SupervisionSheetDto,
  )
  async read(@Query() { iro, quarter }: SheetQuery, @Asking() asker: Asker): Promise<SupervisionSheetDto> {
    return (await this.queries.execute(
      new ReadSupervisionSheet(asker, iro, quarter),
    )) as unknown as SupervisionSheetDto;
  }
}
