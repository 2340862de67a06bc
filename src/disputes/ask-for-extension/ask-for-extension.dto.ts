import { Day, Narrative } from '../../platform/http/fields.js';

/** A later day for the answer. The first stays beside it. */
export class AskForExtensionDto {
  @Day()
  askedFor: string;

  @Narrative()
  reason: string;
}
