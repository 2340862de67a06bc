/** Somebody as the identity provider knows them, whatever they are called there. */
export interface Identity {
  readonly issuer: string;
  /** Of Microsoft Entra ID (`tid`); null of other providers. */
  readonly tenant: string | null;
  /** The object id in the tenant (`oid`), or the subject at another provider (`sub`). It is never given to anybody else. */
  readonly object: string;
}

/** The claims of an ID token, once it is proved to be the provider’s and for us. */
export type Claims = Readonly<Record<string, unknown>>;

/** The reason why a token of the provider signs nobody in. */
export type NotAnIdentity = 'other-tenant' | 'no-object-id';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LONGEST = 255;

/**
 * The person whom a token is about. Nothing else in it counts: names and addresses change hands, and roles and groups are not asked for, since what
 * somebody may do follows from their posts (promise S1).
 * @param tenant the only tenant whose people may sign in; null where the provider has none
 */
export const identityIn = ({ iss, sub, tid, oid }: Claims, tenant: string | null): Identity | NotAnIdentity => {
  const issuer = String(iss);
  if (!isId(sub)) return 'no-object-id';
  if (tenant === null) return { issuer, tenant: null, object: sub };
  if (typeof tid !== 'string' || tid.toLowerCase() !== tenant) return 'other-tenant';
  if (typeof oid !== 'string' || !GUID.test(oid)) return 'no-object-id';
  return { issuer, tenant, object: oid.toLowerCase() };
};

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= LONGEST;

/** The facts that an administrator is shown, to find out whose account it is. */
export interface AccountNames {
  readonly userName: string | null;
  readonly email: string | null;
}

export const namesIn = ({ preferred_username, email }: Claims): AccountNames => ({
  userName: nameIn(preferred_username),
  email: nameIn(email),
});

const nameIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : null;
