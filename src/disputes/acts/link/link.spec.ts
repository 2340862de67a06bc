import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const to = (reference: string) => ({ type: 'link' as const, link: { kind: 're-raises' as const, to: reference } });
const linked = { type: 'DisputeLinked' as const, data: { link: { kind: 're-raises' as const, to: 'DRP-0000-0000' } } };
const byTheIro = Controls.context(Controls.iro);

describe('Linking', () => {
  it('joins two matters without merging them', () => {
    given(...Controls.disputeRaised())
      .when(to('DRP-0000-0000'), byTheIro)
      .then(linked);
  });

  it('is not to itself, and not twice', () => {
    given(...Controls.disputeRaised())
      .when(to('DRP-7K4M-2QXH'), byTheIro)
      .thenRefuses('linked-to-itself');
    given(...Controls.disputeRaised(), linked)
      .when(to('DRP-0000-0000'), byTheIro)
      .thenRefuses('already-linked');
  });

  it('may join the same two in another way', () => {
    given(...Controls.disputeRaised(), linked)
      .when({ type: 'link', link: { kind: 'same-matter', to: 'DRP-0000-0000' } }, byTheIro)
      .then({ type: 'DisputeLinked', data: { link: { kind: 'same-matter', to: 'DRP-0000-0000' } } });
  });

  it('is kept by the IRO’s side', () => {
    given(...Controls.disputeRaised())
      .when(to('DRP-0000-0000'), Controls.context(Controls.teamManager))
      .thenRefuses('asking-side-only');
  });
});
