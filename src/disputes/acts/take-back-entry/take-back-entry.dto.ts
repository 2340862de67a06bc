import { ApiSchema } from '@nestjs/swagger';
import { Narrative, WholeNumber } from '../../../platform/http/fields.js';

const LONGEST_HISTORY = 100_000;

/** An entry of the history was a mistake. It stays there, and counts no more. */
@ApiSchema({ name: 'TakeBackEntry' })
export class TakeBackEntryDto {
  @WholeNumber(0, LONGEST_HISTORY, { description: 'Its `revision` in the history.' })
  entry: number;

  @Narrative({ description: 'Why it is taken back.' })
  reason: string;
}
