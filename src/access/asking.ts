import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asker } from './asker.js';

const askers = new WeakMap<FastifyRequest, Asker>();

/** Remembers who sent a request, once the guard knows. */
export const rememberAsker = (request: FastifyRequest, asker: Asker): void => {
  askers.set(request, asker);
  Object.assign(request.notes, { person: asker.person, actingFor: asker.actingFor });
};

/** Who sent a request that the guard has let through. */
export const askerOf = (request: FastifyRequest): Asker => {
  const asker = askers.get(request);
  if (!asker) throw new Error('This route is open to all, so nobody is known to ask.');
  return asker;
};

/** Gives a route who asks. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Asker =>
  askerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
