import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../../access/named/field.js';
import { Narrative } from '../../../../platform/http/fields.js';

/** An action was marked as done by mistake. */
@ApiSchema({ name: 'TakeBackMeetingActionDone' })
export class TakeBackMeetingActionDoneDto {
  @Named('action')
  actionId: string;

  @Narrative({ description: 'Why it is taken back.' })
  reason: string;
}
