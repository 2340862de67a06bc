import { describe, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';

const { aCase, aTheme, before, onTheDay } = Meetings;
const arranged = [
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', aCase()),
  Meetings.itemAdded('I2', aTheme()),
] as const;
const sitting = [...arranged, Meetings.begun()];
const next = (itemId: string, there: string) => ({ itemId, to: { meeting: 'CM-1T5B-XW3D', itemId: there } });

describe('Calling a meeting off', () => {
  const cancel = { type: 'cancel' as const, reason: 'Snow.', carried: [next('I1', 'I1'), next('I2', 'I2')] };

  it('puts its whole agenda on the next one', () => {
    const { type: _type, ...data } = cancel;
    givenMeeting(...arranged)
      .when(cancel, before)
      .then({ type: 'MeetingCancelled', data });
    givenMeeting(...arranged)
      .when({ ...cancel, carried: [next('I1', 'I1')] }, before)
      .thenRefuses('items-not-dealt-with');
  });

  it('has a reason, and comes before it begins', () => {
    givenMeeting(...arranged)
      .when({ ...cancel, reason: '' }, before)
      .thenRefuses('words-missing');
    givenMeeting(...sitting)
      .when(cancel, onTheDay)
      .thenRefuses('meeting-begun');
  });
});
