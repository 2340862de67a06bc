import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ProposalsDto } from './proposals.dto.js';
import { ListProposals } from './proposals.query.js';

@ApiTags('Roles')
@Controller('api/v1/roles/proposals')
export class ProposalsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('role.read')
  @OpensNothing('Posts, people and rules that are proposed.')
  @Reads(
    { operationId: 'listRoleProposals', summary: 'What gives somebody a role and needs a second person' },
    ProposalsDto,
  )
  list(): Promise<ProposalsDto> {
    return this.queries.execute(new ListProposals());
  }
}
