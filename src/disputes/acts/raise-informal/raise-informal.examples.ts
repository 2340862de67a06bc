import { raising } from '../../../../test/support/arbitraries.js';
import { INFORMAL, THROUGH_CARE, raised } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RaiseInformal } from './raise-informal.js';

export const examples = actExamples<RaiseInformal, 'InformalDisputeRaised'>({
  anyAct: raising.map((each) => ({ ...each, type: 'raise-informal' })),
  events: {
    InformalDisputeRaised: {
      ...raised,
      reference: INFORMAL,
      raisedOn: '2022-03-30',
      stage: { ladder: 'main', number: 0, countsAs: 'informal', code: 'informal', name: 'Informal', reason: null },
      addressee: { team: THROUGH_CARE, posts: ['social-worker', 'assistant-team-manager', 'team-manager'] },
      secondaryThemes: [],
      impactIfNothingChanges: null,
      acknowledged: null,
      actionsWanted: [],
      spokeFirst: null,
      wroteFirst: { wroteTo: 'The team manager', wroteOn: '2022-03-29', result: 'No reply yet.' },
      reviewedOn: '2022-03-28',
      childView: null,
      links: [],
      adviceGiven: [],
    },
  },
  sent: null,
});
