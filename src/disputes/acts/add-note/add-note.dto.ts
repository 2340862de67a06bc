import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** A note. It changes nothing else. */
@ApiSchema({ name: 'AddNote' })
export class AddNoteDto {
  @Narrative()
  text: string;
}
