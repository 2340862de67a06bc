import type { LocalDate } from '../calendar/calendar.js';
import type { Protocol, ThemeInUse } from './protocol.js';
import { ACKNOWLEDGEMENT_THEMES } from './themes.js';

const acknowledgementCodes = new Set(ACKNOWLEDGEMENT_THEMES.map((theme) => theme.code));

/**
 * The council's list for disputes as it stood on a day. A theme outside its dates was not collected then, which is not the same
 * as none.
 */
export const disputeThemesOn = (protocol: Protocol, date: LocalDate): ThemeInUse[] =>
  protocol.themes.filter((theme) => !acknowledgementCodes.has(theme.code) && isInUseOn(theme, date));

/** The same for practice acknowledgements. */
export const acknowledgementThemesOn = (protocol: Protocol, date: LocalDate): ThemeInUse[] =>
  protocol.themes.filter((theme) => acknowledgementCodes.has(theme.code) && isInUseOn(theme, date));

const isInUseOn = (theme: ThemeInUse, date: LocalDate): boolean =>
  (theme.from === undefined || theme.from <= date) && (theme.to === undefined || date <= theme.to);
