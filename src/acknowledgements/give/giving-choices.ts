import type { PersonInOffice } from '../../directory/people-in-office.js';
import { ACKNOWLEDGEMENT_THEMES } from '../../protocol/themes.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';

/** The choices that the forms of an acknowledgement offer: themes of good practice, and people who can be named and are then told. */
export const givingChoices = (people: readonly PersonInOffice[]): ChoicesBy => ({
  'acknowledgement-themes': ACKNOWLEDGEMENT_THEMES.map(({ code, label }) => ({ value: code, text: label })),
  'people-in-office': people.map(({ name, posts }) => ({ value: name, text: posts })),
});
