import { ReadProtocolFileHandler } from './read/protocol-file.query.js';
import { ReadProtocolsHandler } from './read/protocols.query.js';
import { ShowProtocolHandler } from './shown/protocol-shown.query.js';
import { TryProtocolHandler } from './try/try.query.js';

/** The class that answers every question about the council's rules. */
export const protocolQueries = [ReadProtocolsHandler, ReadProtocolFileHandler, ShowProtocolHandler, TryProtocolHandler];
