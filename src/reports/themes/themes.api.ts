import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { YearsOfQueryPipe, yearIn } from '../year-pipe.js';
import { casesAsked, filtersIn } from './cases-asked.js';
import { ListThemeCases } from './theme-cases.query.js';
import type { Dimension } from './theme-figures.js';
import { CasesQuery, ThemeCasesDto, ThemeFiguresDto, ThemesQuery } from './themes.dto.js';
import { CountThemes } from './themes.query.js';

@ApiTags('Figures')
@Controller('api/v1/themes')
export class ThemesApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('figures.read')
  @OpensNothing('Counts.')
  @Reads(
    { operationId: 'countThemes', summary: 'Counts of a year, by kind, team, quarter, theme and more' },
    ThemeFiguresDto,
  )
  async figures(@Query(YearsOfQueryPipe) query: ThemesQuery, @Asking() asker: Asker): Promise<ThemeFiguresDto> {
    const by = (query.by === undefined ? [] : query.by.split(',')) as Dimension[];
    const year = yearIn(query.year);
    const question = { year, by, filters: filtersIn(query, year) };
    return (await this.queries.execute(new CountThemes(asker, question, query.asAt))) as ThemeFiguresDto;
  }

  @Get('cases')
  @Permits('figures.read')
  @OpensNothing('Theme, team and day of each record: no child and no word.')
  @Reads({ operationId: 'listThemeCases', summary: 'The records behind a count' }, ThemeCasesDto)
  async cases(@Query(YearsOfQueryPipe) query: CasesQuery, @Asking() asker: Asker): Promise<ThemeCasesDto> {
    const { year, filters } = casesAsked(query);
    return (await this.queries.execute(new ListThemeCases(asker, year, filters))) as ThemeCasesDto;
  }
}
