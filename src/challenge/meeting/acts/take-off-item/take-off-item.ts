import { refuse } from '../../../../platform/decider.js';
import type { ChallengeMeetingEvent } from '../../../events.js';
import { itemOnAgenda, mustNotBeOver, mustSay } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface TakeOffItem {
  type: 'take-off-item';
  itemId: string;
  reason: string;
}

/**
 * Off this agenda, with a reason. It stays readable, and the agenda does not propose it for this meeting again.
 *
 * @throws Refusal `no-such-item`, `item-taken-off`, `item-decided`
 */
export const takeOffItem = ({ itemId, reason }: TakeOffItem, state: MeetingState): ChallengeMeetingEvent[] => {
  const item = itemOnAgenda(mustNotBeOver(state), itemId);
  mustSay(reason, 'why it comes off the agenda');
  if (item.status !== 'on-agenda') {
    refuse('item-decided', 'This item has been dealt with, and that stays on record. It cannot be taken off.');
  }
  return [{ type: 'AgendaItemTakenOff', data: { itemId, reason } }];
};

export const takeOffItemAct = meetingAct({
  type: 'take-off-item',
  permission: 'challenge.take-off-agenda',
  decide: takeOffItem,
  routes: ['take-off-item'],
  events: { AgendaItemTakenOff: 1 },
});
