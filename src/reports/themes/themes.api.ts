import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Dimension, themeCases, themeFigures } from './theme-figures.js';
import type { CaseFilters } from './cases.js';
import { notYours, postThatMay } from '../../access/access.js';
import { type Asker, ownerOf } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { visibleAcknowledgements } from '../../acknowledgements/list/list.js';
import type { Directory } from '../../directory/directory.js';
import { Known } from '../../directory/known.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { Reads } from '../../platform/http/docs.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import type { RegisterKind } from '../../register/events.js';
import { CasesQuery, ThemeCasesDto, ThemeFiguresDto, ThemesQuery } from './themes.dto.js';

/** `2022-23` in an address is the financial year `2022/23`. */
export const yearIn = (written: string): string => written.replace('-', '/');

@ApiTags('Figures')
@Controller('api/v1/themes')
export class ThemesRoute {
  constructor(
    private readonly known: Known,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get()
  @Permits('figures.read')
  @Reads(
    { operationId: 'countThemes', summary: 'Counts of a year, by kind, team, quarter, theme and more' },
    ThemeFiguresDto,
  )
  figures(@Query() query: ThemesQuery, @Asking() asker: Asker): ThemeFiguresDto {
    const by = (query.by === undefined ? [] : query.by.split(',')) as Dimension[];
    mustBeFor(asker, by.includes('iro'), query.iro);
    const question = { year: yearIn(query.year), by, filters: filtersIn(query) };
    const { year, rows, notes } = themeFigures(question, this.readModels, this.known.today());
    return { year, by, rows: [...rows], notes: [...notes] };
  }

  @Get('cases')
  @Permits('figures.read')
  @Reads({ operationId: 'listThemeCases', summary: 'The records behind a count' }, ThemeCasesDto)
  cases(@Query() query: CasesQuery, @Asking() asker: Asker): ThemeCasesDto {
    mustBeFor(asker, false, query.iro);
    const year = yearIn(query.year);
    const cases = themeCases({ year, filters: filtersIn(query) }, this.readModels);
    const visible = this.visibleTo(asker);
    return {
      year,
      count: cases.length,
      items: cases.filter(({ reference }) => visible.has(reference)).map(({ iro: _iro, ...shown }) => shown),
    };
  }

  private visibleTo(asker: Asker): ReadonlySet<string> {
    const disputes = visibleDisputes(asker, this.directory, this.known.today());
    const acknowledgements = visibleAcknowledgements(asker, this.directory, this.known.today());
    const rows = this.readModels.all<{ reference: string }>(
      `SELECT reference FROM dispute_register AS register WHERE ${disputes.sql}
        UNION ALL SELECT reference FROM acknowledgement_register AS register WHERE ${acknowledgements.sql}`,
      { ...disputes.parameters, ...acknowledgements.parameters },
    );
    return new Set(rows.map(({ reference }) => reference));
  }
}

/** Figures by person stay inside the IRO service; everybody may see their own. */
const mustBeFor = (asker: Asker, byIro: boolean, iro: string | undefined): void => {
  const ownOnly = !byIro && (iro === undefined || iro === ownerOf(asker));
  if (!ownOnly && !postThatMay(asker, 'figures.read-by-iro')) throw notYours('figures.read-by-iro');
};

const filtersIn = (query: CasesQuery): CaseFilters => {
  const { kind, team, service, iro, theme, themeGroup, quarter, stage, year } = query;
  return {
    ...(kind === undefined ? {} : { kind: kind as RegisterKind }),
    ...(team === undefined ? {} : { team }),
    ...(service === undefined ? {} : { service }),
    ...(iro === undefined ? {} : { iro }),
    ...(theme === undefined ? {} : { theme }),
    ...(themeGroup === undefined ? {} : { themeGroup }),
    ...(quarter === undefined ? {} : { quarter: `${yearIn(year)} Q${quarter}` }),
    ...(stage === undefined ? {} : { stage: Number(stage) }),
  };
};
