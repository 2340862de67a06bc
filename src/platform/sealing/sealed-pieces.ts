import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { KEY_BYTES } from './sealing.js';

const CIPHER = 'aes-256-gcm';
const PIECE = 64 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const SALT_BYTES = 32;

/** The sealed file is not as it was: changed, cut short, of something else, or sealed with another key. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Seals a file in pieces, so that it is opened piece by piece and no byte is let out before it is checked (the STREAM construction on AES-256-GCM).
 * Each file has a key of its own, made from the key and 256 bits of chance. A piece that was moved, repeated or left out does not open.
 *
 * The chance is written first, then the pieces, each with its tag.
 * @param about what the file belongs to: it opens only where the same is said again
 */
export const sealedInPieces = (key: Buffer, about: string, bytes: Buffer): Buffer => {
  const salt = randomBytes(SALT_BYTES);
  const own = ownKey(key, salt);
  const sealed: Buffer[] = [salt];
  const pieces = Math.max(1, Math.ceil(bytes.length / PIECE));
  for (let number = 0; number < pieces; number++) {
    const piece = bytes.subarray(number * PIECE, (number + 1) * PIECE);
    const cipher = createCipheriv(CIPHER, own, nonceOf(number, number === pieces - 1)).setAAD(Buffer.from(about));
    sealed.push(cipher.update(piece), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(sealed);
};

/**
 * Opens what was sealed in pieces, one after the other.
 * @param sealed its bytes, in chunks of any length
 * @throws SealBroken
 */
export async function* openedPieces(key: Buffer, about: string, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let own: Buffer | undefined;
  let kept: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const chunk of sealed) {
    kept = Buffer.concat([kept, chunk]);
    if (own === undefined) {
      if (kept.length < SALT_BYTES) continue;
      own = ownKey(key, kept.subarray(0, SALT_BYTES));
      kept = kept.subarray(SALT_BYTES);
    }
    // The last piece is known only by the end, so one is always kept back.
    while (kept.length > PIECE + TAG_BYTES) {
      yield openedPiece(own, about, kept.subarray(0, PIECE + TAG_BYTES), nonceOf(number++, false));
      kept = kept.subarray(PIECE + TAG_BYTES);
    }
  }
  if (own === undefined) throw new SealBroken('It is cut short.');
  yield openedPiece(own, about, kept, nonceOf(number, true));
}

const ownKey = (key: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, 'footprint document', KEY_BYTES));

const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(number, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
};

const openedPiece = (own: Buffer, about: string, piece: Buffer, nonce: Buffer): Buffer => {
  if (piece.length < TAG_BYTES) throw new SealBroken('It is cut short.');
  const decipher = createDecipheriv(CIPHER, own, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(about)).setAuthTag(piece.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new SealBroken('It is not as it was sealed, or was sealed with another key.', { cause: error });
  }
};
