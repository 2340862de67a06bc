import { createHash } from 'node:crypto';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Recorder } from '../../directory/record.js';
import { Writes } from '../../platform/http/docs.js';
import { Problem } from '../../platform/http/problem.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { type AdoptProtocol, adoptionDecider, PROTOCOL_STREAM } from '../adoption.js';
import { ProtocolInvalid, type ProtocolRead, readProtocol } from '../read-protocol.js';
import { AdoptProtocolDto } from './adopt.dto.js';

@ApiTags('Protocol')
@Controller('api/v1/protocol')
export class AdoptProtocolRoute {
  constructor(private readonly recorder: Recorder) {}

  @Post()
  @Permits('protocol.adopt')
  @Writes({ operationId: 'adoptProtocol', summary: 'Put a protocol in force from a day' }, { status: 201 })
  adopt(@Body() { yaml, from }: AdoptProtocolDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const { protocol, warnings } = readOrRefuse(yaml);
    const fileSha256 = createHash('sha256').update(yaml).digest('hex');
    const act: AdoptProtocol = { type: 'adopt-protocol', from, protocol, fileSha256, warnings };
    return this.recorder.record(
      { id: protocol.id, stream: PROTOCOL_STREAM, decider: adoptionDecider, act, permission: 'protocol.adopt' },
      sent,
    );
  }
}

const readOrRefuse = (yaml: string): ProtocolRead => {
  try {
    return readProtocol(yaml, 'protocol.yaml');
  } catch (error) {
    if (!(error instanceof ProtocolInvalid)) throw error;
    throw new Problem(400, 'protocol-invalid', 'This file cannot be used as a protocol: see errors, by line.', {
      errors: error.problems.map(({ line, message }) => ({ pointer: '/yaml', message: `line ${line}: ${message}` })),
      more: error.more,
    });
  }
};
