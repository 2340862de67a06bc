import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { given, specify } from '../../../test/support/given.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { legalAdviceDecider } from './legal-advice.js';

const record = { type: 'record-legal-advice' as const, takenOn: Controls.today, advice: 'There is a case to put.' };
const taken = {
  type: 'LegalAdviceTaken' as const,
  data: { takenOn: record.takenOn, advice: record.advice, disputeRevision: 4 },
};
const givenAdvice = specify(legalAdviceDecider);
const about = (actor: Actor, ...history: Parameters<typeof given>) => ({
  ...{ dispute: given(...history).state, disputeRevision: 4 },
  ...{ actor, today: Controls.today },
});

describe('Recording privileged legal advice', () => {
  it('is for the IRO and the IRO’s manager, open or ended', () => {
    for (const who of [Controls.iro, Controls.iroManager])
      for (const history of [Controls.disputeRaised(), [...Controls.disputeRaised(), Controls.withdrawn()]])
        givenAdvice()
          .when(record, about(who, ...history))
          .then(taken);
  });

  it('may come again: each advice stands beside the others', () => {
    const second = { ...taken, data: { ...taken.data, advice: 'Refer it.' } };
    expect(givenAdvice(taken, second).state).toEqual([
      { takenOn: record.takenOn, advice: record.advice },
      { takenOn: record.takenOn, advice: 'Refer it.' },
    ]);
  });

  it('is for nobody else', () => {
    const { chair, headOfQa, teamManager, director, businessSupport, commandLine } = Controls;
    for (const who of [chair, headOfQa, teamManager, director, businessSupport, commandLine])
      givenAdvice()
        .when(record, about(who, ...Controls.disputeRaised()))
        .thenRefuses('legal-advice-not-yours');
  });

  it('is not for the IRO whose own practice it is about', () => {
    const subject = { ...Controls.subject, practiceOf: Controls.iro.person };
    const raised = [Controls.formalDisputeRaised({ subject }), Controls.deadlineSet()];
    givenAdvice()
      .when(record, about(Controls.iro, ...raised))
      .thenRefuses('legal-advice-not-yours');
    givenAdvice()
      .when(record, about(Controls.iroManager, ...raised))
      .then(taken);
  });

  it('needs words, a day that has been, and a dispute that counts', () => {
    givenAdvice()
      .when({ ...record, advice: '' }, about(Controls.iro, ...Controls.disputeRaised()))
      .thenRefuses('words-missing');
    givenAdvice()
      .when({ ...record, takenOn: '2022-04-15' }, about(Controls.iro, ...Controls.disputeRaised()))
      .thenRefuses('date-in-future');
    givenAdvice()
      .when(record, about(Controls.iro, ...Controls.disputeRaised(), Controls.voided()))
      .thenRefuses('voided');
    givenAdvice().when(record, about(Controls.iro)).thenRefuses('not-raised');
  });
});
