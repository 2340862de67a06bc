import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { given } from '../../../test/support/given.js';
import type { DisputeEvent } from '../events.js';

const restrict = { type: 'restrict' as const, readers: ['iro-prasad'], reason: 'The carer works here.' };
const restricted: DisputeEvent = {
  type: 'DisputeRestricted',
  data: { readers: restrict.readers, reason: restrict.reason },
};
const lift = { type: 'lift-restriction' as const, reason: 'The carer has left.' };
const raised = Controls.disputeRaised();
const byTheIro = Controls.context(Controls.iro);

describe('Restricting a record', () => {
  it('keeps it to the people on a list, each named once', () => {
    given(...raised)
      .when({ ...restrict, readers: ['iro-prasad', 'iro-prasad'] }, byTheIro)
      .then(restricted);
  });

  it('is for the IRO and those who answer for the service, open or ended', () => {
    for (const who of [Controls.iro, Controls.iroManager, Controls.headOfQa])
      given(...raised, Controls.withdrawn())
        .when(restrict, Controls.context(who))
        .then(restricted);
    given(...raised)
      .when(restrict, Controls.context(Controls.teamManager))
      .thenRefuses('service-only');
  });

  it('takes another list in the place of the first, and refuses the same again', () => {
    given(...raised, restricted)
      .when({ ...restrict, readers: ['iro-prasad', 'manager-lane'] }, byTheIro)
      .thenAmong({
        type: 'DisputeRestricted',
        data: { readers: ['iro-prasad', 'manager-lane'], reason: restrict.reason },
      });
    given(...raised, restricted)
      .when(restrict, byTheIro)
      .thenRefuses('same-readers');
  });
});

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
