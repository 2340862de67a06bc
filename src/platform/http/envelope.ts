import type { Actor } from '../event-store/event-store.js';
import type { Envelope } from '../executor.js';
import type { CommandHeaders } from './command-headers.js';

/** The envelope of a command that came over HTTP. The server's clock says when. */
export const envelopeOf = (sent: CommandHeaders, actor: Actor, now: string, asSent?: unknown): Envelope => ({
  commandId: sent.commandId,
  correlationId: sent.correlationId,
  actor,
  occurredAt: now,
  isOfSender: true,
  ...(sent.trial === undefined ? {} : { trial: sent.trial }),
  ...(sent.ifRevision === undefined ? {} : { ifRevision: sent.ifRevision }),
  ...(asSent === undefined ? {} : { asSent }),
});
