import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../../access/dated/field.js';
import { Named } from '../../../../access/named/field.js';
import { Narrative } from '../../../../platform/http/fields.js';

@ApiSchema({ name: 'MarkMeetingActionDone' })
export class MarkMeetingActionDoneDto {
  @Named('action')
  actionId: string;

  @Narrative()
  evidence: string;

  @Dated('has-happened')
  doneOn: string;
}
