import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CommandHeaders, commandHeaders } from '../platform/http/command-headers.js';
import type { Asker } from './asker.js';
import { askerOf } from './asking.js';

/** The parts of a write besides its body. */
export interface SentWith extends CommandHeaders {
  readonly asker: Asker;
}

/** Gives a route what came with the write it carries out. */
export const Sent = createParamDecorator((_: unknown, context: ExecutionContext): SentWith => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return { asker: askerOf(request), ...commandHeaders(request, http.getResponse<FastifyReply>()) };
});
