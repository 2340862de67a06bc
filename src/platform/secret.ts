import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;

/** 256 bits that nobody can guess, as 43 characters which may stand in a header or an address. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** The hash that is kept in place of a secret: with 256 bits of chance in the secret nobody finds the way back. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether this is the secret of which the hash was kept; takes equally long wherever they differ. */
export const isSecretOf = (hash: string, secret: string): boolean => {
  const kept = Buffer.from(hash);
  const given = Buffer.from(hashOf(secret));
  return kept.length === given.length && timingSafeEqual(kept, given);
};
