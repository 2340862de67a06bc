import type { DomainEvent } from '../../platform/decider.js';
import type { Agreed } from '../../roles/events.js';

/** Streams: `account-<reference>`. An account signs in the person to whom it is tied, and nobody while it is tied to no one. */
export type AccountEvent =
  | DomainEvent<'AccountMet', AccountMet>
  | DomainEvent<'AccountTied', AccountTied>
  | DomainEvent<'AccountUntied', { reason: string }>;

/** Somebody whom nobody has tied to a person yet came back from the identity provider. */
export interface AccountMet {
  /** `ACC-7K4M-2QXH`; also the id of its stream. */
  account: string;
  /** With tenant and object this is the identity: it never changes, and is never given to another. */
  issuer: string;
  tenant: string | null;
  object: string;
  /** Its name when it was met, for the person who finds out whose it is. */
  userName: string | null;
  email: string | null;
}

export interface AccountTied {
  /** Person id of whom it signs in from now on. */
  person: string;
  agreed: Agreed;
}
