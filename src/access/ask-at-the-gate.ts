import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../platform/clock/clock.js';
import { Limits } from '../platform/http/limits.js';
import { CLOCK } from '../platform/tokens.js';
import { FreshSignIn } from './fresh-sign-in.js';
import { Gate } from './gate.js';
import { PAGE_SESSIONS, type PageSessions } from './page-session.js';
import { OPEN_TO_ALL } from './permission.js';
import { KEEPS_TOO_LATE, type KeepsTooLate, TooLate } from './too-late.js';

/** Bytes that somebody who is not signed in may send: a name to sign in with. */
const LONGEST_OPEN_BODY = 4_096;

/** Puts the gate in front of every request, before its body is read. For a service that serves nothing yet. */
export const askAtTheGate = async (app: NestFastifyApplication): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.get(Limits).countIn(fastify);
  const gate = app.get(Gate);
  const sessions = app.get<PageSessions>(PAGE_SESSIONS);
  const keeper = app.get<KeepsTooLate>(KEEPS_TOO_LATE);
  const tooLate = new TooLate(sessions, keeper);
  fastify.addHook('onRequest', (request, reply) =>
    gate.admit(request, reply).catch((refusal: unknown) => tooLate.letBodyBeRead(request, refusal)),
  );
  tooLate.putAsideIn(fastify);
  new FreshSignIn(sessions, keeper, app.get<Clock>(CLOCK)).askIn(fastify);
  fastify.addHook('onRoute', (route) => {
    if (route.config?.permits === OPEN_TO_ALL) route.bodyLimit = LONGEST_OPEN_BODY;
  });
};
