import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { londonDate } from '../calendar/dates.js';
import type { LocalDate } from '../calendar/calendar.js';
import { calledSo, isAnId } from '../directory/called.js';
import { type Directory, mayBeCovered, type Post } from '../directory/directory.js';
import type { Clock } from '../platform/clock/clock.js';
import { becomeCertain, withCertainRefusals } from '../platform/certainty.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { catchUpWith } from '../platform/http/catching-up.js';
import { isRefusal } from '../platform/http/certain-refusals.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { isPageAddress } from '../platform/http/pages.js';
import { isReading } from '../platform/http/reading.js';
import { Limits } from '../platform/http/limits.js';
import { WaitingCommands } from '../platform/http/waiting-commands.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { EVENT_STORE, READ_MODELS } from '../platform/store-tokens.js';
import { CouncilStanding } from '../roles/standing.js';
import { notYours } from './access.js';
import { isPartOfSetUp, isRowOfReading, type Permission, rowFor } from './access-table.js';
import { type Asker, personOfProgram, programAsking } from './asker.js';
import { askerOf, rememberAsker, rememberOpen } from './asking.js';
import { postsThatCount } from './case-roles.js';
import { namedInPath } from './named/addresses.js';
import { choicesOffered, standsFor } from './named/by-name.js';
import { mayActFor } from './person-asking.js';
import { PAGE_SESSIONS, type PageSessions } from './page-session.js';
import { OPEN_TO_ALL, type RouteAccess, SIGNED_IN } from './permission.js';
import { Sessions } from './sessions.js';
import type { TokenHolder } from './tokens/events.js';
import { Tokens } from './tokens/tokens.js';

/**
 * Finds out who asks, and turns away everybody who has no post in the access table's row for the route or asks too often, and a command
 * for which too many are waiting: all of it before a byte of the body is read. Routes about one case are let through to where the case
 * is read: the same table is asked there, with what the person is to it. Nobody is turned away for a post, or a cover, that this
 * instance did not know yet: that is made certain first, as every refusal is.
 */
