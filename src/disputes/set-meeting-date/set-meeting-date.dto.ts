import { Day } from '../../platform/http/fields.js';

/** The day of the meeting that times the stage. */
export class SetMeetingDateDto {
  @Day()
  meetingOn: string;
}
