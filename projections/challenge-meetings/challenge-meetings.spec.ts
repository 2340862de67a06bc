import { expect, it } from '@jest/globals';
import { Meetings } from '../../test/support/meetings.js';
import { readModelsOf, rowsAfter } from '../../test/support/read-models.js';
import { nextMeetingFrom } from '../../src/challenge/next-meeting.js';
import { Controls } from '../../test/support/controls.js';
import { challengeMeetings } from './challenge-meetings.js';

const stream = 'challengeMeeting-CM-7Q2K-90HV';
const moved = {
  type: 'MeetingMoved',
  data: {
    from: { heldOn: '2022-05-11', startsAt: '14:00' },
    to: { heldOn: '2022-05-13', startsAt: '10:00' },
    reason: 'Court.',
  },
};

it('follows a meeting from the day it is arranged to its end', () => {
  const after = (...events: { type: string; data: object }[]) =>
    rowsAfter(challengeMeetings, { stream, events: [Meetings.meetingArranged(), ...events] })[0];
  expect(after()).toMatchObject({ status: 'arranged', held_on: '2022-05-11', planned_on: '2022-05-11', moves: 0 });
  expect(after(moved)).toMatchObject({ held_on: '2022-05-13', starts_at: '10:00', planned_on: '2022-05-11', moves: 1 });
  expect(after(Meetings.begun())).toMatchObject({ status: 'in-session', revision: 1 });
  expect(after(Meetings.begun(), { type: 'MeetingClosed', data: { carried: [] } })).toMatchObject({ status: 'closed' });
  expect(after({ type: 'MeetingCancelled', data: { reason: 'Snow.', carried: [] } })).toMatchObject({
    status: 'cancelled',
  });
});

it('gives a stage the day of the next meeting that times it: of the series that names it before one that names none', async () => {
  const seriesStarted = (series: string, stages: string[]) => ({
    stream: `meetingSeries-${series}`,
    events: [
      { type: 'MeetingSeriesStarted', data: { series, terms: { ...Meetings.terms, stages }, from: '2022-04-14' } },
    ],
  });
  const arranged = (meeting: string, series: string, heldOn: string) => ({
    stream: `challengeMeeting-${meeting}`,
    events: [Meetings.meetingArranged({ meeting, heldOn, series: { series, plannedOn: heldOn } })],
  });
  const readModels = await readModelsOf(
    seriesStarted('MS-1', ['4']),
    seriesStarted('MS-2', []),
    arranged('CM-1', 'MS-1', '2022-05-11'),
    arranged('CM-2', 'MS-2', '2022-05-04'),
  );
  const stage = (code: string) => Controls.stage(4, 'director', { code, clock: { unit: 'meeting' } });
  const next = nextMeetingFrom(readModels, '2022-04-14');
  expect(next(stage('4'))).toBe('2022-05-11');
  expect(next(stage('3'))).toBe('2022-05-04');
  expect(next(Controls.stage(4, 'director', { code: '4' }))).toBeNull();
  expect(nextMeetingFrom(readModels, '2022-05-12')(stage('4'))).toBeNull();
});
