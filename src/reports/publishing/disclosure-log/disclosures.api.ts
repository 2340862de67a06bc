import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { DisclosureDto, DisclosuresListedDto } from './disclosures.dto.js';
import { ListDisclosures, ReadDisclosure } from './disclosures.query.js';

const NO_CHILD = 'Counts that were given out already.';

@ApiTags('Published reports')
@Controller('api/v1/disclosures')
export class DisclosuresApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('disclosure.read')
  @OpensNothing(NO_CHILD)
  @Reads(
    { operationId: 'listDisclosures', summary: 'Figures that were given out otherwise than in a report' },
    DisclosuresListedDto,
  )
  list(): Promise<DisclosuresListedDto> {
    return this.queries.execute(new ListDisclosures());
  }

  @Get(':reference')
  @Permits('disclosure.read')
  @OpensNothing(NO_CHILD)
  @Reads({ operationId: 'readDisclosure', summary: 'An entry of the disclosure log' }, DisclosureDto)
  read(@Param('reference', ReferencePipe) disclosure: string): Promise<DisclosureDto> {
    return this.queries.execute(new ReadDisclosure(disclosure));
  }
}
