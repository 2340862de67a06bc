import { ApiSchema } from '@nestjs/swagger';
import { Day, Name } from '../../../platform/http/fields.js';

/** To another agency, by that agency’s own escalation policy. The ladder runs on. */
@ApiSchema({ name: 'TakeToAgency' })
export class TakeToAgencyDto {
  @Name()
  agency: string;

  @Day()
  sentOn: string;

  /** By when that policy has the agency reply. */
  @Day({ optional: true })
  dueOn?: string | null;
}
