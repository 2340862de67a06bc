import { SettingInvalid } from './setting-invalid.js';

/** The council’s own sign-in (OpenID Connect). */
export interface SignInConfig {
  /** Address of the identity provider, as it stands in its tokens (`iss`). */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * The one tenant of Microsoft Entra ID whose people may sign in: a person is then known by tenant and object id (`tid`, `oid`). Null
   * for every other provider, which knows its people by subject (`sub`).
   */
  readonly tenant: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ENTRA = /^https:\/\/login\.microsoftonline\.(com|us)\//;
const NAMES = [
  'FOOTPRINT_SIGN_IN_ISSUER',
  'FOOTPRINT_SIGN_IN_CLIENT_ID',
  'FOOTPRINT_SIGN_IN_CLIENT_SECRET',
  'FOOTPRINT_SIGN_IN_TENANT',
] as const;

/**
 * Null where none of its settings is set.
 * @throws SettingInvalid where one is missing or not of its form
 */
export const signInIn = (environment: Environment): SignInConfig | null => {
  if (NAMES.every((name) => !environment[name])) return null;
  const issuer = issuerIn(required(environment, 'FOOTPRINT_SIGN_IN_ISSUER'));
  return Object.freeze({
    issuer,
    clientId: required(environment, 'FOOTPRINT_SIGN_IN_CLIENT_ID'),
    clientSecret: required(environment, 'FOOTPRINT_SIGN_IN_CLIENT_SECRET'),
    tenant: tenantIn(environment.FOOTPRINT_SIGN_IN_TENANT, issuer),
  });
};

const required = (environment: Environment, name: (typeof NAMES)[number]): string => {
  const written = environment[name];
  if (written) return written;
  throw new SettingInvalid(
    `${name} is not set, and the other settings of sign-in are: set it too, or leave all of them out.`,
  );
};

/** Without TLS only on this machine, for tests. */
const issuerIn = (written: string): string => {
  const isOfThisMachine = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(written);
  if (URL.canParse(written) && (written.startsWith('https://') || isOfThisMachine)) return written;
  throw new SettingInvalid(
    'FOOTPRINT_SIGN_IN_ISSUER is not an address with https: write https://login.microsoftonline.com/<tenant id>/v2.0.',
  );
};

/** Entra names the tenant in its address; the addresses that let every tenant in (`common`, `organizations`) are refused. */
const tenantIn = (written: string | undefined, issuer: string): string | null => {
  const named = ENTRA.test(issuer) ? new URL(issuer).pathname.split('/')[1] : undefined;
  const tenant = written || named;
  if (tenant === undefined) return null;
  if (!GUID.test(tenant) || (named !== undefined && named.toLowerCase() !== tenant.toLowerCase()))
    throw new SettingInvalid(
      'FOOTPRINT_SIGN_IN_TENANT, or the tenant in FOOTPRINT_SIGN_IN_ISSUER, is not the id of one tenant: copy the directory (tenant) id from Entra into both.',
    );
  return tenant.toLowerCase();
};
