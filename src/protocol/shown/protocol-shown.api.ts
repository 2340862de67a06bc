import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ProtocolShownDto, ShowProtocolQuery } from './protocol-shown.dto.js';
import { ShowProtocol } from './protocol-shown.query.js';

@ApiTags('Protocol')
@Controller('api/v1/protocol')
export class ProtocolShownApi {
  constructor(private readonly queries: QueryBus) {}

  @Get('shown')
  @Permits('protocol.read')
  @OpensNothing('The rules of the council.')
  @Reads(
    { operationId: 'showProtocol', summary: 'One version in words, with dates worked out for three days' },
    ProtocolShownDto,
  )
  show(@Query() { version }: ShowProtocolQuery): Promise<ProtocolShownDto> {
    return this.queries.execute(new ShowProtocol(version === undefined ? undefined : Number(version)));
  }
}
