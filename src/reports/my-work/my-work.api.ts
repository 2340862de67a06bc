import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { myWork } from './my-work.js';
import { type Asker, ownerOf } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { londonDate } from '../../calendar/dates.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { Reads } from '../../platform/http/docs.js';
import { Readings } from '../../reading/readings.js';
import { MyWorkDto } from './my-work.dto.js';

@ApiTags('Figures')
@Controller('api/v1/work')
export class MyWorkRoute {
  constructor(private readonly readings: Readings) {}

  @Get()
  @Permits('work.read')
  @Reads({ operationId: 'readMyWork', summary: 'What waits for you, in the order it is due' }, MyWorkDto)
  async read(@Asking() asker: Asker): Promise<MyWorkDto> {
    const reading = await this.readings.now();
    const visible = visibleDisputes(asker, reading.directory, londonDate(reading.now));
    const { person, name, posts, covers = [] } = asker;
    return myWork({ person, name, posts, owners: [ownerOf(asker), ...covers] }, reading, visible) as MyWorkDto;
  }
}
