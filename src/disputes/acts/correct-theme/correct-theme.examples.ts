import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { CorrectTheme } from './correct-theme.js';

export const examples = actExamples<CorrectTheme, 'ThemeCorrected'>({
  anyAct: fc.record({
    type: fc.constant('correct-theme'),
    theme: fc.constantFrom('DD', 'PLAN', 'PA-DIRECT', 'NONE'),
    secondaryThemes: fc.constant([]),
    reason: text,
  }),
  events: {
    ThemeCorrected: {
      from: 'DD-PERM',
      to: 'PLAN',
      secondary: ['DD-PERM'],
      reason: 'The plan was there but unsuitable.',
    },
  },
  sent: { by: 'Iris', body: { theme: 'AGENCY', reason: 'In words.' } },
});
