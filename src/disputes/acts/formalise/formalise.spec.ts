import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const formalise = { type: 'formalise' as const, formal: 'DRP-0000-0000', reason: 'No date was given.' };
const byTheIro = Controls.context(Controls.iro);

describe('Formalising an informal dispute', () => {
  it('ends it, because a formal one continues it', () => {
    given(...Controls.informalRaised())
      .when(formalise, byTheIro)
      .then({ type: 'DisputeFormalised', data: { formal: 'DRP-0000-0000', reason: 'No date was given.' } });
  });

  it('is for the side that raised it', () => {
    given(...Controls.informalRaised())
      .when(formalise, Controls.context(Controls.teamManager))
      .thenRefuses('taking-back-not-yours');
  });

  it('is for informal ones that are open, and names another dispute', () => {
    given(...Controls.disputeRaised())
      .when(formalise, byTheIro)
      .thenRefuses('formal-already');
    given(...Controls.informalRaised(), Controls.resolved())
      .when(formalise, byTheIro)
      .thenRefuses('already-ended');
    given(...Controls.informalRaised())
      .when({ ...formalise, formal: 'DRP-7K4M-2QXH' }, byTheIro)
      .thenRefuses('linked-to-itself');
  });
});
