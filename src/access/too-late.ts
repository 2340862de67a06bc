import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isPageAddress } from '../platform/http/pages.js';
import { Problem } from '../platform/http/problem.js';
import { isReading } from '../platform/http/reading.js';
import type { PageSession, PageSessions } from './page-session.js';

/** Keeps what somebody has typed into a form and sends after their session has run out. */
export interface KeepsTooLate {
  /**
   * @param person whose session it was: it is kept for nobody else
   * @returns the address at which they go on with it once they have signed in again; undefined where there was nothing to keep
   */
  keep(request: FastifyRequest, person: string): Promise<string | undefined>;
}

export const KEEPS_TOO_LATE = Symbol('KeepsTooLate');

/** The code of the refusal that says where what was typed is kept. */
export const KEPT = 'kept-until-signed-in';

interface Late {
  readonly refusal: Problem;
  readonly session: PageSession;
}

/**
 * A form whose session has run out is refused like any other, but only once its body is read and what was typed is put aside. Nobody else's
 * body is read: the browser must send the cookie of that session, and the form the token that belongs to it.
 */
export class TooLate {
  private readonly late = new WeakMap<FastifyRequest, Late>();

  constructor(
    private readonly sessions: PageSessions,
    private readonly keeper: KeepsTooLate,
  ) {}

  /** @throws the refusal, where nothing is to be kept */
  async letBodyBeRead(request: FastifyRequest, refusal: unknown): Promise<void> {
    const session = isOfForm(request, refusal) ? await this.sessions.past(request) : undefined;
    if (session === undefined) throw refusal;
    this.late.set(request, { refusal: refusal as Problem, session });
  }

  /** Before anything else looks at the body. */
  putAsideIn(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', async (request) => {
      const late = this.late.get(request);
      if (late !== undefined) throw await this.refusalOf(request, late);
    });
  }

  private async refusalOf(request: FastifyRequest, { refusal, session }: Late): Promise<Problem> {
    if (!carriesTokenOf(session, request)) return refusal;
    const keptAt = await this.keeper.keep(request, session.person);
    if (keptAt === undefined) return refusal;
    return new Problem(
      401,
      KEPT,
      'You are signed out. What you typed is kept for you: sign in again to go on with it.',
      {
        details: { keptAt },
      },
    );
  }
}

const isOfForm = ({ method, routeOptions }: FastifyRequest, refusal: unknown): boolean =>
  !isReading(method) &&
  isPageAddress(routeOptions.url ?? '') &&
  refusal instanceof Problem &&
  refusal.status === 401 &&
  refusal.code === 'not-signed-in';

/** Whether a form carries the token of a session. */
export const carriesTokenOf = ({ csrf }: PageSession, { body }: FastifyRequest): boolean => {
  const sent = (body as { _csrf?: unknown } | undefined)?._csrf;
  if (typeof sent !== 'string') return false;
  const [own, come] = [Buffer.from(csrf), Buffer.from(sent)];
  return own.length === come.length && timingSafeEqual(own, come);
};
