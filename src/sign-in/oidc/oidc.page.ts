import { Body, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { postsThatCount } from '../../access/case-roles.js';
import { isFresh } from '../../access/fresh.js';
import { OpenToAll } from '../../access/permission.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { CLOCK, CONFIG, DIRECTORY } from '../../platform/tokens.js';
import { CouncilStanding } from '../../roles/standing.js';
import { OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import { Accounts } from '../accounts/accounts.js';
import { areToldOfAccounts } from '../accounts/told-of-accounts-by-mail.js';
import { fieldOf } from '../field-of.js';
import { BrowserSessions } from '../sessions/browser-sessions.js';
import { sealedWith } from '../sessions/sealed.js';
import { type Attempt, attemptIn, endAttempt } from './attempt.js';
import { identityIn, namesIn } from './identity.js';
import { IDENTITY_PROVIDER, IdentityProvider, type ProvedToken, signInFailed } from './provider.js';

/** The addresses to which the council’s identity provider leads browsers back, and at which it says that somebody signed out there. */
@PageRoute()
export class OidcPage {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: BrowserSessions,
    private readonly standing: CouncilStanding,
    @Inject(IDENTITY_PROVIDER) private readonly provider: IdentityProvider | null,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('sign-in/callback')
  @OpenToAll()
  @Page('sign-in/oidc/failed')
  async callback(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther | OtherPage> {
    const attempt = attemptIn(request.headers.cookie);
    void reply.header('set-cookie', endAttempt());
    try {
      if (attempt === undefined) throw signInFailed();
      return await this.signIn(await this.connected().prove(request.url, attempt), attempt, request, reply);
    } catch (error) {
      if (error instanceof Problem && error.code === 'sign-in-failed') return notSignedIn('failed', FAILED);
      throw error;
    }
  }

  /** OpenID Connect Back-Channel Logout 1.0: the provider itself says which of its sessions has ended. */
  @Post('sign-out/back-channel')
  @OpenToAll()
  @HttpCode(200)
  async backChannel(@Body() body: unknown): Promise<string> {
    const { issuer, sid } = await this.connected().endedSession(fieldOf(body, 'logout_token'));
    await this.sessions.endAtProvider(issuer, sid);
    return '';
  }

  /** OpenID Connect Front-Channel Logout 1.0: the provider has the browser open this in a frame of its own page. */
  @Get('sign-out/front-channel')
  @OpenToAll()
  @Header('content-type', 'text/html; charset=utf-8')
  async frontChannel(@Query() query: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    this.connected();
    const { issuer } = this.config.signIn!;
    const sid = fieldOf(query, 'sid');
    const said = fieldOf(query, 'iss');
    if (sid !== '' && (said === '' || said === issuer)) await this.sessions.endAtProvider(issuer, sid);
    void reply.removeHeader('x-frame-options');
    void reply.header('content-security-policy', `default-src 'none'; frame-ancestors ${new URL(issuer).origin}`);
    return '<!doctype html><title>Signed out</title>';
  }

  private async signIn(
    { claims, idToken, provedAt }: ProvedToken,
    { to, anew }: Attempt,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SeeOther | OtherPage> {
    const identity = identityIn(claims, this.config.signIn!.tenant);
    if (typeof identity === 'string') throw signInFailed();
    const { account, person } = await this.accounts.meet(identity, namesIn(claims));
    const today = londonDate(this.clock.now());
    if (person === null)
      return notSignedIn('not-tied', NOT_TIED, {
        ...{ account, ask: this.administrators(), areTold: areToldOfAccounts(this.directory, today) },
        isOpen: await this.standing.isOpen(),
      });
    if (postsThatCount(this.directory.postsHeldBy(person, today)).length === 0)
      return notSignedIn('no-post', NO_POST, { ask: this.administrators() });
    if (anew && !isFresh(provedAt, this.clock.now())) return notSignedIn('not-proved', NOT_PROVED);
    const sid = typeof claims.sid === 'string' ? claims.sid : null;
    await this.sessions.begin(request, reply, person, {
      proved: provedAt,
      providerOf: (id) => ({ account, issuer: identity.issuer, sid, sealedIdToken: sealedWith(id, idToken) }),
    });
    return new SeeOther(to);
  }

  /** @throws Problem `not-found` where no identity provider is connected */
  private connected(): IdentityProvider {
    if (this.provider === null || this.config.demonstration) throw notFound();
    return this.provider;
  }

  private administrators(): string[] {
    return this.directory
      .postsHeld('administrator', londonDate(this.clock.now()))
      .flatMap(({ person }) => (person === null ? [] : (this.directory.person(person)?.name ?? [])));
  }
}

const FAILED = 'You could not be signed in';
const NOT_TIED = 'Nobody has set up your account yet';
const NO_POST = 'You have no role here yet';
const NOT_PROVED = 'You could not be asked to sign in again';

const notSignedIn = (view: string, title: string, model: object = {}): OtherPage =>
  new OtherPage(`sign-in/oidc/${view}`, { title, ...model }, 403);
