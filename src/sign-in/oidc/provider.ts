import { createRemoteJWKSet, decodeProtectedHeader, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import type { Instant } from '../../calendar/calendar.js';
import type { SignInConfig } from '../../platform/config/sign-in-config.js';
import { Problem } from '../../platform/http/problem.js';
import type { Attempt } from './attempt.js';
import type { Claims } from './identity.js';

/** Seconds by which the provider’s clock and ours may differ. */
const CLOCKS_DIFFER_BY = 60;
/** Seconds that the provider is given to answer. */
const PATIENCE = 5;
/** Algorithms by which a token is signed with a key that only the provider has. With a shared secret we could have signed it ourselves. */
const SIGNED_WITH = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

/** The path to which the provider leads browsers back, below the address of the program. */
export const CALLBACK = '/sign-in/callback';
const AFTERWARDS = '/signed-out';

/** A proved ID token. */
export interface ProvedToken {
  readonly claims: Claims;
  readonly idToken: string;
  /** The moment at which the person proved to the provider who they are; null if it does not say. */
  readonly provedAt: Instant | null;
}

/** The identity provider; null where none is connected. */
export const IDENTITY_PROVIDER = Symbol('IdentityProvider');

/** The identity provider of the council. Every failure of it is one problem; what exactly failed is for the log alone. */
export class IdentityProvider {
  private found: Promise<oidc.Configuration> | undefined;
  private keys: JWTVerifyGetKey | undefined;

  /**
   * @param site address of the program, without a slash at the end
   * @param onTrouble told why a sign-in failed
   */
  constructor(
    private readonly settings: SignInConfig,
    private readonly site: string,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /**
   * Address at which somebody signs in.
   * @throws Problem `provider-away` (503)
   */
  async addressFor({ state, nonce, verifier, anew }: Attempt): Promise<string> {
    const configuration = await this.configuration();
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.site}${CALLBACK}`,
      scope: 'openid profile email',
      response_type: 'code',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(anew ? { prompt: 'login', max_age: '0' } : {}),
    }).href;
  }

  /**
   * Takes the code that a browser brings to the provider, and proves the ID token that comes for it: issuer, audience, signature,
   * algorithm, times and nonce.
   * @param url path and query with which the browser came
   * @throws Problem `provider-away` (503), `sign-in-failed` (403)
   */
  async prove(url: string, { state, nonce, verifier }: Attempt): Promise<ProvedToken> {
    const configuration = await this.configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(url, this.site), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const idToken = tokens.id_token!;
      if (!SIGNED_WITH.includes(decodeProtectedHeader(idToken).alg ?? '')) throw new Error('not signed with a key');
      const claims = tokens.claims()!;
      const { auth_time, azp } = claims;
      // The library looks at it only where there are several audiences.
      if (azp !== undefined && azp !== this.settings.clientId) throw new Error('issued to another client');
      return {
        claims,
        idToken,
        provedAt: typeof auth_time === 'number' ? new Date(auth_time * 1000).toISOString() : null,
      };
    } catch (error) {
      this.onTrouble(error);
      throw signInFailed();
    }
  }

  /** Address at which the session at the provider ends too; null where it has none. */
  async signOutAddress(idToken: string | null): Promise<string | null> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.site}${AFTERWARDS}`,
      ...(idToken === null ? {} : { id_token_hint: idToken }),
    }).href;
  }

  /**
   * Proves a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6).
   * @returns the session at the provider that has ended
   * @throws Problem `not-a-logout-token` (400), `provider-away` (503)
   */
  async endedSession(logoutToken: string): Promise<{ readonly issuer: string; readonly sid: string }> {
    const { issuer, jwks_uri } = (await this.configuration()).serverMetadata();
    if (jwks_uri === undefined) throw notALogoutToken();
    this.keys ??= createRemoteJWKSet(new URL(jwks_uri));
    try {
      const { payload } = await jwtVerify(logoutToken, this.keys, {
        issuer,
        audience: this.settings.clientId,
        clockTolerance: CLOCKS_DIFFER_BY,
        maxTokenAge: '2 minutes',
        algorithms: SIGNED_WITH,
      });
      const events = payload.events as Record<string, unknown> | undefined;
      if (events?.[LOGOUT] === undefined || payload.nonce !== undefined) throw new Error('not a logout token');
      if (typeof payload.sid !== 'string') throw new Error('no session is named');
      return { issuer, sid: payload.sid };
    } catch (error) {
      this.onTrouble(error);
      throw notALogoutToken();
    }
  }

  /** Asked once, and again after it failed, so that a provider that is away keeps nothing from starting. */
  private async configuration(): Promise<oidc.Configuration> {
    this.found ??= this.discover();
    try {
      return await this.found;
    } catch (error) {
      this.found = undefined;
      this.onTrouble(error);
      throw providerAway();
    }
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const isOfThisMachine = issuer.startsWith('http://');
    return oidc.discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [oidc.clockTolerance]: CLOCKS_DIFFER_BY },
      oidc.ClientSecretPost(clientSecret),
      {
        timeout: PATIENCE,
        // Without it the signature of an ID token that comes for a code is not looked at.
        execute: [oidc.enableNonRepudiationChecks, ...(isOfThisMachine ? [oidc.allowInsecureRequests] : [])],
      },
    );
  }
}

export const signInFailed = (): Problem =>
  new Problem(
    403,
    'sign-in-failed',
    'You could not be signed in. Sign in once more; if it fails again, ask those who run Footprint.',
  );

const providerAway = (): Problem =>
  new Problem(503, 'provider-away', 'The council’s sign-in does not answer just now. Try again in a few minutes.', {
    headers: { 'retry-after': '60' },
  });

const notALogoutToken = (): Problem =>
  new Problem(400, 'not-a-logout-token', 'This is no logout token of the council’s identity provider for Footprint.');
