import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { by, given } from '../../../test/support/given.js';
import {
  on,
  pause,
  paused,
  pausedOn,
  pauses,
  reason,
  resume,
  resumed,
  resumedOn,
} from '../../../test/support/pausing.js';

/** The bank holidays are known to the end of 2028. */
describe('A pause over the last day of the calendar', () => {
  const dates = { startedOn: '2028-12-27', dueOn: '2028-12-29' };
  const story = (why: 'raised' | 'extended') => [
    Controls.formalDisputeRaised({ raisedOn: '2028-12-27' }),
    Controls.deadlineSet({ ...dates, why }),
    pausedOn('2028-12-28'),
  ];
  const later = {
    type: 'AnswerDeadlineSet',
    data: expect.objectContaining({ dueOn: '2029-01-03' }) as object,
  } as const;

  it('gives a date that is not yet certain, for 1 January is counted as a working day', () => {
    given(...story('raised'))
      .when(resume, on('2029-01-02'))
      .thenAmong({ ...later, data: expect.objectContaining({ dueOn: '2029-01-03', notYetCertain: true }) as object });
  });

  it('gives one that is certain where people agreed on the date before', () => {
    given(...story('extended'))
      .when(resume, on('2029-01-02'))
      .thenAmong(later);
    given(...story('extended'))
      .when(resume, on('2029-01-02'))
      .thenAmong({ ...later, data: expect.not.objectContaining({ notYetCertain: true }) as object });
  });
});

