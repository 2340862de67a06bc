import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { Reads } from '../../platform/http/docs.js';
import { YearPipe } from '../annual/annual.route.js';
import { Readings } from '../../reading/readings.js';
import { narrowedTo, restrictedToOthers, visibleReferences } from '../visible-references.js';
import { RepeatsDto } from './repeats.dto.js';
import { repeats, repeatsWithout } from './repeats.js';

@ApiTags('Figures')
@Controller('api/v1/reports/repeats')
export class RepeatsRoute {
  constructor(private readonly readings: Readings) {}

  @Get(':year')
  @Permits('figures.read')
  @Reads({ operationId: 'readRepeats', summary: 'What was raised again within six months' }, RepeatsDto)
  async read(@Param('year', YearPipe) year: string, @Asking() asker: Asker): Promise<RepeatsDto> {
    const reading = await this.readings.now();
    const { references, extent } = visibleReferences(asker, reading);
    const unknown = restrictedToOthers(asker, reading);
    const names = namesFrom(reading.directory, londonDate(reading.now));
    const { counted, ...report } = narrowedTo(repeatsWithout(unknown, repeats(year, reading)), references);
    const shown = counted && {
      ...counted,
      matters: counted.matters
        .filter((matter) => matter.references.length > 0)
        .map(({ child, ...matter }) => (extent === 'figures' ? matter : { child: names.child(child), ...matter })),
    };
    return { ...report, counted: shown } as RepeatsDto;
  }
}
