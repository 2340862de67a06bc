import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Name } from '../../../platform/http/fields.js';

/** To another agency, by that agency’s own escalation policy. The ladder runs on. */
@ApiSchema({ name: 'TakeToAgency' })
export class TakeToAgencyDto {
  @Name()
  agency: string;

  @Dated('in-this-matter')
  sentOn: string;

  /** By when that policy has the agency reply. */
  @Dated('around-this-matter', { optional: true })
  dueOn?: string | null;
}
