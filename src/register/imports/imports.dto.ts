import { ApiSchema } from '@nestjs/swagger';

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
