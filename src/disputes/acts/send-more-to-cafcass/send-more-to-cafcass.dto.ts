import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';

/** What Cafcass had asked for was sent. */
@ApiSchema({ name: 'SendMoreToCafcass' })
export class SendMoreToCafcassDto {
  @Dated('in-this-matter', { description: 'The day it was sent.' })
  sentOn: string;
}
