import { createHash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import { type Encoding, NarrowEncoding, wideEncoding } from '../../platform/separated-text/encoding.js';
import { LineCutter } from '../../platform/separated-text/lines.js';
import { SeparatedText } from '../../platform/separated-text/separated-text.js';
import { separatorOf, tellsSeparator } from '../../platform/separated-text/separator.js';
import type { TextRow } from '../../platform/separated-text/text-row.js';
import type { RegisterFile } from './register-file.js';
import { type Sheet, type SpreadsheetRow, UnreadableFile } from './sheet.js';
import { shown } from './shown.js';

/** Reads separated text as spreadsheet programs write it, piece by piece: a long file is never held whole. */
export const readCsv = async (file: RegisterFile): Promise<Sheet> => {
  const { encoding, sha256, beginning } = await look(file);
  const text = { file, encoding, lines: await linesIn(file, encoding) };
  return { rows: rowsOf(text, separatorOf(beginning)), sha256, notes: [] };
};

interface TextFile {
  readonly file: RegisterFile;
  readonly encoding: Encoding;
  /** Counted apart from the reading of rows, so that the two can be held against each other. */
  readonly lines: number;
}

/** Enough to hold the row of headings. */
const BEGINNING = 64 * 1024;

/** Goes through the bytes once, for their encoding and their digest. */
const look = async (file: RegisterFile): Promise<{ encoding: Encoding; sha256: string; beginning: string }> => {
  const hash = createHash('sha256');
  const narrow = new NarrowEncoding();
  let first = Buffer.alloc(0);
  for await (const piece of file.pieces()) {
    hash.update(piece);
    if (first.length < BEGINNING) first = Buffer.concat([first, piece]);
    narrow.look(piece);
  }
  const encoding = wideEncoding(first) ?? narrow.found();
  return { encoding, sha256: hash.digest('hex'), beginning: new TextDecoder(encoding).decode(first) };
};

/** The lines of the file by its line breaks alone. */
const linesIn = async (file: RegisterFile, encoding: Encoding): Promise<number> => {
  let breaks = 0;
  let last = '';
  for await (const piece of decoded(file, encoding)) {
    if (piece === '') continue;
    const across = last === '\r' && piece.startsWith('\n') ? 1 : 0;
    breaks += (piece.match(/\r\n|\r|\n/g)?.length ?? 0) - across;
    last = piece.at(-1)!;
  }
  return breaks + (last === '' || last === '\n' || last === '\r' ? 0 : 1);
};

async function* rowsOf(text: TextFile, separator: string): AsyncGenerator<SpreadsheetRow> {
  let row = 0;
  let lines = 0;
  for await (const found of textRows(text, separator)) {
    lines += found.lines;
    if (found.line === 1 && tellsSeparator(found.cells)) continue;
    row++;
    yield { row, cells: found.cells, ...brokenWhere(found) };
  }
  if (lines !== text.lines)
    throw new UnreadableFile(
      `${text.file.name} has ${text.lines} lines and ${lines} of them were accounted for, so nothing of it was read. Save it again as XLSX.`,
    );
}

const brokenWhere = ({ doubtfulSince, cells }: TextRow): Pick<SpreadsheetRow, 'broken'> =>
  doubtfulSince === undefined
    ? {}
    : {
        broken: {
          found: shown(cells.join(' ')),
          reason:
            `The quotation mark that opens in line ${doubtfulSince} of the file has no certain partner, so nobody can tell whether this ` +
            'is a row or a part of its text. Close that quotation mark where the text ends, or write it twice where it belongs to the text.',
        },
      };

async function* textRows({ file, encoding }: TextFile, separator: string): AsyncGenerator<TextRow> {
  const cutter = new LineCutter();
  const rows = new SeparatedText(separator);
  for await (const piece of decoded(file, encoding)) for (const line of cutter.piece(piece)) yield* rows.read(line);
  for (const line of cutter.end()) yield* rows.read(line);
  yield* rows.end();
}

/** The text piece by piece, without a byte-order mark; a decoder keeps what a piece cuts through. */
async function* decoded(file: RegisterFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of file.pieces()) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
