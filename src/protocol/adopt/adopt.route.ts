import { createHash } from 'node:crypto';
import { Body, Controller, HttpStatus, Post, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { type DoneOrWaiting, AuthorisedRoles } from '../../roles/authorised-roles.js';
import { AdoptProtocolDto } from './adopt.dto.js';
import { readOrRefuse } from './read-or-refuse.js';

@ApiTags('Protocol')
@Controller('api/v1/protocol')
export class AdoptProtocolRoute {
  constructor(private readonly roles: AuthorisedRoles) {}

  @Post()
  @Permits('protocol.adopt')
  @Writes({ operationId: 'adoptProtocol', summary: 'Put a protocol in force from a day' }, { status: 201 })
  @ApiResponse({
    status: HttpStatus.ACCEPTED,
    type: WrittenDto,
    description:
      'It gives posts from which cases are read more than they have, so it is proposed and waits for a second person.',
  })
  async adopt(
    @Body() body: AdoptProtocolDto,
    @Sent() sent: SentWith,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const { written, waits } = await this.adopting(body, sent);
    if (waits) reply.status(HttpStatus.ACCEPTED);
    return written;
  }

  /** The same for a page, which says in words whether it waits. */
  async adopting({ yaml, from }: AdoptProtocolDto, sent: SentWith): Promise<DoneOrWaiting> {
    const { protocol, warnings } = readOrRefuse(yaml);
    const fileSha256 = createHash('sha256').update(yaml).digest('hex');
    return this.roles.adopt({ protocol, warnings, file: yaml, fileSha256, from }, sent);
  }
}
