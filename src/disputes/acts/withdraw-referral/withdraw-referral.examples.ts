import fc from 'fast-check';
import { date, text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { WithdrawReferral } from './withdraw-referral.js';

export const examples = actExamples<WithdrawReferral, 'CafcassReferralWithdrawn'>({
  anyAct: fc.record({ type: fc.constant('withdraw-referral'), withdrawnOn: date, reason: text }),
  events: {
    CafcassReferralWithdrawn: { withdrawnOn: '2022-05-20', reason: 'The plan was agreed at panel.' },
  },
  sent: {
    by: 'Iris',
    body: { withdrawnOn: '2023-04-03', reason: 'In words.' },
    after: ['refer-to-cafcass'],
  },
});
