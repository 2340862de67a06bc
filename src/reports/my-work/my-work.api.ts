import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { AsAtQuery } from '../../reading/as-at.dto.js';
import { MyWorkDto } from './my-work.dto.js';
import { ReadMyWork } from './my-work.query.js';
import { ReadSinceLooked } from './since-looked.query.js';

@ApiTags('Figures')
@Controller('api/v1/work')
export class MyWorkApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('work.read')
  @Opens('list')
  @Reads({ operationId: 'readMyWork', summary: 'What waits for you, in the order it is due' }, MyWorkDto)
  async read(@Query() { asAt }: AsAtQuery, @Asking() asker: Asker): Promise<MyWorkDto> {
    const work = await this.queries.execute(new ReadMyWork(asker, asAt));
    // A task that is new to somebody is new today.
    const sinceLooked = asAt === undefined ? await this.queries.execute(new ReadSinceLooked(asker)) : [];
    return { ...work, sinceLooked } as MyWorkDto;
  }
}
