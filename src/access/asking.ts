import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asker } from './asker.js';

const askers = new WeakMap<FastifyRequest, Asker>();

const admitted = new WeakSet<FastifyRequest>();

/** Remembers who sent a request, once the gate knows. */
export const rememberAsker = (request: FastifyRequest, asker: Asker): void => {
  askers.set(request, asker);
  admitted.add(request);
  Object.assign(request.notes, { person: asker.person, actingFor: asker.actingFor });
};

/** Remembers that nobody need be known to ask. */
export const rememberOpen = (request: FastifyRequest): void => void admitted.add(request);

/** Whether the gate has seen the request: one that it refused reaches no route. */
export const wasAdmitted = (request: FastifyRequest): boolean => admitted.has(request);

/** The person who sent a request that the gate has let through; undefined where the route is open to all. */
export const askerIfKnown = (request: FastifyRequest): Asker | undefined => askers.get(request);

/** The same, for a route that is not open to all. @throws Error on a route that is open to all */
export const askerOf = (request: FastifyRequest): Asker => {
  const asker = askerIfKnown(request);
  if (!asker) throw new Error('This route is open to all, so nobody is known to ask.');
  return asker;
};

/** Gives a route who asks. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Asker =>
  askerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
