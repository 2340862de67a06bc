import { Body, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../access/asker.js';
import { Asking } from '../access/asking.js';
import { postsThatCount } from '../access/case-roles.js';
import { ForEverybodySignedIn, OpenToAll } from '../access/permission.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { Limits } from '../platform/http/limits.js';
import { notFound } from '../platform/http/problem.js';
import { SeeOther } from '../platform/http/see-other.js';
import { CLOCK, CONFIG, DIRECTORY } from '../platform/tokens.js';
import { CouncilStanding } from '../roles/standing.js';
import { OtherPage, Page, PageRoute } from '../web/frame/page.js';
import type { AccountsDto } from './accounts/accounts.dto.js';
import { ListAccounts } from './accounts/accounts.query.js';
import { fieldOf } from './field-of.js';
import { peopleToPick } from './pick/people-to-pick.js';
import { beginAttempt } from './oidc/attempt.js';
import { IDENTITY_PROVIDER, IdentityProvider } from './oidc/provider.js';
import { openedWith } from './sessions/sealed.js';
import { returnTo } from './return-to.js';
import { BrowserSessions } from './sessions/browser-sessions.js';

/** Field of the address with which the page that says why leads on to the provider. */
const ONWARDS = 'onwards';

/** Signing in with a browser, and out. */
@PageRoute()
export class SignInPage {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly limits: Limits,
    private readonly queries: QueryBus,
    private readonly standing: CouncilStanding,
    @Inject(IDENTITY_PROVIDER) private readonly provider: IdentityProvider | null,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('sign-in')
  @OpenToAll()
  @Page('sign-in/pick/pick')
  async signIn(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const to = returnTo(fieldOf(query, 'to'));
    if ((await this.sessions.of(request)) !== undefined) return new SeeOther(to);
    if (!this.config.demonstration) return this.toProvider(to, reply);
    // Somebody whose time ran out reads why they are here, and that they come back.
    const wasSignedOut = (await this.sessions.past(request)) !== undefined;
    return { title: 'Sign in', roles: peopleToPick(this.directory, this.today()), to, wasSignedOut };
  }

  /** As somebody of the demonstration council, without a password. There only in the demonstration mode. */
  @Post('sign-in')
  @OpenToAll({ uncounted: true })
  @Page('sign-in/pick/pick')
  async pick(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const person = fieldOf(body, 'person');
    if (!this.config.demonstration || !this.holdsAPost(person)) {
      await this.limits.countAddress(request);
      throw notFound();
    }
    await this.sessions.begin(request, reply, person);
    return new SeeOther(returnTo(fieldOf(body, 'to')));
  }

  /**
   * Shown before what needs that somebody proved lately who they are: a page says why, and leads on to the provider only once it is pressed.
   */
  @Get('sign-in/again')
  @ForEverybodySignedIn()
  @Page('sign-in/pick/again')
  async again(
    @Query() query: unknown,
    @Asking() { person, name }: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const to = returnTo(fieldOf(query, 'to'));
    if (!this.config.demonstration) {
      if (this.provider === null || !(await this.hasAccount(person)))
        return new OtherPage('sign-in/no-way-again', await this.withoutAccount(name), 403);
      if (fieldOf(query, ONWARDS) !== '') return this.toProvider(to, reply, { anew: true });
    }
    const onwards = this.config.demonstration
      ? null
      : `/sign-in/again?${new URLSearchParams({ to, [ONWARDS]: 'yes' })}`;
    return { title: 'Sign in again', personId: person, name, to, onwards, keepsText: /[?&]draft=/.test(to) };
  }

  /** Whoever came with a link has no account with which they could sign in again, until somebody ties one to them. */
  private async hasAccount(person: string): Promise<boolean> {
    const { items } = await this.queries.execute<ListAccounts, AccountsDto>(new ListAccounts());
    return items.some((account) => account.person?.id === person);
  }

  private async withoutAccount(name: string): Promise<object> {
    return {
      title: 'You cannot sign in again yet',
      name,
      isOpen: await this.standing.isOpen(),
      isConnected: this.provider !== null,
    };
  }

  @Post('sign-out')
  @OpenToAll()
  @Page('sign-in/signed-out')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SeeOther> {
    const sent = await this.sessions.sentWith(request);
    await this.sessions.end(request, reply);
    const sealed = sent?.session.provider?.sealedIdToken ?? null;
    const idToken = sent === undefined || sealed === null ? null : openedWith(sent.id, sealed);
    return new SeeOther((await this.endAtProvider(idToken)) ?? '/signed-out');
  }

  @Get('signed-out')
  @OpenToAll()
  @Page('sign-in/signed-out')
  signedOut(): object {
    return { title: 'You are signed out' };
  }

  private async toProvider(to: string, reply: FastifyReply, { anew } = { anew: false }): Promise<SeeOther | OtherPage> {
    if (this.provider === null) return new OtherPage('sign-in/not-connected', { title: 'Nobody can sign in here yet' });
    const { attempt, cookie } = beginAttempt(to, { anew });
    const address = await this.provider.addressFor(attempt);
    void reply.header('set-cookie', cookie);
    return new SeeOther(address);
  }

  /** A person who is signed out here is, even where the provider does not answer. */
  private async endAtProvider(idToken: string | null): Promise<string | null> {
    if (idToken === null || this.provider === null) return null;
    try {
      return await this.provider.signOutAddress(idToken);
    } catch {
      return null;
    }
  }

  private holdsAPost(person: string): boolean {
    return postsThatCount(this.directory.postsHeldBy(person, this.today())).length > 0;
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}
