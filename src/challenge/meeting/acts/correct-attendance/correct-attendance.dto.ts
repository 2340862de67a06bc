import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../../platform/http/fields.js';
import { BeginMeetingDto } from '../begin/begin.dto.js';

/** Everybody who was there: a person who is left out was not. */
@ApiSchema({ name: 'CorrectAttendance' })
export class CorrectAttendanceDto extends BeginMeetingDto {
  @Narrative({ description: 'What was wrong.' })
  reason: string;
}
