import type { JWTPayload } from 'jose';
import { SESSION_STORE, type SessionStore } from '../../src/sign-in/sessions/session-store.js';
import { hashOf } from '../../src/platform/secret.js';
import { Council } from '../journeys/council.js';
import { Browser, type Seen } from './browser.js';
import { CLIENT, Entra, SECRET, TENANT } from './entra.js';

export const SITE = 'https://footprint.example';
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

/** A council whose people sign in with accounts of a tenant of Entra, which is played beside it. The clock is that of the machine. */
export interface CouncilOfEntra {
  readonly council: Council;
  readonly entra: Entra;
  /** Goes to the provider and comes back. */
  signIn(browser: Browser, person: string, to?: string): Promise<Seen>;
  /** The reference of the account of somebody who has come to sign in. */
  accountOf(userName: string): Promise<string>;
  /** Has somebody come to sign in, and gives the reference of their account. */
  met(person: string): Promise<string>;
  /** The provider's name for the session from which that of a browser came. */
  sidOf(browser: Browser): Promise<string>;
  logoutToken(over: JWTPayload): Promise<string>;
  end(): Promise<void>;
}

/** The people whose accounts are tied at the beginning, by the name of the account. */
const TIED: Readonly<Record<string, string>> = { iris: 'iris', tom: 'tom', crowd: 'carol', adam: 'adam' };

export const councilOfEntra = async ({
  issuer,
  isOpen = true,
}: { issuer?: string; isOpen?: boolean } = {}): Promise<CouncilOfEntra> => {
  const entra = await Entra.begin(SITE);
  const council = await Council.begin('house', {
    withSessions: true,
    demonstration: false,
    site: SITE,
    isOpen,
    signIn: { issuer: issuer ?? entra.issuer, clientId: CLIENT, clientSecret: SECRET, tenant: TENANT },
  });
  // The tokens of the provider bear the time of the machine.
  council.at(new Date().toISOString());
  const there: CouncilOfEntra = {
    council,
    entra,
    signIn: async (browser, person, to = '/') => {
      entra.person = person;
      entra.forgetBrowser();
      const begun = await browser.get(`/sign-in?to=${encodeURIComponent(to)}`);
      if (begun.location === to) return begun;
      return browser.get(await entra.visit(begun.location!));
    },
    accountOf: async (userName) => {
      await council.caughtUp();
      const { body } = await council.get<{ items: { account: string; userName: string }[] }>('Adam', '/accounts');
      return body.items.find((each) => each.userName === userName)!.account;
    },
    met: async (person) => {
      await there.signIn(new Browser(council.instances), person);
      return there.accountOf(`${person}@northshire.example`);
    },
    sidOf: async (browser) => {
      const store = council.app.get<SessionStore>(SESSION_STORE);
      return (await store.find(hashOf(browser.cookie('__Host-footprint')!)))!.provider!.sid!;
    },
    logoutToken: (over) =>
      entra.sign(
        {
          ...{ iss: entra.issuer, aud: CLIENT, iat: Math.floor(Date.now() / 1000), jti: 'one', sub: 'iris' },
          events: { [LOGOUT]: {} },
          ...over,
        },
        { typ: 'logout+jwt' },
      ),
    end: async () => {
      await council.end();
      await entra.end();
    },
  };
  if (issuer === undefined)
    for (const [account, person] of Object.entries(TIED))
      await council.doneByTwo('Adam', `/accounts/${await there.met(account)}/tie`, { person });
  return there;
};
