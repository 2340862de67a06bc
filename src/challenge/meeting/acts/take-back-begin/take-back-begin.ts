import type { ChallengeMeetingEvent } from '../../../events.js';
import { mustBeInSession, mustHaveDecidedNothing, mustSay } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface TakeBackBegin {
  type: 'take-back-begin';
  reason: string;
}

/**
 * The meeting was begun by mistake, for another or too early: it waits for its day as before, and can be moved or called off. Nobody
 * was there, so nobody reads what it decides for having been there.
 *
 * @throws Refusal `items-decided`, `meeting-not-begun`, `meeting-closed`, `meeting-cancelled`
 */
export const takeBackBegin = ({ reason }: TakeBackBegin, state: MeetingState): ChallengeMeetingEvent[] => {
  mustHaveDecidedNothing(mustBeInSession(state));
  mustSay(reason, 'why it is taken back');
  return [{ type: 'MeetingBegunTakenBack', data: { reason } }];
};

export const takeBackBeginAct = meetingAct({
  type: 'take-back-begin',
  permission: 'challenge.record',
  decide: takeBackBegin,
  routes: ['take-back-begin'],
  events: { MeetingBegunTakenBack: 1 },
});
