import { describe, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';

const { aCase, before, onTheDay } = Meetings;
const begin = {
  type: 'begin' as const,
  attendance: { present: [{ post: 'assistant-director' as const, person: null }], apologies: [] },
};
const arranged = [Meetings.meetingArranged(), Meetings.itemAdded('I1', aCase())];
const sitting = [...arranged, Meetings.begun()];

describe('Beginning a meeting', () => {
  it('records who is present, on the day or when it is written up afterwards', () => {
    givenMeeting(...arranged)
      .when(begin, onTheDay)
      .then(Meetings.begun());
    givenMeeting(...arranged)
      .when(begin, Meetings.context('2022-05-13T09:00:00.000Z'))
      .then(Meetings.begun());
  });

  it('waits for its day, for somebody to be there, and happens once', () => {
    givenMeeting(...arranged)
      .when(begin, before)
      .thenRefuses('meeting-not-yet');
    givenMeeting(...arranged)
      .when({ ...begin, attendance: { present: [], apologies: ['director'] } }, onTheDay)
      .thenRefuses('nobody-came');
    givenMeeting(...sitting)
      .when(begin, onTheDay)
      .thenRefuses('meeting-begun');
  });
});
