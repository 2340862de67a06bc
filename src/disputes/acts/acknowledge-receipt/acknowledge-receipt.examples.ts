import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { AcknowledgeReceipt } from './acknowledge-receipt.js';

export const examples = actExamples<AcknowledgeReceipt, 'ReceiptAcknowledged'>({
  anyAct: fc.constant({ type: 'acknowledge-receipt', note: null }),
  events: {
    ReceiptAcknowledged: { round: 1, role: 'team-manager', note: 'I meet the worker on Wednesday.', complete: true },
  },
  sent: { by: 'Tom', body: { note: 'Seen.' } },
});
