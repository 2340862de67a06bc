import { Id, Narrative } from '../../platform/http/fields.js';

/** To the team it belongs to. */
export class RedirectDto {
  @Id()
  toTeam: string;

  @Narrative()
  reason: string;
}
