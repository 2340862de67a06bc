import { ApiSchema } from '@nestjs/swagger';
import { Narrative, WholeNumber } from '../../../platform/http/fields.js';
import { MOST_HOURS } from './take-emergency-access.js';

/** To read a restricted record without being on its list, for some hours. The IRO and information governance are told. */
@ApiSchema({ name: 'TakeEmergencyAccess' })
export class TakeEmergencyAccessDto {
  @Narrative({ description: 'Why it cannot wait for somebody on the list.' })
  reason: string;

  @WholeNumber(1, MOST_HOURS, { description: 'After how many hours it ends by itself.' })
  hours: number;
}
