import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { by, given } from '../../../test/support/given.js';
import type { StageClock } from '../../protocol/protocol.js';
import { currentRound, isOverdue, lateness, type Open } from '../dispute.js';
import type { DisputeEvent } from '../events.js';

const pauses = { allowed: true, by: ['iro-manager' as const] };
const protocol = Controls.protocol({ pauses });
const reason = 'The court hears the case on 27 April.';
const pause = { type: 'pause-clock' as const, reason };
const resume = { type: 'resume-clock' as const, reason: 'The court has heard it.' };
const on = (day: string, choice = {}) =>
  Controls.context(Controls.iroManager, { protocol, now: `${day}T09:00:00.000Z`, ...choice });
const paused = (day: string): DisputeEvent => ({ type: 'ClockPaused', data: { round: 1, from: day, reason } });
const pausedOn = (day: string) => by(Controls.iroManager, paused(day), `${day}T09:00:00.000Z`);
const resumedOn = (day: string) =>
  by(
    Controls.iroManager,
    { type: 'ClockResumed', data: { round: 1, reason: resume.reason } } as DisputeEvent,
    `${day}T09:00:00.000Z`,
  );
const raised = Controls.disputeRaised();

describe('Pausing the clock', () => {
  it('makes it stand still from that day', () => {
    given(...raised)
      .when(pause, on('2022-04-20'))
      .then(paused('2022-04-20'));
  });

  it('is for the posts that the protocol names, where it allows pauses at all', () => {
    given(...raised)
      .when(pause, Controls.context(Controls.iro, { protocol }))
      .thenRefuses('pausing-not-yours');
    given(...raised)
      .when(pause, Controls.context(Controls.iroManager))
      .thenRefuses('pauses-not-allowed');
  });

  it('comes before the date has passed: late stays late', () => {
    given(...raised)
      .when(pause, on('2022-04-26'))
      .thenRefuses('already-late');
  });

  it('needs a clock that runs', () => {
    given(...raised, pausedOn('2022-04-20'))
      .when(pause, on('2022-04-21'))
      .thenRefuses('already-paused');
    given(...raised, Controls.answerGiven())
      .when(pause, on('2022-04-20'))
      .thenRefuses('already-answered');
    for (const unit of ['none', 'meeting'] as const) {
      const untimed = Controls.protocol({
        pauses,
        stages: [Controls.stage(1, 'team-manager', { clock: { unit } }), Controls.stage(2, 'director')],
      });
      const none = unit === 'none' ? { firstDueOn: null, dueOn: null, dueAt: null } : {};
      given(Controls.formalDisputeRaised(), Controls.deadlineSet(none))
        .when(pause, on('2022-04-20', { protocol: untimed }))
        .thenRefuses('no-date-to-pause');
    }
  });

  it('makes nothing late while it lasts, and leaves the limit over all stages running', () => {
    const story = given(...raised, pausedOn('2022-04-20'));
    const mark = (deadline: 'answer' | 'total-cap') =>
      story.when(
        deadline === 'answer'
          ? { type: 'mark-deadline-passed', deadline, round: 1 }
          : { type: 'mark-deadline-passed', deadline },
        Controls.context(Controls.clock, { protocol, now: '2022-06-20T08:00:00.000Z' }),
      );
    mark('answer').thenNothing();
    mark('total-cap').then({ type: 'TotalCapPassed', data: { dueAt: '2022-05-17T23:00:00.000Z' } });
    expect(isOverdue(currentRound((story.state as Open).matter), '2022-06-20T08:00:00.000Z')).toBe(false);
  });
});

describe('Resuming the clock', () => {
  const dated = (more: object): DisputeEvent => Controls.deadlineSet({ why: 'resumed', ...more });

  it('gives back the working days for which it stood still, beside the first date', () => {
    given(...raised, pausedOn('2022-04-20'))
      .when(resume, on('2022-04-28'))
      .then(
        { type: 'ClockResumed', data: { round: 1, reason: resume.reason } },
        dated({ firstDueOn: Controls.dueOn, dueOn: '2022-05-04' }),
      );
  });

  it('gives back nothing for a pause over a weekend', () => {
    given(...raised, pausedOn('2022-04-23'))
      .when(resume, on('2022-04-24'))
      .thenAmong({ type: 'AnswerDeadlineSet', data: expect.objectContaining({ dueOn: Controls.dueOn }) as object });
  });

  const clocked = (clock: StageClock) =>
    Controls.protocol({
      pauses,
      stages: [Controls.stage(1, 'team-manager', { clock }), Controls.stage(2, 'director')],
    });

  it('gives back calendar days where the stage counts those', () => {
    given(...raised, pausedOn('2022-04-20'))
      .when(resume, on('2022-04-28', { protocol: clocked({ unit: 'calendar-days', amount: 11 }) }))
      .thenAmong({ type: 'AnswerDeadlineSet', data: expect.objectContaining({ dueOn: '2022-05-03' }) as object });
  });

  it('gives back the hours themselves where the stage counts hours', () => {
    const inHours = Controls.deadlineSet({ dueOn: '2022-04-16', dueAt: '2022-04-16T09:00:00.000Z' });
    const at = (now: string) =>
      Controls.context(Controls.iroManager, { protocol: clocked({ unit: 'hours', amount: 48 }), now });
    given(
      Controls.formalDisputeRaised(),
      inHours,
      by(Controls.iroManager, paused('2022-04-15'), '2022-04-15T09:00:00.000Z'),
    )
      .when(resume, at('2022-04-15T11:30:00.000Z'))
      .thenAmong({
        type: 'AnswerDeadlineSet',
        data: expect.objectContaining({ dueOn: '2022-04-16', dueAt: '2022-04-16T11:30:00.000Z' }) as object,
      });
  });

  it('needs a pause', () => {
    given(...raised)
      .when(resume, on('2022-04-21'))
      .thenRefuses('not-paused');
    given(...raised, pausedOn('2022-04-20'), resumedOn('2022-04-21'), dated({ dueOn: '2022-04-26' }))
      .when(resume, on('2022-04-22'))
      .thenRefuses('not-paused');
    given(...raised, pausedOn('2022-04-20'))
      .when(resume, Controls.context(Controls.iro, { protocol }))
      .thenRefuses('pausing-not-yours');
  });

  it('tells an answer against both dates', () => {
    const { matter } = given(
      ...raised,
      pausedOn('2022-04-20'),
      resumedOn('2022-04-28'),
      dated({ firstDueOn: Controls.dueOn, dueOn: '2022-05-04' }),
      by(Controls.teamManager, Controls.answerGiven({ answeredOn: '2022-05-03' }), '2022-05-03T09:00:00.000Z'),
    ).state as Open;
    const round = currentRound(matter);
    expect(lateness(round, round.answers[0]!)).toEqual({ late: false, lateAgainstFirst: true });
  });
});
