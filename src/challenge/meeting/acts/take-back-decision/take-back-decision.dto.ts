import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../../access/named/field.js';
import { Narrative } from '../../../../platform/http/fields.js';

/** The decision on an item was written down by mistake. */
@ApiSchema({ name: 'TakeBackDecision' })
export class TakeBackDecisionDto {
  @Named('item')
  itemId: string;

  @Narrative({ description: 'Why it is taken back.' })
  reason: string;
}
