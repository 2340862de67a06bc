import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { Actor } from '../../../platform/event-store/event-store.js';
import type { DisputeEvent } from '../../events.js';
import { isHiddenFrom } from '../../restriction.js';

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
    for (const who of [Controls.iro, Controls.iroManager, Controls.headOfQa]) {
      const readers = ['iro-prasad', who.person];
      given(...raised, Controls.withdrawn())
        .when({ ...restrict, readers }, Controls.context(who))
        .then({ ...restricted, data: { readers, reason: restrict.reason } });
    }
    given(...raised)
      .when(restrict, Controls.context(Controls.teamManager))
      .thenRefuses('service-only');
  });

  it('says to those who leave themselves out that they do, and who can still read it', () => {
    const adviceTo = (who: Actor, readers: string[]) =>
      given(...raised)
        .when({ ...restrict, readers }, Controls.context(who))
        .events()
        .flatMap((event) => (event.type === 'DisputeRestricted' ? (event.data.adviceGiven ?? []) : []));
    const [left, ...more] = adviceTo(Controls.iroManager, ['iro-prasad']);
    expect(more).toEqual([]);
    expect(left).toMatchObject({ code: 'left-yourself-out', pointer: '/readers' });
    expect(left!.message).toMatch(/read by iro-rowe, who holds it; iro-prasad\./);
    expect(adviceTo(Controls.iroManager, [Controls.iroManager.person])).toEqual([]);
    expect(adviceTo(Controls.iro, ['iro-prasad'])).toEqual([]);
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

describe('Restricting a row of a register that nobody has taken on', () => {
  const imported = Controls.disputeImported();

  it('is for the IRO and those who answer for the service', () => {
    for (const who of [Controls.iro, Controls.iroManager]) {
      const readers = ['iro-prasad', who.person];
      given(imported)
        .when({ ...restrict, readers }, Controls.context(who))
        .then({ ...restricted, data: { readers, reason: restrict.reason } });
    }
    given(Controls.disputeImported({ iro: null }))
      .when({ ...restrict, readers: [] }, Controls.context(Controls.iroManager))
      .thenRefuses('nobody-left');
    for (const who of [Controls.teamManager, Controls.businessSupport])
      given(imported).when(restrict, Controls.context(who)).thenRefuses('service-only');
    given(imported, restricted).when(restrict, byTheIro).thenRefuses('same-readers');
    given(imported).when(lift, byTheIro).thenRefuses('not-restricted');
  });

  it('hides it from everybody else, and stays when it is corrected and taken on', () => {
    const corrected: DisputeEvent = {
      type: 'ImportedDisputeCorrected',
      data: { facts: Controls.importedFacts, reason: 'The team was wrong.' },
    };
    const takenOn: DisputeEvent = {
      type: 'ImportedDisputeTakenOn',
      data: { stage: 1, addressee: { team: 'through-care-1', posts: ['team-manager'] }, protocolVersion: 1 },
    };
    for (const more of [[], [corrected], [corrected, takenOn]]) {
      const { state } = given(imported, restricted, ...more);
      expect([isHiddenFrom(state, 'manager-lane'), isHiddenFrom(state, 'iro-prasad')]).toEqual([true, false]);
    }
    const lifted: DisputeEvent = { type: 'RestrictionLifted', data: { reason: lift.reason } };
    expect(isHiddenFrom(given(imported, restricted, lifted).state, 'manager-lane')).toBe(false);
  });
});
