import { ApiSchema } from '@nestjs/swagger';
import { Choice, Choices, Narrative } from '../../../platform/http/fields.js';
import { THEMES } from '../../fields.js';

/** The theme it should have been raised under. */
@ApiSchema({ name: 'CorrectTheme' })
export class CorrectThemeDto {
  @Choice(THEMES)
  theme: string;

  @Choices(THEMES, { optional: true })
  secondaryThemes?: string[];

  @Narrative()
  reason: string;
}
