import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';
import { THE_PROGRAM } from '../../rules.js';

const reason = 'The child has died.';
const freeze = { type: 'freeze' as const, reason };
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
      .when(freeze, late)
      .then(from);
    given(...raised, Controls.answerGiven())
      .when(freeze, program())
      .then(frozen);
    given(...raised, Controls.resolved())
      .when(freeze, program())
      .then(frozen);
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
