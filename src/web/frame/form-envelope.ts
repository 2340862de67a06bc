import type { FastifyInstance } from 'fastify';
import { isPageAddress } from '../../platform/http/pages.js';
import { isReading } from '../../platform/http/reading.js';

/**
 * A form sends in hidden fields what a program says of its command in headers: which command it is, so that it takes effect once, and
 * which revision its sender has read. Everything that looks at those headers then holds for forms too.
 */
export const readFormEnvelopes = (fastify: FastifyInstance): void => {
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (!isReading(request.method) && isPageAddress(request.url)) {
      const { _command, _revision } = (request.body ?? {}) as { _command?: unknown; _revision?: unknown };
      if (typeof _command === 'string' && _command !== '') request.headers['idempotency-key'] = _command;
      if (typeof _revision === 'string' && /^\d+$/.test(_revision)) request.headers['if-match'] = `"${_revision}"`;
    }
    done();
  });
};
