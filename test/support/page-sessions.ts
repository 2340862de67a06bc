import type { FastifyRequest } from 'fastify';
import type { PageSession, PageSessions } from '../../src/access/page-session.js';

/** The token that every form of these sessions carries. */
export const CSRF = 'token-of-the-tests';

/** So that no test is asked to sign in again while its clock moves on. */
const ALWAYS_FRESH = '2999-01-01T00:00:00.000Z';

/** A browser of the tests is signed in as the person whom its cookie names: for tests that are not about signing in. */
export class PageSessionsOfTests implements PageSessions {
  private readonly sentences = new Map<string, string>();

  async of(request: FastifyRequest): Promise<PageSession | undefined> {
    const person = personIn(request);
    return person === undefined ? undefined : { person, csrf: CSRF, signedInAt: ALWAYS_FRESH };
  }

  /** Of a browser whose cookie names who was signed in with it. */
  async past({ headers }: FastifyRequest): Promise<PageSession | undefined> {
    const person = /(?:^|; )was-signed-in-as=([\w-]+)/.exec(headers.cookie ?? '')?.[1];
    return person === undefined ? undefined : { person, csrf: CSRF, signedInAt: ALWAYS_FRESH };
  }

  async endAllOf(): Promise<void> {}

  async say(request: FastifyRequest, sentence: string): Promise<void> {
    this.sentences.set(personIn(request) ?? '', sentence);
  }

  async takeSaid(request: FastifyRequest): Promise<string | undefined> {
    const person = personIn(request) ?? '';
    const said = this.sentences.get(person);
    this.sentences.delete(person);
    return said;
  }
}

export const cookieOf = (person: string): string => `signed-in-as=${person.toLowerCase()}`;

/** Of a browser whose session has run out. */
export const pastCookieOf = (person: string): string => `was-signed-in-as=${person.toLowerCase()}`;

const personIn = ({ headers }: FastifyRequest): string | undefined =>
  /(?:^|; )signed-in-as=([\w-]+)/.exec(headers.cookie ?? '')?.[1];
