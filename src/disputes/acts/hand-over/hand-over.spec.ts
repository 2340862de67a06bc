import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const handOver = { type: 'hand-over' as const, toIro: 'iro-prasad', reason: 'The child was reallocated.' };
const handedOver = {
  type: 'DisputeHandedOver' as const,
  data: { fromIro: 'iro-rowe', toIro: 'iro-prasad', reason: 'The child was reallocated.' },
};

describe('Handing over to another IRO', () => {
  it('is for the IRO and those who answer for the IRO service', () => {
    for (const who of [Controls.iro, Controls.iroManager, Controls.headOfQa])
      given(...Controls.disputeRaised())
        .when(handOver, Controls.context(who))
        .then(handedOver);
    given(...Controls.disputeRaised())
      .when(handOver, Controls.context(Controls.teamManager))
      .thenRefuses('handing-over-not-yours');
  });

  it('is possible after the end too, since actions may be outstanding', () => {
    given(...Controls.disputeRaised(), Controls.resolved())
      .when(handOver, Controls.context(Controls.iroManager))
      .then(handedOver);
  });

  it('goes to somebody else than who holds it now', () => {
    given(...Controls.disputeRaised(), handedOver)
      .when(handOver, Controls.context(Controls.iro))
      .thenRefuses('same-iro');
  });
});
