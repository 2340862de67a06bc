import type { SecurityHeadersOptions } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { serveAssets } from './assets.js';
import { refuseForeignForms } from './foreign-forms.js';
import { readFormEnvelopes } from './form-envelope.js';
import { readActingFor } from './acting-for.js';
import { SHARED_BY_PAGES, type SharedByPages } from './shared.js';
import { ProblemPage } from './problem-page.js';
import { PAGE_SESSIONS, type PageSessions } from '../../access/page-session.js';

/**
 * Headers of every answer. A page has a policy of its own, with a nonce. The address of a page goes nowhere but to the program itself,
 * where a browser that sends no `Sec-Fetch-Site` is known by its origin.
 */
export const SECURITY_HEADERS: SecurityHeadersOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: { includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
  xXssProtection: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xDnsPrefetchControl: false,
};

/** The page that describes the API brings styles and scripts of its own, which no policy of ours could name one by one. */
const POLICY_OF_THE_API_PAGE =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** Before the gate: it asks whether they may. */
export const sayForWhom = (app: NestFastifyApplication): void => {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const shared = app.get<SharedByPages>(SHARED_BY_PAGES);
  readActingFor(fastify, app.get<PageSessions>(PAGE_SESSIONS), (person) => shared.whomFor(person));
};

/** Puts what pages need around the service that serves nothing yet. */
export const servePages = async (app: NestFastifyApplication): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const problems = app.get(ProblemPage);
  fastify.problemPages.draw = (problem, request, reply) => problems.draw(problem, request, reply);
  await serveAssets(fastify);
  readFormEnvelopes(fastify);
  refuseForeignForms(fastify, app.get<PageSessions>(PAGE_SESSIONS));
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
    if (isPage && /^\/api\/?$/.test(request.url)) void reply.header('content-security-policy', POLICY_OF_THE_API_PAGE);
    done();
  });
};
