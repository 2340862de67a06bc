import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { UnreadableFile, type Sheet, type SpreadsheetRow } from './sheet.js';

/** Reads separated text as spreadsheet programs write it. */
export const readCsv = (bytes: Buffer, name: string): Sheet => {
  const text = decode(bytes);
  const separator = separatorOf(text);
  return { rows: rowsOf(text, separator, name), separator, notes: [] };
};

/** UTF-8 where the bytes are valid UTF-8, else Windows-1252, which older spreadsheet programs write and nothing can contradict. */
export const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Comma or semicolon, whichever stands more often between the headings (quoted text does not count). */
export const separatorOf = (text: string): ',' | ';' => {
  const headings = (/^\s*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text)?.[1] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  return headings.split(';').length > headings.split(',').length ? ';' : ',';
};

/** Bytes handed to the parser at a time, so that a long file is never held as rows all at once. */
const CHUNK = 64 * 1024;

async function* rowsOf(text: string, delimiter: string, name: string): AsyncGenerator<SpreadsheetRow> {
  const parser = Readable.from(chunksOf(text)).pipe(parse({ delimiter, relax_column_count: true, relax_quotes: true }));
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { row: ++row, cells };
  } catch {
    throw new UnreadableFile(
      `${name} cannot be read beyond row ${row + 1}: a quotation mark there has no partner. Close it, or write it twice.`,
    );
  }
}

function* chunksOf(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
