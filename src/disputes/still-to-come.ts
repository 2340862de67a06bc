import type { Ended, Open } from './dispute.js';
import { isToReply } from './fold/evolve.js';
import { referralWithCafcass } from './referrals.js';

/** Of one that has ended: actions, unless it counts no more, and replies of Cafcass and of another agency. */
export const isStillToCome = (state: Open | Ended): boolean => {
  const { actions, agencies } = state.matter;
  const countsNoMore = state.status === 'ended' && ['withdrawn', 'voided'].includes(state.ending);
  return (
    (!countsNoMore && actions.some(({ doneOn }) => doneOn === null)) ||
    agencies.some(isToReply) ||
    referralWithCafcass(state.matter) !== null
  );
};
