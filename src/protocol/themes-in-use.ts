import type { LocalDate } from '../calendar/calendar.js';
import type { Protocol, ThemeInUse } from './protocol.js';

/** The council's list as it stood on a day; a theme outside its dates was not collected then, which is not the same as none. */
export const themesInUse = (protocol: Protocol, on: LocalDate): readonly ThemeInUse[] =>
  protocol.themes.filter(
    (theme) => (theme.from === undefined || theme.from <= on) && (theme.to === undefined || on <= theme.to),
  );

export const isThemeInUse = (protocol: Protocol, code: string, on: LocalDate): boolean =>
  themesInUse(protocol, on).some((theme) => theme.code === code);
