import { describe, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';

const { aCase, before } = Meetings;
const takeOff = { type: 'take-off-item' as const, itemId: 'I1', reason: 'It was resolved on Monday.' };
const takenOff = { type: 'AgendaItemTakenOff' as const, data: { itemId: 'I1', reason: takeOff.reason } };
const withACase = [Meetings.meetingArranged(), Meetings.itemAdded('I1', aCase())];

describe('Taking an item off an agenda', () => {
  it('says why', () => {
    givenMeeting(...withACase)
      .when(takeOff, before)
      .then(takenOff);
    givenMeeting(...withACase)
      .when({ ...takeOff, reason: '' }, before)
      .thenRefuses('words-missing');
  });

  it('is for what stands on it', () => {
    givenMeeting(...withACase, takenOff)
      .when(takeOff, before)
      .thenRefuses('item-taken-off');
    givenMeeting(...withACase)
      .when({ ...takeOff, itemId: 'I9' }, before)
      .thenRefuses('no-such-item');
    givenMeeting(...withACase, Meetings.begun(), Meetings.decided('I1'))
      .when(takeOff, Meetings.onTheDay)
      .thenRefuses('item-decided');
  });
});
