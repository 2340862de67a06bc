import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Name, Text } from '../../platform/http/fields.js';

/** As long as a request may be. */
const LONGEST_TEXT = 250_000;

/** A file of teams, of people with their posts, or of children, as separated text; its headings say which it is. */
@ApiSchema({ name: 'TryDirectoryFile' })
export class TryDirectoryFileDto {
  @Name({ description: 'Name of the file, for the answer.' })
  fileName: string;

  @Text(LONGEST_TEXT, { description: 'The whole file.' })
  text: string;
}

@ApiSchema({ name: 'RefusedCell' })
export class RefusedCellDto {
  /** As a spreadsheet counts: the headings are row 1. */
  @ApiProperty({ type: 'integer' })
  row: number;
  column: string;
  found: string;
  expected: string;
}

@ApiSchema({ name: 'RowToKnow' })
export class RowToKnowDto {
  /** As a spreadsheet counts: the headings are row 1. */
  @ApiProperty({ type: 'integer' })
  row: number;
  column: string;
  message: string;
}

@ApiSchema({ name: 'ProposedInFile' })
export class ProposedInFileDto {
  /** Reference of the proposal; null where nothing was written. */
  @ApiProperty({ type: String, nullable: true })
  proposal: string | null;
  /** Person id of who is to take a post; null where a team changes. */
  @ApiProperty({ type: String, nullable: true })
  person: string | null;
  title: string;
}

@ApiSchema({ name: 'DirectoryReport' })
export class DirectoryReportDto {
  file: string;
  @ApiProperty({ type: String, enum: ['teams', 'people', 'children'] })
  holds: 'teams' | 'people' | 'children';
  @ApiProperty({ type: 'integer' })
  rows: number;
  @ApiProperty({ type: 'integer' })
  accepted: number;
  /** Cells that were refused; if there are any, nothing was written. */
  @ApiProperty({ type: [RefusedCellDto] })
  refused: readonly RefusedCellDto[];
  /** Rows that are taken as they are, and may not be meant so. */
  @ApiProperty({ type: [RowToKnowDto] })
  warnings: readonly RowToKnowDto[];
  /** Headings that are not read. */
  @ApiProperty({ type: [String] })
  ignoredColumns: readonly string[];
  /** How many changes were recorded, or would be; what waits for a second person is not among them. */
  @ApiProperty({ type: 'integer' })
  changes: number;
  /** The proposals that wait for a second person. */
  @ApiProperty({ type: [ProposedInFileDto] })
  proposals: readonly ProposedInFileDto[];
  written: boolean;
}
