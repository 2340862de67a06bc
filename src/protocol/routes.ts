import { AdoptProtocolRoute } from './adopt/adopt.route.js';
import { ProtocolFileApi } from './read/protocol-file.api.js';
import { ProtocolFilePage } from './read/protocol-file.page.js';
import { ProtocolsApi } from './read/protocols.api.js';
import { ProtocolPage } from './shown/protocol.page.js';
import { ProtocolShownApi } from './shown/protocol-shown.api.js';
import { AdoptProtocolPage } from './try/adopt.page.js';
import { TryProtocolApi } from './try/try.api.js';

/** Every route about the council's rules. */
export const protocolRoutes = [
  ProtocolsApi,
  ProtocolFileApi,
  ProtocolFilePage,
  ProtocolShownApi,
  TryProtocolApi,
  AdoptProtocolRoute,
  ProtocolPage,
  AdoptProtocolPage,
];
