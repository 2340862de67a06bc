import { AdoptProtocolRoute } from './adopt/adopt.route.js';
import { ProtocolsApi } from './read/protocols.api.js';
import { ProtocolPage } from './shown/protocol.page.js';
import { ProtocolShownApi } from './shown/protocol-shown.api.js';
import { AdoptProtocolPage } from './try/adopt.page.js';
import { TryProtocolApi } from './try/try.api.js';

/** Every route about the council's rules. */
export const protocolRoutes = [
  ProtocolsApi,
  ProtocolShownApi,
  TryProtocolApi,
  AdoptProtocolRoute,
  ProtocolPage,
  AdoptProtocolPage,
];
