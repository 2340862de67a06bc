const NAME = 'footprint-position';

/** For how long a browser sends it, in seconds: much longer than any instance that is ready is behind. */
const KEPT_FOR = 60;

/**
 * The position of the last write of a browser, which cannot send a header: it comes back with every request for a minute, so that
 * whichever instance answers waits for that write. It says nothing of anybody, and no script can read it.
 */
export const positionCookie = (position: string, { secure }: { secure: boolean }): string =>
  `${NAME}=${position}; Path=/; Max-Age=${KEPT_FOR}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/** The position in a `Cookie` header; undefined where there is none, or none that a write gave: nobody typed it. */
export const positionInCookie = (header: string | undefined): string | undefined =>
  header
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1)
    .match(POSITION)?.[0];

/** What a position of any store looks like. */
export const POSITION = /^[\w.:/-]{1,64}$/;
