import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { CountedDto } from '../yearly.dto.js';

@ApiSchema({ name: 'BreakInYears' })
export class BreakInYearsDto {
  /** `structure`, `ladder`, `list` or `lost-data`. */
  what: string;
  note: string;
}

@ApiSchema({ name: 'CellOfYears' })
export class CellOfYearsDto {
  year: string;
  /** Null where nothing is known; what is missing is said. */
  value: number | null;
  missing: string | null;
  /** Of a rate: the count and the children held behind it; of a share: its part and the whole. */
  of: string | null;
  /** The records that are counted, of a share those of its part; null where they are not all here, as behind a total that was published. */
  @ApiProperty({ type: CountedDto, nullable: true })
  counted: CountedDto | null;
  /** The reasons why it is not comparable with the years before; none where it is. */
  breaks: BreakInYearsDto[];
}

@ApiSchema({ name: 'RowOfYears' })
export class RowOfYearsDto {
  /** Code of a measure of the annual report, id of a team, or ids of teams together. */
  code: string;
  label: string;
  /** `count`, `percent` or `ratio`. */
  unit: string;
  cells: CellOfYearsDto[];
}

/** Several years in a row, with where they cannot be compared. */
@ApiSchema({ name: 'YearsInRow' })
export class YearsInRowDto {
  year: string;
  /** The earliest first. */
  years: string[];
  totals: RowOfYearsDto[];
  /** To 100 children held. */
  rates: RowOfYearsDto[];
  shares: RowOfYearsDto[];
  /** A to Z. */
  teams: RowOfYearsDto[];
  notes: string[];
}
