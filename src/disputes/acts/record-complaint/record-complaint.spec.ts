import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { ComplaintState, DisputeEvent } from '../../events.js';

const byTheIro = Controls.context(Controls.iro);
const linked: DisputeEvent = { type: 'DisputeLinked', data: { link: { kind: 'complaint', to: 'COM-17' } } };
const now = (state: ComplaintState, complaint = 'COM-17') => ({
  type: 'record-complaint' as const,
  ...{ complaint, state, on: Controls.today },
});
const recorded = (state: ComplaintState): DisputeEvent => ({
  type: 'ComplaintStateRecorded',
  data: { complaint: 'COM-17', state, on: Controls.today },
});

describe('The standing of a linked complaint', () => {
  it('is recorded of its own, while the dispute runs and when it is over', () => {
    given(...Controls.disputeRaised(), linked)
      .when(now('upheld'), byTheIro)
      .then(recorded('upheld'));
    given(...Controls.disputeRaised(), linked, Controls.withdrawn())
      .when(now('not-upheld'), byTheIro)
      .then(recorded('not-upheld'));
  });

  it('goes on at a next stage of its own', () => {
    given(...Controls.disputeRaised(), linked, recorded('not-upheld'))
      .when(now('open'), byTheIro)
      .then(recorded('open'));
  });

  it('is open from the day on which it is linked', () => {
    given(...Controls.disputeRaised(), linked)
      .when(now('open'), byTheIro)
      .thenRefuses('complaint-stands-so');
    const { state } = given(...Controls.disputeRaised(), linked, recorded('upheld'));
    expect(state).toMatchObject({ matter: { links: [{ to: 'COM-17', complaint: { state: 'upheld' } }] } });
  });

  it('is of a complaint that is linked, and no other', () => {
    given(...Controls.disputeRaised(), linked)
      .when(now('upheld', 'COM-18'), byTheIro)
      .thenRefuses('complaint-not-linked');
    given(...Controls.disputeRaised())
      .when(now('upheld'), byTheIro)
      .thenRefuses('complaint-not-linked');
  });

  it('is kept by the IRO’s side, and not of what was voided', () => {
    given(...Controls.disputeRaised(), linked)
      .when(now('upheld'), Controls.context(Controls.teamManager))
      .thenRefuses('asking-side-only');
    given(...Controls.disputeRaised(), linked, Controls.voided())
      .when(now('upheld'), byTheIro)
      .thenRefuses('voided');
  });

  it('is no day to come', () => {
    given(...Controls.disputeRaised(), linked)
      .when({ ...now('upheld'), on: '2022-04-15' }, byTheIro)
      .thenRefuses('date-in-future');
  });
});
