import { describe, expect, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';
import { itemsInOrder, type Meeting } from '../../meeting.js';

const place = (itemId: string, at: number) => ({ type: 'place-item' as const, itemId, place: at });
const placed = (itemId: string, at: number) => ({
  type: 'AgendaItemPlaced' as const,
  data: { itemId, place: at },
});
const takenOff = { type: 'AgendaItemTakenOff' as const, data: { itemId: 'I1', reason: 'It was resolved.' } };
const three = [
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', Meetings.aCase()),
  Meetings.itemAdded('I2', Meetings.aTheme()),
  Meetings.itemAdded('I3', Meetings.aTheme('Health assessments')),
];
const orderOf = (...events: Parameters<typeof givenMeeting>): string[] =>
  itemsInOrder(givenMeeting(...events).state as Meeting).map(({ itemId }) => itemId);

describe('Placing an item on an agenda', () => {
  it('takes it up first, last, or between others, and every item keeps its number', () => {
    givenMeeting(...three)
      .when(place('I3', 1), Meetings.before)
      .then(placed('I3', 1));
    expect(orderOf(...three, placed('I3', 1))).toEqual(['I3', 'I1', 'I2']);
    expect(orderOf(...three, placed('I1', 2))).toEqual(['I2', 'I1', 'I3']);
    expect(orderOf(...three, placed('I1', 3))).toEqual(['I2', 'I3', 'I1']);
  });

  it('counts no place for what was taken off, and what is added later comes last', () => {
    const events = [...three, takenOff, placed('I3', 1), Meetings.itemAdded('I4', Meetings.aTheme('Housing'))];
    expect(orderOf(...events)).toEqual(['I3', 'I2', 'I4']);
  });

  it('is refused where nothing would change, for no place of the agenda, and once the meeting is over', () => {
    const given = givenMeeting(...three, takenOff);
    given.when(place('I2', 1), Meetings.before).thenRefuses('item-there-already');
    given.when(place('I2', 3), Meetings.before).thenRefuses('no-such-place');
    given.when(place('I1', 1), Meetings.before).thenRefuses('item-taken-off');
    given.when(place('I9', 1), Meetings.before).thenRefuses('no-such-item');
    const called = { type: 'MeetingCancelled' as const, data: { reason: 'Nobody can.', carried: [] } };
    givenMeeting(...three, called)
      .when(place('I3', 1), Meetings.before)
      .thenRefuses('meeting-cancelled');
  });
});
