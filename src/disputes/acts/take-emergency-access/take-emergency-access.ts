import { addHours } from '../../../calendar/dates.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { hasEmergencyAccess, mayRead, readersOf } from '../../restriction.js';
import { mustSay } from '../../rules.js';
import { disputeAct, WORDS } from '../dispute-act.js';

export interface TakeEmergencyAccess {
  type: 'take-emergency-access';
  reason: string;
  /** Hours for which it lasts; at most {@link MOST_HOURS}. */
  hours: number;
}

/** Longest emergency access, in hours: until somebody who is on the list can be reached. */
export const MOST_HOURS = 24;

/**
 * A child cannot wait for somebody on the list. Somebody who would read the record by their post or their child, were it not
 * restricted, reads it for some hours, and can do nothing with it. The IRO and information governance are told.
 *
 * @throws Refusal `not-restricted`, `on-the-list`, `access-taken-already`
 */
export const takeEmergencyAccess = (
  { reason, hours }: TakeEmergencyAccess,
  state: DisputeState,
  { actor, now }: DisputeContext,
): DisputeEvent[] => {
  const readers = readersOf(state);
  if (readers === null) return refuse('not-restricted', 'This is not restricted: read it as it is.');
  if (mayRead(actor.person, readers))
    refuse('on-the-list', 'You may read this already: you hold it, or are on its list.');
  mustSay(reason, 'why it cannot wait');
  if (hasEmergencyAccess(readers, actor.person, now))
    refuse('access-taken-already', 'You have taken emergency access to this, and it has not ended. Read it.');
  return [{ type: 'EmergencyAccessTaken', data: { reason, until: addHours(now, hours) } }];
};

export const takeEmergencyAccessAct = disputeAct({
  type: 'take-emergency-access',
  decide: takeEmergencyAccess,
  route: 'take-emergency-access',
  sample: (): TakeEmergencyAccess => ({ type: 'take-emergency-access', reason: WORDS, hours: 1 }),
  events: {
    EmergencyAccessTaken: {
      version: 1,
      sentence: ({ who, words }) => `${who} took emergency access to the ${words.dispute}.`,
    },
  },
});
