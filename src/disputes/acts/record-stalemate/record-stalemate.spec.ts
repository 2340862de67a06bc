import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { PostKind, Protocol } from '../../../protocol/protocol.js';
import type { RecordStalemate } from './record-stalemate.js';

const stalemate: RecordStalemate = {
  type: 'record-stalemate',
  reason: 'The director will not fund it.',
  impact: ['no-change-yet'],
};
const recorded = {
  type: 'StalemateRecorded' as const,
  data: { reason: stalemate.reason, impact: stalemate.impact },
};
const top = Controls.protocol({ stages: [Controls.stage(1, 'team-manager')] });
const byTheIro = Controls.context(Controls.iro, { protocol: top });
const answered = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.answerGiven())];

describe('Recording a stalemate', () => {
  it('says that the top was reached and the IRO remains dissatisfied', () => {
    given(...answered, Controls.answerRejected())
      .when(stalemate, byTheIro)
      .then(recorded);
  });

  it('waits until the top of the ladder', () => {
    given(...answered, Controls.answerRejected())
      .when(stalemate, Controls.context(Controls.iro))
      .thenRefuses('not-top-of-ladder');
    const refusal = given(...Controls.informalRaised())
      .when(stalemate, byTheIro)
      .refusal();
    expect(refusal.message).toBe('An informal dispute can still be raised formally.');
  });

  it('ends what is informal, where the protocol in force lets nobody continue it formally', () => {
    const rejected = [
      ...Controls.informalRaised(),
      by(Controls.teamManager, Controls.answerGiven({ stage: 0 })),
      Controls.answerRejected(),
    ];
    const since = (more: Partial<Protocol>) =>
      Controls.context(Controls.iro, { protocols: [Controls.protocol(), Controls.protocol(more)] });
    const formalise = { type: 'formalise' as const, formal: 'DRP-0000-0000', reason: 'No date was given.' };
    for (const context of [since({ populations: ['child-protection'] }), since({ kinds: ['good-practice'] })]) {
      given(...rejected)
        .when(stalemate, context)
        .then(recorded);
      given(...rejected)
        .when(formalise, context)
        .thenRefuses('not-formal-under-this-protocol');
    }
    // The law lets the IRO of a looked-after child raise, whoever else may.
    given(...rejected)
      .when(stalemate, since({ raisers: ['iro-manager'] }))
      .thenRefuses('not-top-of-ladder');
  });

  it('ends it so for a chair, too, who may raise no more', () => {
    const chair = { ...Controls.iro, role: 'conference-chair' as const };
    const subject = { ...Controls.subject, population: 'child-protection' as const };
    const rejected = [
      ...Controls.informalRaised({ subject }).map((event) => by(chair, event)),
      by(Controls.teamManager, Controls.answerGiven({ stage: 0 })),
      by(chair, Controls.answerRejected()),
    ];
    const since = (raisers: Protocol['raisers']) => {
      const sentBy: PostKind[] = ['iro'];
      const stages = [Controls.stage(1, 'team-manager', { sentBy })];
      return Controls.context(chair, { protocols: [Controls.protocol(), Controls.protocol({ raisers, stages })] });
    };
    given(...rejected)
      .when(stalemate, since(['iro']))
      .then(recorded);
    given(...rejected)
      .when(stalemate, since(['iro', 'conference-chair']))
      .thenRefuses('not-top-of-ladder');
  });

  it('at the top, may follow from silence, but not before the answer is due', () => {
    given(...Controls.disputeRaised())
      .when(stalemate, byTheIro)
      .thenRefuses('answer-still-due');
    given(...Controls.disputeRaised())
      .when(stalemate, Controls.context(Controls.iro, { protocol: top, now: Controls.afterDue }))
      .then(recorded);
  });

  it('is the end of a stage that only reports, or has no date', () => {
    const stages = [Controls.stage(1, 'team-manager', { needs: 'report-only', clock: { unit: 'none' } })];
    const none = Controls.deadlineSet({ dueOn: null, rule: 'none set' });
    given(Controls.formalDisputeRaised(), none)
      .when(stalemate, Controls.context(Controls.iro, { protocol: Controls.protocol({ stages }) }))
      .then(recorded);
    given(Controls.formalDisputeRaised(), none).when(stalemate, byTheIro).then(recorded);
  });

  it('is not while an answer is to be judged, nor after it was accepted', () => {
    given(...answered)
      .when(stalemate, byTheIro)
      .thenRefuses('judgement-still-due');
    given(...answered, Controls.answerAccepted())
      .when(stalemate, byTheIro)
      .thenRefuses('accepted-already');
  });

  it('says what changed for the child, and is for the IRO or a judge', () => {
    given(...answered, Controls.answerRejected())
      .when({ ...stalemate, impact: [] }, byTheIro)
      .thenRefuses('impact-missing');
    given(...answered, Controls.answerRejected())
      .when(stalemate, Controls.context(Controls.director, { protocol: top }))
      .thenRefuses('closing-not-yours');
  });
});
