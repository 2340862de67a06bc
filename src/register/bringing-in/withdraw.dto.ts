import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../platform/http/fields.js';

@ApiSchema({ name: 'WithdrawImport' })
export class WithdrawImportDto {
  @Narrative({ description: 'Why; no child’s details.' })
  reason: string;
}
