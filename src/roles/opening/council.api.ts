import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReadCouncil } from './council.query.js';
import { CouncilDto } from './opening.dto.js';
import { SetUpDto } from './set-up.dto.js';
import { ReadSetUp } from './set-up.query.js';

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
  @Get('set-up')
  @Permits('role.read')
  @OpensNothing('Counts of teams, posts and children.')
  @Reads({ operationId: 'readSetUp', summary: 'How far the set-up of the council has come, step by step' }, SetUpDto)
  setUp(): Promise<SetUpDto> {
    return this.queries.execute(new ReadSetUp());
  }
}
