import { ApiSchema } from '@nestjs/swagger';
import { Day, Narrative, Pattern } from '../../../platform/http/fields.js';

/** That an agreed action was done, and how we know. */
@ApiSchema({ name: 'MarkActionDone' })
export class MarkActionDoneDto {
  @Pattern(/^A\d{1,4}$/, 'must be the number of an agreed action, for example A1')
  actionId: string;

  @Narrative()
  evidence: string;

  @Day()
  doneOn: string;
}
