import fc from 'fast-check';
import { text, stage, raising } from '../../../../test/support/arbitraries.js';
import { raised } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RaiseFormal } from './raise-formal.js';

export const examples = actExamples<
  RaiseFormal,
  'FormalDisputeRaised' | 'AnswerDeadlineSet' | 'ReceiptDeadlineSet' | 'TotalCapSet'
>({
  anyAct: fc
    .tuple(raising, stage, fc.option(text, { nil: null }))
    .map(([each, number, stageReason]) => ({ ...each, type: 'raise-formal', stage: number, stageReason })),
  events: {
    FormalDisputeRaised: raised,
    AnswerDeadlineSet: {
      round: 1,
      ladder: 'main',
      stage: 1,
      needs: 'answer',
      protocolVersion: 1,
      why: 'raised',
      startedOn: '2022-04-14',
      firstDueOn: '2022-04-25',
      dueOn: '2022-04-25',
      dueAt: '2022-04-25T23:00:00.000Z',
      rule: '5 working days, stage 1',
      counted: { from: 'stage', on: '2022-04-14', amount: 5 },
    },
    ReceiptDeadlineSet: {
      round: 1,
      startedOn: '2022-04-14',
      dueOn: '2022-04-19',
      dueAt: '2022-04-19T23:00:00.000Z',
      rule: '1 working day, receipt, stage 1',
    },
    TotalCapSet: {
      startedOn: '2022-04-14',
      dueOn: '2022-05-17',
      dueAt: '2022-05-17T23:00:00.000Z',
      rule: '20 working days in all',
    },
  },
  sent: null,
});
