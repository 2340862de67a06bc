import { describe, expect, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';
import type { CorrectAttendance } from './correct-attendance.js';

const { before, onTheDay } = Meetings;
const attendance = { present: [{ post: 'iro-manager' as const, person: 'lane' }], apologies: [] };
const correct: CorrectAttendance = { type: 'correct-attendance', attendance, reason: 'She was called away.' };
const corrected = { type: 'AttendanceCorrected' as const, data: { attendance, reason: correct.reason } };

describe('Correcting who was in a meeting', () => {
  it('is possible while it sits and after it was closed', () => {
    const begun = [Meetings.meetingArranged(), Meetings.begun()];
    givenMeeting(...begun)
      .when(correct, onTheDay)
      .then(corrected);
    givenMeeting(...begun, { type: 'MeetingClosed', data: { carried: [] } })
      .when(correct, onTheDay)
      .then(corrected);
    expect(givenMeeting(...begun, corrected).state).toMatchObject({ status: 'in-session', attendance });
  });

  it('needs a meeting that has begun, somebody who came, a reason and a change', () => {
    givenMeeting(Meetings.meetingArranged()).when(correct, before).thenRefuses('meeting-not-begun');
    const begun = givenMeeting(Meetings.meetingArranged(), Meetings.begun());
    begun.when({ ...correct, attendance: { present: [], apologies: [] } }, onTheDay).thenRefuses('nobody-came');
    begun.when({ ...correct, reason: ' ' }, onTheDay).thenRefuses('words-missing');
    givenMeeting(Meetings.meetingArranged(), Meetings.begun(), corrected)
      .when(correct, onTheDay)
      .thenRefuses('attendance-unchanged');
  });
});
