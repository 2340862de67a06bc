import { ReadProtocolsHandler } from './read/protocols.query.js';

/** What answers every question about the council's rules. */
export const protocolQueries = [ReadProtocolsHandler];
