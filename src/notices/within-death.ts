import type { Instant } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import type { DisputeState } from '../disputes/dispute.js';
import { isSetAsideFrom } from '../disputes/set-aside.js';
import type { NoticeKind } from './kinds.js';

/**
 * Whether a child's death keeps a notice of a dispute from somebody. Only those who go on reading it are told of it, also in the moment
 * before the death is on record in it: nobody is asked to answer what they may not open. Information governance hears of emergency
 * access all the same, and everybody who was asked hears that a record of the wrong child is void, and that nothing is asked of them any
 * more; whoever held it, that somebody else does.
 *
 * @param at the moment at which the notice is written, or goes
 */
export const isKeptByDeath = (
  { kind, person }: { readonly kind: NoticeKind; readonly person: string },
  state: DisputeState,
  directory: Directory,
  at: Instant,
): boolean =>
  !HEARD_ALL_THE_SAME.includes(kind) &&
  isSetAsideFrom(state, { person, posts: directory.postsHeldBy(person, londonDate(at)) }, directory, at);

const HEARD_ALL_THE_SAME: readonly NoticeKind[] = [
  'emergency-access',
  'voided',
  'entered-in-your-name',
  'nothing-asked',
  'handed-away',
  'reading-refused',
];
