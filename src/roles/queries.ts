import { ReadCouncilHandler } from './opening/council.query.js';
import { ReadSetUpHandler } from './opening/set-up.query.js';
import { ListProposalsHandler } from './proposals/proposals.query.js';
import { ReadProposedProtocolHandler } from './proposals/proposed-protocol.query.js';

/** The class that answers every question about who gets a role, and whether the council is open. */
export const roleQueries = [ReadCouncilHandler, ReadSetUpHandler, ListProposalsHandler, ReadProposedProtocolHandler];
