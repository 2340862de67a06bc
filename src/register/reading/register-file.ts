import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnreadableFile } from './sheet.js';

/** A file that may be a register, on the disk of the command line or sent by a browser. */
export interface RegisterFile {
  /** As it was given: two files in different folders may share a name. */
  readonly path: string;
  /** Without folders: what is kept in the log. */
  readonly name: string;
  /**
   * Its bytes from the first one, piece by piece; each call begins anew.
   * @throws UnreadableFile
   */
  pieces(): AsyncIterable<Buffer>;
}

export const fileAt = (path: string): RegisterFile => ({
  path,
  name: basename(path),
  pieces: () => piecesAt(path),
});

/** Bytes that are in memory already, and stay there: nothing of them touches the disk. */
export const fileOfBytes = (name: string, bytes: Buffer): RegisterFile => ({
  path: name,
  name: basename(name),
  async *pieces() {
    yield bytes;
  },
});

/** The whole file. */
export const allOf = async (file: RegisterFile): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** At most so many of its first bytes. */
export const beginningOf = async (file: RegisterFile, size: number): Promise<Buffer> => {
  let beginning = Buffer.alloc(0);
  for await (const piece of file.pieces()) {
    beginning = Buffer.concat([beginning, piece]);
    if (beginning.length >= size) break;
  }
  return beginning.subarray(0, size);
};

async function* piecesAt(path: string): AsyncGenerator<Buffer> {
  const file = await open(path).catch(() => {
    throw new UnreadableFile(`${path} cannot be opened. Check its name and that you may read it.`);
  });
  try {
    yield* file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>;
  } catch {
    throw new UnreadableFile(`${path} is not a file that can be read.`);
  } finally {
    await file.close();
  }
}
