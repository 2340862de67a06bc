import { ApiSchema } from '@nestjs/swagger';
import { NamedMany } from '../../access/named/field.js';
import { Narrative } from '../../platform/http/fields.js';
import { GiveDto } from '../give/give.dto.js';

/** A new version; the first stays readable. A field that is left out stays as it was, the team too, though the child has another since. */
@ApiSchema({ name: 'CorrectAcknowledgement' })
export class CorrectDto extends GiveDto {
  @NamedMany('child-also-of-the-record', { atLeastOne: true, most: 20, description: 'Record numbers.' })
  override children: string[];

  @Narrative({ description: 'Why it is corrected.' })
  reason: string;
}
