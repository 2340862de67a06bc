import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const other = 'DRP-1111-1111';
const link = { type: 'link' as const, link: { kind: 're-raises' as const, to: other } };
const context = (raisedOn: string, ...raisesAgain: string[]) => ({
  ...Controls.context(Controls.iro),
  raisedAs: () => ({ raisedOn, raisesAgain }),
});

describe('A link to what a dispute raises again', () => {
  it('is refused where that one raises this one again, in one step or in several', () => {
    given(...Controls.disputeRaised())
      .when(link, context('2022-04-14', 'DRP-7K4M-2QXH'))
      .thenRefuses('raises-this-again');
    given(...Controls.disputeRaised())
      .when(link, context('2022-04-14', 'DRP-2222-2222', 'DRP-7K4M-2QXH'))
      .thenRefuses('raises-this-again');
  });

  it('is refused where that one was raised later', () => {
    given(...Controls.disputeRaised())
      .when(link, context('2022-04-15'))
      .thenRefuses('raised-later');
  });

  it('is made to an earlier one, and to another kind of record whenever that was', () => {
    const linked = { type: 'DisputeLinked' as const, data: { link: link.link } };
    given(...Controls.disputeRaised())
      .when(link, context('2022-03-01'))
      .then(linked);
    const beside = { kind: 'same-matter' as const, to: other };
    given(...Controls.disputeRaised())
      .when({ type: 'link', link: beside }, context('2022-04-15', 'DRP-7K4M-2QXH'))
      .then({ type: 'DisputeLinked', data: { link: beside } });
  });
});
