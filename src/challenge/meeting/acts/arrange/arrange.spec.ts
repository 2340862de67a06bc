import { describe, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';

const { arranged, before } = Meetings;
const arrange = { type: 'arrange' as const, ...arranged };

describe('Arranging a meeting', () => {
  it('gives it a day, once', () => {
    givenMeeting().when(arrange, before).then(Meetings.meetingArranged());
    givenMeeting(Meetings.meetingArranged()).when(arrange, before).thenRefuses('meeting-arranged');
  });

  it('may be for today, never for a day that has passed', () => {
    const single = { ...arrange, series: null };
    givenMeeting()
      .when({ ...single, heldOn: '2022-04-14' }, before)
      .then(Meetings.meetingArranged({ series: null, heldOn: '2022-04-14' }));
    givenMeeting()
      .when({ ...single, heldOn: '2022-04-13' }, before)
      .thenRefuses('date-passed');
  });

  it('says its name, its hour and who sits in it', () => {
    givenMeeting()
      .when({ ...arrange, name: '' }, before)
      .thenRefuses('words-missing');
    givenMeeting()
      .when({ ...arrange, startsAt: '24:00' }, before)
      .thenRefuses('not-a-time');
    givenMeeting()
      .when({ ...arrange, posts: [] }, before)
      .thenRefuses('nobody-attends');
  });
});
