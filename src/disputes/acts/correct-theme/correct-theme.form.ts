import { oneOf, paragraphs, someOf } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const correctThemeForm = actForm({
  group: 'end',
  link: 'Correct the theme',
  title: 'Correct the theme',
  fields: [
    oneOf('theme', 'Theme', 'themes', { missing: 'Select the theme' }),
    someOf('secondaryThemes', 'Other themes', 'themes', {
      isOptional: true,
      isFolded: true,
      hint: 'Leave all unticked to keep them as they were.',
    }),
    paragraphs('reason', 'Why is it corrected?', { missing: 'Enter why it is corrected' }),
  ],
  button: 'Correct the theme',
  done: 'Theme corrected.',
});
