import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLIENT_ID } from './notes.js';
import { malformed } from './problem.js';

/** What comes with a write in its headers. */
export interface CommandHeaders {
  readonly commandId: string;
  readonly correlationId: string;
  /** From `If-Match`: the revision the person had read. */
  readonly ifRevision?: number;
}

/**
 * Reads them, and says in the answer which id the command has; one is made where none was sent.
 * @throws Problem where one of them is not right
 */
export const commandHeaders = (request: FastifyRequest, reply: FastifyReply): CommandHeaders => {
  const commandId = commandIdOf(request.headers['idempotency-key']);
  request.notes.commandId = commandId;
  void reply.header('idempotency-key', commandId);
  return {
    commandId,
    correlationId: request.notes.correlationId,
    ifRevision: revisionIn(request.headers['if-match']),
  };
};

const commandIdOf = (header: string | string[] | undefined): string => {
  if (header === undefined) return randomUUID();
  if (typeof header === 'string' && CLIENT_ID.test(header)) return header;
  throw malformed('Idempotency-Key', 'must be 1 to 100 visible characters without spaces');
};

const revisionIn = (header: string | undefined): number | undefined => {
  if (header === undefined || header === '*') return undefined;
  const match = /^"(\d{1,12})"$/.exec(header);
  if (match) return Number(match[1]);
  throw malformed('If-Match', 'must be the ETag of what you read, in its quotation marks, for example "3"');
};
