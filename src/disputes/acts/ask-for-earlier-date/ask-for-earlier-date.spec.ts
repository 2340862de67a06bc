import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const ask = (askedFor: string) => ({
  type: 'ask-for-earlier-date' as const,
  askedFor,
  reason: 'The placement ends on the 21st.',
});
const byTheIro = Controls.context(Controls.iro);

describe('Asking for an earlier date than the protocol’s', () => {
  it('moves the date in force and keeps the first beside it', () => {
    given(...Controls.disputeRaised())
      .when(ask('2022-04-20'), byTheIro)
      .then(
        { type: 'EarlierDateAsked', data: { askedFor: '2022-04-20', reason: 'The placement ends on the 21st.' } },
        Controls.deadlineSet({ why: 'earlier-date-asked', firstDueOn: Controls.dueOn, dueOn: '2022-04-20' }),
      );
  });

  it('may ask for today', () => {
    given(...Controls.disputeRaised())
      .when(ask(Controls.today), byTheIro)
      .thenAmong({ type: 'EarlierDateAsked', data: { askedFor: Controls.today, reason: ask('').reason } });
  });

  it('is refused for a day that has passed', () => {
    given(...Controls.disputeRaised())
      .when(ask('2022-04-13'), byTheIro)
      .thenRefuses('date-passed');
  });

  it('is refused for a day that is not earlier', () => {
    given(...Controls.disputeRaised())
      .when(ask(Controls.dueOn), byTheIro)
      .thenRefuses('not-earlier');
  });

  it('is not a way to take part of an extension back', () => {
    const extended = Controls.deadlineSet({ why: 'extended', firstDueOn: Controls.dueOn, dueOn: '2022-04-29' });
    given(...Controls.disputeRaised(), extended)
      .when(ask('2022-04-27'), byTheIro)
      .thenRefuses('not-earlier');
  });

  it('is refused where the protocol keeps the stage to its date', () => {
    const protocol = Controls.protocolWithStage({ earlierDate: false });
    given(...Controls.disputeRaised())
      .when(ask('2022-04-20'), Controls.context(Controls.iro, { protocol }))
      .thenRefuses('earlier-date-not-allowed');
  });

  it('is always possible where the stage has no timescale but the child’s', () => {
    const protocol = Controls.protocolWithStage({ earlierDate: false, clock: { unit: 'none' } });
    const none = Controls.deadlineSet({ dueOn: null, rule: 'none set' });
    given(Controls.formalDisputeRaised(), none)
      .when(ask('2022-04-29'), Controls.context(Controls.iro, { protocol }))
      .thenAmong({ type: 'EarlierDateAsked', data: { askedFor: '2022-04-29', reason: ask('').reason } });
  });

  it('is refused once the answer has come', () => {
    given(...Controls.disputeRaised(), Controls.answerGiven())
      .when(ask('2022-04-20'), byTheIro)
      .thenRefuses('already-answered');
  });

  it('is not for the managers', () => {
    given(...Controls.disputeRaised())
      .when(ask('2022-04-20'), Controls.context(Controls.teamManager))
      .thenRefuses('asking-side-only');
  });
});
