import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';
import { outcomeAsChoice } from '../../codes-in-words.js';
import type { Resolve } from './resolve.js';

const resolve: Resolve = { type: 'resolve', outcome: 'RES-FULL', impact: ['plan-moving'], impactNote: null };
const byTheIro = Controls.context(Controls.iro);
const answered = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.answerGiven())];
const accepted = [...answered, Controls.answerAccepted(), Controls.actionAgreed()];

describe('Resolving', () => {
  it('needs an accepted answer, and says what changed for the child', () => {
    given(...accepted, Controls.actionDone())
      .when(resolve, byTheIro)
      .then(Controls.resolved());
  });

  it('keeps actions that are for later on the list', () => {
    given(...accepted)
      .when({ ...resolve, outcome: 'RES-ACT' }, byTheIro)
      .thenAmong({
        type: 'DisputeResolved',
        data: expect.objectContaining({ outcome: 'RES-ACT', actionsOutstanding: ['A1'] }) as object,
      });
  });

  it('is not in full while actions are outstanding', () => {
    given(...accepted)
      .when(resolve, byTheIro)
      .thenRefuses('actions-outstanding');
  });

  it('is not with actions outstanding where there are none', () => {
    given(...accepted, Controls.actionDone())
      .when({ ...resolve, outcome: 'RES-ACT' }, byTheIro)
      .thenRefuses('nothing-outstanding');
  });

  it('is refused in the words of the choices on its page, and never by a code', () => {
    const offered = ['RES-FULL', 'RES-ACT', 'RES-PART'].map((outcome) => outcomeAsChoice(outcome));
    for (const tried of [
      given(...accepted).when(resolve, byTheIro),
      given(...accepted).when({ ...resolve, outcome: 'RES-PART' }, byTheIro),
      given(...accepted, Controls.actionDone()).when({ ...resolve, outcome: 'RES-ACT' }, byTheIro),
    ]) {
      const said = tried.refusal().message;
      expect(said).not.toMatch(/\b[A-Z]+-[A-Z]+\b/);
      expect(offered.some((choice) => said.includes(`“${choice}”`))).toBe(true);
    }
  });

  describe('in part', () => {
    const [inPart] = given(...answered)
      .when({ type: 'judge', verdict: 'partly', reason: 'The rest is missing.', actionsThatStand: [1] }, byTheIro)
      .events();
    const partly = [...answered, inPart!, Controls.actionAgreed()];

    it('follows from a verdict in part, and is no dissent of an IRO who said so', () => {
      given(...partly)
        .when({ ...resolve, outcome: 'RES-PART' }, byTheIro)
        .thenAmong({
          type: 'DisputeResolved',
          data: expect.objectContaining({
            outcome: 'RES-PART',
            actionsOutstanding: ['A1'],
            iroDissents: false,
          }) as object,
        });
    });

    it('is all that such a verdict allows: nothing is resolved in full by half an answer', () => {
      for (const outcome of ['RES-FULL', 'RES-ACT'] as const)
        given(...partly)
          .when({ ...resolve, outcome }, byTheIro)
          .thenRefuses('accepted-in-part');
    });

    it('is not said where nobody said so', () => {
      given(...accepted, Controls.actionDone())
        .when({ ...resolve, outcome: 'RES-PART' }, byTheIro)
        .thenRefuses('not-in-part');
      given(...answered, Controls.answerRejected())
        .when({ ...resolve, outcome: 'RES-PART' }, byTheIro)
        .thenRefuses('no-accepted-answer');
    });

    it('may be said of what was settled in part below and in full above', () => {
      const above = [
        ...Controls.escalated(),
        by(Controls.serviceManager, Controls.answerGiven({ round: 2, stage: 2, role: 'service-manager', actions: [] })),
        Controls.answerAccepted(2),
      ];
      for (const outcome of ['RES-PART', 'RES-ACT'] as const)
        given(...partly, ...above)
          .when({ ...resolve, outcome }, byTheIro)
          .thenAmong({ type: 'DisputeResolved', data: expect.objectContaining({ outcome }) as object });
    });
  });

  it('never follows from silence', () => {
    given(...Controls.disputeRaised())
      .when(resolve, Controls.context(Controls.iro, { now: '2023-04-14T09:00:00.000Z' }))
      .thenRefuses('no-accepted-answer');
  });

  it('never follows from an answer nobody judged, or nobody accepted', () => {
    given(...answered)
      .when(resolve, byTheIro)
      .thenRefuses('no-accepted-answer');
    given(...answered, Controls.answerRejected())
      .when(resolve, byTheIro)
      .thenRefuses('no-accepted-answer');
  });

  it('needs a word on what changed, even if nothing did', () => {
    given(...accepted, Controls.actionDone())
      .when({ ...resolve, impact: [] }, byTheIro)
      .thenRefuses('impact-missing');
  });

  it('is for the IRO and the judges: managers never close', () => {
    for (const who of [Controls.teamManager, Controls.iroManager, Controls.director, Controls.commandLine]) {
      given(...accepted, Controls.actionDone())
        .when(resolve, Controls.context(who))
        .thenRefuses('closing-not-yours');
    }
  });

  it('records the dissent where the judge is satisfied and the IRO is not', () => {
    const protocol = Controls.protocolWithStage({ judges: ['head-of-qa'], escalationJudges: ['head-of-qa'] });
    const view = { type: 'IroViewRecorded' as const, data: { view: 'not' as const, reason: 'The plan still drifts.' } };
    given(...answered, view, Controls.answerAccepted(1, 'head-of-qa'), Controls.actionAgreed(), Controls.actionDone())
      .when(resolve, Controls.context(Controls.headOfQa, { protocol }))
      .thenAmong({ type: 'DisputeResolved', data: expect.objectContaining({ iroDissents: true }) as object });
  });

  it('records the dissent that an earlier stage left on record: it stands until the IRO says otherwise', () => {
    const stages = [
      Controls.stage(1, 'team-manager'),
      Controls.stage(2, 'service-manager', { judges: ['head-of-qa'], escalationJudges: ['head-of-qa'] }),
    ];
    const byHeadOfQa = Controls.context(Controls.headOfQa, { protocol: Controls.protocol({ stages }) });
    const atStage2 = [
      ...answered,
      Controls.answerRejected(),
      ...Controls.escalated(),
      by(Controls.serviceManager, Controls.answerGiven({ round: 2, stage: 2, role: 'service-manager', actions: [] })),
    ];
    const dissents = (...since: DisputeEvent[]) =>
      given(...atStage2, ...since, Controls.answerAccepted(2, 'head-of-qa'))
        .when(resolve, byHeadOfQa)
        .events()[0];
    expect(dissents()).toMatchObject({ data: { iroDissents: true } });
    const satisfied: DisputeEvent = { type: 'IroViewRecorded', data: { view: 'satisfied', reason: 'Yes.' } };
    expect(dissents(satisfied)).toMatchObject({ data: { iroDissents: false } });
  });

  it('ends an informal matter that a recorded call put right', () => {
    given(...Controls.informalRaised())
      .when(resolve, byTheIro)
      .thenAmong({ type: 'DisputeResolved', data: expect.objectContaining({ stageReached: 0 }) as object });
    given(...Controls.informalRaised({ spokeFirst: null }))
      .when(resolve, byTheIro)
      .thenRefuses('no-accepted-answer');
    given(...Controls.informalRaised({ spokeFirst: null }), Controls.concernDiscussed())
      .when(resolve, byTheIro)
      .thenAmong({ type: 'DisputeResolved', data: expect.objectContaining({ stageReached: 0 }) as object });
  });

  it('does not take a call for the answer of a formal dispute, nor of an informal one that was answered', () => {
    given(...Controls.disputeRaised(), Controls.concernDiscussed())
      .when(resolve, byTheIro)
      .thenRefuses('no-accepted-answer');
    given(...Controls.informalRaised(), Controls.answerGiven({ stage: 0 }), Controls.answerRejected())
      .when(resolve, byTheIro)
      .thenRefuses('no-accepted-answer');
  });

  it('may follow from a late answer that made the higher stage unnecessary', () => {
    const lateAnswer = by(Controls.teamManager, Controls.answerGiven({ actions: [] }), Controls.afterDue);
    given(...Controls.disputeRaised(), ...Controls.escalated(), lateAnswer, Controls.answerAccepted(1))
      .when(resolve, byTheIro)
      .thenAmong({ type: 'DisputeResolved', data: expect.objectContaining({ stageReached: 2 }) as object });
  });

  it('after a reopening needs a new accepted answer', () => {
    const reopened = { type: 'DisputeReopened' as const, data: { reason: 'It was not done.' } };
    const again = Controls.deadlineSet({ round: 2, why: 'reopened' });
    given(...accepted, Controls.actionDone(), Controls.resolved(), reopened, again)
      .when(resolve, byTheIro)
      .thenRefuses('no-accepted-answer');
  });
});
