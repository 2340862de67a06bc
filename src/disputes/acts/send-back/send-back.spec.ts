import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { SendBack } from './send-back.js';
import type { Open } from '../../dispute.js';

const back: SendBack = { type: 'send-back', toStage: null, reason: 'The assessment first.', meetingOn: null };
const atStage2 = [...Controls.disputeRaised(), ...Controls.escalated()];
const byTheIro = Controls.context(Controls.iro);

describe('Sending back', () => {
  it('begins a new round at the stage below, with a clock of its own', () => {
    given(...atStage2)
      .when(back, byTheIro)
      .then(
        {
          type: 'SentBack',
          data: {
            from: 2,
            to: { number: 1, code: '1', name: 'Stage 1', reason: back.reason },
            addressee: { team: 'through-care-3', posts: ['team-manager'] },
            protocolVersion: 1,
            reason: back.reason,
          },
        },
        Controls.deadlineSet({ round: 3, why: 'sent-back' }),
      );
  });

  it('goes to any lower formal stage', () => {
    const atTheTop = Controls.disputeRaised({ stage: { number: 3, code: '3', name: 'Stage 3', reason: 'Grave' } });
    given(...atTheTop)
      .when({ ...back, toStage: 1 }, byTheIro)
      .thenAmong({ type: 'SentBack', data: expect.objectContaining({ from: 3 }) as object });
    for (const toStage of [0, 3, 4])
      given(...atTheTop)
        .when({ ...back, toStage }, byTheIro)
        .thenRefuses('not-lower');
  });

  it('has nowhere to go from the lowest formal stage, nor informally', () => {
    given(...Controls.disputeRaised())
      .when(back, byTheIro)
      .thenRefuses('nothing-below');
    given(...Controls.informalRaised())
      .when(back, byTheIro)
      .thenRefuses('nothing-below');
  });

  it('is for the IRO, those it has come to, and those who may send it up from there', () => {
    for (const who of [Controls.iro, Controls.serviceManager])
      expect(
        given(...atStage2)
          .when(back, Controls.context(who))
          .events(),
      ).toHaveLength(2);
    for (const who of [Controls.teamManager, Controls.headOfQa, Controls.clock])
      given(...atStage2)
        .when(back, Controls.context(who))
        .thenRefuses('sending-back-not-yours');
    const stages = [
      Controls.stage(1, 'team-manager'),
      Controls.stage(2, 'service-manager', { escalatedBy: ['head-of-qa'] }),
    ];
    expect(
      given(...atStage2)
        .when(back, Controls.context(Controls.headOfQa, { protocol: Controls.protocol({ stages }) }))
        .events(),
    ).toHaveLength(2);
  });

  it('is not for what has been accepted', () => {
    given(
      ...atStage2,
      by(Controls.serviceManager, Controls.answerGiven({ round: 2, stage: 2, role: 'service-manager' })),
      Controls.answerAccepted(2),
    )
      .when(back, byTheIro)
      .thenRefuses('accepted-already');
  });

  it('waits for the lower stage again, which may go up again', () => {
    const events = given(...atStage2)
      .when(back, byTheIro)
      .events();
    const { state } = given(...atStage2, ...events);
    expect((state as Open).matter.rounds.map(({ stage }) => stage)).toEqual([1, 2, 1]);
    given(...atStage2, ...events)
      .when({ type: 'escalate', toStage: null, reason: 'Still not', meetingOn: null }, byTheIro)
      .thenAmong({ type: 'DisputeEscalated', data: expect.objectContaining({ from: 1 }) as object });
  });
});
