import type { LocalDate } from '../calendar/calendar.js';
import type { Protocol } from './protocol.js';

/** A theme counts only while it is on the council's list: a year before it existed reads "not collected". */
export const isThemeInUse = (protocol: Protocol, theme: string, on: LocalDate): boolean =>
  protocol.themes.some(({ code, from, to }) => code === theme && (from ?? on) <= on && on <= (to ?? on));
