import type { FastifyInstance } from 'fastify';
import type { PageSessions } from '../../access/page-session.js';
import { carriesTokenOf } from '../../access/too-late.js';
import { isPageAddress } from '../../platform/http/pages.js';
import { Problem } from '../../platform/http/problem.js';
import { isReading } from '../../platform/http/reading.js';

/**
 * Refuses a form of somebody who is signed in that does not carry the token of their session. Browsers say which site a form comes from, and
 * that is looked at first; this is for those that do not.
 */
export const refuseForeignForms = (fastify: FastifyInstance, sessions: PageSessions): void => {
  fastify.addHook('preHandler', async (request) => {
    if (isReading(request.method) || request.is404 || !isPageAddress(request.routeOptions.url ?? '')) return;
    const session = await sessions.of(request);
    if (session !== undefined && !carriesTokenOf(session, request)) throw notOfThisSession();
  });
};

const notOfThisSession = (): Problem =>
  new Problem(
    403,
    'not-of-this-session',
    'This page was opened before you last signed in. Open it again, and send it once more.',
  );
