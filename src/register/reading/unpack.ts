import { unzipSync, zipSync } from 'fflate';
import { UnreadableFile } from './sheet.js';

/** Far beyond any register, and well within the memory of a small machine. */
const MOST_BYTES = 200_000_000;
const MOST_ROWS = 200_000;
const MOST_COLUMNS = 200;
/** Of all sheets together, the blank cells within them counted: each takes memory once it is read. */
const MOST_CELLS = 10_000_000;

/**
 * The parts of an XLSX that are read, once they are known to be of a size that can be held. A few
 * bytes can say that they unpack to gigabytes, and one cell in the last corner stands for a sheet of 17,000 million.
 * @throws UnreadableFile when they are too large; whatever fflate throws when it is no zip archive
 */
export const unpackWithinLimits = (bytes: Uint8Array, name: string): PartsOfBook => {
  const parts: PartsOfBook = unzipSync(bytes, { filter: withinBytes(name) });
  let cells = 0;
  for (const part of Object.values(parts)) {
    if (hasEndlessText(part))
      throw new UnreadableFile(
        `${name} is too large to be a register: a text in it is longer than any cell can hold. Save its sheet as CSV.`,
      );
    const { rows, columns } = extentOf(part);
    cells += rows * columns;
    if (rows > MOST_ROWS || columns > MOST_COLUMNS || cells > MOST_CELLS)
      throw new UnreadableFile(
        `${name} is too large to be a register: a sheet may reach to row ${inFigures(MOST_ROWS)} and column ${MOST_COLUMNS}, and ` +
          `all sheets together to ${inFigures(MOST_CELLS)} cells. Delete the empty rows and columns beyond the register, or save ` +
          'its sheet as CSV.',
      );
  }
  return parts;
};

/** Bytes of each part of a book, by its path in the archive. */
export type PartsOfBook = Record<string, Uint8Array>;

/** The parts as an archive again, without compression. */
export const packed = (parts: PartsOfBook): Buffer => Buffer.from(zipSync(parts, { level: 0 }));

/** Takes the parts that hold rows and what belongs to them, as long as the directory of the archive says that they can be held. */
const withinBytes = (name: string) => {
  let bytes = 0;
  return (part: { readonly name: string; readonly originalSize: number }): boolean => {
    if (!/\.xml(\.rels)?$/.test(part.name)) return false;
    bytes += part.originalSize;
    if (bytes > MOST_BYTES)
      throw new UnreadableFile(
        `${name} is too large to be a register: it unpacks to more than ${MOST_BYTES / 1_000_000} MB. Save its sheet as CSV.`,
      );
    return true;
  };
};

/** In bytes; a full cell of 32,767 characters is far shorter in any spelling. A text of many millions is read for minutes. */
const LONGEST_TEXT = 1_000_000;

const hasEndlessText = (part: Uint8Array): boolean => {
  for (let from = 0; from < part.length;) {
    const tag = part.indexOf(TAG, from);
    const to = tag === -1 ? part.length : tag;
    if (to - from > LONGEST_TEXT) return true;
    from = to + 1;
  }
  return false;
};
const TAG = '<'.charCodeAt(0);

/** The last row and column that a sheet speaks of: `r` is the address of a cell (`AB12`) or the number of a row. */
const ADDRESS = /[\s"']r\s*=\s*["']([A-Z]*)([^"']*)["']/g;

const extentOf = (part: Uint8Array): { rows: number; columns: number } => {
  const extent = { rows: 0, columns: 0 };
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  if (!xml.includes('sheetData')) return extent;
  for (const [, letters, row] of xml.matchAll(ADDRESS)) {
    // An address in any other spelling cannot be measured.
    extent.rows = Math.max(extent.rows, /^\d+$/.test(row!) ? Number(row) : Infinity);
    extent.columns = Math.max(extent.columns, columnNumber(letters!));
  }
  return extent;
};

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const inFigures = (number: number): string => number.toLocaleString('en-GB');
