import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asker } from './asker.js';

/** Gives a route who asks. */
export const Asking = createParamDecorator(
  (_: unknown, context: ExecutionContext): Asker => context.switchToHttp().getRequest<FastifyRequest>().notes.asker!,
);
