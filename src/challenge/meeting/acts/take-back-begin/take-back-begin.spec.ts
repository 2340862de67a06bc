import { describe, expect, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';
import type { ChallengeMeetingEvent } from '../../../events.js';

const { aCase, onTheDay } = Meetings;
const arranged = [Meetings.meetingArranged(), Meetings.itemAdded('I1', aCase())];
const sitting = [...arranged, Meetings.begun()];
const act = { type: 'take-back-begin' as const, reason: 'It was the meeting of the other team.' };
const takenBack: ChallengeMeetingEvent = { type: 'MeetingBegunTakenBack', data: { reason: act.reason } };
const itemTakenBack: ChallengeMeetingEvent = {
  type: 'AgendaItemDecisionTakenBack',
  data: { itemId: 'I1', reason: act.reason },
};
const move = { type: 'move' as const, to: { heldOn: '2022-05-18', startsAt: '14:00' }, reason: 'Leave.' };

describe('Taking back that a meeting has begun', () => {
  it('leaves it to be held, with nobody there', () => {
    givenMeeting(...sitting)
      .when(act, onTheDay)
      .then(takenBack);
    expect(givenMeeting(...sitting, takenBack).state).toMatchObject({
      status: 'arranged',
      attendance: null,
      items: [{ status: 'on-agenda' }],
    });
  });

  it('lets it be moved, and begun again', () => {
    givenMeeting(...sitting, takenBack)
      .when(
        { type: 'begin', attendance: { present: [{ post: 'assistant-director', person: null }], apologies: [] } },
        onTheDay,
      )
      .then(Meetings.begun());
    givenMeeting(...sitting)
      .when(move, onTheDay)
      .thenRefuses('meeting-begun');
    givenMeeting(...sitting, takenBack)
      .when(move, onTheDay)
      .then({
        type: 'MeetingMoved',
        data: { from: { heldOn: '2022-05-11', startsAt: '14:00' }, to: move.to, reason: move.reason },
      });
  });

  it('waits until the decisions of the meeting were taken back, and says why', () => {
    givenMeeting(...sitting, Meetings.decided('I1'))
      .when(act, onTheDay)
      .thenRefuses('items-decided');
    givenMeeting(...sitting, Meetings.decided('I1'), itemTakenBack)
      .when(act, onTheDay)
      .then(takenBack);
    givenMeeting(...sitting)
      .when({ ...act, reason: '' }, onTheDay)
      .thenRefuses('words-missing');
  });

  it('is for a meeting that sits', () => {
    givenMeeting(...arranged)
      .when(act, onTheDay)
      .thenRefuses('meeting-not-begun');
    givenMeeting(...sitting, { type: 'MeetingClosed', data: { carried: [] } })
      .when(act, onTheDay)
      .thenRefuses('meeting-closed');
  });
});
