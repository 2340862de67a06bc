import { ApiSchema } from '@nestjs/swagger';
import { NamedMany } from '../../access/named/field.js';
import { Narrative } from '../../platform/http/fields.js';

/** It was written down for another child. The team it counts under is that of the right child on the day it was given. */
@ApiSchema({ name: 'MoveAcknowledgementToChild' })
export class MoveToChildDto {
  @NamedMany('child', { atLeastOne: true, most: 20, description: 'Record numbers of those whom it is about.' })
  children: string[];

  @Narrative()
  reason: string;
}
