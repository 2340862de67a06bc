import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { VoidDispute } from './void.js';

const inError: VoidDispute = {
  type: 'void',
  because: 'raised-in-error',
  duplicateOf: null,
  reason: 'Raised for another child.',
};
const duplicate = (of: string | null): VoidDispute => ({ ...inError, because: 'duplicate', duplicateOf: of });
const byTheIro = Controls.context(Controls.iro);

describe('Voiding', () => {
  it('takes back what was raised in error, open or ended', () => {
    given(...Controls.disputeRaised())
      .when(inError, byTheIro)
      .then(Controls.voided());
    given(...Controls.disputeRaised(), Controls.resolved())
      .when(inError, byTheIro)
      .then(Controls.voided());
  });

  it('of a duplicate names the one that counts', () => {
    given(...Controls.disputeRaised())
      .when(duplicate(null), byTheIro)
      .thenRefuses('duplicate-of-missing');
    given(...Controls.disputeRaised())
      .when(duplicate('DRP-7K4M-2QXH'), byTheIro)
      .thenRefuses('duplicate-of-itself');
    given(...Controls.disputeRaised())
      .when(duplicate('DRP-0000-0001'), { ...byTheIro, isVoid: (of) => of === 'DRP-0000-0001' })
      .thenRefuses('duplicate-void');
  });

  it('happens once, and nothing is worked on afterwards', () => {
    given(...Controls.disputeRaised(), Controls.voided())
      .when(inError, byTheIro)
      .thenRefuses('voided');
  });

  it.each([Controls.teamManager, Controls.iroManager])('is not for managers: %j', (manager) => {
    given(...Controls.disputeRaised())
      .when(inError, Controls.context(manager))
      .thenRefuses('taking-back-not-yours');
  });
});
