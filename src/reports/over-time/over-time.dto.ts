import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Named } from '../../access/named/field.js';
import { AsAtQuery } from '../../reading/as-at.dto.js';
import { Choice, Code, Name, Year } from '../../platform/http/fields.js';
import { SCOPES } from '../themes/scopes.js';
import { LINES_OVER_TIME } from './over-time.js';

/** The records that are counted by month. */
export class ByMonthQuery extends AsAtQuery {
  @Choice(SCOPES, { optional: true, description: '`formal` unless told; `disputes`: informal and formal together.' })
  kind?: string;

  @Named('any-team-in-words', { optional: true, description: 'Id, code or any name of a team.' })
  team?: string;

  @Name({ optional: true, description: 'A service, or `none` for those of no service.' })
  service?: string;

  @Code({ optional: true, description: 'Theme code.' })
  theme?: string;

  @Code({ optional: true, description: 'Code of a theme’s group: DD for drift and delay.' })
  themeGroup?: string;

  @Year({ optional: true, description: 'Counts up to the last day of this financial year; up to today unless told.' })
  year?: string;
}

export class OverTimeQuery extends ByMonthQuery {
  @Choice(LINES_OVER_TIME, { optional: true, description: 'What stands in the lines: `theme` unless told.' })
  lines?: string;
}

@ApiSchema({ name: 'PeriodCounted' })
export class PeriodCountedDto {
  /** `quarter`, `twelve-months`, `twelve-months-before`, `year-to-date` or `same-days-before`. */
  what: string;
  quarter: string | null;
  from: string;
  to: string;
}

@ApiSchema({ name: 'CellOverTime' })
export class CellOverTimeDto {
  /** Null where nothing is known; the note says why. */
  count: number | null;
  /** Children held, on average over the period. */
  held: number | null;
  /** So many to 100 children held, to one decimal place; null where fewer than 30 are held. */
  per100: number | null;
  note: string | null;
}

@ApiSchema({ name: 'LineOverTime' })
export class LineOverTimeDto {
  /** Code of a theme or of its group, or id of a team. */
  id: string;
  /** Of a team; null of a theme. */
  name: string | null;
  /** Give these to `/themes/cases`, with the days of a period, for the records behind its figure. */
  @ApiProperty({ type: Object })
  filters: object;
  /** One for each period, in their order. */
  cells: CellOverTimeDto[];
  /** Themes of a group that has several. */
  @ApiProperty({ type: () => [LineOverTimeDto] })
  parts: LineOverTimeDto[];
}

@ApiSchema({ name: 'OverTime' })
export class OverTimeDto {
  asAt: string;
  kind: string;
  lines: string;
  periods: PeriodCountedDto[];
  /** Themes in the order of the list, teams A to Z. */
  rows: LineOverTimeDto[];
  all: LineOverTimeDto;
  notes: string[];
}

@ApiSchema({ name: 'MonthCounted' })
export class MonthCountedDto {
  from: string;
  to: string;
  /** Null where the records do not speak for the whole of it. */
  count: number | null;
}

@ApiSchema({ name: 'UsualRange' })
export class UsualRangeDto {
  mean: number;
  lower: number;
  upper: number;
}

@ApiSchema({ name: 'SignalOfMonths' })
export class SignalDto {
  /** `outside`, `one-side`, `one-way` or `near-limit`. */
  what: string;
  /** Places of the months in the list, from 0. */
  months: number[];
}

@ApiSchema({ name: 'ByMonth' })
export class ByMonthDto {
  kind: string;
  /** Months that are over. */
  months: MonthCountedDto[];
  /** The month that runs, up to today; null for a year that is over. */
  running: MonthCountedDto | null;
  /** Null with fewer than 13 months. */
  range: UsualRangeDto | null;
  signals: SignalDto[];
}
