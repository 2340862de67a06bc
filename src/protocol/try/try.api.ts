import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { AdoptProtocolDto } from '../adopt/adopt.dto.js';
import { ProtocolTriedDto } from './try.dto.js';
import { TryProtocol } from './try.query.js';

/** It only reads, and is sent by POST, since a file of rules is too long for an address. */
@ApiTags('Protocol')
@Controller('api/v1/protocol')
export class TryProtocolApi {
  constructor(private readonly queries: QueryBus) {}

  @Post('try')
  @HttpCode(200)
  @Permits('protocol.adopt')
  @OpensNothing('The rules of the council.')
  @Reads(
    { operationId: 'tryProtocol', summary: 'What would come of putting a protocol in force; nothing is recorded' },
    ProtocolTriedDto,
  )
  try(@Body() { yaml, from }: AdoptProtocolDto): Promise<ProtocolTriedDto> {
    return this.queries.execute(new TryProtocol(yaml, from));
  }
}
