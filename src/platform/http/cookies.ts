/** The value of a cookie in a `Cookie` header (RFC 6265, 5.4); undefined where it was not sent. Of two by one name the first counts. */
export const cookieIn = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/**
 * The prefix of every cookie that matters: a browser takes it only over TLS (or from this very machine), only for every path, and
 * from no other host of the domain (RFC 6265bis, 4.1.3.2).
 */
const PREFIX = '__Host-';

/** A cookie that only this host can set and read, that no script sees, and that comes along when a link leads here. */
export class HostCookie {
  readonly name: string;

  constructor(name: string) {
    this.name = `${PREFIX}${name}`;
  }

  in(header: string | undefined): string | undefined {
    return cookieIn(header, this.name);
  }

  /** The `Set-Cookie` header that gives it. @param seconds how long it is kept; until the browser is closed unless told */
  set(value: string, seconds?: number): string {
    return this.written(value, seconds);
  }

  /** The `Set-Cookie` header that takes it away. */
  clear(): string {
    return this.written('', 0);
  }

  private written(value: string, seconds: number | undefined): string {
    const kept = seconds === undefined ? '' : `; Max-Age=${seconds}`;
    return `${this.name}=${value}; Path=/${kept}; HttpOnly; Secure; SameSite=Lax`;
  }
}
