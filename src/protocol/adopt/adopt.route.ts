import { createHash } from 'node:crypto';
import { Body, Controller, HttpStatus, Post, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { Problem } from '../../platform/http/problem.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { RoleDesk } from '../../roles/role-desk.js';
import { checkedProtocol } from '../../roles/checked-protocol.js';
import { ProtocolInvalid, type ProtocolRead } from '../read-protocol.js';
import { AdoptProtocolDto } from './adopt.dto.js';

@ApiTags('Protocol')
@Controller('api/v1/protocol')
export class AdoptProtocolRoute {
  constructor(private readonly roles: RoleDesk) {}

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
    @Body() { yaml, from }: AdoptProtocolDto,
    @Sent() sent: SentWith,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const { protocol, warnings } = readOrRefuse(yaml);
    const fileSha256 = createHash('sha256').update(yaml).digest('hex');
    const { written, waits } = await this.roles.adopt({ protocol, warnings, fileSha256, from }, sent);
    if (waits) reply.status(HttpStatus.ACCEPTED);
    return written;
  }
}

const readOrRefuse = (yaml: string): ProtocolRead => {
  try {
    return checkedProtocol(yaml, 'protocol.yaml');
  } catch (error) {
    if (!(error instanceof ProtocolInvalid)) throw error;
    throw new Problem(400, 'protocol-invalid', 'This file cannot be used as a protocol: see errors, by line.', {
      errors: error.problems.map(({ line, message }) => ({ pointer: '/yaml', message: `line ${line}: ${message}` })),
      more: error.more,
    });
  }
};
