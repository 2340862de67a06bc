import { projection, type Projection } from '../src/platform/projections/projection.js';
import { accounts } from './accounts/accounts.js';
import { acknowledgementRegister } from './acknowledgement-register/acknowledgement-register.js';
import { actions } from './actions/actions.js';
import { answers } from './answers/answers.js';
import { caseChildren } from './case-children/case-children.js';
import { challengeItems } from './challenge-items/challenge-items.js';
import { challengeMeetings } from './challenge-meetings/challenge-meetings.js';
import { challengeSeries } from './challenge-series/challenge-series.js';
import { childAllocations } from './child-allocations/child-allocations.js';
import { childHistory } from './child-history/child-history.js';
import { childWorkers } from './child-workers/child-workers.js';
import { children } from './children/children.js';
import { covers } from './covers/covers.js';
import { deadlines } from './deadlines/deadlines.js';
import { disputeRegister } from './dispute-register/dispute-register.js';
import { emergencyAccess } from './emergency-access/emergency-access.js';
import { figureNotes } from './figure-notes/figure-notes.js';
import { imports } from './imports/imports.js';
import { movements } from './movements/movements.js';
import { notices } from './notices/notices.js';
import { people } from './people/people.js';
import { postHolders } from './post-holders/post-holders.js';
import { posts } from './posts/posts.js';
import { protocolStages } from './protocol-stages/protocol-stages.js';
import { disclosures } from './disclosures/disclosures.js';
import { otherCouncilFigures } from './other-council-figures/other-council-figures.js';
import { publishedReports } from './published-reports/published-reports.js';
import { publishedTotals } from './published-totals/published-totals.js';
import { recommendations } from './recommendations/recommendations.js';
import { roleProposals } from './role-proposals/role-proposals.js';
import { reviewChecks } from './review-checks/review-checks.js';
import { teamNames } from './team-names/team-names.js';
import { teams } from './teams/teams.js';
import { themesInUse } from './themes-in-use/themes-in-use.js';
import { tokens } from './tokens/tokens.js';
import { viewings } from './viewings/viewings.js';

/** Every read model of the log, in alphabetical order. */
export const projections: readonly Projection[] = [
  projection(accounts),
  projection(acknowledgementRegister),
  projection(actions),
  projection(answers),
  projection(caseChildren),
  projection(challengeItems),
  projection(challengeMeetings),
  projection(challengeSeries),
  projection(childAllocations),
  projection(childHistory),
  projection(childWorkers),
  projection(children),
  projection(covers),
  projection(deadlines),
  projection(disputeRegister),
  projection(emergencyAccess),
  projection(figureNotes),
  projection(imports),
  projection(movements),
  projection(notices),
  projection(people),
  projection(postHolders),
  projection(posts),
  projection(protocolStages),
  projection(disclosures),
  projection(otherCouncilFigures),
  projection(publishedReports),
  projection(publishedTotals),
  projection(recommendations),
  projection(reviewChecks),
  projection(roleProposals),
  projection(teamNames),
  projection(teams),
  projection(themesInUse),
  projection(tokens),
];

/** The index of the view log, which is a log of its own. */
export const viewProjections: readonly Projection[] = [projection(viewings)];
