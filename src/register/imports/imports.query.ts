import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Readings } from '../../reading/readings.js';
import type { ImportCoversDto, ImportDto, ImportedFileDto, ImportsDto } from './imports.dto.js';

/**
 * The imports from registers, the latest first, and how many rows of each are there. The same for everybody who may read it: they name files
 * and count rows, and no child is in it.
 */
export class ListImports extends Query<ImportsDto> {}

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

@QueryHandler(ListImports)
export class ListImportsHandler implements IQueryHandler<ListImports> {
  constructor(private readonly readings: Readings) {}

  async execute(): Promise<ImportsDto> {
    const rows = this.readings.withoutRules().readModels.all<Row>(
      `SELECT imports.*,
          (SELECT count(*) FROM dispute_register AS register WHERE register.import_id = imports.import_id)
          + (SELECT count(*) FROM acknowledgement_register AS register WHERE register.import_id = imports.import_id) AS present
        FROM imports ORDER BY imports.started_on DESC, imports.import_id`,
    );
    return { items: rows.map(listed) };
  }
}

const listed = (row: Row): ImportDto => ({
  importId: row.import_id,
  status: row.status,
  files: JSON.parse(row.files) as ImportedFileDto[],
  rowsExpected: row.rows_expected,
  rowsPresent: row.present,
  covers: JSON.parse(row.covers) as ImportCoversDto[],
  startedOn: row.started_on,
  finishedOn: row.finished_on,
  withdrawnOn: row.withdrawn_on,
});
