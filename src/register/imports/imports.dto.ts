import { ApiSchema } from '@nestjs/swagger';
import { Pattern } from '../../platform/http/fields.js';

@ApiSchema({ name: 'ImportedFile' })
export class ImportedFileDto {
  name: string;
  sha256: string;
  rows: number;
  accepted: number;
  duplicates: number;
  refused: number;
}

@ApiSchema({ name: 'ImportCovers' })
export class ImportCoversDto {
  kind: string;
  from: string;
  to: string;
}

@ApiSchema({ name: 'Import' })
export class ImportDto {
  importId: string;
  /** `started`, `finished`, `withdrawing` or `withdrawn`. */
  status: string;
  files: ImportedFileDto[];
  rowsExpected: number;
  /** How many of them are there: fewer than expected where it was cut short. */
  rowsPresent: number;
  /** The kinds and periods it speaks for. */
  covers: ImportCoversDto[];
  startedOn: string;
  finishedOn: string | null;
  withdrawnOn: string | null;
}

@ApiSchema({ name: 'Imports' })
export class ImportsDto {
  items: ImportDto[];
}

/** The progress that a page of an import showed before: the page itself asks with it. */
export class ProgressQuery {
  @Pattern(/^\d{1,8}$/, 'must be a number of rows', { optional: true, description: 'How many rows were there.' })
  rows?: string;

  @Pattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'must be a moment, as 2023-10-02T14:10:00.000Z', {
    optional: true,
    description: 'Since when they were so many.',
  })
  since?: string;
}
