import { describe, expect, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';
import type { ChallengeMeetingEvent } from '../../../events.js';

const { aCase, aTheme, onTheDay } = Meetings;
const action = { what: 'Allocate the assessment', who: 'Head of service', by: '2022-05-18' };
const decidedOnBoth = [
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', aCase()),
  Meetings.itemAdded('I2', aTheme()),
  Meetings.begun(),
  Meetings.decided('I1', { actions: [{ actionId: 'A1', ...action }] }),
  Meetings.decided('I2', { iroView: null, actions: [{ actionId: 'A2', ...action }] }),
];
const act = { type: 'take-back-decision' as const, itemId: 'I1', reason: 'It was the item before.' };
const takenBack: ChallengeMeetingEvent = {
  type: 'AgendaItemDecisionTakenBack',
  data: { itemId: 'I1', reason: act.reason },
};
const closed: ChallengeMeetingEvent = { type: 'MeetingClosed', data: { carried: [] } };
const { data: decision } = Meetings.decided('I1') as Extract<ChallengeMeetingEvent, { type: 'AgendaItemDecided' }>;
const decideAgain = { ...decision, type: 'decide-item' as const, actions: [action] };

describe('Taking back what a meeting decided on an item', () => {
  it('leaves the item to be decided, and its actions agreed no more', () => {
    givenMeeting(...decidedOnBoth)
      .when(act, onTheDay)
      .then(takenBack);
    expect(givenMeeting(...decidedOnBoth, takenBack).state).toMatchObject({
      items: [{ status: 'on-agenda', outcome: null }, { status: 'decided' }],
      actions: [{ actionId: 'A2' }],
    });
  });

  it('lets it be decided again, also after the meeting was closed, under numbers of its own', () => {
    const again = Meetings.decided('I1', { actions: [{ actionId: 'A3', ...action }] });
    givenMeeting(...decidedOnBoth, takenBack)
      .when(decideAgain, onTheDay)
      .then(again);
    givenMeeting(...decidedOnBoth, closed, takenBack)
      .when(decideAgain, onTheDay)
      .then(again);
    givenMeeting(...decidedOnBoth, closed)
      .when(decideAgain, onTheDay)
      .thenRefuses('meeting-closed');
    givenMeeting(...decidedOnBoth, closed, takenBack, again)
      .when(decideAgain, onTheDay)
      .thenRefuses('meeting-closed');
  });

  it('is for what was decided and stands on no later agenda, and says why', () => {
    const carried: ChallengeMeetingEvent = {
      type: 'MeetingClosed',
      data: { carried: [{ itemId: 'I1', to: { meeting: 'CM-1', itemId: 'I1' } }] },
    };
    givenMeeting(...decidedOnBoth, takenBack)
      .when(act, onTheDay)
      .thenRefuses('item-not-decided');
    givenMeeting(...decidedOnBoth, carried)
      .when(act, onTheDay)
      .thenRefuses('item-carried');
    givenMeeting(...decidedOnBoth)
      .when({ ...act, reason: '' }, onTheDay)
      .thenRefuses('words-missing');
  });
});
