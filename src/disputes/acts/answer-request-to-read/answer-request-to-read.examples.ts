import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import { date, text } from '../../../../test/support/arbitraries.js';
import type { AnswerRequestToRead } from './answer-request-to-read.js';

export const examples = actExamples<AnswerRequestToRead, 'ReadingGranted' | 'ReadingRefused'>({
  anyAct: fc.record({
    type: fc.constant('answer-request-to-read' as const),
    person: fc.constantFrom('dcs-hart', 'iro-prasad'),
    answer: fc.constantFrom('let-read' as const, 'refuse' as const),
    lastDay: fc.option(date, { nil: null }),
    reason: fc.option(text, { nil: null }),
  }),
  events: {
    ReadingGranted: { person: 'dcs-hart', lastDay: '2022-05-13' },
    ReadingRefused: { person: 'dcs-hart', reason: 'Her IRO tells you what you need by telephone.' },
  },
  sent: {
    by: 'Mona',
    body: { person: 'anton', answer: 'let-read', lastDay: '2023-05-12' },
    after: ['ask-to-read'],
  },
});
