import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The answer of a page or a redirect. */
export interface Seen {
  readonly status: number;
  readonly location: string | undefined;
  readonly html: string;
  readonly setCookies: readonly string[];
}

/** The token of the session, as the first form of a page carries it. */
export const formTokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** A browser as far as signing in needs one: it keeps the cookies that it is given, and sends forms. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private readonly last = new Map<string, string>();
  private turn = 0;

  /** @param instances asked in turn */
  constructor(private readonly instances: readonly NestFastifyApplication[]) {}

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.send('GET', url, undefined, headers);
  }

  submit(
    url: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Seen> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send('POST', url, new URLSearchParams(fields).toString(), { ...type, ...headers });
  }

  async signIn(person: string, to = '/'): Promise<Seen> {
    return this.submit('/sign-in', { person, to });
  }

  /** The value of a cookie, as it would be found in the browser. */
  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** The last value that a cookie had, even if it was taken away since. */
  lastOf(name: string): string | undefined {
    return this.last.get(name);
  }

  /** Puts a cookie into the browser, as somebody would who found it in another. */
  take(name: string, value: string): this {
    this.cookies.set(name, value);
    return this;
  }

  private async send(
    method: 'GET' | 'POST',
    url: string,
    payload: string | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Seen> {
    const app = this.instances[this.turn++ % this.instances.length]!;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.inject({
      ...{ method, url, payload },
      headers: { accept: 'text/html', ...(cookie === '' ? {} : { cookie }), ...headers },
    });
    const setCookies = [answer.headers['set-cookie'] ?? []].flat().map(String);
    for (const each of setCookies) this.keep(each);
    const location = answer.headers.location;
    return {
      status: answer.statusCode,
      location: location === undefined ? undefined : String(location),
      html: answer.body,
      setCookies,
    };
  }

  private keep(setCookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? [];
    if (value !== '') this.last.set(name, value);
    if (/;\s*max-age=0/i.test(setCookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
