import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Reads } from '../../platform/http/docs.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { type ImportCoversDto, type ImportedFileDto, ImportsDto } from './imports.dto.js';

interface Row {
  import_id: string;
  status: string;
  files: string;
  rows_expected: number;
  present: number;
  covers: string;
  started_on: string;
  finished_on: string | null;
  withdrawn_on: string | null;
}

@ApiTags('Figures')
@Controller('api/v1/imports')
export class ImportsRoute {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @Permits('import.read')
  @Reads(
    { operationId: 'listImports', summary: 'What was read in from registers, and how much of it is there' },
    ImportsDto,
  )
  list(): ImportsDto {
    const rows = this.readModels.all<Row>(
      `SELECT imports.*,
          (SELECT count(*) FROM dispute_register AS register WHERE register.import_id = imports.import_id)
          + (SELECT count(*) FROM acknowledgement_register AS register WHERE register.import_id = imports.import_id) AS present
        FROM imports ORDER BY imports.started_on DESC, imports.import_id`,
    );
    return {
      items: rows.map((row) => ({
        importId: row.import_id,
        status: row.status,
        files: JSON.parse(row.files) as ImportedFileDto[],
        rowsExpected: row.rows_expected,
        rowsPresent: row.present,
        covers: JSON.parse(row.covers) as ImportCoversDto[],
        startedOn: row.started_on,
        finishedOn: row.finished_on,
        withdrawnOn: row.withdrawn_on,
      })),
    };
  }
}
