import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { openedPieces, SealBroken, sealedInPieces } from './sealed-pieces.js';

const key = randomBytes(32);
const PIECE = 64 * 1024;

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const opened = async (sealed: Buffer, about = 'document 1', with_ = key, size = 10_000): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of openedPieces(with_, about, inChunks(sealed, size))) pieces.push(piece);
  return Buffer.concat(pieces);
};

describe('a file sealed in pieces', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_000])('of %d bytes opens as it was', async (size) => {
    const bytes = randomBytes(size);
    const sealed = sealedInPieces(key, 'document 1', bytes);
    for (const chunk of [997, 65_552, 1_000_000])
      expect((await opened(sealed, 'document 1', key, chunk)).equals(bytes)).toBe(true);
    expect(sealed.includes(bytes.subarray(0, 40)) && size > 40).toBe(false);
  });

  it('stays closed with another key, for another document, changed, cut, or with its pieces in another order', async () => {
    const sealed = sealedInPieces(key, 'document 1', randomBytes(3 * PIECE));
    await expect(opened(sealed, 'document 1', randomBytes(32))).rejects.toThrow(SealBroken);
    await expect(opened(sealed, 'document 2')).rejects.toThrow(SealBroken);
    for (const at of [0, 31, 32, 32 + PIECE, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      await expect(opened(changed)).rejects.toThrow(SealBroken);
    }
    const whole = PIECE + 16;
    for (const end of [10, 32, 32 + whole, 32 + 2 * whole, sealed.length - 1])
      await expect(opened(sealed.subarray(0, end))).rejects.toThrow(SealBroken);
    const [head, one, two, rest] = [0, 32, 32 + whole, 32 + 2 * whole].map((from, index, all) =>
      sealed.subarray(from, all[index + 1]),
    );
    await expect(opened(Buffer.concat([head!, two!, one!, rest!]))).rejects.toThrow(SealBroken);
    await expect(opened(Buffer.concat([head!, one!, one!, two!, rest!]))).rejects.toThrow(SealBroken);
  });

  it('lets nothing out before it is checked', async () => {
    const sealed = sealedInPieces(key, 'document 1', Buffer.alloc(2 * PIECE, 'a'));
    sealed[40]! ^= 1;
    const first = openedPieces(key, 'document 1', inChunks(sealed, 1_000)).next();
    await expect(first).rejects.toThrow(SealBroken);
  });
});
