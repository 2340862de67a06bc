import { ApiSchema } from '@nestjs/swagger';
import { REFERENCE, THEMES } from '../../../../disputes/fields.js';
import { Choice, Many, Name, Narrative, Pattern } from '../../../../platform/http/fields.js';

/** A case, by its reference; or a theme with no child, by its code and a title. */
@ApiSchema({ name: 'NewAgendaItem' })
export class NewAgendaItemDto {
  @Pattern(REFERENCE, 'must be a reference, for example DRP-7K4M-2QXH', { optional: true })
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
