import type { Instant } from '../calendar/calendar.js';
import { addMinutes } from '../calendar/dates.js';

/** Minutes after somebody proved who they are in which they need not do it again. */
const FRESH_MINUTES = 10;

/** Whether somebody proved who they are so lately that they may do what asks for it (promise S2). */
export const isFresh = (signedInAt: Instant | null, now: Instant): boolean =>
  signedInAt !== null && now < addMinutes(signedInAt, FRESH_MINUTES);
