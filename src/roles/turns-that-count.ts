import { excludeEachOther } from '../access/case-roles.js';
import type { Instant } from '../calendar/calendar.js';
import { addHours } from '../calendar/dates.js';
import type { RoleTurnTaken } from './events.js';

/** Hours for which a turn counts that was taken and not used: a process can end in between. A command lasts seconds. */
const TURN_HOURS = 1;

/** Whether two turns are of one person, who may not hold both posts at the same time. */
export const doNotGoTogether = (one: RoleTurnTaken, other: RoleTurnTaken): boolean =>
  !isSame(one, other) &&
  one.person !== null &&
  one.person === other.person &&
  one.postKind !== null &&
  other.postKind !== null &&
  excludeEachOther(one.postKind, other.postKind);

/** Whether a turn still counts at some moment. */
export const counts = ({ at }: Pick<RoleTurnTaken, 'at'>, now: Instant): boolean => now < addHours(at, TURN_HOURS);

/** A command may have the id of another in another stream. */
export const isSame = (one: RoleTurnTaken, other: RoleTurnTaken): boolean =>
  one.stream === other.stream && one.command === other.command;
