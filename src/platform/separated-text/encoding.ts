import { TextDecoder } from 'node:util';

/** How the letters of a text are kept: as spreadsheet programs of the last thirty years write them. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** Bytes that are looked at to find out. */
const ENOUGH = 64 * 1024;

/** UTF-16 by its mark, or by the empty half of almost every letter; null for text of single bytes. */
export const wideEncoding = (beginning: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const [first, second] = beginning;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const looked = beginning.subarray(0, ENOUGH);
  const empty = [0, 0];
  for (const [at, byte] of looked.entries()) if (byte === 0) empty[at % 2]!++;
  const most = looked.length / 2;
  if (looked.length >= 4 && empty[1]! > most * 0.4 && empty[0]! < most * 0.1) return 'utf-16le';
  if (looked.length >= 4 && empty[0]! > most * 0.4 && empty[1]! < most * 0.1) return 'utf-16be';
  return null;
};

/** Goes through a text of single bytes, piece by piece: UTF-8 where all of it is valid, else Windows-1252, which nothing contradicts. */
export class NarrowEncoding {
  private readonly strict = new TextDecoder('utf-8', { fatal: true });
  private valid = true;

  look(piece: Uint8Array): void {
    if (this.valid) this.valid = decodes(this.strict, piece, true);
  }

  found(): 'utf-8' | 'windows-1252' {
    if (this.valid) this.valid = decodes(this.strict, new Uint8Array(), false);
    return this.valid ? 'utf-8' : 'windows-1252';
  }
}

const decodes = (decoder: TextDecoder, piece: Uint8Array, stream: boolean): boolean => {
  try {
    decoder.decode(piece, { stream });
    return true;
  } catch {
    return false;
  }
};

/** A text file that is held whole, without its byte-order mark. */
export const decode = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

const encodingOf = (bytes: Uint8Array): Encoding => {
  const wide = wideEncoding(bytes);
  if (wide !== null) return wide;
  const narrow = new NarrowEncoding();
  narrow.look(bytes);
  return narrow.found();
};
