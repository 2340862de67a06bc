import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Reads } from '../../platform/http/docs.js';
import { YearPipe } from '../annual/annual.route.js';
import { Readings } from '../../reading/readings.js';
import { narrowedTo, visibleReferences } from '../visible-references.js';
import { TimelinessDto, TimelinessQuery } from './timeliness.dto.js';
import { timeliness, type TimelinessDimension } from './timeliness.js';

@ApiTags('Figures')
@Controller('api/v1/reports/timeliness')
export class TimelinessRoute {
  constructor(private readonly readings: Readings) {}

  @Get(':year')
  @Permits('figures.read')
  @Reads({ operationId: 'readTimeliness', summary: 'How fast the disputes of a year were answered' }, TimelinessDto)
  async read(
    @Param('year', YearPipe) year: string,
    @Query() query: TimelinessQuery,
    @Asking() asker: Asker,
  ): Promise<TimelinessDto> {
    const reading = await this.readings.now();
    const by = (query.by === undefined ? [] : query.by.split(',')) as TimelinessDimension[];
    return narrowedTo(timeliness(year, by, reading), visibleReferences(asker, reading).references) as TimelinessDto;
  }
}
