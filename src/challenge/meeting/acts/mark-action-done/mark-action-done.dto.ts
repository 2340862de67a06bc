import { ApiSchema } from '@nestjs/swagger';
import { Day, Narrative, Pattern } from '../../../../platform/http/fields.js';

@ApiSchema({ name: 'MarkMeetingActionDone' })
export class MarkMeetingActionDoneDto {
  @Pattern(/^A\d{1,4}$/, 'must be the number of an action, for example A1')
  actionId: string;

  @Narrative()
  evidence: string;

  @Day()
  doneOn: string;
}
