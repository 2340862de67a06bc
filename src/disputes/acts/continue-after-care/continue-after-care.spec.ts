import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const goOn = { type: 'continue-after-care' as const, reason: 'The flat she was promised is still not there.' };

describe('Continuing a dispute after the child has left care', () => {
  it('is a decision that leaves the stage and its clock as they are', () => {
    const continued = { type: 'ContinuedAfterCare' as const, data: { reason: goOn.reason } };
    const before = given(...Controls.disputeRaised());
    before.when(goOn, Controls.context(Controls.iro)).then(continued);
    expect(given(...Controls.disputeRaised(), continued).state).toEqual({
      ...before.state,
      story: expect.anything(),
    });
  });

  it('lets one go on that a death had frozen: no second act is needed', () => {
    const frozen: DisputeEvent = {
      type: 'DisputeFrozen',
      data: { from: Controls.today, reason: 'The child has died.' },
    };
    const events = given(...Controls.disputeRaised(), frozen)
      .when(goOn, Controls.context(Controls.iro))
      .events();
    expect(events.slice(0, 2)).toEqual([
      { type: 'ContinuedAfterCare', data: { reason: goOn.reason } },
      { type: 'DisputeUnfrozen', data: { reason: goOn.reason } },
    ]);
  });

  it('is for those who may close it, of an open one, with a reason', () => {
    given(...Controls.disputeRaised())
      .when(goOn, Controls.context(Controls.teamManager))
      .thenRefuses('closing-not-yours');
    given(...Controls.disputeRaised(), Controls.resolved())
      .when(goOn, Controls.context(Controls.iro))
      .thenRefuses('already-ended');
    given(...Controls.disputeRaised())
      .when({ ...goOn, reason: ' ' }, Controls.context(Controls.iro))
      .thenRefuses('words-missing');
  });
});
