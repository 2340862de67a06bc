import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';

/** The day of the meeting that times the stage. */
@ApiSchema({ name: 'SetMeetingDate' })
export class SetMeetingDateDto {
  @Dated('to-come')
  meetingOn: string;
}
