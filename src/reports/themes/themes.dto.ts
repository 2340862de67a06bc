import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Named } from '../../access/named/field.js';
import { DIMENSIONS, REGISTER_KINDS } from './theme-figures.js';
import { Choice, Name, Pattern, Year, Code } from '../../platform/http/fields.js';

const dimension = `(${DIMENSIONS.join('|')})`;
const BY = new RegExp(`^${dimension}(,${dimension}){0,7}$`);

/** Which records are counted. */
export class CasesQuery {
  @Year({ description: '2022-23' })
  year: string;

  @Choice(REGISTER_KINDS, { optional: true })
  kind?: string;

  @Named('any-team-in-words', { optional: true, description: 'Id, code or any name of a team.' })
  team?: string;

  @Name({ optional: true })
  service?: string;

  @Named('any-person', {
    optional: true,
    description: 'Person id of who raised or gave it. Inside the IRO service only.',
  })
  iro?: string;

  @Pattern(/^[1-4]$/, 'must be 1, 2, 3 or 4', { optional: true })
  quarter?: string;

  @Code({ optional: true, description: 'Theme code.' })
  theme?: string;

  @Code({ optional: true, description: 'Code of a theme’s group: DD for drift and delay.' })
  themeGroup?: string;

  @Pattern(/^\d{1,2}$/, 'must be the number of a stage, 0 for informal', { optional: true })
  stage?: string;
}

export class ThemesQuery extends CasesQuery {
  @Pattern(BY, `must name dimensions, each of: ${DIMENSIONS.join(', ')}, with commas between them`, {
    optional: true,
    description: 'What to count by: `kind,team,quarter`.',
  })
  by?: string;
}

@ApiSchema({ name: 'ThemeFigure' })
export class ThemeFigureDto {
  /** By the names asked for with `by`. */
  @ApiProperty({ type: Object })
  dimensions: object;
  /** Give these to `/themes/cases`, with the year, for the records behind the figure. */
  @ApiProperty({ type: Object })
  filters: object;
  /** Null where nothing is known; the note says why. */
  count: number | null;
  /** Each child once. */
  children: number | null;
  withdrawn: number | null;
  /** Whole per cent, half up, of `of`. */
  share: number | null;
  of: number | null;
  note: string | null;
}

@ApiSchema({ name: 'ThemeFigures' })
export class ThemeFiguresDto {
  year: string;
  by: string[];
  rows: ThemeFigureDto[];
  /** What a reader must know before comparing. */
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
  stage: number | null;
  imported: boolean;
}

@ApiSchema({ name: 'ThemeCases' })
export class ThemeCasesDto {
  year: string;
  /** Of the records behind the figure, those that you may see; newest first. */
  items: ThemeCaseDto[];
  /** How many there are in all. */
  count: number;
}
