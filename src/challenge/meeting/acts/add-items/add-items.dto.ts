import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../../access/named/field.js';
import { THEMES } from '../../../../disputes/fields.js';
import { Choice, Many, Name, Narrative } from '../../../../platform/http/fields.js';

/** A case, by its reference; or a theme with no child, by its code and a title. */
@ApiSchema({ name: 'NewAgendaItem' })
export class NewAgendaItemDto {
  @Named('dispute', { optional: true })
  dispute?: string | null;

  @Choice(THEMES, { optional: true })
  theme?: string | null;

  @Name({ optional: true, description: 'What the theme is, in a line that names no child.' })
  title?: string | null;

  @Narrative({ optional: true })
  note?: string | null;
}

@ApiSchema({ name: 'AddAgendaItems' })
export class AddAgendaItemsDto {
  @Many(() => NewAgendaItemDto)
  items: NewAgendaItemDto[];
}