@Injectable()
export class Gate {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly limits: Limits,
    private readonly waiting: WaitingCommands,
    private readonly standing: CouncilStanding,
    @Inject(PAGE_SESSIONS) private readonly pageSessions: PageSessions,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem where the request goes no further */
  async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { permits, uncounted = false }: RouteAccess = request.routeOptions.config ?? {};
    if (permits === undefined || permits === OPEN_TO_ALL) {
      if (!uncounted) await this.limits.countAddress(request);
      // Nobody waits for the body of what goes nowhere.
      if (request.is404) throw new NotFoundException();
      if (permits === OPEN_TO_ALL) rememberOpen(request);
      return;
    }
    if (permits !== SIGNED_IN) request.notes.permission = permits[0];
    const signedIn = await this.signedIn(request);
    const askedAnew = (): void => rememberAsker(request, this.askerOf(signedIn, request));
    request.notes.askedAnew = askedAnew;
    const person = personOf(signedIn);
    await this.limits.countPerson(request, person);
    const mayGoOn = async (): Promise<void> => {
      askedAnew();
      if (permits === SIGNED_IN) return;
      if (!permits.every(isPartOfSetUp) && !(await this.standing.isOpen())) throw notOpenYet();
      const asker = askerOf(request);
      if (!(isSettledLater(request) || permits.some((permission) => isInRow(asker, permission))))
        throw isPlaceOfOthers(request, permits) ? notFound() : notYours(permits[0]!);
    };
    await withCertainRefusals(this.store, isRefusal, (position) => catchUpWith(this.readModels, position), mayGoOn);
    this.waiting.admit(request, reply, person);
  }

  private askerOf({ holder, madeBy }: SignedIn, request: FastifyRequest): Asker {
    const asker = holder.kind === 'program' ? this.program(holder, request) : this.person(holder.person, request);
    return madeBy === undefined ? asker : { ...asker, tokenMadeBy: madeBy };
  }

  private program({ program, role }: Extract<TokenHolder, { kind: 'program' }>, request: FastifyRequest): Asker {
    if (headerOf(request, 'footprint-acting-for') !== undefined) throw notActingFor();
    const asker = programAsking(program, role);
    return { ...asker, posts: this.chosenFrom(asker.posts, headerOf(request, 'footprint-post')) };
  }

  private person(personId: string, request: FastifyRequest): Asker {
    const today = londonDate(this.clock.now());
    const posts = postsThatCount(this.directory.postsHeldBy(personId, today));
    const actingFor = headerOf(request, 'footprint-acting-for');
    const chosen = this.chosenFrom(posts, headerOf(request, 'footprint-post'));
    return {
      person: personId,
      name: this.directory.person(personId)?.name ?? '',
      posts: chosen,
      ...(actingFor === undefined
        ? { covers: chosen.some(mayBeCovered) ? this.directory.coveredBy(personId, today) : [] }
        : { actingFor: this.actingFor(actingFor, personId, today) }),
    };
  }

  /** A page knows people by the session of their browser, the API by a token, and neither by what is for the other. */
  private signedIn(request: FastifyRequest): Promise<SignedIn> {
    return isPageAddress(request.routeOptions.url ?? '') ? this.withBrowser(request) : this.byBearer(request);
  }

  /** A session of somebody who holds no post any more ends here, with all their others. */
  private async withBrowser(request: FastifyRequest): Promise<SignedIn> {
    const session = await this.pageSessions.of(request);
    if (session !== undefined && (await this.stillHoldsAPost(session.person, request))) {
      return { holder: { kind: 'person', person: session.person } };
    }
    if (session !== undefined) await this.pageSessions.endAllOf(session.person);
    await this.limits.countAddress(request);
    throw new Problem(
      401,
      'not-signed-in',
      'You are not signed in, or not any more. Sign in, then open the page again.',
    );
  }

  /** By a token, or by a session. The answer is the same for every fault of either. */
  private async byBearer(request: FastifyRequest): Promise<SignedIn> {
    const { authorization } = request.headers;
    const text = /^Bearer ([\w-]{20,200})$/i.exec(authorization ?? '')?.[1] ?? '';
    const signedIn = (await this.withToken(text, request)) ?? this.inSession(text);
    if (signedIn !== undefined) return signedIn;
    // A person who has a token that is good is never counted here, so that others at the same address can shut nobody out.
    await this.limits.countAddress(request);
    throw new Problem(401, 'not-signed-in', 'Sign in first, and send the token with every request.', {
      headers: { 'www-authenticate': authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"' },
    });
  }

  /**
   * A token of somebody who holds no post any more opens nothing. The holders of posts are not known before this instance has read the log:
   * a token outlives a start, and must not be called worthless by it. Nor must it be for a post that another instance has just given.
   */
  private async withToken(text: string, request: FastifyRequest): Promise<SignedIn | undefined> {
    const token = await this.tokens.valid(text);
    if (token?.holder.kind !== 'person') return token;
    return (await this.stillHoldsAPost(token.holder.person, request)) ? token : undefined;
  }

  /** @throws Problem 503 before this instance has read the log */
  private async stillHoldsAPost(person: string, request: FastifyRequest): Promise<boolean> {
    if (this.holdsAPost(person)) return true;
    if (this.readModels.status().some(({ state }) => state === 'catching-up')) throw stillReading();
    // The next step costs the nodes of the log something, each time.
    await this.limits.countPerson(request, person);
    await catchUpWith(this.readModels, await becomeCertain(this.store));
    return this.holdsAPost(person);
  }

  private holdsAPost(person: string): boolean {
    return this.directory.postsHeldBy(person, londonDate(this.clock.now())).length > 0;
  }

  private inSession(text: string): SignedIn | undefined {
    const person = this.sessions.personWith(text);
    return person === undefined ? undefined : { holder: { kind: 'person', person } };
  }

  /**
   * An IRO or chair acts for another by the arrangement of the day, and nobody else; business support may enter for any of them. That person
   * may be given by name, if it fits one alone for whom they may act.
   */
  private actingFor(written: string, personId: string, today: LocalDate): string {
    const isFor = (absent: string): boolean => mayActFor(personId, absent, this.directory, today);
    if (isAnId('person', written, this.directory, today)) {
      if (isFor(written)) return written;
      throw notActingFor();
    }
    const meant = standsFor(calledSo('person', written, this.directory, today).filter(({ id }) => isFor(id)));
    if (meant.is === 'one') return meant.id;
    if (meant.is === 'none') throw notActingFor();
    throw severalNamed('Footprint-Acting-For', choicesOffered('person', meant, this.directory, today));
  }

  /** Of the posts that somebody holds, the one chosen by its id or by its title. */
  private chosenFrom(posts: readonly Post[], chosen: string | undefined): readonly Post[] {
    if (chosen === undefined) return posts;
    const byId = posts.find(({ postId }) => postId === chosen);
    if (byId !== undefined) return [byId];
    const today = londonDate(this.clock.now());
    const titled = calledSo('post', chosen, this.directory, today).map(({ id }) => id);
    const [post, ...others] = posts.filter(({ postId }) => titled.includes(postId));
    if (post === undefined) throw notYourPost();
    if (others.length === 0) return [post];
    const from = [post, ...others].map(({ postId }) => postId);
    const choices = choicesOffered('post', { is: 'to-choose', from, because: 'several' }, this.directory, today);
    throw severalNamed('Footprint-Post', choices);
  }
}

