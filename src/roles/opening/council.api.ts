import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReadCouncil } from './council.query.js';
import { CouncilDto } from './opening.dto.js';

@ApiTags('Roles')
@Controller('api/v1/council')
export class CouncilApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('role.read')
  @OpensNothing('Posts, people and rules of the council.')
  @Reads(
    { operationId: 'readCouncil', summary: 'Whether the council is open, and what one person gave in its set-up' },
    CouncilDto,
  )
  async read(): Promise<CouncilDto> {
    return (await this.queries.execute(new ReadCouncil())) as CouncilDto;
  }
}
