import { ApiSchema } from '@nestjs/swagger';
import { Choice, Choices, Narrative } from '../../../platform/http/fields.js';
import { THEMES } from '../../fields.js';

/** The theme it should have been raised under. */
@ApiSchema({ name: 'CorrectTheme' })
export class CorrectThemeDto {
  @Choice(THEMES)
  theme: string;

  @Choices(THEMES, { optional: true, description: 'Left out, they stay as they were; null or an empty list for none.' })
  secondaryThemes?: string[] | null;

  @Narrative()
  reason: string;
}
