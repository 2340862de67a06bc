import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Name, Year } from '../../platform/http/fields.js';
import { PeriodOfRegisterDto } from '../bringing-in/register-files.dto.js';

/** Of which year the register is taken away. */
export class ExportQuery {
  @Year({ optional: true, description: '2022/23, or 2022-23; every year unless told.' })
  year?: string;
}

export class ExportedFileQuery extends ExportQuery {
  @Name({ description: 'Name of one of the files.' })
  name: string;
}

@ApiSchema({ name: 'ExportedFile' })
export class ExportedFileDto {
  name: string;
  /** Null of the mapping, by which the others are read in again. */
  @ApiProperty({ type: 'integer', nullable: true })
  rows: number | null;
  /** Facts for which it has no column, since the registers of its rows had none. */
  @ApiProperty({ type: [String] })
  lacks: readonly string[];
}

/** The register as files that can be taken away. */
@ApiSchema({ name: 'RegisterExport' })
export class RegisterExportDto {
  @ApiProperty({ type: [ExportedFileDto] })
  files: readonly ExportedFileDto[];
  /** For which days the records of each kind speak. */
  @ApiProperty({ type: [PeriodOfRegisterDto] })
  covers: readonly PeriodOfRegisterDto[];
}
