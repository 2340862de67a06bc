import { describe, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';

const { before, onTheDay } = Meetings;
const to = { heldOn: '2022-05-13', startsAt: '10:00' };
const move = { type: 'move' as const, to, reason: 'The assistant director is in court.' };

describe('Moving a meeting', () => {
  it('shows both days', () => {
    givenMeeting(Meetings.meetingArranged())
      .when(move, before)
      .then({
        type: 'MeetingMoved',
        data: { from: { heldOn: '2022-05-11', startsAt: '14:00' }, to, reason: move.reason },
      });
  });

  it('needs another time that has not passed, and a reason', () => {
    const there = givenMeeting(Meetings.meetingArranged());
    there.when({ ...move, to: { heldOn: '2022-05-11', startsAt: '14:00' } }, before).thenRefuses('meeting-unmoved');
    there.when({ ...move, to: { ...to, heldOn: '2022-04-13' } }, before).thenRefuses('date-passed');
    there.when({ ...move, to: { ...to, startsAt: 'ten' } }, before).thenRefuses('not-a-time');
    there.when({ ...move, reason: ' ' }, before).thenRefuses('words-missing');
  });

  it('is refused once it has begun, and for a meeting that does not exist', () => {
    givenMeeting(Meetings.meetingArranged(), Meetings.begun()).when(move, onTheDay).thenRefuses('meeting-begun');
    givenMeeting().when(move, before).thenRefuses('meeting-not-arranged');
  });
});
