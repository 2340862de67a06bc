import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;

/**
 * 256 bits that nobody can guess, as 43 characters which may stand in a header, an address or a command: none begins with a dash, by which a
 * command would take it for an option.
 */
export const newSecret = (): string => {
  const written = randomBytes(SECRET_BYTES).toString('base64url');
  return written.startsWith('-') ? newSecret() : written;
};

/** The hash that is kept in place of a secret: with 256 bits of chance in the secret nobody finds the way back. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether this is the secret of which the hash was kept; takes equally long wherever they differ. */
export const isSecretOf = (hash: string, secret: string): boolean => {
  const kept = Buffer.from(hash);
  const given = Buffer.from(hashOf(secret));
  return kept.length === given.length && timingSafeEqual(kept, given);
};
