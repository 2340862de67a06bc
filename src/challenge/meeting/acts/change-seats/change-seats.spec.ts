import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../../test/support/controls.js';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';
import type { ChangeSeats } from './change-seats.js';

const { before, onTheDay } = Meetings;
const change: ChangeSeats = {
  type: 'change-seats',
  posts: ['assistant-director', 'iro-manager'],
  people: ['hart'],
  reason: 'The head of service has left.',
};
const { type: _type, ...changed } = change;
const arranged = (people?: string[]) => Meetings.meetingArranged(people === undefined ? {} : { people });

describe('Changing who sits in a meeting', () => {
  it('gives and takes seats until it is over', () => {
    givenMeeting(arranged()).when(change, before).then({ type: 'SeatsChanged', data: changed });
    givenMeeting(arranged(), Meetings.begun()).when(change, onTheDay).then({ type: 'SeatsChanged', data: changed });
    const { people: _people, ...posts } = change;
    const after = givenMeeting(arranged(['lane']))
      .when(posts, before)
      .events();
    expect(givenMeeting(arranged(['lane']), ...after).state).toMatchObject({ posts: change.posts });
    expect(givenMeeting(arranged(['lane']), ...after).state).not.toHaveProperty('people');
    givenMeeting(arranged(), Meetings.begun(), { type: 'MeetingClosed', data: { carried: [] } })
      .when(change, onTheDay)
      .thenRefuses('meeting-closed');
  });

  it('needs somebody, a reason, and a change', () => {
    const there = givenMeeting(arranged());
    there.when({ ...change, posts: [] }, before).thenRefuses('nobody-attends');
    there.when({ ...change, reason: ' ' }, before).thenRefuses('words-missing');
    there
      .when({ ...changed, type: 'change-seats', posts: [...Meetings.arranged.posts].reverse(), people: [] }, before)
      .thenRefuses('seats-unchanged');
    givenMeeting().when(change, before).thenRefuses('meeting-not-arranged');
  });

  it('opens no case by business support, and leaves whom the IRO service has seated', () => {
    const bySupport = { ...before, actor: Controls.businessSupport };
    givenMeeting(arranged()).when(change, bySupport).thenRefuses('seats-not-yours');
    givenMeeting(arranged(['hart']))
      .when(change, bySupport)
      .then({ type: 'SeatsChanged', data: changed });
  });
});
