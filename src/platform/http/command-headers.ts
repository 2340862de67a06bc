import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RevisionCondition } from '../revision-condition.js';
import { conditionOf, tagsIn } from './entity-tags.js';
import type { Trial } from '../executor.js';
import { CLIENT_ID } from './notes.js';
import { malformed } from './problem.js';

/** The headers of a write. */
export interface CommandHeaders {
  readonly commandId: string;
  readonly correlationId: string;
  /** From `If-Match`: the revision the person had read, or several, or that there is something at all. */
  readonly ifRevision?: RevisionCondition;
  /** Set by a page that shows what would follow; no header asks for it. */
  readonly trial?: Trial;
}

/**
 * Reads them, and says in the answer which id the command has; one is made where none was sent, the same however often the request is
 * carried out.
 * @throws Problem where one of them is not right
 */
export const commandHeaders = (request: FastifyRequest, reply: FastifyReply): CommandHeaders => {
  refuseIfNoneMatch(request);
  const commandId = commandIdOf(request.headers['idempotency-key'], request.notes.commandId);
  request.notes.commandId = commandId;
  void reply.header('idempotency-key', commandId);
  return {
    commandId,
    correlationId: request.notes.correlationId,
    ifRevision: conditionOf(tagsIn('If-Match', request.headers['if-match'])),
  };
};

/** @param before the id it was given where the request is carried out once more */
const commandIdOf = (header: string | string[] | undefined, before: string | undefined): string => {
  if (header === undefined) return before ?? randomUUID();
  if (typeof header === 'string' && CLIENT_ID.test(header)) return header;
  throw malformed('Idempotency-Key', 'must be 1 to 100 visible characters without spaces');
};

/** Passed over in silence it would let a write through that its sender meant to hold back. */
const refuseIfNoneMatch = (request: FastifyRequest): void => {
  if (request.headers['if-none-match'] !== undefined)
    throw malformed('If-None-Match', 'is for reading: leave it out, and send If-Match with the ETag of what you read');
};
