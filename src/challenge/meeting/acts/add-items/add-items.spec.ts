import { describe, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';

const { aCase, aTheme, newItem, before } = Meetings;
const add = (...abouts: ReturnType<typeof aCase>[]) => ({
  type: 'add-items' as const,
  items: abouts.map((about) => newItem(about)),
});
const takenOff = { type: 'AgendaItemTakenOff' as const, data: { itemId: 'I1', reason: 'It was resolved on Monday.' } };
const withACase = [Meetings.meetingArranged(), Meetings.itemAdded('I1', aCase())];

describe('Adding to an agenda', () => {
  it('numbers cases, and themes with no child', () => {
    givenMeeting(...withACase)
      .when(add(aCase('DRP-0000-0000'), aTheme()), before)
      .then(Meetings.itemAdded('I2', aCase('DRP-0000-0000')), Meetings.itemAdded('I3', aTheme()));
  });

  it('puts nothing on twice', () => {
    givenMeeting(...withACase, Meetings.itemAdded('I2', aTheme()))
      .when(add(aCase(), aTheme()), before)
      .thenNothing();
    givenMeeting(Meetings.meetingArranged())
      .when(add(aTheme(), aTheme()), before)
      .then(Meetings.itemAdded('I1', aTheme()));
    givenMeeting(Meetings.meetingArranged(), Meetings.itemAdded('I1', aTheme()))
      .when(add(aTheme('Life story books are not kept')), before)
      .then(Meetings.itemAdded('I2', aTheme('Life story books are not kept')));
  });

  it('puts on again what somebody took off, under a new number', () => {
    givenMeeting(...withACase, takenOff)
      .when(add(aCase()), before)
      .then(Meetings.itemAdded('I2', aCase()));
  });

  it('keeps why it was proposed, and where it was carried from', () => {
    const because = ['repeated' as const];
    const carriedFrom = { meeting: 'CM-0000-0000', itemId: 'I4', times: 2 };
    givenMeeting(Meetings.meetingArranged())
      .when({ type: 'add-items', items: [newItem(aCase(), { because, carriedFrom })] }, before)
      .then(Meetings.itemAdded('I1', aCase(), { because, carriedFrom }));
  });

  it('goes on while the meeting sits, and ends with it', () => {
    givenMeeting(...withACase, Meetings.begun())
      .when(add(aTheme()), Meetings.onTheDay)
      .then(Meetings.itemAdded('I2', aTheme()));
    givenMeeting(Meetings.meetingArranged(), Meetings.begun(), { type: 'MeetingClosed', data: { carried: [] } })
      .when(add(aTheme()), Meetings.onTheDay)
      .thenRefuses('meeting-closed');
    givenMeeting(Meetings.meetingArranged(), { type: 'MeetingCancelled', data: { reason: 'Snow.', carried: [] } })
      .when(add(aTheme()), before)
      .thenRefuses('meeting-cancelled');
  });

  it('takes only themes of the list, with a title', () => {
    const wrong = { kind: 'theme' as const, theme: 'PA-VOICE', title: 'Voices' };
    givenMeeting(Meetings.meetingArranged()).when(add(wrong), before).thenRefuses('theme-unknown');
    givenMeeting(Meetings.meetingArranged())
      .when(add(aTheme('')), before)
      .thenRefuses('words-missing');
  });
});
