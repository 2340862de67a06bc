import { assertNever, type Decider } from '../../platform/decider.js';
import type { MeetingAct } from '../acts.js';
import type { MeetingContext } from '../context.js';
import type { ChallengeMeetingEvent } from '../events.js';
import { addItems, takeOffItem } from './agenda.js';
import { arrange, move } from './arranging.js';
import { cancel, close } from './ending.js';
import { evolve, type MeetingState, notArranged } from './meeting.js';
import { begin, decideItem, markActionDone } from './sitting.js';

/** What follows from an act on a meeting. */
const decide = (act: MeetingAct, state: MeetingState, context: MeetingContext): ChallengeMeetingEvent[] => {
  switch (act.type) {
    case 'arrange':
      return arrange(act, state, context);
    case 'move':
      return move(act, state, context);
    case 'add-items':
      return addItems(act, state);
    case 'take-off-item':
      return takeOffItem(act, state);
    case 'begin':
      return begin(act, state, context);
    case 'decide-item':
      return decideItem(act, state, context);
    case 'mark-action-done':
      return markActionDone(act, state, context);
    case 'close':
      return close(act, state);
    case 'cancel':
      return cancel(act, state);
    default:
      return assertNever(act);
  }
};

export const challengeMeetingDecider: Decider<MeetingState, MeetingAct, ChallengeMeetingEvent, MeetingContext> = {
  initial: notArranged,
  evolve,
  decide,
};
