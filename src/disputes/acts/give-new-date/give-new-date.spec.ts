import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { Open } from '../../dispute.js';

const again = { type: 'give-new-date' as const, dueOn: '2022-05-03', reason: 'The worker was ill, and is back.' };
const after = (who = Controls.iro) => Controls.context(who, { now: Controls.afterDue });

describe('Giving a new date', () => {
  it('asks those who have not answered an informal dispute once more, and leaves missed what was missed', () => {
    const asked = given(...Controls.informalRaised()).when(again, after());
    expect(asked.events()).toMatchObject([
      { type: 'NewDateGiven', data: { dueOn: '2022-05-03', reason: again.reason } },
      {
        type: 'AnswerDeadlineSet',
        data: { round: 2, stage: 0, why: 'new-date-given', firstDueOn: '2022-05-03', dueOn: '2022-05-03' },
      },
    ]);
    const { matter } = given(...Controls.informalRaised(), ...asked.events()).state as Open;
    expect(matter.rounds.map(({ deadline, dateIsAgreed }) => [deadline?.dueOn, dateIsAgreed])).toEqual([
      [Controls.dueOn, false],
      ['2022-05-03', true],
    ]);
    expect(matter.rounds[1]!.addressee).toEqual(matter.rounds[0]!.addressee);
  });

  it('is for what nobody answered in time, and no way out of a ladder', () => {
    given(...Controls.informalRaised())
      .when(again, Controls.context(Controls.iro))
      .thenRefuses('not-late-yet');
    given(...Controls.informalRaised(), Controls.answerGiven({ stage: 0 }))
      .when(again, after())
      .thenRefuses('already-answered');
    given(...Controls.disputeRaised())
      .when(again, after())
      .thenRefuses('formal-goes-up');
  });

  it('is the IRO’s to give, for a day to come', () => {
    for (const who of [Controls.teamManager, Controls.businessSupport])
      given(...Controls.informalRaised())
        .when(again, after(who))
        .thenRefuses('taking-back-not-yours');
    given(...Controls.informalRaised())
      .when({ ...again, dueOn: '2022-04-26' }, after())
      .thenRefuses('date-passed');
  });
});
