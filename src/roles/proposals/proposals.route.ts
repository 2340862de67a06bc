import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedRoles } from '../authorised-roles.js';
import { SettleProposalDto } from './proposals.dto.js';

/** The outcome of a proposal. A proposal is made where a post is taken or a protocol adopted. */
@ApiTags('Roles')
@Controller('api/v1/roles/proposals')
export class ProposalsRoute {
  constructor(private readonly authorised: AuthorisedRoles) {}

  @Post(':id/agree')
  @Permits('role.agree')
  @Writes({ operationId: 'agreeToRole', summary: 'Agree, as the second person; what is proposed is then done' })
  agree(@Param('id', ReferencePipe) id: string, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.authorised.agree(id, sent);
  }

  @Post(':id/refuse')
  @Permits('role.agree')
  @Writes({ operationId: 'refuseRole', summary: 'Refuse, as one who might agree' })
  refuse(
    @Param('id', ReferencePipe) id: string,
    @Body() { reason }: SettleProposalDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.refuse(id, reason, sent);
  }

  @Post(':id/take-back')
  @Permits('role.propose')
  @Writes({ operationId: 'takeBackRole', summary: 'Take back what you proposed' })
  takeBack(
    @Param('id', ReferencePipe) id: string,
    @Body() { reason }: SettleProposalDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.takeBack(id, reason, sent);
  }
}
