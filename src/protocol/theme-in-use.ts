import type { LocalDate } from '../calendar/calendar.js';
import type { Protocol, ThemeInUse } from './protocol.js';
import { themeShown } from './theme-shown.js';

const isInUse =
  (on: LocalDate) =>
  ({ from, to }: ThemeInUse): boolean =>
    (from ?? on) <= on && on <= (to ?? on);

/** A theme counts only while it is on the council's list: a year before it existed reads "not collected". */
export const isThemeInUse = ({ themes }: Pick<Protocol, 'themes'>, theme: string, on: LocalDate): boolean =>
  themes.some((each) => each.code === theme && isInUse(on)(each));

/**
 * Those of a list that are in use on a day, in the council's words.
 *
 * @param themes the council's own list; empty before it has adopted a protocol, and then all are offered, in plain words
 */
export const themesInUse = <Theme extends Pick<ThemeInUse, 'code' | 'label'>>(
  list: readonly Theme[],
  themes: readonly ThemeInUse[],
  on: LocalDate,
): (Theme & { readonly label: string })[] =>
  list
    .filter(({ code }) => themes.length === 0 || isThemeInUse({ themes }, code, on))
    .map((theme) => ({ ...theme, label: themeShown(theme.code, themes).label }));
