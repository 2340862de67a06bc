import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { jest } from '@jest/globals';
import { type JWTPayload, SignJWT } from 'jose';
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider';

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const CLIENT = 'footprint';
export const SECRET = 'a-secret-of-the-tests-of-32-characters';

/** An account of the tenant, with the claims that Entra gives besides. */
interface AccountOfTheTenant {
  readonly oid: string;
  readonly name: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

const oid = (number: number): string => `22222222-2222-4222-8222-2222222222${String(number).padStart(2, '0')}`;

export const TENANTS_PEOPLE: Readonly<Record<string, AccountOfTheTenant>> = {
  iris: { oid: oid(1), name: 'Iris' },
  tom: { oid: oid(2), name: 'Tom', claims: { roles: ['director', 'iro'] } },
  stranger: { oid: oid(3), name: 'Mona' },
  crowd: {
    oid: oid(4),
    name: 'Carol',
    claims: {
      _claim_names: { groups: 'src1' },
      _claim_sources: { src1: { endpoint: 'https://graph.example/getMemberObjects' } },
    },
  },
  adam: { oid: oid(5), name: 'Adam' },
};

/** The changes to the ID token on its way: its claims, its header, the key; or the whole text. */
export interface Forgery {
  readonly claims?: (claims: JWTPayload) => JWTPayload;
  readonly alg?: string;
  readonly kid?: string;
  readonly key?: KeyObject | Uint8Array;
  readonly text?: (idToken: string) => string | undefined;
}

/**
 * One tenant of Microsoft Entra ID, played by oidc-provider: the issuer has a path, everything stands in the ID token, and no person is
 * asked for consent. Below it an attacker may sit who changes what the token endpoint answers.
 */
export class Entra {
  /** The person who is signed in at the provider, in the browser that comes next. */
  person = 'iris';
  forgery: Forgery | undefined;
  /** Bodies of the requests to the token endpoint, in order. */
  readonly asked: URLSearchParams[] = [];
  private readonly sessions = new Map<string, string>();

  private constructor(
    readonly origin: string,
    readonly provider: Provider,
    readonly key: KeyObject,
    private readonly server: Server,
  ) {}

  static async begin(site: string): Promise<Entra> {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`;
    const provider = quietly(() => new Provider(`${origin}/${TENANT}/v2.0`, configuration(site, privateKey)));
    const entra = new Entra(origin, provider, privateKey, server);
    entra.pickWhoeverIsNext();
    const answer = provider.callback();
    server.on('request', (request, response) => entra.pass(request, response, answer));
    return entra;
  }

  get issuer(): string {
    return this.provider.issuer;
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => void this.server.close(resolve));
  }

  /**
   * A browser goes to the provider, signs in there, and is led back.
   * @returns path and query of our own page that it is led back to
   */
  async visit(address: string): Promise<string> {
    let next = address;
    for (let steps = 0; steps < 10; steps++) {
      const cookie = [...this.sessions].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
      for (const each of answer.headers.getSetCookie()) this.keep(each);
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
      next = new URL(location, next).href;
      if (!next.startsWith(this.origin)) return next.slice(new URL(next).origin.length);
    }
    throw new Error('The provider leads in a circle.');
  }

  /** As if the provider had another browser in front of it. */
  forgetBrowser(): void {
    this.sessions.clear();
  }

  /** A token that the provider signs with its own key. */
  async sign(
    payload: JWTPayload,
    { alg = 'RS256', kid = 'lab', key = this.key as KeyObject | Uint8Array, typ = 'JWT' } = {},
  ): Promise<string> {
    return new SignJWT(payload).setProtectedHeader({ alg, kid, typ }).sign(key);
  }

  private keep(setCookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? [];
    if (value === '') this.sessions.delete(name);
    else this.sessions.set(name, value);
  }

  /** No page in between: a person who is next signs in at once. */
  private pickWhoeverIsNext(): void {
    this.provider.use(async (ctx, next) => {
      if (!ctx.path.startsWith('/pick/')) return next();
      const login = { accountId: this.person, amr: ['mfa'] };
      await this.provider.interactionFinished(ctx.req, ctx.res, { login }, { mergeWithLastSubmission: false });
      ctx.respond = false;
    });
  }

  private pass(
    request: IncomingMessage,
    response: ServerResponse,
    answer: (request: IncomingMessage, response: ServerResponse) => void,
  ): void {
    const prefix = new URL(this.issuer).pathname;
    const { url = '' } = request;
    if (url.startsWith(prefix)) {
      Object.assign(request, { originalUrl: url, url: url.slice(prefix.length) || '/' });
      if (request.url === '/token') this.forgeIn(response);
    }
    answer(request, response);
  }

  private forgeIn(response: ServerResponse): void {
    const { forgery } = this;
    if (forgery === undefined) return;
    const end = response.end.bind(response);
    response.end = ((body: unknown) => {
      void this.forged(String(body), forgery).then((text) => {
        response.setHeader('content-length', Buffer.byteLength(text));
        end(text);
      });
      return response;
    }) as typeof response.end;
  }

  private async forged(body: string, { claims, alg, kid, key, text }: Forgery): Promise<string> {
    const tokens = JSON.parse(body) as { id_token?: string };
    if (tokens.id_token === undefined) return body;
    let idToken: string | undefined = tokens.id_token;
    if (claims !== undefined || alg !== undefined || kid !== undefined || key !== undefined) {
      const payload = JSON.parse(Buffer.from(idToken.split('.')[1]!, 'base64url').toString()) as JWTPayload;
      idToken = await this.sign(claims === undefined ? payload : claims(payload), { alg, kid, key });
    }
    if (text !== undefined) idToken = text(idToken);
    return JSON.stringify({ ...tokens, id_token: idToken });
  }
}

/** It warns everybody who uses it as it is that it keeps everything in memory. */
const quietly = <Made>(make: () => Made): Made => {
  const spies = (['warn', 'info'] as const).map((each) => jest.spyOn(console, each).mockImplementation(() => {}));
  try {
    return make();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};

const configuration = (site: string, privateKey: KeyObject): Configuration => {
  const client: ClientMetadata = {
    client_id: CLIENT,
    client_secret: SECRET,
    redirect_uris: [`${site}/sign-in/callback`],
    post_logout_redirect_uris: [`${site}/signed-out`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_post',
    backchannel_logout_uri: `${site}/sign-out/back-channel`,
    backchannel_logout_session_required: true,
  };
  return {
    clients: [client],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'lab', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['cookie-key-of-the-tests'] },
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email'],
    ttl: {
      AccessToken: 3_600,
      AuthorizationCode: 60,
      IdToken: 3_600,
      Interaction: 600,
      Session: 86_400,
      Grant: 86_400,
    },
    claims: {
      openid: ['sub', 'sid', 'tid', 'oid', 'auth_time', 'roles', '_claim_names', '_claim_sources'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      backchannelLogout: { enabled: true },
    },
    interactions: { url: (_ctx, interaction) => `/${TENANT}/v2.0/pick/${interaction.uid}` },
    findAccount: (_ctx, id) => {
      const person = TENANTS_PEOPLE[id];
      return (
        person && {
          accountId: id,
          claims: () => ({
            sub: id,
            tid: TENANT,
            oid: person.oid,
            name: person.name,
            preferred_username: `${id}@northshire.example`,
            email: `${id}@northshire.example`,
            ...person.claims,
          }),
        }
      );
    },
    loadExistingGrant: async (ctx) => {
      const { oidc } = ctx;
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
};
