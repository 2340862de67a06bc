import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../../platform/http/fields.js';
import { ItemNumber } from '../item-number.js';

@ApiSchema({ name: 'TakeOffAgendaItem' })
export class TakeOffItemDto {
  @ItemNumber()
  itemId: string;

  @Narrative()
  reason: string;
}
