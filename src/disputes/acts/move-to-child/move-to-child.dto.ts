import { ApiSchema } from '@nestjs/swagger';
import { NamedMany } from '../../../access/named/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** It was written down for another child. The team it is counted under is that of the right child on the day it was raised. */
@ApiSchema({ name: 'MoveToChild' })
export class MoveToChildDto {
  @NamedMany('child', { atLeastOne: true, most: 20, description: 'Record numbers of those whom it is about.' })
  children: string[];

  @Narrative()
  reason: string;
}
