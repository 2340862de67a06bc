import { describe, expect, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';

const { aCase, aTheme, onTheDay } = Meetings;
const arranged = [
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', aCase()),
  Meetings.itemAdded('I2', aTheme()),
] as const;
const sitting = [...arranged, Meetings.begun()];
const next = (itemId: string, there: string) => ({ itemId, to: { meeting: 'CM-1T5B-XW3D', itemId: there } });

describe('Closing a meeting', () => {
  it('is refused while an item is neither decided nor on the next agenda', () => {
    givenMeeting(...sitting, Meetings.decided('I1'))
      .when({ type: 'close', carried: [] }, onTheDay)
      .thenRefuses('items-not-dealt-with');
  });

  it('says where each item that was not dealt with stands now', () => {
    const carried = [next('I2', 'I1')];
    const closed = { type: 'MeetingClosed' as const, data: { carried } };
    givenMeeting(...sitting, Meetings.decided('I1'))
      .when({ type: 'close', carried }, onTheDay)
      .then(closed);
    expect(givenMeeting(...sitting, Meetings.decided('I1'), closed).state).toMatchObject({
      status: 'closed',
      items: [{ status: 'decided' }, { status: 'carried', carriedTo: { meeting: 'CM-1T5B-XW3D', itemId: 'I1' } }],
    });
  });

  it('carries a deferred item of a series too', () => {
    const deferred = [...sitting, Meetings.decided('I1', { decision: 'deferred' }), Meetings.decided('I2')];
    givenMeeting(...deferred)
      .when({ type: 'close', carried: [] }, onTheDay)
      .thenRefuses('items-not-dealt-with');
    givenMeeting(...deferred)
      .when({ type: 'close', carried: [next('I1', 'I1')] }, onTheDay)
      .then({ type: 'MeetingClosed', data: { carried: [next('I1', 'I1')] } });
  });

  it('lets a single meeting defer: there is nowhere to carry it', () => {
    givenMeeting(
      Meetings.meetingArranged({ series: null }),
      Meetings.itemAdded('I1', aCase()),
      Meetings.begun(),
      Meetings.decided('I1', { decision: 'deferred' }),
    )
      .when({ type: 'close', carried: [] }, onTheDay)
      .then({ type: 'MeetingClosed', data: { carried: [] } });
  });

  it('leaves alone what was taken off, and happens once, after it has begun', () => {
    const off = { type: 'AgendaItemTakenOff' as const, data: { itemId: 'I2', reason: 'Not for us.' } };
    const closed = { type: 'MeetingClosed' as const, data: { carried: [] } };
    givenMeeting(...sitting, Meetings.decided('I1'), off)
      .when({ type: 'close', carried: [] }, onTheDay)
      .then(closed);
    givenMeeting(...sitting, closed)
      .when({ type: 'close', carried: [] }, onTheDay)
      .thenRefuses('meeting-closed');
    givenMeeting(...arranged)
      .when({ type: 'close', carried: [] }, onTheDay)
      .thenRefuses('meeting-not-begun');
  });
});
