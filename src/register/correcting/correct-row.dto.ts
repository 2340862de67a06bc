import { ApiSchema } from '@nestjs/swagger';
import { Many, Name, Narrative, Text } from '../../platform/http/fields.js';

const LONGEST_CELL = 10_000;

/** One cell as it should be. */
@ApiSchema({ name: 'CellCorrected' })
export class CellCorrectedDto {
  @Name({ description: 'Heading of the column, as an export of the register has it: `Theme`, `Outcome`.' })
  column: string;

  @Text(LONGEST_CELL, { optional: true, description: 'Its new content; left out to empty the cell.' })
  value?: string;
}

@ApiSchema({ name: 'CorrectRow' })
export class CorrectRowDto {
  @Name({ description: 'Reference of the row, here or in the council’s own register.' })
  row: string;

  @Many(() => CellCorrectedDto, { most: 20 })
  cells: CellCorrectedDto[];

  @Narrative({ description: 'Why; it stays with the row.' })
  reason: string;
}
