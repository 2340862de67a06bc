import { refuse } from '../../../../platform/decider.js';
import type { Attendance, ChallengeMeetingEvent } from '../../../events.js';
import { invalid, mustBeArranged, mustSay } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface CorrectAttendance {
  type: 'correct-attendance';
  attendance: Attendance;
  reason: string;
}

/**
 * Somebody was put down who was not there, or left out who was: also after the meeting was closed, for a person who was there reads what it
 * decided. The first version stays on record.
 *
 * @throws Refusal `meeting-not-begun`, `attendance-unchanged`, `nobody-came` (invalid)
 */
export const correctAttendance = (
  { attendance, reason }: CorrectAttendance,
  state: MeetingState,
): ChallengeMeetingEvent[] => {
  const { attendance: before } = mustBeArranged(state);
  mustSay(reason, 'what was wrong about who was there');
  if (before === null) return refuse('meeting-not-begun', 'This meeting has not begun, so nobody is put down yet.');
  if (attendance.present.length === 0) invalid('nobody-came', 'Say who was there, by post; or call the meeting off.');
  if (JSON.stringify(attendance) === JSON.stringify(before))
    refuse('attendance-unchanged', 'This is who is put down already. There is nothing to do.');
  return [{ type: 'AttendanceCorrected', data: { attendance, reason } }];
};

export const correctAttendanceAct = meetingAct({
  type: 'correct-attendance',
  permission: 'challenge.record',
  decide: correctAttendance,
  routes: ['correct-attendance'],
  events: { AttendanceCorrected: 1 },
});
