import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { AS_AT_SAYS } from '../../reading/as-at.dto.js';
import { Named } from '../../access/named/field.js';
import { SCOPES } from './scopes.js';
import { DIMENSIONS } from './theme-figures.js';
import { Choice, Code, Name, Pattern, Quarter, Year } from '../../platform/http/fields.js';

const dimension = `(${DIMENSIONS.join('|')})`;
const BY = new RegExp(`^${dimension}(,${dimension}){0,9}$`);

/** The records that are counted. */
export class RecordsQuery {
  @Choice(SCOPES, { optional: true, description: '`disputes`: informal and formal records together.' })
  kind?: string;

  @Named('any-team-in-words', { optional: true, description: 'Id, code or any name of a team.' })
  team?: string;

  @Name({ optional: true, description: 'A service, or `none` for those of no service.' })
  service?: string;

  @Named('any-person', {
    optional: true,
    description: 'Person id of who raised or gave it. Inside the IRO service only.',
  })
  iro?: string;

  @Quarter({ optional: true, description: 'A quarter of this year: 2022/23 Q1, or 1.' })
  quarter?: string;

  @Code({ optional: true, description: 'Theme code.' })
  theme?: string;

  @Code({ optional: true, description: 'Code of a theme’s group: DD for drift and delay.' })
  themeGroup?: string;

  @Code({ optional: true, description: 'Code of a ladder, or `none` for those that are on none.' })
  ladder?: string;

  @Pattern(/^(\d{1,2}|none)$/, 'must be the number of a stage, 0 for informal, or none', { optional: true })
  stage?: string;

  @Code({ optional: true, description: 'Code of a level, or `none` for those without one.' })
  level?: string;
}

/** The records behind a figure: of a year, or of the days from one to another. */
export class CasesQuery extends RecordsQuery {
  @Year({ optional: true, description: '2022/23, or 2022-23. Needed unless `from` and `to` are given.' })
  year?: string;

  @Dated('any-day', { optional: true, description: 'Raised, or given, on this day or later.' })
  from?: string;

  @Dated('any-day', { optional: true, description: 'Raised, or given, on this day or earlier.' })
  to?: string;
}

export class ThemesQuery extends RecordsQuery {
  @Dated('any-day', { optional: true, description: AS_AT_SAYS })
  asAt?: string;

  @Year({ description: '2022/23, or 2022-23.' })
  year: string;

  @Pattern(BY, `must name dimensions, each of: ${DIMENSIONS.join(', ')}, with commas between them`, {
    optional: true,
    description: 'What to count by: `kind,team,quarter`.',
  })
  by?: string;
}

@ApiSchema({ name: 'ThemeFigure' })
export class ThemeFigureDto {
  /** The kind that is counted, or “all disputes (records)”; disputes and acknowledgements are never added. */
  records: string;
  /** By the names asked for with `by`. */
  @ApiProperty({ type: Object })
  dimensions: object;
  /** Give these to `/themes/cases`, with the year, for the records behind the figure. */
  @ApiProperty({ type: Object })
  filters: object;
  /** Null where nothing is known; the note says why. */
  count: number | null;
  /** Each child once; null: not collected. */
  children: number | null;
  /** Null: not collected. */
  withdrawn: number | null;
  /** Whole per cent, half up, of `of`. */
  share: number | null;
  of: number | null;
  /** The base of the share, in words. */
  base: string | null;
  note: string | null;
}

@ApiSchema({ name: 'ThemeFigures' })
export class ThemeFiguresDto {
  year: string;
  by: string[];
  rows: ThemeFigureDto[];
  /** The facts that a reader must know before comparing. */
  notes: string[];
}

@ApiSchema({ name: 'ThemeCase' })
export class ThemeCaseDto {
  reference: string;
  kind: string;
  status: string;
  countedOn: string;
  quarter: string;
  team: string;
  teamName: string;
  theme: string;
  themeGroup: string;
  /** Code of the ladder that it is on; null of an acknowledgement. */
  ladder: string | null;
  /** The highest stage of its ladder that it has reached. */
  stage: number | null;
  /** The name that its protocol gives that stage. */
  stageName: string | null;
  /** Code of its level; null where it has none. */
  level: string | null;
  imported: boolean;
  /** `whole` where you may open it, `outline` where you see where it stands; null where neither has anything to show. */
  opens: string | null;
}

@ApiSchema({ name: 'ThemeCases' })
export class ThemeCasesDto {
  /** Null where they are of the days from one to another. */
  year: string | null;
  /** Of the records behind the figure, those that you may see, or of which you see where they stand; newest first. */
  items: ThemeCaseDto[];
  /** How many there are in all. */
  count: number;
}
