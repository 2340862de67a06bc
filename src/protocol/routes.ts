import { AdoptProtocolRoute } from './adopt/adopt.route.js';
import { ProtocolsApi } from './read/protocols.api.js';

/** Every route about the council's rules. */
export const protocolRoutes = [ProtocolsApi, AdoptProtocolRoute];
