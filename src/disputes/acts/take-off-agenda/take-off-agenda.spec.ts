import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const table = { type: 'table-for-challenge' as const, meeting: 'CM-7Q2K-90HV', heldOn: '2022-05-11' };
const takeOff = { type: 'take-off-agenda' as const, meeting: table.meeting };
const raised = Controls.disputeRaised();
const tabled: DisputeEvent = {
  type: 'TabledForChallenge',
  data: { meeting: table.meeting, heldOn: table.heldOn },
};
const takenOff: DisputeEvent = { type: 'TakenOffAgenda', data: { meeting: table.meeting } };
const byTheManager = Controls.context(Controls.iroManager);

describe('Taking a dispute off the agenda of a meeting', () => {
  it('leaves it off that one, and no other', () => {
    given(...raised, tabled)
      .when(takeOff, byTheManager)
      .then(takenOff);
    given(...raised, tabled)
      .when({ ...takeOff, meeting: 'CM-0000-0000' }, byTheManager)
      .thenNothing();
    given(...raised, tabled, takenOff)
      .when(takeOff, byTheManager)
      .thenNothing();
  });

  it('is for the IRO service', () => {
    given(...raised, tabled)
      .when(takeOff, Controls.context(Controls.teamManager))
      .thenRefuses('service-only');
  });

  it('lets it be put there again', () => {
    const again = given(...raised, tabled, takenOff).when(table, byTheManager);
    again.thenAmong(tabled);
    expect(given(...raised, tabled, takenOff, tabled).state).toMatchObject({ matter: { tabled: [tabled.data] } });
  });
});
