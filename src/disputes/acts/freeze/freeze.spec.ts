import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';
import { THE_PROGRAM } from '../../rules.js';
import { answerDate } from '../../time/dates.js';
import { howItStands } from '../../time/late.js';

const reason = 'The child has died.';
const freeze = { type: 'freeze' as const, diedOn: '2022-04-19', reason };
const NOW = '2022-04-19T09:00:00.000Z';
const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: '2022-04-19', reason } };
const paused: DisputeEvent = { type: 'ClockPaused', data: { round: 1, firstDay: '2022-04-19', reason } };
const raised = Controls.disputeRaised();
const program = (now = NOW, protocol = Controls.protocol()) => Controls.context(THE_PROGRAM, { now, protocol });
const iro = (now = '2022-04-21T09:00:00.000Z', protocol = Controls.protocol()) =>
  Controls.context(Controls.iro, { now, protocol });
const inMeetings = Controls.protocolWithStage({ clock: { unit: 'meeting' } });

describe('Freezing', () => {
  it('stops a clock that is in time, though the protocol allows no pause', () => {
    given(...raised)
      .when(freeze, program())
      .then(frozen, paused);
    given(...raised, frozen, paused)
      .when(freeze, program())
      .thenNothing();
  });

  it('stops one that a meeting times', () => {
    const byMeeting = Controls.deadlineSet({ dueOn: '2022-05-11', dueAt: '2022-05-11T23:00:00.000Z' });
    given(...raised, byMeeting)
      .when(freeze, program(NOW, inMeetings))
      .then(frozen, paused);
  });

  it('lets what was late stay late, and freezes what waits for no answer, and what has ended', () => {
    const late = program(Controls.afterDue);
    const from = { type: 'DisputeFrozen' as const, data: { from: late.today, reason } };
    given(...raised)
      .when({ ...freeze, diedOn: late.today }, late)
      .then(from);
    given(...raised, Controls.answerGiven())
      .when(freeze, program())
      .then(frozen);
    given(...raised, Controls.resolved())
      .when(freeze, program())
      .then(frozen);
  });

  it('counts from the day of the death, however late it becomes known and whatever went on record meanwhile', () => {
    const passed: DisputeEvent = {
      type: 'AnswerDeadlinePassed',
      data: {
        round: 1,
        stage: 1,
        dueOn: Controls.dueOn,
        dueAt: '2022-04-25T23:00:00.000Z',
        onSilence: 'ask-the-judge',
      },
    };
    given(...raised, passed)
      .when(freeze, program('2022-05-03T09:00:00.000Z'))
      .then(frozen, paused);
    const { state } = given(...raised, passed, by(Controls.iro, frozen, '2022-05-03T09:00:00.000Z'));
    if (state.status !== 'open') throw new Error('It is open.');
    const [round] = state.matter.rounds;
    expect(howItStands(answerDate(round!, state.matter), '2022-06-01T09:00:00.000Z')).toBe('paused');
    expect(round!.passed.answer).toBe(false);
  });

  it('takes the right day where that of the death is put right', () => {
    given(...raised, frozen, paused)
      .when({ ...freeze, diedOn: '2022-04-15' }, program())
      .then({ type: 'DisputeFrozen', data: { from: '2022-04-15', reason } });
  });

  it('is the program’s, and chasing waits meanwhile', () => {
    given(...raised)
      .when(freeze, iro())
      .thenRefuses('program-only');
    given(...raised, frozen, paused)
      .when({ type: 'chase', how: 'By telephone' }, iro())
      .thenRefuses('frozen');
    given(...raised, frozen, paused)
      .when({ type: 'resume-clock', reason: 'On we go', lastDay: null }, iro())
      .thenRefuses('frozen');
  });
});