/** The person who signed in, and who made the token that they did it with; nobody, where it was a session. */
interface SignedIn {
  readonly holder: TokenHolder;
  readonly madeBy?: string;
}

/** Said of every case alike, whether it is there or not. */
const notOpenYet = (): Problem =>
  new Problem(
    403,
    'council-not-open',
    'This council is not open yet, so nobody reads or raises a case. The IRO manager opens it once it is set up: see GET /api/v1/council.',
  );

const personOf = ({ holder }: SignedIn): string =>
  holder.kind === 'program' ? personOfProgram(holder.program) : holder.person;

/**
 * A page to read that is for other posts looks like one that is not there. A form, which is sent to its own address, says whose the act
 * is, and the API which role reads.
 */
const isPlaceOfOthers = ({ method, routeOptions, server }: FastifyRequest, permits: readonly Permission[]): boolean => {
  const { url = '' } = routeOptions;
  if (!isReading(method) || !isPageAddress(url)) return false;
  return permits.every(isRowOfReading) || !server.hasRoute({ method: 'POST', url });
};

const stillReading = (): Problem =>
  new Problem(
    503,
    'not-ready',
    'This instance has just started and is still reading the log. Send it again in a moment.',
    {
      headers: { 'retry-after': '2' },
    },
  );

const notActingFor = (): Problem =>
  new Problem(
    403,
    'not-acting-for',
    'You may act only for an IRO or a conference chair whom you cover today, or as business support. An IRO manager arranges cover.',
  );

const isInRow = (asker: Asker, permission: Permission): boolean =>
  asker.posts.some(({ kind }) => rowFor(permission, kind) !== undefined);

/**
 * Whether it is theirs, or even there for them, is settled once the case is read and shows what they are to it: who may not know of it
 * is not told that there is one. The days of a series are the same for all who see meetings, and are read without a case.
 */
const isSettledLater = ({ routeOptions, method }: FastifyRequest): boolean => {
  const named = namedInPath(routeOptions.url ?? '');
  return named?.isPrivate === true && !(named.kind === 'series' && isReading(method));
};

const notYourPost = (): Problem =>
  new Problem(
    403,
    'not-your-post',
    'You do not hold the post named in Footprint-Post today. Leave it out, or name your own.',
  );

const severalNamed = (header: string, choices: string): Problem =>
  new Problem(400, 'several-of-this-name', `What ${header} names ${choices}.`, { restsOnRecord: true });

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
