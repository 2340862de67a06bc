import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { parse } from 'csv-parse';
import { type Sheet, type SpreadsheetRow, UnreadableFile } from './sheet.js';

/** Reads separated text as spreadsheet programs write it, piece by piece: a long file is never held whole. */
export const readCsv = async (path: string, name: string): Promise<Sheet> => {
  const { encoding, sha256, beginning } = await look(path);
  const separator = separatorOf(beginning);
  return { rows: rowsOf(path, encoding, separator, name), separator, sha256, notes: [] };
};

type Encoding = 'utf-8' | 'windows-1252';

/** Enough to hold the row of headings. */
const BEGINNING = 64 * 1024;

/** Goes through the file once: UTF-8 where all of it is valid UTF-8, else Windows-1252, which nothing can contradict. */
const look = async (path: string): Promise<{ encoding: Encoding; sha256: string; beginning: string }> => {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let encoding: Encoding = 'utf-8';
  let first = Buffer.alloc(0);
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    if (first.length < BEGINNING) first = Buffer.concat([first, piece]);
    if (encoding === 'utf-8' && !decodes(strict, piece, true)) encoding = 'windows-1252';
  }
  if (encoding === 'utf-8' && !decodes(strict, Buffer.alloc(0), false)) encoding = 'windows-1252';
  return { encoding, sha256: hash.digest('hex'), beginning: new TextDecoder(encoding).decode(first) };
};

const decodes = (decoder: TextDecoder, piece: Buffer, stream: boolean): boolean => {
  try {
    decoder.decode(piece, { stream });
    return true;
  } catch {
    return false;
  }
};

/** A whole text file: UTF-8 where the bytes are valid UTF-8, else Windows-1252. */
export const decode = (bytes: Buffer): string =>
  new TextDecoder(decodes(new TextDecoder('utf-8', { fatal: true }), bytes, false) ? 'utf-8' : 'windows-1252').decode(
    bytes,
  );

/** Comma or semicolon, whichever stands more often between the headings (quoted text does not count). */
export const separatorOf = (text: string): ',' | ';' => {
  const headings = (/^\s*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text)?.[1] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  return headings.split(';').length > headings.split(',').length ? ';' : ',';
};

/** A file put together from several may end its lines in more than one way. */
const LINE_BREAKS = ['\r\n', '\n', '\r'];

async function* rowsOf(
  path: string,
  encoding: Encoding,
  delimiter: string,
  name: string,
): AsyncGenerator<SpreadsheetRow> {
  const parser = Readable.from(decoded(path, encoding)).pipe(
    parse({ delimiter, record_delimiter: LINE_BREAKS, relax_column_count: true, relax_quotes: true }),
  );
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { row: ++row, cells };
  } catch {
    throw new UnreadableFile(
      `${name} cannot be read beyond row ${row + 1}: a quotation mark there has no partner. Close it, or write it twice.`,
    );
  }
}

/** The text piece by piece, without a byte-order mark; a decoder keeps what a piece cuts through. */
async function* decoded(path: string, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>)
    yield Buffer.from(decoder.decode(piece, { stream: true }));
}
