import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../../access/named/field.js';
import { Day, Narrative } from '../../../../platform/http/fields.js';

@ApiSchema({ name: 'MarkMeetingActionDone' })
export class MarkMeetingActionDoneDto {
  @Named('action')
  actionId: string;

  @Narrative()
  evidence: string;

  @Day()
  doneOn: string;
}
