import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** To the team it belongs to. */
@ApiSchema({ name: 'Redirect' })
export class RedirectDto {
  @Named('team-of-that-day')
  toTeam: string;

  @Narrative()
  reason: string;
}
