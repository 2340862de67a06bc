import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeRaised } from '../../events.js';
import type { ChangeLevel } from './change-level.js';

const protocol = Controls.protocol({
  levels: [
    { code: 'red', name: 'Red', clock: { unit: 'working-days', amount: 2 } },
    { code: 'green', name: 'Green' },
  ],
  pauses: { allowed: true, by: ['iro'] },
});
const atLevel = (level: string): Partial<DisputeRaised> => ({
  stage: { ladder: 'main', number: 1, countsAs: 'formal', level, code: '1', name: 'Stage 1', reason: null },
});
const green = Controls.disputeRaised(atLevel('green'));
const change = (level: string): ChangeLevel => ({
  type: 'change-level',
  level,
  reason: 'She has gone missing.',
  meetingOn: null,
});
const iro = Controls.context(Controls.iro, { protocol });

describe('Changing how pressing a dispute is', () => {
  it('ends the round that runs in time as replaced, and begins one with the time of the new level', () => {
    given(...green)
      .when(change('red'), iro)
      .then(
        {
          type: 'LevelChanged',
          data: {
            from: 'green',
            to: 'red',
            reason: 'She has gone missing.',
            ladder: 'main',
            begins: {
              stage: { ...atLevel('red').stage!, reason: 'She has gone missing.' },
              addressee: { team: 'through-care-3', posts: ['team-manager'] },
              protocolVersion: 1,
            },
          },
        },
        Controls.deadlineSet({
          round: 2,
          why: 'level-changed',
          dueOn: '2022-04-20',
          rule: '2 working days, stage 1',
        }),
      );
  });

  it('leaves a round as it is whose date has passed, or which has its answer', () => {
    const late = Controls.context(Controls.iro, { protocol, now: Controls.afterDue });
    const answered = by(Controls.teamManager, Controls.answerGiven());
    for (const outcome of [
      given(...green).when(change('red'), late),
      given(...green, answered).when(change('red'), iro),
    ])
      outcome.then({
        type: 'LevelChanged',
        data: { from: 'green', to: 'red', reason: 'She has gone missing.', ladder: 'main' },
      });
  });

  it('waits for a clock that stands still', () => {
    const paused = {
      type: 'ClockPaused' as const,
      data: { round: 1, firstDay: Controls.today, reason: 'The assessor is ill.' },
    };
    given(...green, paused)
      .when(change('red'), iro)
      .thenRefuses('clock-stands-still');
  });

  it('is for the IRO and those who answer for the service, to another level, with a reason', () => {
    for (const who of [Controls.iro, Controls.iroManager])
      expect(
        given(...green)
          .when(change('red'), Controls.context(who, { protocol }))
          .events(),
      ).toHaveLength(2);
    given(...green)
      .when(change('red'), Controls.context(Controls.teamManager, { protocol }))
      .thenRefuses('service-only');
    given(...green)
      .when({ ...change('red'), reason: ' ' }, iro)
      .thenRefuses('words-missing');
    given(...green)
      .when(change('green'), iro)
      .thenRefuses('level-unchanged');
    given(...green)
      .when(change('blue'), iro)
      .thenRefuses('no-such-level');
    given(...Controls.disputeRaised())
      .when(change('red'), Controls.context(Controls.iro))
      .thenRefuses('no-levels');
  });
});
