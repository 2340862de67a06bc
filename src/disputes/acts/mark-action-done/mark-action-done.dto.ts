import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Day, Narrative } from '../../../platform/http/fields.js';

/** That an agreed action was done, and how we know. */
@ApiSchema({ name: 'MarkActionDone' })
export class MarkActionDoneDto {
  @Named('action')
  actionId: string;

  @Narrative()
  evidence: string;

  @Day()
  doneOn: string;
}
