import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const ask = (askedFor: string) => ({
  type: 'ask-for-extension' as const,
  askedFor,
  reason: 'The panel meets on the 27th.',
});
const byTheManager = Controls.context(Controls.teamManager);

describe('Asking for an extension', () => {
  it('changes nothing until it is granted', () => {
    given(...Controls.disputeRaised())
      .when(ask('2022-04-28'), byTheManager)
      .then(Controls.extensionAsked('2022-04-28'));
  });

  it('is for those who must answer', () => {
    given(...Controls.disputeRaised())
      .when(ask('2022-04-28'), Controls.context(Controls.serviceManager))
      .thenRefuses('asking-not-yours');
  });

  it('is possible only where the protocol knows extensions', () => {
    const extensions = { allowed: false, grantedBy: [], maximumWorkingDays: null };
    const context = Controls.context(Controls.teamManager, { protocol: Controls.protocol({ extensions }) });
    given(...Controls.disputeRaised())
      .when(ask('2022-04-28'), context)
      .thenRefuses('extensions-not-allowed');
  });

  it('is for a later date than the one in force', () => {
    given(...Controls.disputeRaised())
      .when(ask(Controls.dueOn), byTheManager)
      .thenRefuses('not-later');
  });

  it('is counted from the first date, so that it cannot outgrow the maximum bit by bit', () => {
    const extended = Controls.deadlineSet({ why: 'extended', firstDueOn: Controls.dueOn, dueOn: '2022-04-28' });
    given(...Controls.disputeRaised())
      .when(ask('2022-05-03'), byTheManager)
      .then(Controls.extensionAsked('2022-05-03'));
    given(...Controls.disputeRaised())
      .when(ask('2022-05-04'), byTheManager)
      .thenRefuses('extension-too-long');
    const tooLong = given(...Controls.disputeRaised(), extended).when(ask('2022-05-04'), byTheManager);
    tooLong.thenRefuses('extension-too-long');
    expect(tooLong.refusal().message).toContain('Ask for 2022-05-03 or an earlier day.');
  });

  it('is too late once the date has passed: late stays late', () => {
    given(...Controls.disputeRaised())
      .when(ask('2022-04-28'), Controls.context(Controls.teamManager, { now: Controls.afterDue }))
      .thenRefuses('already-late');
  });

  it('waits while one is open', () => {
    given(...Controls.disputeRaised(), Controls.extensionAsked())
      .when(ask('2022-04-29'), byTheManager)
      .thenRefuses('extension-already-asked');
  });

  it('makes no sense where there is no date, no answer is asked, or it is given', () => {
    const none = Controls.deadlineSet({ dueOn: null, rule: 'none set' });
    const reportOnly = Controls.protocolWithStage({ needs: 'report-only' });
    given(Controls.formalDisputeRaised(), none).when(ask('2022-04-28'), byTheManager).thenRefuses('no-date-to-extend');
    given(Controls.formalDisputeRaised(), none)
      .when(ask('2022-04-28'), Controls.context(Controls.teamManager, { protocol: reportOnly }))
      .thenRefuses('no-answer-asked');
    given(...Controls.disputeRaised(), Controls.answerGiven())
      .when(ask('2022-04-28'), byTheManager)
      .thenRefuses('already-answered');
  });

  it('may be as long as needed where the protocol sets no maximum', () => {
    const extensions = { allowed: true, grantedBy: ['iro' as const], maximumWorkingDays: null };
    given(...Controls.disputeRaised())
      .when(ask('2022-06-30'), Controls.context(Controls.teamManager, { protocol: Controls.protocol({ extensions }) }))
      .then(Controls.extensionAsked('2022-06-30'));
  });
});
