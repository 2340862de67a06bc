import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../../access/named/field.js';
import { WholeNumber } from '../../../../platform/http/fields.js';

const MOST_PLACES = 500;

@ApiSchema({ name: 'PlaceAgendaItem' })
export class PlaceItemDto {
  @Named('item')
  itemId: string;

  @WholeNumber(1, MOST_PLACES, { description: '1 for the first of the agenda; what was taken off has no place.' })
  place: number;
}
