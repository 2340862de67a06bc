import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Named } from '../../../access/named/field.js';
import { Narrative } from '../../../platform/http/fields.js';
import { Evidence } from '../../documents/evidence.js';

/** That an agreed action was done, and how we know. */
@ApiSchema({ name: 'MarkActionDone' })
export class MarkActionDoneDto {
  @Named('action')
  actionId: string;

  @Narrative()
  evidence: string;

  @Evidence()
  documents?: string[] | null;

  @Dated('in-this-matter')
  doneOn: string;
}
