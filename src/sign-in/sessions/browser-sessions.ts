import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageSession, PageSessions } from '../../access/page-session.js';
import type { Instant } from '../../calendar/calendar.js';
import { addHours } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { HostCookie } from '../../platform/http/cookies.js';
import { hashOf, newSecret } from '../../platform/secret.js';
import { CLOCK, CONFIG } from '../../platform/tokens.js';
import { Accounts } from '../accounts/accounts.js';
import { type AtProvider, isOver, isWorthNoting, type Session } from './session.js';
import { SESSION_STORE, type SessionStore } from './session-store.js';

const COOKIE = new HostCookie('footprint');
/** As `newSecret` makes them. */
const ID = /^[\w-]{43}$/;

/** A session with the id that the browser sent. */
export interface SessionSent {
  readonly id: string;
  readonly session: Session;
}

/** The facts of a sign-in besides the person. */
export interface HowSignedIn {
  /** The moment at which they proved who they are; now unless told, null where nobody says. */
  readonly proved?: Instant | null;
  /** The session at the identity provider. @param id of the session that begins */
  readonly providerOf?: (id: string) => AtProvider;
}

/**
 * The people who are signed in, each with a browser. The browser keeps the id of its session in a cookie; here only the hash of the id is kept. An id
 * is new at every sign-in, so that nobody can have put it into the browser before.
 */
@Injectable()
export class BrowserSessions implements PageSessions {
  /** Asked of the store once for each request. */
  private readonly found = new WeakMap<FastifyRequest, Promise<SessionSent | undefined>>();

  constructor(
    private readonly accounts: Accounts,
    @Inject(SESSION_STORE) private readonly store: SessionStore,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(request: FastifyRequest): Promise<PageSession | undefined> {
    const sent = await this.sentWith(request);
    return sent && { person: sent.session.person, signedInAt: sent.session.proved, csrf: formTokenOf(sent.id) };
  }

  async past(request: FastifyRequest): Promise<PageSession | undefined> {
    const id = idIn(request);
    const session = id === undefined ? undefined : await this.store.find(hashOf(id));
    if (id === undefined || session === undefined || !isOver(session, this.clock.now(), this.config.sessions))
      return undefined;
    return { person: session.person, signedInAt: session.proved, csrf: formTokenOf(id) };
  }

  /** The session of the browser that sent a request; undefined where nobody is signed in with it. */
  sentWith(request: FastifyRequest): Promise<SessionSent | undefined> {
    const known = this.found.get(request);
    if (known !== undefined) return known;
    const found = this.look(request);
    this.found.set(request, found);
    return found;
  }

  /** Signs somebody in. A person who was signed in with this browser before is signed out. */
  async begin(request: FastifyRequest, reply: FastifyReply, person: string, how: HowSignedIn = {}): Promise<void> {
    const now = this.clock.now();
    await this.store.forgetBefore(addHours(now, -this.config.sessions.longestHours));
    const before = idIn(request);
    if (before !== undefined) await this.store.end({ hash: hashOf(before) });
    const id = newSecret();
    const { proved = now, providerOf } = how;
    const session: Session = { person, began: now, seen: now, proved, provider: providerOf?.(id) ?? null };
    await this.store.begin(hashOf(id), session);
    this.found.set(request, Promise.resolve({ id, session }));
    void reply.header('set-cookie', COOKIE.set(id));
  }

  /** Signs out a person who is signed in with this browser. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const id = idIn(request);
    if (id !== undefined) await this.store.end({ hash: hashOf(id) });
    this.found.set(request, Promise.resolve(undefined));
    void reply.header('set-cookie', COOKIE.clear());
  }

  async endAllOf(person: string): Promise<void> {
    await this.store.end({ person });
  }

  /** Ends what came from one session at the identity provider. */
  async endAtProvider(issuer: string, sid: string): Promise<void> {
    await this.store.end({ issuer, sid });
  }

  async say(request: FastifyRequest, sentence: string): Promise<void> {
    const sent = await this.sentWith(request);
    if (sent !== undefined) await this.store.say(hashOf(sent.id), sentence);
  }

  async takeSaid(request: FastifyRequest): Promise<string | undefined> {
    const sent = await this.sentWith(request);
    return sent && this.store.takeSaid(hashOf(sent.id));
  }

  private async look(request: FastifyRequest): Promise<SessionSent | undefined> {
    const id = idIn(request);
    const session = id === undefined ? undefined : await this.store.find(hashOf(id));
    const now = this.clock.now();
    if (id === undefined || session === undefined || isOver(session, now, this.config.sessions)) return undefined;
    if (session.provider !== null && (await this.accounts.personOf(session.provider.account)) !== session.person)
      return undefined;
    // A page that asks by itself whether there is news keeps nobody signed in.
    const isAskedByPage = request.routeOptions.config?.inBackground === true;
    if (!isAskedByPage && isWorthNoting(session, now)) await this.store.noteSeen(hashOf(id), now);
    return { id, session };
  }
}

const idIn = ({ headers }: FastifyRequest): string | undefined => {
  const id = COOKIE.in(headers.cookie);
  return id !== undefined && ID.test(id) ? id : undefined;
};

/** Made from the id, so that a person who does not know the id cannot make it; and from it nobody finds the id. */
const formTokenOf = (id: string): string => hashOf(`form ${id}`);
