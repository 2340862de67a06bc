import { refuse } from '../../../../platform/decider.js';
import type { MeetingContext } from '../../../context.js';
import type { Attendance, ChallengeMeetingEvent } from '../../../events.js';
import { invalid, mustNotHaveBegun } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface Begin {
  type: 'begin';
  attendance: Attendance;
}

/**
 * The meeting sits: on its day, or later where what it decided is written up afterwards.
 *
 * @throws Refusal `meeting-not-yet`, `meeting-begun`, `nobody-came` (invalid)
 */
export const begin = (
  { attendance }: Begin,
  state: MeetingState,
  { today }: MeetingContext,
): ChallengeMeetingEvent[] => {
  const meeting = mustNotHaveBegun(state);
  if (today < meeting.heldOn) refuse('meeting-not-yet', 'The day of this meeting has not come. Move it first.');
  if (attendance.present.length === 0) invalid('nobody-came', 'Say who was there, by post; or call the meeting off.');
  return [{ type: 'MeetingBegun', data: { attendance } }];
};

export const beginAct = meetingAct({
  type: 'begin',
  permission: 'challenge.record',
  decide: begin,
  routes: ['begin'],
  events: { MeetingBegun: 1 },
});
