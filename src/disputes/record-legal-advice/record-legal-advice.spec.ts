import { describe, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { given } from '../../../test/support/given.js';

const record = { type: 'record-legal-advice' as const, takenOn: Controls.today, advice: 'There is a case to put.' };

describe('Recording privileged legal advice', () => {
  it('is for the IRO and the IRO’s manager, open or ended', () => {
    for (const who of [Controls.iro, Controls.iroManager])
      for (const history of [Controls.disputeRaised(), [...Controls.disputeRaised(), Controls.withdrawn()]])
        given(...history)
          .when(record, Controls.context(who))
          .then({ type: 'LegalAdviceTaken', data: { takenOn: record.takenOn, advice: record.advice } });
  });

  it('is for nobody else', () => {
    const { chair, headOfQa, teamManager, director, businessSupport, commandLine } = Controls;
    for (const who of [chair, headOfQa, teamManager, director, businessSupport, commandLine])
      given(...Controls.disputeRaised())
        .when(record, Controls.context(who))
        .thenRefuses('legal-advice-not-yours');
  });

  it('is about a day that has been, and a dispute that counts', () => {
    given(...Controls.disputeRaised())
      .when({ ...record, takenOn: '2022-04-15' }, Controls.context(Controls.iro))
      .thenRefuses('date-in-future');
    given(...Controls.disputeRaised(), Controls.voided())
      .when(record, Controls.context(Controls.iro))
      .thenRefuses('voided');
  });
});
