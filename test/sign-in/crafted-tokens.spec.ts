import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { Browser } from './browser.js';
import { councilOfEntra, type CouncilOfEntra } from './council-of-entra.js';
import { CLIENT, type Forgery, SECRET, TENANT } from './entra.js';

const COOKIE = '__Host-footprint';
const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';
const IRIS = '22222222-2222-4222-8222-222222222201';

const { privateKey: otherKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey: otherCurve } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const now = (): number => Math.floor(Date.now() / 1000);
const withClaims = (over: JWTPayload): Forgery => ({ claims: (claims) => ({ ...claims, ...over }) });
const without = (...names: string[]): Forgery => ({
  claims: (claims) => Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name))),
});
const each = <Value>(name: string, values: readonly Value[], forge: (value: Value) => Forgery): [string, Forgery][] =>
  values.map((value) => [`${name}: ${JSON.stringify(value)?.slice(0, 60)}`, forge(value)]);

const NOT_STRINGS = [null, 0, 1, true, [], {}, [IRIS], [[IRIS]]];
const NOT_GUIDS = [
  '',
  ' ',
  'iris',
  IRIS.slice(1),
  `${IRIS}0`,
  `{${IRIS}}`,
  ` ${IRIS}`,
  IRIS.replaceAll('-', ''),
  `${IRIS}\n`,
  '*',
  '%',
  `${IRIS}' OR '1'='1`,
];

