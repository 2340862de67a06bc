import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { DueDatesAddressDto } from './due-dates.dto.js';
import { ReadDueDatesAddress } from './due-dates.query.js';

/** The route at which a calendar finds the due dates of the person who asks. */
@ApiTags('Work')
@Controller('api/v1/due-dates')
export class DueDatesApi {
  constructor(private readonly queries: QueryBus) {}

  @Get('address')
  @Permits('work.follow')
  @OpensNothing('A secret address of one’s own.')
  @Reads({ operationId: 'readDueDatesAddress', summary: 'The secret address of your due dates' }, DueDatesAddressDto)
  read(@Asking() { person }: Asker): Promise<DueDatesAddressDto> {
    return this.queries.execute(new ReadDueDatesAddress(person));
  }
}
