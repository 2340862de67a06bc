import { refuse } from '../../../../platform/decider.js';
import type { ChallengeMeetingEvent } from '../../../events.js';
import { invalid, itemOnAgenda, mustNotBeOver } from '../../../rules.js';
import { itemsInOrder, type MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface PlaceItem {
  type: 'place-item';
  itemId: string;
  /** 1 for the first of the agenda; what was taken off has no place. */
  place: number;
}

/**
 * Takes an item up at another place of the agenda, also while the meeting sits. Its number stays.
 *
 * @throws Refusal `no-such-item`, `item-taken-off`, `no-such-place` (invalid), `item-there-already`, `meeting-closed`, `meeting-cancelled`
 */
export const placeItem = ({ itemId, place }: PlaceItem, state: MeetingState): ChallengeMeetingEvent[] => {
  const meeting = mustNotBeOver(state);
  const item = itemOnAgenda(meeting, itemId);
  const inOrder = itemsInOrder(meeting);
  if (place < 1 || place > inOrder.length) {
    invalid('no-such-place', `The agenda has ${inOrder.length} places. Choose one from 1 to ${inOrder.length}.`);
  }
  if (inOrder[place - 1] === item)
    refuse('item-there-already', 'The item stands at that place. There is nothing to do.');
  return [{ type: 'AgendaItemPlaced', data: { itemId, place } }];
};

export const placeItemAct = meetingAct({
  type: 'place-item',
  permission: 'challenge.set-agenda',
  decide: placeItem,
  routes: ['place-item'],
  events: { AgendaItemPlaced: 1 },
});
