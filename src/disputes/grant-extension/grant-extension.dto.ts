import { Narrative } from '../../platform/http/fields.js';

/** Grants the extension that was asked for. */
export class GrantExtensionDto {
  @Narrative({ optional: true })
  reason?: string | null;
}
