import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { CorrectPopulation } from './correct-population.js';

const correct: CorrectPopulation = { type: 'correct-population', to: 'looked-after', reason: 'She came into care.' };
const onAPlan = Controls.disputeRaised({ subject: { ...Controls.subject, population: 'child-protection' } });
const corrected = {
  type: 'PopulationCorrected' as const,
  data: { from: 'child-protection' as const, to: 'looked-after' as const, reason: correct.reason },
};

describe('Correcting what the children are', () => {
  it('keeps what was written down beside what they are', () => {
    for (const who of [Controls.iro, Controls.iroManager])
      given(...onAPlan)
        .when(correct, Controls.context(who))
        .then(corrected);
  });

  it('gives the seat of the IRO to whom it belongs', () => {
    const answered = by(Controls.teamManager, Controls.answerGiven());
    const judge = { type: 'judge' as const, verdict: 'not' as const, reason: 'There is still no date.' };
    given(...onAPlan, answered)
      .when(judge, Controls.context(Controls.chair))
      .then(Controls.answerRejected());
    given(...onAPlan, corrected, answered)
      .when(judge, Controls.context(Controls.chair))
      .thenRefuses('judging-not-yours');
  });

  it('is for the IRO and those who answer for the service, with a reason', () => {
    given(...onAPlan)
      .when(correct, Controls.context(Controls.teamManager))
      .thenRefuses('service-only');
    given(...onAPlan)
      .when({ ...correct, reason: ' ' }, Controls.context(Controls.iro))
      .thenRefuses('words-missing');
    given(...onAPlan, corrected)
      .when(correct, Controls.context(Controls.iro))
      .thenRefuses('population-unchanged');
  });
});
