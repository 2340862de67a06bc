import { Narrative } from '../../platform/http/fields.js';

/** A note. It changes nothing else. */
export class AddNoteDto {
  @Narrative()
  text: string;
}
