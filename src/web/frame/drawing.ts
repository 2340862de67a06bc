import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askerIfKnown } from '../../access/asking.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/tokens.js';
import type { Flash } from '../../platform/http/see-other.js';
import { PAGE_SESSIONS, type PageSession, type PageSessions } from '../../access/page-session.js';
import { inWords } from '../forms/drawn-form.js';
import { asItStood, momentShown, offersNoDay } from './as-it-stood.js';
import type { About } from './page.js';
import { type Place, SHARED_BY_PAGES, type SharedByPages, type WordsOfPages, wordsOnLadder } from './shared.js';
import { draw } from './views.js';

/** Draws pages: what a presenter gave, in the frame that all of them share. */
@Injectable()
export class Drawing {
  /** Signing out leads on to the council’s own sign-in, and a browser looks at where a form leads in the end. */
  private readonly signInOrigin: string;

  constructor(
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
    @Inject(PAGE_SESSIONS) private readonly sessions: PageSessions,
    @Inject(CONFIG) { signIn }: Config,
  ) {
    this.signInOrigin = signIn === null ? '' : ` ${new URL(signIn.issuer).origin}`;
  }

  async about(request: FastifyRequest): Promise<About> {
    return {
      asker: askerIfKnown(request),
      words: await this.shared.words(),
      theme: await this.shared.themes(),
      now: momentShown(request) ?? this.shared.now(),
      address: request.url,
    };
  }

  /** @returns the HTML; the headers that belong to it are set */
  async page(request: FastifyRequest, reply: FastifyReply, view: string, model: object): Promise<string> {
    const nonce = newNonce(reply, this.signInOrigin);
    const session = await this.sessions.of(request);
    const said = session && flashIn(await this.sessions.takeSaid(request));
    // The model that every page has comes last, so that no model of a view overwrites it.
    const frame = { ...(await this.frame(request, session)), asItStood: asItStood(request, this.shared.now()) };
    return draw(view, { ...model, ...frame, words: wordsOn(model, frame.words), said, cspNonce: nonce });
  }

  /** The same, where not even the sessions may be reached: it is then drawn as for somebody who is not signed in. */
  async problem(request: FastifyRequest, reply: FastifyReply, view: string, model: object): Promise<string> {
    offersNoDay(request);
    try {
      return await this.page(request, reply, view, model);
    } catch {
      const { isDemonstration } = this.shared;
      const council = await this.shared.called();
      const words = await this.shared.words();
      return draw(view, {
        ...model,
        council,
        isDemonstration,
        words,
        service: serviceBy(words),
        ...{ places: [], offered: [] },
        ...startOf([]),
        cspNonce: newNonce(reply, this.signInOrigin),
      });
    }
  }

  private async frame(
    request: FastifyRequest,
    session: PageSession | undefined,
  ): Promise<Record<string, unknown> & { readonly words: WordsOfPages }> {
    const { isDemonstration } = this.shared;
    const council = await this.shared.called();
    const words = await this.shared.words();
    const common = { council, isDemonstration, words, service: serviceBy(words) };
    if (session === undefined) return { ...common, places: [], offered: [], ...startOf([]) };
    const { name, posts, places, offered } = await this.shared.signedIn(session.person);
    const asker = askerIfKnown(request);
    return {
      ...common,
      csrf: session.csrf,
      person: { name, posts },
      offered,
      actingFor: asker && this.shared.actingFor(asker),
      emergencies: await this.shared.emergenciesOf(session.person),
      ...placesSeenFrom(request.url, places, words),
      ...startOf(places.map(({ text, href }) => ({ text: inWords(text, words), href }))),
    };
  }
}

/** As it was put into the session. */
const flashIn = (kept: string | undefined): Flash | undefined =>
  kept === undefined ? undefined : (JSON.parse(kept) as Flash);

/** A page that is about one ladder alone says its code as `saidOnLadder`, and is said in the words of that ladder. */
const wordsOn = (model: object, words: WordsOfPages): WordsOfPages =>
  wordsOnLadder(
    words,
    'saidOnLadder' in model && typeof model.saidOnLadder === 'string' ? model.saidOnLadder : undefined,
  );

/** Their first page, and the place from which the trail of a page begins: their work, if they have any. */
const startOf = (
  places: readonly Pick<Place, 'text' | 'href'>[],
): { readonly home: string; readonly start: Pick<Place, 'text' | 'href'> } => {
  const first = places[0] ?? { text: 'Start', href: '/' };
  return { home: first.href, start: places.find(({ href }) => href === '/my-work') ?? first };
};

const serviceBy = ({ disputes }: WordsOfPages): string => `Resolve ${disputes}`;

/** The place in which a page lies is marked. One place alone that is opened less often stands beside the others. */
const placesSeenFrom = (address: string, places: readonly Place[], words: WordsOfPages): Record<string, unknown> => {
  const path = address.split('?')[0]!;
  const shown = (each: readonly Place[]) =>
    each.map(({ text, href }) => ({
      text: inWords(text, words),
      href,
      current: path === href,
      active: path.startsWith(`${href}/`),
    }));
  const aside = places.filter(({ isAside = false }) => isAside);
  if (aside.length < 2) return { places: shown(places), morePlaces: [], isInMore: false };
  const morePlaces = shown(aside);
  return {
    places: shown(places.filter((each) => !aside.includes(each))),
    morePlaces,
    isInMore: morePlaces.some(({ current, active }) => current || active),
  };
};

/** For one page alone, whose headers it is put into. */
const newNonce = (reply: FastifyReply, signInOrigin: string): string => {
  const nonce = randomBytes(16).toString('base64url');
  void reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyWith(nonce, signInOrigin),
    'cache-control': 'no-store',
  });
  return nonce;
};

/** Nothing but our own, and of scripts in the page only those that carry this page’s nonce. */
const policyWith = (nonce: string, signInOrigin: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action 'self'${signInOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
