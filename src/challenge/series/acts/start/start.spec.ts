import { describe, it } from '@jest/globals';
import { givenSeries, Meetings } from '../../../../../test/support/meetings.js';
import type { MeetingSeriesEvent } from '../../../events.js';

const { terms } = Meetings;
const before = Meetings.ofSeries();
const from = '2022-04-14';
const started: MeetingSeriesEvent = { type: 'MeetingSeriesStarted', data: { series: 'MS-4NQ7-2W1R', terms, from } };
const start = { type: 'start' as const, series: 'MS-4NQ7-2W1R', terms, from };

describe('Starting a series of meetings', () => {
  it('happens once', () => {
    givenSeries().when(start, before).then(started);
    givenSeries(started).when(start, before).thenRefuses('series-started');
  });

  it('begins within ten years of today: another year is a slip of the pen', () => {
    for (const farOff of ['0226-04-14', '2012-04-13', '2032-04-15', '9999-11-01'])
      givenSeries()
        .when({ ...start, from: farOff }, before)
        .thenRefuses('day-far-off');
    givenSeries()
      .when({ ...start, from: '2012-04-14' }, before)
      .then({ ...started, data: { ...started.data, from: '2012-04-14' } } as MeetingSeriesEvent);
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
});
