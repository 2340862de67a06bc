import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Reads } from '../../platform/http/docs.js';
import { YearPipe } from '../annual/annual.route.js';
import { Readings } from '../../reading/readings.js';
import { narrowedTo, visibleReferences } from '../visible-references.js';
import { SoWhatDto } from './so-what.dto.js';
import { soWhat } from './so-what.js';

@ApiTags('Figures')
@Controller('api/v1/reports/so-what')
export class SoWhatRoute {
  constructor(private readonly readings: Readings) {}

  @Get(':year')
  @Permits('figures.read')
  @Reads({ operationId: 'readSoWhat', summary: 'What came of the disputes of a year' }, SoWhatDto)
  async read(@Param('year', YearPipe) year: string, @Asking() asker: Asker): Promise<SoWhatDto> {
    const reading = await this.readings.now();
    return narrowedTo(soWhat(year, reading), visibleReferences(asker, reading).references) as SoWhatDto;
  }
}
