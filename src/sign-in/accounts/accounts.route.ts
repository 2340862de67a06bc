import { Body, Controller, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Recorder } from '../../directory/record.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedRoles } from '../../roles/authorised-roles.js';
import { accountDecider, accountStream } from './account.js';
import { TieAccountDto, UntieAccountDto } from './accounts.dto.js';

/** The person of an account of the council’s own sign-in. To change it is the same act as to say it first. */
@ApiTags('Roles')
@Controller('api/v1/accounts')
export class AccountsRoute {
  constructor(
    private readonly roles: AuthorisedRoles,
    private readonly recorder: Recorder,
  ) {}

  @Post(':id/tie')
  @Permits('account.tie')
  @Writes({ operationId: 'tieAccount', summary: 'Say whom an account signs in' })
  @ApiResponse({
    status: HttpStatus.ACCEPTED,
    type: WrittenDto,
    description:
      'The person holds a post from which cases are read, so it is proposed and waits for a second person: the reference is the proposal’s.',
  })
  async tie(
    @Param('id', ReferencePipe) id: string,
    @Body() { person }: TieAccountDto,
    @Sent() sent: SentWith,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const { written, waits } = await this.roles.tie(id, person, sent);
    if (waits) reply.status(HttpStatus.ACCEPTED);
    return written;
  }

  @Post(':id/untie')
  @Permits('account.tie')
  @Writes({ operationId: 'untieAccount', summary: 'An account signs nobody in any more' })
  untie(
    @Param('id', ReferencePipe) id: string,
    @Body() { reason }: UntieAccountDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const act = { type: 'untie', reason } as const;
    return this.recorder.change(
      { id, stream: accountStream(id), decider: accountDecider, act, permission: 'account.tie' },
      sent,
    );
  }
}
