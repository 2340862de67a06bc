import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import { currentRound, type Open } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { on, pause, paused, pausedOn, pauses, protocol } from '../../../../test/support/pausing.js';
import { answerDate } from '../../time/dates.js';
import { howItStands } from '../../time/late.js';

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

  it('is not for those who must answer: nobody stops the clock by which they are late', () => {
    const theirs = Controls.protocol({ pauses: { allowed: true, by: ['team-manager', 'iro-manager'] } });
    const at = { protocol: theirs, now: '2022-04-20T09:00:00.000Z' };
    given(...raised)
      .when(pause, Controls.context(Controls.teamManager, at))
      .thenRefuses('own-clock');
    given(...raised)
      .when(pause, { ...Controls.context(Controls.iroManager, at), holdersOf: () => [Controls.iroManager.person] })
      .thenRefuses('own-clock');
  });

  it('says why, also where it is entered afterwards', () => {
    for (const days of [{}, { firstDay: '2022-04-19', lastDay: '2022-04-19' }])
      given(...raised)
        .when({ ...pause, ...days, reason: ' ' }, on('2022-04-20'))
        .thenRefuses('words-missing');
  });

  it('comes before the date has passed: late stays late', () => {
    given(...raised)
      .when(pause, on('2022-04-26'))
      .thenRefuses('already-late');
  });

  it('waits while a death keeps the dispute frozen: letting it go on would leave the answer late by the days since', () => {
    const death = { from: '2022-04-19', reason: 'The child has died.' };
    const frozen: DisputeEvent = { type: 'DisputeFrozen', data: death };
    const stopped: DisputeEvent = {
      type: 'ClockPaused',
      data: { round: 1, firstDay: death.from, reason: death.reason },
    };
    const after = [frozen, stopped].map((event) => by(Controls.iro, event, '2022-04-19T09:00:00.000Z'));
    const begunSince = Controls.escalated().map((event) => by(Controls.iro, event, '2022-04-20T09:00:00.000Z'));
    for (const days of [{}, { firstDay: '2022-04-21', lastDay: '2022-04-22' }]) {
      given(...raised, ...after, ...begunSince)
        .when({ ...pause, ...days }, on('2022-05-10'))
        .thenRefuses('frozen');
      given(...raised, ...after)
        .when({ ...pause, ...days }, on('2022-04-25'))
        .thenRefuses('frozen');
    }
    const unfreeze = { type: 'unfreeze' as const, reason: 'The family was spoken to.' };
    given(...raised, ...after, ...begunSince)
      .when(unfreeze, on('2022-05-10'))
      .thenAmong({ type: 'ClockResumed', data: { round: 2, lastDay: '2022-05-09', reason: unfreeze.reason } });
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
    const { matter } = story.state as Open;
    expect(howItStands(answerDate(currentRound(matter), matter), '2022-06-20T08:00:00.000Z')).toBe('paused');
  });
});
