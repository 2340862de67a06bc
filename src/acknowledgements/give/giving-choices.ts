import type { LocalDate } from '../../calendar/calendar.js';
import type { PersonInOffice } from '../../directory/people-in-office.js';
import type { ThemeInUse } from '../../protocol/protocol.js';
import { themesInUse } from '../../protocol/theme-in-use.js';
import { ACKNOWLEDGEMENT_THEMES } from '../../protocol/themes.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';

interface ChosenFrom {
  readonly people: readonly PersonInOffice[];
  /** The council's own list. */
  readonly themes: readonly ThemeInUse[];
  /** The day on which it is given: its theme is one that is in use then. */
  readonly givenOn: LocalDate;
}

/** The choices that the forms of an acknowledgement offer: themes of good practice, and people who can be named and are then told. */
export const givingChoices = ({ people, themes, givenOn }: ChosenFrom): ChoicesBy => ({
  'acknowledgement-themes': themesInUse(ACKNOWLEDGEMENT_THEMES, themes, givenOn).map(({ code, label }) => ({
    ...{ value: code, text: label },
  })),
  'people-in-office': people.map(({ name, posts }) => ({ value: name, text: posts })),
});
