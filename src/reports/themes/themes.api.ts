import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { FinancialYear, Quarter } from '../../calendar/calendar.js';
import { quarterWritten } from '../../calendar/dates.js';
import { Refusal } from '../../platform/decider.js';
import { Reads } from '../../platform/http/docs.js';
import { yearIn } from '../year-pipe.js';
import type { CaseFilters, Scope } from './cases.js';
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
  async figures(@Query() query: ThemesQuery, @Asking() asker: Asker): Promise<ThemeFiguresDto> {
    const by = (query.by === undefined ? [] : query.by.split(',')) as Dimension[];
    const question = { year: yearIn(query.year), by, filters: filtersIn(query) };
    return (await this.queries.execute(new CountThemes(asker, question))) as ThemeFiguresDto;
  }

  @Get('cases')
  @Permits('figures.read')
  @OpensNothing('Theme, team and day of each record: no child and no word.')
  @Reads({ operationId: 'listThemeCases', summary: 'The records behind a count' }, ThemeCasesDto)
  async cases(@Query() query: CasesQuery, @Asking() asker: Asker): Promise<ThemeCasesDto> {
    return (await this.queries.execute(
      new ListThemeCases(asker, yearIn(query.year), filtersIn(query)),
    )) as ThemeCasesDto;
  }
}

/** Asks for those that have none. */
const NONE = 'none';
const orNone = (written: string): string | null => (written === NONE ? null : written);

/** @throws Refusal `quarter-of-another-year` */
const quarterOfYear = (written: string, year: FinancialYear): Quarter => {
  const quarter = quarterWritten(written);
  if (quarter === `${year} ${quarter.slice(-2)}`) return quarter;
  if (quarter.length === 2) return `${year} ${quarter}`;
  throw new Refusal(
    'invalid',
    'quarter-of-another-year',
    'This quarter is of another financial year than the one asked for.',
  );
};

const filtersIn = (query: CasesQuery): CaseFilters => {
  const { kind, team, service, iro, theme, themeGroup, quarter, stage, year } = query;
  return {
    ...(kind === undefined ? {} : { kind: kind as Scope }),
    ...(team === undefined ? {} : { team }),
    ...(service === undefined ? {} : { service: orNone(service) }),
    ...(iro === undefined ? {} : { iro }),
    ...(theme === undefined ? {} : { theme }),
    ...(themeGroup === undefined ? {} : { themeGroup }),
    ...(quarter === undefined ? {} : { quarter: quarterOfYear(quarter, yearIn(year)) }),
    ...(stage === undefined ? {} : { stage: stage === NONE ? null : Number(stage) }),
  };
};
