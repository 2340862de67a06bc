import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ProtocolsDto } from './protocols.dto.js';
import { ReadProtocols } from './protocols.query.js';

@ApiTags('Protocol')
@Controller('api/v1/protocol')
export class ProtocolsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('protocol.read')
  @OpensNothing('The rules of the council.')
  @Reads({ operationId: 'readProtocol', summary: 'Every version of the council’s rules' }, ProtocolsDto)
  read(): Promise<ProtocolsDto> {
    return this.queries.execute(new ReadProtocols());
  }
}
