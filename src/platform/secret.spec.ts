import { describe, expect, it } from '@jest/globals';
import { hashOf, isSecretOf, newSecret } from './secret.js';

describe('a secret', () => {
  it('is another each time, and 256 bits long', () => {
    const secrets = new Set(Array.from({ length: 100 }, newSecret));
    expect(secrets.size).toBe(100);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('is never taken for an option of a command', () => {
    const secrets = Array.from({ length: 5_000 }, newSecret);
    expect(secrets.filter((secret) => secret.startsWith('-'))).toEqual([]);
    expect(secrets.some((secret) => secret.includes('-'))).toBe(true);
  });

  it('is known again by its hash, and no other is', () => {
    const secret = newSecret();
    expect(hashOf(secret)).not.toContain(secret);
    expect(isSecretOf(hashOf(secret), secret)).toBe(true);
    expect(isSecretOf(hashOf(secret), newSecret())).toBe(false);
    expect(isSecretOf('', secret)).toBe(false);
  });
});