/** Unsigned, or signed by nobody: the header is written by hand. */
const rewritten = (header: object, signature: (old: string) => string = () => ''): Forgery => ({
  text: (idToken) => {
    const [, payload, old] = idToken.split('.');
    return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature(old!)}`;
  },
});

/** Tokens that somebody could send who sits between the provider and us, or who has a token of another tenant, client or key. */
const CRAFTED: readonly (readonly [string, Forgery])[] = [
  // Issuer.
  ...each(
    'issuer',
    [
      'https://elsewhere.example',
      `https://login.microsoftonline.com/${TENANT}/v2.0`,
      `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`,
      'https://login.microsoftonline.com/common/v2.0',
      `https://sts.windows.net/${TENANT}/`,
      `http://127.0.0.1/${TENANT}/v2.0`,
      'null',
      '',
      ...NOT_STRINGS,
    ],
    (iss) => withClaims({ iss: iss as string }),
  ),
  ['issuer: with a slash at the end', { claims: (claims) => ({ ...claims, iss: `${claims.iss}/` }) }],
  ['issuer: in capitals', { claims: (claims) => ({ ...claims, iss: claims.iss!.toUpperCase() }) }],
  ['issuer: missing', without('iss')],
  // Audience.
  ...each(
    'audience',
    [
      'another',
      '',
      CLIENT.toUpperCase(),
      `${CLIENT} `,
      ` ${CLIENT}`,
      `${CLIENT}2`,
      `api://${CLIENT}`,
      '*',
      [],
      ['another'],
      [CLIENT, 'another'],
      ['another', CLIENT],
      null,
      0,
      true,
      {},
      [[CLIENT]],
    ],
    (aud) => withClaims({ aud: aud as string }),
  ),
  ['audience: missing', without('aud')],
  ['audience: two, for the other', withClaims({ aud: [CLIENT, 'another'], azp: 'another' })],
  // Nonce.
  ...each('nonce', ['', 'another', 'x'.repeat(43), ' ', null, 0, true, [], {}, ['x']], (nonce) =>
    withClaims({ nonce: nonce as string }),
  ),
  ['nonce: missing', without('nonce')],
  ['nonce: in another case', { claims: (claims) => ({ ...claims, nonce: swapCase(String(claims.nonce)) }) }],
  ['nonce: with a space', { claims: (claims) => ({ ...claims, nonce: `${String(claims.nonce)} ` }) }],
  // Algorithm.
  ...each('none', ['none', 'None', 'NONE', 'nOnE', ''], (alg) => rewritten({ alg, typ: 'JWT' })),
  ...each('none, with the signature kept', ['none', 'None', 'NONE'], (alg) =>
    rewritten({ alg, kid: 'lab' }, (old) => old),
  ),
  ...each('with the secret', ['HS256', 'HS384', 'HS512'], (alg) => ({ alg, key: Buffer.from(SECRET.padEnd(64, '0')) })),
  ['with the client’s own secret', { alg: 'HS256', key: Buffer.from(SECRET) }],
  ['with the id of the client as a secret', { alg: 'HS256', key: Buffer.from(CLIENT.padEnd(32, '0')) }],
  ...each(
    'header names another algorithm',
    ['RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA', 'HS256', 'RS1', 'rs256', 'dir'],
    (alg) => rewritten({ alg, kid: 'lab', typ: 'JWT' }, (old) => old),
  ),
  ['header: no algorithm', rewritten({ kid: 'lab' }, (old) => old)],
  ['header: critical extension', rewritten({ alg: 'RS256', kid: 'lab', crit: ['x'], x: 1 }, (old) => old)],
  ['header: no compression is known', rewritten({ alg: 'RS256', kid: 'lab', zip: 'DEF' }, (old) => old)],
  // Key.
  ['key: another', { key: otherKey }],
  ['key: another, by another name', { key: otherKey, kid: 'other' }],
  ['key: of another kind', { key: otherCurve, alg: 'ES256' }],
  ['key: of another kind, by another name', { key: otherCurve, alg: 'ES256', kid: 'other' }],
  ['key: the right one, by a name that nobody knows', { kid: 'unknown' }],
  ...each('key: another, signed with', ['RS384', 'RS512', 'PS256', 'PS384', 'PS512'], (alg) => ({
    key: otherKey,
    alg,
  })),
  ['key: in the header itself', rewritten({ alg: 'RS256', jwk: otherKey.export({ format: 'jwk' }) }, (old) => old)],
  [
    'key: where the header says',
    rewritten({ alg: 'RS256', jku: 'https://elsewhere.example/keys', kid: 'other' }, (old) => old),
  ],
  // Times.
  ...each('expired, seconds ago', [90, 120, 300, 3_600, 86_400, 31_536_000], (ago) => withClaims({ exp: now() - ago })),
  ...each('good only in so many seconds', [90, 120, 300, 3_600, 86_400], (ahead) => withClaims({ nbf: now() + ahead })),
  ...each('expiry', ['', 'never', null, true, [], {}, '9999999999', Number.MIN_SAFE_INTEGER, -1, 0], (exp) =>
    withClaims({ exp: exp as number }),
  ),
  ['expiry: missing', without('exp')],
  ['time of issue: missing', without('iat')],
  ...each('time of issue', ['', 'now', null, true, [], {}], (iat) => withClaims({ iat: iat as number })),
  // Tenant.
  ...each(
    'tenant',
    [
      OTHER_TENANT,
      TENANT.slice(1),
      `${TENANT}0`,
      'common',
      'organizations',
      'consumers',
      '9188040d-6c67-4c5b-b112-36a304b66dad',
      '',
      ' ',
      `${TENANT} `,
      `{${TENANT}}`,
      '*',
      ...NOT_STRINGS,
    ],
    (tid) => withClaims({ tid }),
  ),
  ['tenant: missing', without('tid')],
  ['tenant: only in the issuer', { claims: ({ tid: _, ...claims }) => ({ ...claims, tenant: TENANT }) }],
  // Object id.
  ...each('object id', [...NOT_GUIDS, ...NOT_STRINGS], (oid) => withClaims({ oid })),
  ['object id: missing', without('oid')],
  ['object id and tenant: missing', without('oid', 'tid')],
  [
    'object id: only by its name of before',
    { claims: ({ oid: _, ...claims }) => ({ ...claims, objectidentifier: IRIS }) },
  ],
  ['subject: missing', without('sub')],
  ...each('subject', ['', null, 0, [], {}], (sub) => withClaims({ sub: sub as string })),
  // The text of the token.
  // Several things at once, each of which would be right in another token.
  [
    'of another tenant, with its own issuer',
    withClaims({ tid: OTHER_TENANT, iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0` }),
  ],
  ['of another tenant, with our issuer and its own key', { ...withClaims({ tid: OTHER_TENANT }), key: otherKey }],
  ['for another client, signed with the right key and nonce', withClaims({ aud: 'another', azp: 'another' })],
  ['for another client, and for us by `azp` alone', withClaims({ aud: 'another', azp: CLIENT })],
  ['for us by `azp` of another', withClaims({ azp: 'another' })],
  ['an access token in place of an ID token', withClaims({ aud: 'https://graph.microsoft.com', nonce: undefined })],
  ['a logout token in place of an ID token', withClaims({ nonce: undefined, events: {} })],
  [
    'of a guest, by the tenant where they are at home',
    withClaims({ tid: OTHER_TENANT, idp: `https://sts.windows.net/${OTHER_TENANT}/` }),
  ],
  ['with an object id in the place of the tenant', withClaims({ tid: IRIS })],
  ['with the tenant in the place of the object id, in a list', withClaims({ oid: [TENANT] })],
  ['with roles and no object id', { claims: ({ oid: _, ...claims }) => ({ ...claims, roles: ['administrator'] }) }],
  ['with groups and no tenant', { claims: ({ tid: _, ...claims }) => ({ ...claims, groups: ['administrators'] }) }],
  ['expired, with another key', { ...withClaims({ exp: now() - 600 }), key: otherKey }],
  ['expired before it was issued', withClaims({ exp: now() - 7_200, iat: now() - 3_600 })],
  ['with the nonce of nobody and the right state', withClaims({ nonce: randomUUID() })],
  ['no token', { text: () => undefined }],
  ...each('text', ['', '.', '..', 'x', 'x.y', 'x.y.z', 'x.y.z.a.b', 'null', '{}'], (text) => ({ text: () => text })),
  ['signature: cut off', { text: (idToken) => idToken.slice(0, idToken.lastIndexOf('.') + 1) }],
  [
    'signature: one bit',
    { text: (idToken) => `${idToken.slice(0, -10)}${idToken.at(-10) === 'A' ? 'B' : 'A'}${idToken.slice(-9)}` },
  ],
  ['signature: shortened', { text: (idToken) => idToken.slice(0, -8) }],
  [
    'payload: changed, signature kept',
    {
      text: (idToken) => withPayload(idToken, (claims) => ({ ...claims, oid: '22222222-2222-4222-8222-222222222202' })),
    },
  ],
  [
    'payload: expiry changed, signature kept',
    { text: (idToken) => withPayload(idToken, (claims) => ({ ...claims, exp: now() + 10_000 })) },
  ],
  [
    'payload: no JSON',
    {
      text: (idToken) =>
        [idToken.split('.')[0], Buffer.from('{').toString('base64url'), idToken.split('.')[2]].join('.'),
    },
  ],
];

const swapCase = (text: string): string =>
  [...text].map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())).join('');

