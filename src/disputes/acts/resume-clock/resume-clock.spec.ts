import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { StageClock } from '../../../protocol/protocol.js';
import { currentRound, type Open } from '../../dispute.js';
import {
  on,
  paused,
  pausedOn,
  pauses,
  protocol,
  resume,
  resumed,
  resumedOn,
} from '../../../../test/support/pausing.js';
import type { DisputeEvent } from '../../events.js';
import { answerDate, firstAnswerDate } from '../../time/dates.js';
import { missedAt } from '../../time/late.js';

const raised = Controls.disputeRaised();

describe('Resuming the clock', () => {
  const dated = (more: object): DisputeEvent => Controls.deadlineSet({ why: 'resumed', ...more });

  it('gives back the working days for which it stood still, beside the first date', () => {
    given(...raised, pausedOn('2022-04-20'))
      .when(resume, on('2022-04-28'))
      .then(resumed('2022-04-27'), dated({ firstDueOn: Controls.dueOn, dueOn: '2022-05-04' }));
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

  it('says why', () => {
    given(...raised, pausedOn('2022-04-20'))
      .when({ ...resume, reason: '' }, on('2022-04-21'))
      .thenRefuses('words-missing');
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
    const [inForce, first] = [answerDate, firstAnswerDate].map((date) => date(currentRound(matter), matter));
    expect(missedAt(inForce!, '2022-06-20T08:00:00.000Z')).toBeNull();
    expect(missedAt(first!, '2022-06-20T08:00:00.000Z')).toBe('2022-04-25T23:00:00.000Z');
  });
});
