import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes of a key: 256 bits. */
export const KEY_BYTES = 32;

/** Closes texts with one key (AES-256-GCM), so that what is kept of them tells nothing to a person who has not got the key. */
export class Sealing {
  constructor(private readonly key: Buffer) {}

  /** @param about what the text belongs to: it opens only where the same is said again, so that it cannot be moved to another */
  seal(about: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(about));
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /** A secret that follows from the key, and from which nobody finds the key. @param purpose tells it from others */
  secretFor(purpose: string): string {
    return createHmac('sha256', this.key).update(purpose).digest('base64url');
  }

  /** The text; null where it was closed with another key, belongs to something else, or was changed. */
  open(about: string, sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      );
    } catch {
      return null;
    }
  }
}

/** A key that follows from a secret. @param purpose tells it from other keys that follow from the same secret */
export const keyFrom = (purpose: string, secret: string): Buffer =>
  createHash('sha256').update(`${purpose} ${secret}`).digest();
