import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { given } from '../../test/support/given.js';
import type { DisputeEvent } from './events.js';
import { goesUpTo, isWith } from './goes-up-to.js';

/** The ladder has the team manager, the service manager and the director. */
const rules = Controls.context(Controls.iro);
const stateAfter = (...events: DisputeEvent[]) => given(...events).state;

describe('Whether the ladder of a dispute leads to a post', () => {
  it('is so where a stage above the one it is at is addressed to it', () => {
    expect(goesUpTo('director', stateAfter(...Controls.disputeRaised()), rules)).toBe(true);
    expect(goesUpTo('chief-executive', stateAfter(...Controls.disputeRaised()), rules)).toBe(false);
  });

  it('is not so of the stage it is at, and of those below', () => {
    const escalated = stateAfter(...Controls.disputeRaised(), ...Controls.escalated());
    expect(goesUpTo('director', escalated, rules)).toBe(true);
    for (const post of ['team-manager', 'service-manager'] as const)
      expect(goesUpTo(post, escalated, rules)).toBe(false);
  });

  it('is not asked of what has ended', () => {
    expect(goesUpTo('director', stateAfter(...Controls.disputeRaised(), Controls.withdrawn()), rules)).toBeNull();
  });
});

describe('Whether a dispute is with a post already', () => {
  it('is so of those who answer at the stage it is at, and of nobody above, below, or once it has ended', () => {
    const raised = Controls.disputeRaised();
    const posts = ['team-manager', 'service-manager', 'director'] as const;
    const withOf = (...events: DisputeEvent[]) => posts.filter((post) => isWith(post, stateAfter(...events), rules));
    expect(withOf(...raised)).toEqual(['team-manager']);
    expect(withOf(...raised, ...Controls.escalated())).toEqual(['service-manager']);
    expect(withOf(...raised, Controls.withdrawn())).toEqual([]);
  });
});
