import { Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { EmergencyAccessListDto } from './emergencies.dto.js';
import { ListEmergencyAccess } from './emergencies.query.js';
import { presentEmergencies } from './present-emergencies.js';

@PageRoute('emergency-access')
export class EmergenciesPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('emergency.read')
  @Opens('list')
  @Page('disputes/emergencies/emergencies', presentEmergencies)
  list(): Promise<EmergencyAccessListDto> {
    return this.queries.execute(new ListEmergencyAccess());
  }
}
