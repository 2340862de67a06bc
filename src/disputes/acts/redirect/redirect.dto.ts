import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** To the team it belongs to. */
@ApiSchema({ name: 'Redirect' })
export class RedirectDto {
  @Named('team-of-that-day')
  toTeam: string;

  @Named('team', {
    optional: true,
    description: 'Of several that must answer, the one in whose place it comes: your own unless told.',
  })
  fromTeam?: string | null;

  @Narrative()
  reason: string;
}