const withPayload = (idToken: string, change: (claims: JWTPayload) => JWTPayload): string => {
  const [header, payload, signature] = idToken.split('.');
  const claims = change(JSON.parse(Buffer.from(payload!, 'base64url').toString()) as JWTPayload);
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
};

describe('a crafted token', () => {
  let there: CouncilOfEntra;
  beforeAll(async () => {
    there = await councilOfEntra();
  });
  afterAll(() => there.end());

  const signInWith = async (forgery: Forgery): Promise<{ status: number; isSignedIn: boolean; html: string }> => {
    const browser = new Browser(there.council.instances);
    there.entra.forgery = forgery;
    try {
      const { status, html } = await there.signIn(browser, 'iris');
      return { status, html, isSignedIn: browser.cookie(COOKIE) !== undefined };
    } finally {
      there.entra.forgery = undefined;
    }
  };

  it('is one of 200 at least', () => {
    expect(CRAFTED.length).toBeGreaterThanOrEqual(200);
    expect(new Set(CRAFTED.map(([name]) => name)).size).toBe(CRAFTED.length);
  });

  it('is refused, each of them, and nobody learns why', async () => {
    const answers = new Map<string, string>();
    for (const [name, forgery] of CRAFTED) {
      const { status, isSignedIn, html } = await signInWith(forgery);
      answers.set(name, `${status} ${isSignedIn ? 'signed in' : 'not'} ${/<h1[^>]*>([^<]*)/.exec(html)?.[1]}`);
    }
    const others = [...answers].filter(([, answer]) => answer !== '403 not You could not be signed in');
    expect(others).toEqual([]);
  });

  it('puts no account on record', async () => {
    await there.council.caughtUp();
    const { body } = await there.council.get<{ items: object[] }>('Adam', '/accounts');
    expect(body.items).toHaveLength(4);
  });

  it.each<[string, Forgery]>([
    ['as it comes', {}],
    ['by a clock that is 50 seconds ahead', { claims: (claims) => ({ ...claims, iat: now() + 50, nbf: now() + 50 }) }],
    ['that expired 30 seconds ago', { claims: (claims) => ({ ...claims, exp: now() - 30 }) }],
    [
      'with object id and tenant in capitals',
      { claims: (claims) => ({ ...claims, oid: IRIS.toUpperCase(), tid: TENANT.toUpperCase() }) },
    ],
    ['with roles', withClaims({ roles: ['director', 'administrator'] })],
    ['with roles of another form', withClaims({ roles: 'director' })],
    ['with groups', withClaims({ groups: Array.from({ length: 200 }, () => randomUUID()), wids: [randomUUID()] })],
    [
      'with more groups than it can hold',
      withClaims({
        hasgroups: true,
        _claim_names: { groups: 'src1' },
        _claim_sources: { src1: { endpoint: 'https://graph.example' } },
      }),
    ],
    ['without names', without('name', 'preferred_username', 'email')],
    [
      'with the name of somebody else',
      withClaims({
        name: 'Dora',
        preferred_username: 'dora@northshire.example',
        email: 'dora@northshire.example',
        upn: 'dora',
      }),
    ],
  ])('is not one %s: it signs in the person to whom the account is tied, with their posts', async (_, forgery) => {
    const browser = new Browser(there.council.instances);
    there.entra.forgery = forgery;
    try {
      expect((await there.signIn(browser, 'iris')).status).toBe(303);
    } finally {
      there.entra.forgery = undefined;
    }
    const { html } = await browser.get('/help');
    expect(/app-signed-in__name">([^<]*)<span[^>]*>([^<]*)/.exec(html)?.slice(1)).toEqual(['Iris', ', iro']);
  });
});