/** Monday 4 to Friday 8 July 2022; the answer is due on Friday 15 July. */
describe('A pause from Monday to Friday', () => {
  const story = [
    Controls.formalDisputeRaised({ raisedOn: '2022-07-01' }),
    Controls.deadlineSet({ startedOn: '2022-07-01', dueOn: '2022-07-15' }),
  ];
  const dated = { why: 'resumed' as const, startedOn: '2022-07-01' };
  const due = (dueOn: string) => ({
    type: 'AnswerDeadlineSet',
    data: expect.objectContaining({ why: 'resumed', firstDueOn: '2022-07-15', dueOn }) as object,
  });

  it.each([
    ['Friday itself, named as its last day', '2022-07-08', '2022-07-08'],
    ['Saturday', '2022-07-09', null],
    ['Sunday', '2022-07-10', null],
    ['Monday', '2022-07-11', null],
    ['Wednesday after, entered afterwards', '2022-07-13', '2022-07-08'],
  ])('gives back five working days, ended on %s', (_, today, lastDay) => {
    given(...story, pausedOn('2022-07-04'))
      .when({ ...resume, lastDay }, on(today))
      .thenAmong(due('2022-07-22'));
  });

  it('gives back four where the clock runs again on Friday', () => {
    given(...story, pausedOn('2022-07-04'))
      .when(resume, on('2022-07-08'))
      .thenAmong(due('2022-07-21'));
  });

  it('gives back nothing where it is resumed on the day it began, and one day where that was also its last', () => {
    given(...story, pausedOn('2022-07-04'))
      .when(resume, on('2022-07-04'))
      .then(resumed('2022-07-03'), Controls.deadlineSet({ ...dated, dueOn: '2022-07-15', firstDueOn: '2022-07-15' }));
    given(...story, pausedOn('2022-07-04'))
      .when({ ...resume, lastDay: '2022-07-04' }, on('2022-07-04'))
      .thenAmong(due('2022-07-18'));
  });

  it('can be entered afterwards, at once with its end', () => {
    given(...story)
      .when({ ...pause, firstDay: '2022-07-04', lastDay: '2022-07-08' }, on('2022-07-13'))
      .then(
        paused('2022-07-04'),
        { type: 'ClockResumed', data: { round: 1, lastDay: '2022-07-08', reason } },
        Controls.deadlineSet({ ...dated, dueOn: '2022-07-22', firstDueOn: '2022-07-15' }),
      );
    given(...story)
      .when({ ...pause, firstDay: '2022-07-04' }, on('2022-07-13'))
      .then(paused('2022-07-04'));
  });

  it('entered after the date has passed un-misses nothing', () => {
    given(...story)
      .when({ ...pause, firstDay: '2022-07-04', lastDay: '2022-07-08' }, on('2022-07-16'))
      .thenRefuses('already-late');
  });

  it('counts each day once: a pause begins after the one before it', () => {
    const twice = [
      ...story,
      pausedOn('2022-07-04'),
      resumedOn('2022-07-06'),
      Controls.deadlineSet({ dueOn: '2022-07-19' }),
    ];
    given(...twice)
      .when({ ...pause, firstDay: '2022-07-05' }, on('2022-07-06'))
      .thenRefuses('pauses-overlap');
    const whole = by(Controls.iroManager, resumed('2022-07-06'), '2022-07-06T09:00:00.000Z');
    given(...story, pausedOn('2022-07-04'), whole, Controls.deadlineSet({ dueOn: '2022-07-20' }))
      .when(pause, on('2022-07-06'))
      .then(paused('2022-07-07'));
  });

  it('that begins tomorrow and is ended today takes nothing away', () => {
    const twice = [
      ...story,
      pausedOn('2022-07-04'),
      by(Controls.iroManager, resumed('2022-07-06'), '2022-07-06T09:00:00.000Z'),
    ];
    const again = by(Controls.iroManager, paused('2022-07-07'), '2022-07-06T10:00:00.000Z');
    for (const clock of [
      { unit: 'working-days', amount: 10 },
      { unit: 'calendar-days', amount: 14 },
    ] as const) {
      const stages = [Controls.stage(1, 'team-manager', { clock }), Controls.stage(2, 'director')];
      given(...twice, Controls.deadlineSet({ ...dated, dueOn: '2022-07-20' }), again)
        .when(resume, on('2022-07-06', { protocol: Controls.protocol({ pauses, stages }) }))
        .thenAmong({ type: 'AnswerDeadlineSet', data: expect.objectContaining({ dueOn: '2022-07-20' }) as object });
    }
  });

  it('has days that can be', () => {
    const refuses = (days: object, code: string, today = '2022-07-13') =>
      given(...story)
        .when({ ...pause, ...days }, on(today))
        .thenRefuses(code);
    refuses({ firstDay: '2022-06-30' }, 'pause-before-clock');
    refuses({ firstDay: '2022-07-14' }, 'date-in-future');
    refuses({ firstDay: '2022-07-06', lastDay: '2022-07-05' }, 'pause-ends-before-it-begins');
    refuses({ firstDay: '2022-07-06', lastDay: '2022-07-14' }, 'date-in-future');
    given(...story, pausedOn('2022-07-04'))
      .when({ ...resume, lastDay: '2022-07-01' }, on('2022-07-06'))
      .thenRefuses('pause-ends-before-it-begins');
  });

  it('of a stage in hours gives back whole days where it is entered afterwards, and none before the clock began', () => {
    const inHours = Controls.protocol({
      pauses,
      stages: [Controls.stage(1, 'team-manager', { clock: { unit: 'hours', amount: 96 } })],
    });
    const hourly = [
      Controls.formalDisputeRaised({ raisedOn: '2022-07-04' }),
      Controls.deadlineSet({ startedOn: '2022-07-04', dueOn: '2022-07-08', dueAt: '2022-07-08T11:00:00.000Z' }),
    ];
    const later = (dueAt: string) => ({
      type: 'AnswerDeadlineSet',
      data: expect.objectContaining({ dueAt }) as object,
    });
    given(...hourly)
      .when({ ...pause, firstDay: '2022-07-05', lastDay: '2022-07-06' }, on('2022-07-07', { protocol: inHours }))
      .thenAmong(later('2022-07-10T11:00:00.000Z'));
    given(...hourly)
      .when({ ...pause, firstDay: '2022-07-04', lastDay: '2022-07-04' }, on('2022-07-07', { protocol: inHours }))
      .thenAmong(later('2022-07-08T23:00:00.000Z'));
  });
});
