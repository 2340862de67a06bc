import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../../access/dated/field.js';
import { Narrative, Pattern } from '../../../../platform/http/fields.js';
import { TIME_IN_WORDS, TIME_OF_DAY } from '../../../time-of-day.js';

@ApiSchema({ name: 'MoveMeeting' })
export class MoveMeetingDto {
  @Dated('to-come')
  heldOn: string;

  @Pattern(TIME_OF_DAY, TIME_IN_WORDS, { optional: true, description: 'The same time of day unless told.' })
  startsAt?: string | null;

  @Narrative()
  reason: string;
}
