import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** To read what was written in a dispute of which you see where it stands. An IRO manager answers. */
@ApiSchema({ name: 'AskToRead' })
export class AskToReadDto {
  @Narrative({ description: 'What you need it for.' })
  reason: string;
}
