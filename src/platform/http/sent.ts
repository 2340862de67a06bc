import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { malformed } from './problem.js';
import { CLIENT_ID } from './notes.js';

/** What comes with a write besides its body. */
export interface SentWith {
  readonly asker: Asker;
  readonly commandId: string;
  readonly correlationId: string;
  /** From `If-Match`: the revision the person had read. */
  readonly ifRevision?: number;
}

/** Gives a route what came with the write it carries out. */
export const Sent = createParamDecorator((_: unknown, context: ExecutionContext): SentWith => {
  const http = context.switchToHttp();
  return readSent(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});

const readSent = (request: FastifyRequest, reply: FastifyReply): SentWith => {
  const commandId = commandIdOf(request.headers['idempotency-key']);
  request.notes.commandId = commandId;
  void reply.header('idempotency-key', commandId);
  return {
    asker: request.notes.asker!,
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
