import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../platform/clock/clock.js';
import { isPageAddress } from '../platform/http/pages.js';
import { Problem } from '../platform/http/problem.js';
import { isReading } from '../platform/http/reading.js';
import { asksForFreshSignIn, isFresh } from './fresh.js';
import type { PageSessions } from './page-session.js';
import type { RouteAccess } from './permission.js';
import { carriesTokenOf, type KeepsTooLate } from './too-late.js';

/** The code of the refusal that leads to a page on which somebody signs in again. */
export const SIGN_IN_AGAIN = 'sign-in-again';

/**
 * Turns back everybody who has not proved lately who they are, at every page that asks for it. The text that they have typed becomes their
 * draft first, to which the sign-in leads. Only pages ask: a token of the API is made for one purpose and runs out by itself.
 */
export class FreshSignIn {
  constructor(
    private readonly sessions: PageSessions,
    private readonly keeper: KeepsTooLate,
    private readonly clock: Clock,
  ) {}

  /** After the gate has admitted somebody, and after their form is read. */
  askIn(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', async (request) => {
      const refusal = await this.refusalOf(request);
      if (refusal !== undefined) throw refusal;
    });
  }

  private async refusalOf(request: FastifyRequest): Promise<Problem | undefined> {
    const { url = '' } = request.routeOptions;
    const config: RouteAccess = request.routeOptions.config ?? {};
    if (!isPageAddress(url) || !asksForFreshSignIn(config)) return undefined;
    const session = await this.sessions.of(request);
    if (session === undefined || isFresh(session.signedInAt, this.clock.now())) return undefined;
    if (isReading(request.method))
      return signInAgain(config.exportsFile === true ? (pageOfLink(request) ?? pageAbove(request.url)) : request.url);
    if (config.keepsDrafts === true && isOnlySaved(request)) return undefined;
    const keptAt = carriesTokenOf(session, request) ? await this.keeper.keep(request, session.person) : undefined;
    return signInAgain(keptAt ?? pageOfLink(request) ?? request.url);
  }
}

/** @param comesBackTo path of the page to which the sign-in leads */
const signInAgain = (comesBackTo: string): Problem =>
  new Problem(
    401,
    SIGN_IN_AGAIN,
    'This asks that you signed in within the last ten minutes: sign in again, then do it.',
    { details: { comesBackTo } },
  );

const isOnlySaved = ({ body }: FastifyRequest): boolean => {
  const { _step } = (body ?? {}) as { readonly _step?: unknown };
  return _step === 'save' || _step === 'save-quietly';
};

/** `/disputes?theme=DD-CARE` of `/disputes/csv?theme=DD-CARE`: a file is saved, and leaves the page of the sign-in where it is. */
const pageAbove = (address: string): string => {
  const [path = '', query] = address.split('?');
  return `${path.slice(0, path.lastIndexOf('/'))}${query === undefined ? '' : `?${query}`}`;
};

/** The page on which a button or a link stood; undefined where the browser does not say, or says another site. */
const pageOfLink = ({ headers }: FastifyRequest): string | undefined => {
  const { referer } = headers;
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === headers.host ? `${pathname}${search}` : undefined;
};
