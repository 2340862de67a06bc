import { Narrative } from '../../platform/http/fields.js';

/** Refuses the extension that was asked for. */
export class RefuseExtensionDto {
  @Narrative()
  reason: string;
}
