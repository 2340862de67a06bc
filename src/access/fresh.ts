import type { Instant } from '../calendar/calendar.js';
import { addMinutes } from '../calendar/dates.js';
import type { Permission } from './access-table.js';
import type { RouteAccess } from './permission.js';

/** Minutes after somebody proved who they are in which they need not do it again. */
const FRESH_MINUTES = 10;

/**
 * Acts that are done only by somebody who proved lately who they are (promise S2), and not at a computer that was left open: reading
 * what is restricted to others, everything that decides who reads cases, and addresses that open something to a person who has them. Every
 * page under one of these rows asks it.
 */
export const ASKED_FRESH: readonly Permission[] = [
  'dispute.take-emergency-access',
  'directory.write',
  'role.propose',
  'role.agree',
  'account.tie',
  'council.open',
  'work.follow',
  'register.export',
  'report.approve',
];

/** Whether somebody proved who they are so lately that they may do what asks for it. */
export const isFresh = (signedInAt: Instant | null, now: Instant): boolean =>
  signedInAt !== null && now < addMinutes(signedInAt, FRESH_MINUTES);

/** Whether a page asks for a sign-in of the last minutes: by its row of the access table, or because a file leaves the program there. */
export const asksForFreshSignIn = ({ permits, exportsFile = false }: RouteAccess): boolean =>
  exportsFile || (Array.isArray(permits) && permits.some((each) => ASKED_FRESH.includes(each as Permission)));
