import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { LOCALITY, teamManager } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { Redirect } from './redirect.js';

export const examples = actExamples<Redirect, 'DisputeRedirected'>({
  anyAct: fc.record({
    type: fc.constant('redirect'),
    toTeam: fc.constantFrom('through-care-3', 'through-care-4'),
    reason: text,
  }),
  events: {
    DisputeRedirected: {
      from: teamManager,
      to: { team: LOCALITY, posts: ['team-manager'] },
      reason: 'She moved to the locality team on 11 April.',
      clock: 'runs-on',
    },
  },
  sent: { by: 'Tom', body: { toTeam: 'south', reason: 'In words.' } },
});
