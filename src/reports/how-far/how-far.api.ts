import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Reads } from '../../platform/http/docs.js';
import { YearPipe } from '../annual/annual.route.js';
import { Readings } from '../../reading/readings.js';
import { narrowedTo, visibleReferences } from '../visible-references.js';
import { HowFarDto } from './how-far.dto.js';
import { howFar } from './how-far.js';

@ApiTags('Figures')
@Controller('api/v1/reports/how-far')
export class HowFarRoute {
  constructor(private readonly readings: Readings) {}

  @Get(':year')
  @Permits('figures.read')
  @Reads({ operationId: 'readHowFar', summary: 'How far the disputes of a year went' }, HowFarDto)
  async read(@Param('year', YearPipe) year: string, @Asking() asker: Asker): Promise<HowFarDto> {
    const reading = await this.readings.now();
    return narrowedTo(howFar(year, reading), visibleReferences(asker, reading).references) as HowFarDto;
  }
}
