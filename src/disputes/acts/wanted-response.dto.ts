import { ApiSchema } from '@nestjs/swagger';
import { Choice, Narrative, WholeNumber } from '../../platform/http/fields.js';
import { RESPONSES } from '../events.js';

/** The response of an answer to one action that was asked for. */
@ApiSchema({ name: 'WantedResponse' })
export class WantedResponseDto {
  @WholeNumber(1, 100, { description: 'Its number in the list of what was asked for, from 1.' })
  wanted: number;

  @Choice(RESPONSES)
  response: (typeof RESPONSES)[number];

  @Narrative({ optional: true, description: 'Why it is changed or declined: needed then.' })
  reason?: string | null;
}
