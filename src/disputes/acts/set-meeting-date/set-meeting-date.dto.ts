import { ApiSchema } from '@nestjs/swagger';
import { Day } from '../../../platform/http/fields.js';

/** The day of the meeting that times the stage. */
@ApiSchema({ name: 'SetMeetingDate' })
export class SetMeetingDateDto {
  @Day()
  meetingOn: string;
}
