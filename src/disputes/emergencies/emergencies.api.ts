import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { EmergencyAccessListDto } from './emergencies.dto.js';
import { ListEmergencyAccess } from './emergencies.query.js';

@ApiTags('Disputes')
@Controller('api/v1/emergency-access')
export class EmergenciesApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('emergency.read')
  @Opens('list')
  @Reads(
    { operationId: 'listEmergencyAccess', summary: 'Who read a restricted record without being on its list' },
    EmergencyAccessListDto,
  )
  list(): Promise<EmergencyAccessListDto> {
    return this.queries.execute(new ListEmergencyAccess());
  }
}
