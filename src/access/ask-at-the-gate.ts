import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Limits } from '../platform/http/limits.js';
import { Gate } from './gate.js';
import { OPEN_TO_ALL } from './permission.js';

/** Bytes that somebody who is not signed in may send: a name to sign in with. */
const LONGEST_OPEN_BODY = 4_096;

/** Puts the gate in front of every request, before its body is read. For a service that serves nothing yet. */
export const askAtTheGate = async (app: NestFastifyApplication): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.get(Limits).countIn(fastify);
  const gate = app.get(Gate);
  fastify.addHook('onRequest', (request, reply) => gate.admit(request, reply));
  fastify.addHook('onRoute', (route) => {
    if (route.config?.permits === OPEN_TO_ALL) route.bodyLimit = LONGEST_OPEN_BODY;
  });
};
