import { ApiSchema } from '@nestjs/swagger';
import { Id, Narrative } from '../../../platform/http/fields.js';

/** To the team it belongs to. */
@ApiSchema({ name: 'Redirect' })
export class RedirectDto {
  @Id()
  toTeam: string;

  @Narrative()
  reason: string;
}
