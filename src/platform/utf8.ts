import { isUtf8 } from 'node:buffer';

/** The place, counted from 1, at which bytes stop being UTF-8. */
export interface NotUtf8 {
  readonly line: number;
  readonly byte: number;
}

/** The first letter of a text that cannot be read as UTF-8; undefined where each can. */
export const notUtf8In = (bytes: Buffer): NotUtf8 | undefined => {
  if (isUtf8(bytes)) return undefined;
  // Bytes that cannot be read are replaced, so the first difference is at their place.
  const read = Buffer.from(bytes.toString('utf8'));
  const at = bytes.findIndex((byte, index) => byte !== read[index]);
  const before = at < 0 ? bytes.subarray(0, -1) : bytes.subarray(0, at);
  return { line: before.filter((byte) => byte === NEW_LINE).length + 1, byte: before.length + 1 };
};

const NEW_LINE = 10;
