import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const view = { type: 'record-iro-view' as const, view: 'not' as const, reason: 'The plan still drifts.' };
const recorded = { type: 'IroViewRecorded' as const, data: { view: 'not' as const, reason: 'The plan still drifts.' } };
const byTheIro = Controls.context(Controls.iro);

describe('The IRO’s own view', () => {
  it('is always recordable, whatever has become of the dispute', () => {
    for (const so of [[], [Controls.answerGiven()], [Controls.resolved()], [Controls.withdrawn()]])
      given(...Controls.disputeRaised(), ...so)
        .when(view, byTheIro)
        .then(recorded);
  });

  it('is of a dispute that counts, and of none that was voided', () => {
    given(...Controls.disputeRaised(), Controls.voided())
      .when(view, byTheIro)
      .thenRefuses('voided');
  });

  it('stands beside the judge’s word, where the IRO is not the judge', () => {
    const protocol = Controls.protocolWithStage({ judges: ['head-of-qa'] });
    given(...Controls.disputeRaised(), Controls.answerGiven(), Controls.answerAccepted(1, 'head-of-qa'))
      .when(view, Controls.context(Controls.iro, { protocol }))
      .then(recorded);
  });

  it('is the IRO’s alone', () => {
    for (const who of [Controls.iroManager, Controls.teamManager, Controls.chair, Controls.commandLine])
      given(...Controls.disputeRaised())
        .when(view, Controls.context(who))
        .thenRefuses('iro-only');
  });
});
