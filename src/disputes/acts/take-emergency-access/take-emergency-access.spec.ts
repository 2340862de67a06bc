import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';
import { isHiddenFrom } from '../../restriction.js';

const act = { type: 'take-emergency-access' as const, reason: 'She is missing.', hours: 24 };
const restricted: DisputeEvent = {
  type: 'DisputeRestricted',
  data: { readers: ['iro-prasad'], reason: 'The carer works here.' },
};
const raised = Controls.disputeRaised();
const byTheManager = Controls.context(Controls.teamManager, { now: '2022-04-20T09:00:00.000Z' });
const taken: DisputeEvent = {
  type: 'EmergencyAccessTaken',
  data: { reason: act.reason, until: '2022-04-21T09:00:00.000Z' },
};
const onlooker = { person: Controls.teamManager.person, posts: [{ kind: 'team-manager' as const }] };

describe('Taking emergency access', () => {
  it('says why, and when it ends by itself', () => {
    given(...raised, restricted)
      .when(act, byTheManager)
      .then(taken);
    given(...raised, restricted)
      .when({ ...act, reason: ' ' }, byTheManager)
      .thenRefuses('words-missing');
  });

  it('is not for what is not restricted, nor for those on the list', () => {
    given(...raised)
      .when(act, byTheManager)
      .thenRefuses('not-restricted');
    given(...raised, restricted)
      .when(act, Controls.context(Controls.iro))
      .thenRefuses('on-the-list');
  });

  it('opens the record for reading until its end, and for nothing else', () => {
    const { state } = given(...raised, restricted, by(Controls.teamManager, taken));
    expect(isHiddenFrom(state, onlooker, '2022-04-21T08:59:59.999Z')).toBe(false);
    expect(isHiddenFrom(state, onlooker, '2022-04-21T09:00:00.000Z')).toBe(true);
    expect(isHiddenFrom(state, onlooker)).toBe(true);
    expect(isHiddenFrom(state, { ...onlooker, person: 'somebody-else' }, '2022-04-20T09:00:00.000Z')).toBe(true);
  });
});
