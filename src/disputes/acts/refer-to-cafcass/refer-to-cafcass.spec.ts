import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { ReferToCafcass } from './refer-to-cafcass.js';

const refer: ReferToCafcass = {
  type: 'refer-to-cafcass',
  grounds: 'The care plan has not been carried out.',
  legalAdviceTaken: true,
  told: ['iro-manager'],
  sentOn: Controls.today,
};
const byTheIro = Controls.context(Controls.iro);
const underAPlan = { ...Controls.subject, population: 'child-protection' as const };

describe('Referring to Cafcass', () => {
  it('is possible at any time once raised, and stops nothing', () => {
    const moments = [
      Controls.informalRaised(),
      Controls.disputeRaised(),
      [...Controls.disputeRaised(), Controls.answerGiven()],
      [...Controls.disputeRaised(), Controls.resolved()],
      [...Controls.disputeRaised(), Controls.withdrawn()],
      [...Controls.disputeRaised(), Controls.voided()],
    ];
    for (const history of moments)
      given(...history)
        .when(refer, byTheIro)
        .then(Controls.referredToCafcass());
  });

  it('leaves the ladder running', () => {
    given(...Controls.disputeRaised(), Controls.referredToCafcass())
      .when(
        {
          type: 'answer',
          agreement: 'agree',
          reasons: 'You are right that this has waited too long.',
          actions: [{ what: 'Book the first session', who: 'Team manager', by: '2022-04-29', measure: null }],
          evidence: null,
        },
        Controls.context(Controls.teamManager),
      )
      .then(Controls.answerGiven());
  });

  it('cannot be forbidden by a protocol for a looked-after child', () => {
    const protocol = Controls.protocol({ cafcass: { populations: [], by: [] } });
    given(...Controls.disputeRaised())
      .when(refer, Controls.context(Controls.iro, { protocol }))
      .then(Controls.referredToCafcass());
  });

  it('does not exist for children who are not looked after', () => {
    given(...Controls.disputeRaised({ subject: underAPlan }))
      .when(refer, byTheIro)
      .thenRefuses('no-cafcass-route');
  });

  it('is never for a conference chair, whatever the protocol says', () => {
    const protocol = Controls.protocol({ cafcass: { populations: ['looked-after'], by: ['conference-chair'] } });
    for (const subject of [Controls.subject, underAPlan])
      given(...Controls.disputeRaised({ subject }))
        .when(refer, Controls.context(Controls.chair, { protocol }))
        .thenRefuses('referring-not-yours');
  });

  it('is for others only where the protocol names them', () => {
    const protocol = Controls.protocol({ cafcass: { populations: ['looked-after'], by: ['iro', 'iro-manager'] } });
    given(...Controls.disputeRaised())
      .when(refer, Controls.context(Controls.iroManager))
      .thenRefuses('referring-not-yours');
    given(...Controls.disputeRaised())
      .when(refer, Controls.context(Controls.iroManager, { protocol }))
      .then(Controls.referredToCafcass());
  });

  it('needs grounds and a day that has come', () => {
    given(...Controls.disputeRaised())
      .when({ ...refer, grounds: '' }, byTheIro)
      .thenRefuses('words-missing');
    given(...Controls.disputeRaised())
      .when({ ...refer, sentOn: '2022-04-15' }, byTheIro)
      .thenRefuses('date-in-future');
  });
});
