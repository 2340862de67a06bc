import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { SendBack } from './send-back.js';
import type { PostKind } from '../../../protocol/protocol.js';
import type { Open } from '../../dispute.js';
import type { ChallengeDecision, DisputeEvent } from '../../events.js';

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
            to: { ladder: 'main', number: 1, countsAs: 'formal', code: '1', name: 'Stage 1', reason: back.reason },
            addressee: { team: 'through-care-3', posts: ['team-manager'] },
            protocolVersion: 1,
            reason: back.reason,
          },
        },
        Controls.deadlineSet({ round: 3, why: 'sent-back' }),
      );
  });

  it('goes to any lower formal stage', () => {
    const atTheTop = Controls.disputeRaised({
      stage: { ladder: 'main', number: 3, countsAs: 'formal', code: '3', name: 'Stage 3', reason: 'Grave' },
    });
    given(...atTheTop)
      .when({ ...back, toStage: 1 }, byTheIro)
      .thenAmong({ type: 'SentBack', data: expect.objectContaining({ from: 3 }) as object });
    for (const toStage of [0, 3, 4])
      given(...atTheTop)
        .when({ ...back, toStage }, byTheIro)
        .thenRefuses('not-lower');
  });

  it('waits until what came late from a stage below is judged: nobody could judge it afterwards', () => {
    given(...atStage2, Controls.answerGiven())
      .when(back, byTheIro)
      .thenRefuses('late-answer-to-judge');
    given(...atStage2, Controls.answerGiven(), Controls.answerRejected(1, 'iro', 'awaiting-answer'))
      .when(back, byTheIro)
      .thenAmong({ type: 'SentBack', data: expect.objectContaining({ from: 2 }) as object });
  });

  it('has nowhere to go from the lowest formal stage, nor informally', () => {
    given(...Controls.disputeRaised())
      .when(back, byTheIro)
      .thenRefuses('nothing-below');
    given(...Controls.informalRaised())
      .when(back, byTheIro)
      .thenRefuses('nothing-below');
  });

  it('is not for those who must answer, who would send a dispute away from themselves for ever', () => {
    const raisedAtTheTop = Controls.disputeRaised({
      stage: { ladder: 'main', number: 3, countsAs: 'formal', code: '3', name: 'Stage 3', reason: 'Grave' },
      addressee: { team: null, posts: ['director'] },
    });
    given(...raisedAtTheTop)
      .when({ ...back, toStage: 1 }, Controls.context(Controls.director))
      .thenRefuses('sending-back-not-yours');
    given(...raisedAtTheTop, by(Controls.director, Controls.sendBackAsked()))
      .when({ ...back, toStage: 1 }, Controls.context(Controls.director))
      .thenRefuses('sending-back-not-yours');
  });

  it('is for the IRO, who sends it to the stage that was asked for unless they say another', () => {
    const askedFor = [
      ...Controls.disputeRaised({
        stage: { ladder: 'main', number: 3, countsAs: 'formal', code: '3', name: 'Stage 3', reason: 'Grave' },
      }),
      by(Controls.teamManager, Controls.sendBackAsked(1)),
    ];
    expect(
      given(...askedFor)
        .when(back, byTheIro)
        .events()[0],
    ).toMatchObject({ data: { to: { number: 1 } } });
    expect(
      given(...askedFor)
        .when({ ...back, toStage: 2 }, byTheIro)
        .events()[0],
    ).toMatchObject({ data: { to: { number: 2 } } });
  });

  it('is for a judge of the stage who need not answer it, also by another post that they hold', () => {
    const judgedBy = (judge: PostKind) =>
      Controls.protocol({
        stages: [Controls.stage(1, 'team-manager'), Controls.stage(2, 'service-manager', { judges: [judge] })],
      });
    const byHeadOfQa = Controls.context(Controls.headOfQa, { protocol: judgedBy('head-of-qa') });
    expect(
      given(...atStage2)
        .when(back, byHeadOfQa)
        .events(),
    ).toHaveLength(2);
    given(...atStage2)
      .when(back, { ...byHeadOfQa, holdersOf: () => [Controls.headOfQa.person] })
      .thenRefuses('sending-back-not-yours');
    given(...atStage2)
      .when(back, Controls.context(Controls.serviceManager, { protocol: judgedBy('service-manager') }))
      .thenRefuses('sending-back-not-yours');
    for (const who of [Controls.teamManager, Controls.headOfQa, Controls.iroManager, Controls.clock])
      given(...atStage2)
        .when(back, Controls.context(who))
        .thenRefuses('sending-back-not-yours');
  });

  it('is for a meeting that wants more done first, and then those who answer for the IRO service carry it out', () => {
    const decided = (decision: ChallengeDecision): DisputeEvent => ({
      type: 'ChallengeDecisionRecorded',
      data: {
        ...{ meeting: 'meeting-may', heldOn: Controls.today, decision, discussion: 'The assessment first.' },
        ...{ actions: [], iroView: null, nextLookOn: null },
      },
    });
    expect(
      given(...atStage2, decided('more-action-first'))
        .when(back, Controls.context(Controls.iroManager))
        .events(),
    ).toHaveLength(2);
    given(...atStage2, decided('deferred'))
      .when(back, Controls.context(Controls.iroManager))
      .thenRefuses('sending-back-not-yours');
    given(...atStage2, decided('more-action-first'))
      .when(back, Controls.context(Controls.serviceManager))
      .thenRefuses('sending-back-not-yours');
    given(...Controls.disputeRaised(), decided('more-action-first'), ...Controls.escalated())
      .when(back, Controls.context(Controls.iroManager))
      .thenRefuses('sending-back-not-yours');
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
