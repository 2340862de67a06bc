import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { post, team } from '../../test/support/leaders.js';
import { readModelsOf } from '../../test/support/read-models.js';
import { directoryFrom } from '../directory/directory-from.js';
import { USUAL_HOURS } from '../platform/config/notice-hours-config.js';
import { leadersOn, summaryDue, toldOfTheWeek, weekIn } from './weeks.js';

const LONG_AGO = '2020-01-01T09:00:00.000Z';
const due = (now: string, began = LONG_AGO) => summaryDue(now, began, Controls.calendar, USUAL_HOURS);

describe('the summary of a week', () => {
  // Monday 18 April 2022 is Easter Monday; the clocks are an hour ahead of UTC.
  it.each([
    ['before the morning of a Monday', '2022-04-25T06:59:00.000Z', null],
    ['on the morning of a Monday', '2022-04-25T07:00:00.000Z', { monday: '2022-04-18', on: '2022-04-25' }],
    [
      'later in that week, for a program that was down',
      '2022-04-28T15:00:00.000Z',
      { monday: '2022-04-18', on: '2022-04-25' },
    ],
    ['on a Monday on which nobody works', '2022-04-18T12:00:00.000Z', null],
    ['on the first working morning after it', '2022-04-19T07:00:00.000Z', { monday: '2022-04-11', on: '2022-04-19' }],
  ])('%s', (_, now, expected) => {
    expect(due(now)).toEqual(expected);
  });

  it('is not told of a week before the council began to tell people', () => {
    expect(due('2022-04-25T08:00:00.000Z', '2022-04-25T07:00:01.000Z')).toBeNull();
    expect(due('2022-04-25T08:00:00.000Z', '2022-04-25T07:00:00.000Z')).not.toBeNull();
  });

  it('goes to each of those who lead on that morning once, about the week and nobody', async () => {
    const models = await readModelsOf(
      team('north', 'North', 'Localities'),
      ...post('team-manager', 'north', 'cole'),
      ...post('iro', null, 'iro-rowe'),
      ...post('iro-manager', null, 'mona'),
      ...post('assistant-director', null, 'anton'),
      ...post('director', null, 'gone', { until: '2022-04-20' }),
    );
    const directory = directoryFrom(models);
    expect(leadersOn(directory, '2022-04-19')).toEqual(['mona', 'anton', 'gone']);
    const told = toldOfTheWeek({ monday: '2022-04-18', on: '2022-04-25' }, directory);
    expect(told.map(({ to }) => to)).toEqual([{ person: 'mona' }, { person: 'anton' }]);
    expect(told.map(({ kind, about, dueOn }) => [kind, about, dueOn])).toEqual(
      told.map(() => ['weekly-summary', 'WEEK-2022-04-18', '2022-04-18']),
    );
    expect([weekIn('WEEK-2022-04-18'), weekIn('DRP-7K4M-2QXH')]).toEqual(['2022-04-18', null]);
  });
});
