import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { IroServiceDto } from './iro-service.dto.js';
import { ReadIroService } from './iro-service.query.js';

@ApiTags('Figures')
@Controller('api/v1/iro-service')
export class IroServiceApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('figures.read-by-iro')
  @OpensNothing('Counts, and references.')
  @Reads(
    {
      operationId: 'readIroService',
      summary: 'Caseload, disputes, checks and recommendations of each IRO, by quarter',
    },
    IroServiceDto,
  )
  async read(@Asking() asker: Asker): Promise<IroServiceDto> {
    return (await this.queries.execute(new ReadIroService(asker))) as unknown as IroServiceDto;
  }
}
