import { Day, Narrative } from '../../platform/http/fields.js';

/** An earlier day than the protocol gives. */
export class AskForEarlierDateDto {
  @Day()
  askedFor: string;

  @Narrative()
  reason: string;
}
