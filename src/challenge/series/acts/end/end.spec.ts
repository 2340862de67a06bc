import { describe, it } from '@jest/globals';
import { givenSeries, Meetings } from '../../../../../test/support/meetings.js';
import type { MeetingSeriesEvent } from '../../../events.js';

const { terms } = Meetings;
const before = Meetings.ofSeries();
const from = '2022-04-14';
const started: MeetingSeriesEvent = { type: 'MeetingSeriesStarted', data: { series: 'MS-4NQ7-2W1R', terms, from } };
const end = { type: 'end' as const, lastOn: '2023-03-31', reason: 'One for the whole county takes its place.' };

describe('Ending a series of meetings', () => {
  it('names its last day and the days that are off again, once', () => {
    const ended: MeetingSeriesEvent = {
      type: 'MeetingSeriesEnded',
      data: {
        lastOn: '2023-03-31',
        reason: 'One for the whole county takes its place.',
        daysOff: [{ plannedOn: '2023-04-12', heldOn: '2023-04-12', startsAt: '14:00' }],
      },
    };
    givenSeries(started).when(end, before).then(ended);
    givenSeries(started, ended).when(end, before).thenRefuses('series-ended');
    givenSeries(started)
      .when({ ...end, lastOn: '2022-04-13' }, before)
      .thenRefuses('ends-before-it-begins');
  });
});
