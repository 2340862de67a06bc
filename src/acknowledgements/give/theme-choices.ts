import { ACKNOWLEDGEMENT_THEMES } from '../../protocol/themes.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';

/** Themes of good practice, for forms. */
export const THEME_CHOICES: ChoicesBy = {
  'acknowledgement-themes': ACKNOWLEDGEMENT_THEMES.map(({ code, label }) => ({ value: code, text: label })),
};
