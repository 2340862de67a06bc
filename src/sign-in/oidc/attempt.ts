import { HostCookie } from '../../platform/http/cookies.js';
import { hashOf, newSecret } from '../../platform/secret.js';
import { returnTo } from '../return-to.js';

/** Seconds in which somebody signs in at the provider. */
const LASTS = 600;
const COOKIE = new HostCookie('footprint-sign-in');
const WRITTEN = /^([\w-]{43})\.(anew|usual)\.([\w-]{0,3000})$/;

/**
 * One way to the identity provider and back. All that must be known when the browser returns is worked out from a secret in its cookie,
 * so that every instance can receive it and nothing is kept of those who never return.
 */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** Proves that the bringer of the code is the one who asked for it (PKCE). */
  readonly verifier: string;
  /** The page to show afterwards. */
  readonly to: string;
  /** They are to prove who they are even if they are signed in there. */
  readonly anew: boolean;
}

/** @returns the attempt, and the `Set-Cookie` header that keeps it in the browser */
export const beginAttempt = (
  to: string,
  { anew }: { readonly anew: boolean },
): { attempt: Attempt; cookie: string } => {
  const secret = newSecret();
  const written = `${secret}.${anew ? 'anew' : 'usual'}.${Buffer.from(to).toString('base64url')}`;
  return { attempt: attemptFrom(secret, to, anew), cookie: COOKIE.set(written, LASTS) };
};

/** The attempt that a browser returns from; undefined where it began none, or too long ago. */
export const attemptIn = (cookieHeader: string | undefined): Attempt | undefined => {
  const [, secret, how, to = ''] = WRITTEN.exec(COOKIE.in(cookieHeader) ?? '') ?? [];
  if (secret === undefined) return undefined;
  return attemptFrom(secret, returnTo(Buffer.from(to, 'base64url').toString()), how === 'anew');
};

/** The `Set-Cookie` header that ends an attempt: it is good for one return. */
export const endAttempt = (): string => COOKIE.clear();

const attemptFrom = (secret: string, to: string, anew: boolean): Attempt => ({
  state: hashOf(`state ${secret}`),
  nonce: hashOf(`nonce ${secret}`),
  verifier: hashOf(`verifier ${secret}`),
  to,
  anew,
});
