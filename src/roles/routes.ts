import { CouncilApi } from './opening/council.api.js';
import { CouncilPage } from './opening/council.page.js';
import { CouncilRoute } from './opening/council.route.js';
import { nameCouncilPage } from './opening/name-council-page.js';
import { openCouncilPage } from './opening/open-council-page.js';
import { ProposalsApi } from './proposals/proposals.api.js';
import { proposalPages } from './proposals/proposal-pages.js';
import { ProposalsPage } from './proposals/proposals.page.js';
import { ProposalsRoute } from './proposals/proposals.route.js';

/** Every route about who gets a role, and about opening the council. */
export const roleRoutes = [
  CouncilApi,
  CouncilRoute,
  CouncilPage,
  nameCouncilPage,
  openCouncilPage,
  ProposalsApi,
  ProposalsRoute,
  ProposalsPage,
  ...proposalPages,
];
