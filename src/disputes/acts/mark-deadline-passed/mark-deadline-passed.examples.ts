import { deadlineNamed } from '../../../../test/support/arbitraries.js';
import { CHALLENGE_MEETING } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { MarkDeadlinePassed } from './mark-deadline-passed.js';

export const examples = actExamples<
  MarkDeadlinePassed,
  | 'AnswerDeadlinePassed'
  | 'ReceiptDeadlinePassed'
  | 'ActionDeadlinePassed'
  | 'TotalCapPassed'
  | 'AgencyReplyDeadlinePassed'
  | 'NextLookPassed'
>({
  anyAct: deadlineNamed.map((each) => ({ ...each, type: 'mark-deadline-passed' })),
  events: {
    AnswerDeadlinePassed: {
      round: 1,
      stage: 1,
      dueOn: '2022-04-25',
      dueAt: '2022-04-25T23:00:00.000Z',
      onSilence: 'ask-the-judge',
    },
    ReceiptDeadlinePassed: { round: 1, dueAt: '2022-04-19T23:00:00.000Z' },
    ActionDeadlinePassed: { actionId: 'A1', dueAt: '2022-04-29T23:00:00.000Z' },
    TotalCapPassed: { dueAt: '2022-05-17T23:00:00.000Z' },
    AgencyReplyDeadlinePassed: { asked: 1, dueAt: '2022-05-13T23:00:00.000Z' },
    NextLookPassed: { meeting: CHALLENGE_MEETING, lookOn: '2022-06-08', dueAt: '2022-06-08T23:00:00.000Z' },
  },
  sent: null,
});
