import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../../access/named/field.js';
import { Narrative } from '../../../../platform/http/fields.js';

@ApiSchema({ name: 'TakeOffAgendaItem' })
export class TakeOffItemDto {
  @Named('item')
  itemId: string;

  @Narrative()
  reason: string;
}
