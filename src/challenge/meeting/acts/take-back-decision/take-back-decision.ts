import { refuse } from '../../../../platform/decider.js';
import type { ChallengeMeetingEvent } from '../../../events.js';
import { itemOnAgenda, mustBeArranged, mustSay } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface TakeBackDecision {
  type: 'take-back-decision';
  itemId: string;
  reason: string;
}

/**
 * The meeting did not decide what was written down. The first entry stays in its record; the item is to be decided again, also after
 * the meeting was closed, and the dispute it is about is as if the meeting had not decided.
 *
 * @throws Refusal `no-such-item`, `item-taken-off`, `item-not-decided`, `item-carried`
 */
export const takeBackDecision = (
  { itemId, reason }: TakeBackDecision,
  state: MeetingState,
): ChallengeMeetingEvent[] => {
  const item = itemOnAgenda(mustBeArranged(state), itemId);
  mustSay(reason, 'why it is taken back');
  if (item.status === 'carried')
    refuse('item-carried', 'This item stands on a later agenda by now. Decide on it there.');
  if (item.status !== 'decided') refuse('item-not-decided', 'Nothing has been decided on this item, so decide on it.');
  return [{ type: 'AgendaItemDecisionTakenBack', data: { itemId, reason } }];
};

export const takeBackDecisionAct = meetingAct({
  type: 'take-back-decision',
  permission: 'challenge.decide',
  decide: takeBackDecision,
  routes: ['take-back-decision'],
  events: { AgendaItemDecisionTakenBack: 1 },
});
