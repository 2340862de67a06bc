import { describe, expect, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';
import type { ChallengeMeetingEvent } from '../../../events.js';

const { aTheme, onTheDay } = Meetings;
const action = { actionId: 'A1', what: 'Allocate the assessment', who: 'Head of service', by: '2022-05-18' };
const agreed = [
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', aTheme()),
  Meetings.begun(),
  Meetings.decided('I1', { iroView: null, actions: [action] }),
];
const done: ChallengeMeetingEvent = {
  type: 'MeetingActionDone',
  data: { actionId: 'A1', evidence: 'It is allocated.', doneOn: '2022-05-11' },
};
const act = { type: 'take-back-action-done' as const, actionId: 'A1', reason: 'It was another action.' };
const takenBack: ChallengeMeetingEvent = {
  type: 'MeetingActionDoneTakenBack',
  data: { actionId: 'A1', reason: act.reason },
};

describe('Taking back that an action of a meeting was done', () => {
  it('leaves it outstanding', () => {
    givenMeeting(...agreed, done)
      .when(act, onTheDay)
      .then(takenBack);
    expect(givenMeeting(...agreed, done, takenBack).state).toMatchObject({ actions: [{ doneOn: null }] });
  });

  it('is for what was marked as done, and says why', () => {
    givenMeeting(...agreed)
      .when(act, onTheDay)
      .thenRefuses('action-not-done');
    givenMeeting(...agreed, done)
      .when({ ...act, reason: ' ' }, onTheDay)
      .thenRefuses('words-missing');
  });
});
