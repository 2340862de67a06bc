import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Many, Name, Text } from '../../platform/http/fields.js';

/** As long as a request may be. */
const LONGEST_FILE = 250_000;
/** A mapping of several layouts with every word of a register is a fraction of it. */
export const LONGEST_MAPPING = 20_000;
const LONGEST_COVERS = 2_000;
const MOST_FILES = 10;

/** A spreadsheet as it lies on the disk: in whatever encoding it was saved, so that its bytes are sent and not its text. */
@ApiSchema({ name: 'RegisterFile' })
export class RegisterFileDto {
  @Name({ description: 'Name of the file, for the answer and the record.' })
  fileName: string;

  @Text(LONGEST_FILE, { description: 'The whole file in base64.' })
  base64: string;
}

@ApiSchema({ name: 'ProposeMapping' })
export class ProposeMappingDto {
  @Many(() => RegisterFileDto, { most: MOST_FILES })
  files: RegisterFileDto[];
}

@ApiSchema({ name: 'TryRegister' })
export class TryRegisterDto extends ProposeMappingDto {
  @Text(LONGEST_MAPPING, { description: 'The mapping file: which column holds what, and what its words mean.' })
  mapping: string;

  @Text(LONGEST_COVERS, {
    optional: true,
    description:
      'What the register speaks for, a line each, in place of what its rows show: `formal:2021/22`, `informal:2025-04-01..2026-10-31`.',
  })
  covers?: string;
}

@ApiSchema({ name: 'MappingProposed' })
export class MappingProposedDto {
  /** YAML. A line that says DECIDE must be decided by a person. */
  mapping: string;
}

@ApiSchema({ name: 'RefusedRow' })
export class RefusedRowDto {
  /** As a spreadsheet counts. */
  @ApiProperty({ type: 'integer' })
  row: number;
  /** The row’s own reference; null for a person who may not enter cases. */
  @ApiProperty({ type: String, nullable: true })
  ownReference: string | null;
  column: string;
  /** The text of the cell; null for a reader who may not enter cases. */
  @ApiProperty({ type: String, nullable: true })
  found: string | null;
  reason: string;
}

@ApiSchema({ name: 'RegisterFileTried' })
export class RegisterFileTriedDto {
  file: string;
  @ApiProperty({ type: String, enum: ['disputes', 'acknowledgements'] })
  holds: 'disputes' | 'acknowledgements';
  @ApiProperty({ type: 'integer' })
  rows: number;
  @ApiProperty({ type: 'integer' })
  accepted: number;
  /** Of the accepted rows, how many are one record with an earlier row, about another child. */
  @ApiProperty({ type: 'integer' })
  together: number;
  /** Rows that are the same as an earlier one. */
  @ApiProperty({ type: 'array', items: { type: 'integer' } })
  duplicates: readonly number[];
  /** Rows of the file that are none of the register: titles, totals, repeated headings, blank rows. */
  @ApiProperty({ type: 'integer' })
  passedOver: number;
  @ApiProperty({ type: [RefusedRowDto] })
  refused: readonly RefusedRowDto[];
}

@ApiSchema({ name: 'PeriodOfRegister' })
export class PeriodOfRegisterDto {
  @ApiProperty({ type: String, enum: ['informal', 'formal', 'acknowledgement'] })
  kind: 'informal' | 'formal' | 'acknowledgement';
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
}

@ApiSchema({ name: 'SilentPeriod' })
export class SilentPeriodDto extends PeriodOfRegisterDto {
  file: string;
}

/** The result of importing files, before it is done. Nothing is recorded. */
@ApiSchema({ name: 'RegisterTried' })
export class RegisterTriedDto {
  @ApiProperty({ type: [RegisterFileTriedDto] })
  files: readonly RegisterFileTriedDto[];
  /** Accepted rows of all files together. */
  @ApiProperty({ type: 'integer' })
  accepted: number;
  /** The number of records that they would make and that do not exist yet. */
  @ApiProperty({ type: 'integer' })
  newRecords: number;
  /** Columns and sheets that are not read, and dates that could be read in two ways. */
  @ApiProperty({ type: [String] })
  remarks: readonly string[];
  /** The period for which the register speaks. */
  @ApiProperty({ type: [PeriodOfRegisterDto] })
  covers: readonly PeriodOfRegisterDto[];
  /** Rows alone in their year, for which the register is not taken to speak. */
  @ApiProperty({ type: [String] })
  outliers: readonly string[];
  /** Periods without a row between many: only a person can say what they mean, and an import waits until `covers` says it. */
  @ApiProperty({ type: [SilentPeriodDto] })
  doubts: readonly SilentPeriodDto[];
}
