import { describe, expect, it } from '@jest/globals';
import { givenSeries, Meetings } from '../../../../../test/support/meetings.js';
import type { MeetingSeriesEvent } from '../../../events.js';

const { terms } = Meetings;
const before = Meetings.ofSeries();
const from = '2022-04-14';
const started: MeetingSeriesEvent = { type: 'MeetingSeriesStarted', data: { series: 'MS-4NQ7-2W1R', terms, from } };
const change = {
  type: 'change' as const,
  terms: { ...terms, startsAt: '09:30' },
  from,
  reason: 'Panel sits then.',
  twiceInMonth: false,
};

describe('Changing a series of meetings', () => {
  it('is from a day on, with a reason', () => {
    const data = { terms: change.terms, from, reason: change.reason, daysOff: [] };
    givenSeries(started).when(change, before).then({ type: 'MeetingSeriesChanged', data });
    givenSeries(started)
      .when({ ...change, terms }, before)
      .thenRefuses('series-unchanged');
    givenSeries(started)
      .when({ ...change, reason: '' }, before)
      .thenRefuses('words-missing');
    givenSeries().when(change, before).thenRefuses('series-not-started');
  });

  it('is from a day within ten years of today, as a series begins', () => {
    for (const farOff of ['0226-04-14', '2012-04-13', '2032-04-15', '9999-11-01'])
      givenSeries(started)
        .when({ ...change, from: farOff }, before)
        .thenRefuses('day-far-off');
  });

  it('is for a series that has not ended', () => {
    const ended = { lastOn: '2023-03-31', reason: 'One for the whole county takes its place.', daysOff: [] };
    givenSeries(started, { type: 'MeetingSeriesEnded', data: ended }).when(change, before).thenRefuses('series-ended');
  });

  describe('to another day', () => {
    const thursdays = {
      ...terms,
      recurrence: { ...terms.recurrence, week: 'last' as const, weekday: 'thursday' as const },
    };
    const toThursdays = { ...change, terms: thursdays, from: '2022-05-12' };
    const may = { plannedOn: '2022-05-11', isCancelled: false };
    const april = '2022-04-14T09:00:00.000Z';

    it('does not meet twice in a month in which it has a meeting, and says on which days and what to do', () => {
      const refused = givenSeries(started)
        .when(toThursdays, Meetings.ofSeries([may], april))
        .refusal();
      expect(refused).toMatchObject({ code: 'meets-twice-in-month', details: { meets: ['2022-05-11', '2022-05-26'] } });
      expect(refused.message).toContain('on Wednesday 11 May 2022 and on Thursday 26 May 2022');
      expect(refused.message).toContain('from Wednesday 1 June 2022');
    });

    it('does not meet twice in a month in which it has met', () => {
      givenSeries(started)
        .when(toThursdays, Meetings.ofSeries([may], '2022-05-12T09:00:00.000Z'))
        .thenRefuses('meets-twice-in-month');
    });

    it('does not meet twice in the later month in which the terms change, before any of it is arranged', () => {
      const refused = givenSeries(started)
        .when({ ...toThursdays, from: '2022-09-15' }, Meetings.ofSeries([may], april))
        .refusal();
      expect(refused.details).toEqual({ meets: ['2022-09-14', '2022-09-29'] });
    });

    it('meets twice where that is meant', () => {
      const twice = { ...toThursdays, twiceInMonth: true };
      expect(
        givenSeries(started)
          .when(twice, Meetings.ofSeries([may], april))
          .events(),
      ).toHaveLength(1);
    });

    it('may take the place of a meeting that was called off, and begin with the month after', () => {
      const off = { ...may, isCancelled: true };
      expect(
        givenSeries(started)
          .when(toThursdays, Meetings.ofSeries([off], april))
          .events(),
      ).toHaveLength(1);
      const june = { ...toThursdays, from: '2022-06-01' };
      expect(
        givenSeries(started)
          .when(june, Meetings.ofSeries([may], april))
          .events(),
      ).toHaveLength(1);
    });

    it('takes back the days that diaries have, from its own day on, and gives back those it meets on again', () => {
      const autumn = { ...toThursdays, from: '2022-10-01' };
      const [changed] = givenSeries(started)
        .when(autumn, Meetings.ofSeries([may], april))
        .events();
      const daysOff = (changed!.data as { daysOff: { plannedOn: string }[] }).daysOff.map(({ plannedOn }) => plannedOn);
      expect(daysOff).toEqual([
        '2022-10-12',
        '2022-11-09',
        '2022-12-14',
        '2023-01-11',
        '2023-02-08',
        '2023-03-08',
        '2023-04-12',
        '2023-05-10',
      ]);
      const back = { ...autumn, terms: { ...terms, place: 'Annex' }, from: '2022-12-01' };
      const [again] = givenSeries(started, changed!)
        .when(back, Meetings.ofSeries([may], april))
        .events();
      const stillOff = (again!.data as { daysOff: { plannedOn: string }[] }).daysOff.map(({ plannedOn }) => plannedOn);
      expect(stillOff).toEqual([
        '2022-10-12',
        '2022-11-09',
        '2022-12-29',
        '2023-01-26',
        '2023-02-23',
        '2023-03-30',
        '2023-04-27',
        '2023-05-25',
      ]);
    });
  });
});
