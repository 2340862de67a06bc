import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const restricted: DisputeEvent = {
  type: 'DisputeRestricted',
  data: { readers: ['iro-prasad'], reason: 'The carer works here.' },
};
const lift = { type: 'lift-restriction' as const, reason: 'The carer has left.' };
const raised = Controls.disputeRaised();
const byTheIro = Controls.context(Controls.iro);

describe('Lifting a restriction', () => {
  it('opens the record again', () => {
    const lifted: DisputeEvent = { type: 'RestrictionLifted', data: { reason: lift.reason } };
    given(...raised, restricted)
      .when(lift, byTheIro)
      .then(lifted);
    expect(given(...raised, restricted, lifted).state).toMatchObject({ matter: { restrictedTo: null } });
  });

  it('needs one, and one who may', () => {
    given(...raised)
      .when(lift, byTheIro)
      .thenRefuses('not-restricted');
    given(...raised, restricted)
      .when(lift, Controls.context(Controls.director))
      .thenRefuses('service-only');
  });
});
