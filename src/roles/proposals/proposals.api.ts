import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { ProtocolTriedDto } from '../../protocol/try/try.dto.js';
import { ReadProposedProtocol } from './proposed-protocol.query.js';
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
  @Get(':id/protocol')
  @Permits('role.read')
  @OpensNothing('The rules of the council.')
  @Reads(
    {
      operationId: 'readProposedProtocol',
      summary: 'The rules that a proposal would put in force, beside those in force',
    },
    ProtocolTriedDto,
  )
  protocol(@Param('id', ReferencePipe) id: string): Promise<ProtocolTriedDto> {
    return this.queries.execute(new ReadProposedProtocol(id));
  }
}
