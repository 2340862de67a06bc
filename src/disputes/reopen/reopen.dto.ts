import { Narrative } from '../../platform/http/fields.js';

/** Why it must be looked at again. */
export class ReopenDto {
  @Narrative()
  reason: string;
}
