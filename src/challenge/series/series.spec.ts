import { describe, it } from '@jest/globals';
import { givenSeries, Meetings } from '../../../test/support/meetings.js';
import type { MeetingSeriesEvent } from '../events.js';

const { terms, before } = Meetings;
const from = '2022-04-14';
const started: MeetingSeriesEvent = { type: 'MeetingSeriesStarted', data: { series: 'MS-4NQ7-2W1R', terms, from } };
const start = { type: 'start' as const, series: 'MS-4NQ7-2W1R', terms, from };
const change = { type: 'change' as const, terms: { ...terms, startsAt: '09:30' }, from, reason: 'Panel sits then.' };
const end = { type: 'end' as const, lastOn: '2023-03-31', reason: 'One for the whole county takes its place.' };

describe('A series of meetings', () => {
  it('starts once', () => {
    givenSeries().when(start, before).then(started);
    givenSeries(started).when(start, before).thenRefuses('series-started');
  });

  it('says when it is and who sits in it', () => {
    givenSeries()
      .when({ ...start, terms: { ...terms, startsAt: '2 pm' } }, before)
      .thenRefuses('not-a-time');
    givenSeries()
      .when({ ...start, terms: { ...terms, posts: [] } }, before)
      .thenRefuses('nobody-attends');
    givenSeries()
      .when({ ...start, terms: { ...terms, name: ' ' } }, before)
      .thenRefuses('words-missing');
  });

  it('changes from a day on, with a reason', () => {
    const { type: _type, ...data } = change;
    givenSeries(started).when(change, before).then({ type: 'MeetingSeriesChanged', data });
    givenSeries(started)
      .when({ ...change, terms }, before)
      .thenRefuses('series-unchanged');
    givenSeries(started)
      .when({ ...change, reason: '' }, before)
      .thenRefuses('words-missing');
    givenSeries().when(change, before).thenRefuses('series-not-started');
  });

  it('ends on its last day, once', () => {
    const ended: MeetingSeriesEvent = {
      type: 'MeetingSeriesEnded',
      data: { lastOn: '2023-03-31', reason: 'One for the whole county takes its place.' },
    };
    givenSeries(started).when(end, before).then(ended);
    givenSeries(started, ended).when(end, before).thenRefuses('series-ended');
    givenSeries(started, ended).when(change, before).thenRefuses('series-ended');
    givenSeries(started)
      .when({ ...end, lastOn: '2022-04-13' }, before)
      .thenRefuses('ends-before-it-begins');
  });
});
