import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../../platform/http/fields.js';

@ApiSchema({ name: 'CancelMeeting' })
export class CancelMeetingDto {
  @Narrative()
  reason: string;
}
