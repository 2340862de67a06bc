import { isPageAddress } from '../platform/http/pages.js';

/** The page for somebody who came to sign in and for nothing else. */
export const HOME = '/';

const LONGEST = 2_000;
/** A path of this program: a second slash, or a backslash that a browser reads as one, would make it the address of another host. */
const PATH = /^\/(?![/\\])[\x21-\x7e]*$/;

/**
 * The page to show after signing in, from what came along with the request. An address that is not one of our pages is passed over: it
 * may have been written by somebody who wants a person that has just signed in to trust another site.
 */
export const returnTo = (written: unknown): string => {
  if (typeof written !== 'string' || written.length > LONGEST || !PATH.test(written)) return HOME;
  const { pathname, search, host } = new URL(written, 'http://here');
  if (host !== 'here' || !isPageAddress(pathname) || isAboutSigningIn(pathname)) return HOME;
  return `${pathname}${search}`;
};

/** Nobody is led back to a page that signs them in, or out. */
const isAboutSigningIn = (path: string): boolean => /^\/(sign-in|sign-out|signed-out|set-up)(\/|$)/.test(path);
