import type { Position } from '../event-store/event-store.js';
import { isPosition } from '../event-store/positions.js';
import { cookieIn } from './cookies.js';

const NAME = 'footprint-position';

/** For how long a browser sends it, in seconds: much longer than any instance that is ready is behind. */
const KEPT_FOR = 60;

/**
 * The position of the last write of a browser, which cannot send a header: it comes back with every request for a minute, so that
 * whichever instance answers waits for that write. It says nothing of anybody, and no script can read it.
 */
export const positionCookie = (position: string, { secure }: { secure: boolean }): string =>
  `${NAME}=${position}; Path=/; Max-Age=${KEPT_FOR}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/**
 * The position in a `Cookie` header; undefined where there is none, or one that has no form of a position. That is passed over, where a
 * header would be refused: no person typed a cookie, none can mend it, and another site of the same domain may have set it.
 */
export const positionInCookie = (header: string | undefined): Position | undefined => {
  const written = cookieIn(header, NAME);
  return written !== undefined && isPosition(written) ? written : undefined;
};
