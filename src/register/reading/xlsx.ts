import { createHash } from 'node:crypto';
import { allOf, type RegisterFile } from './register-file.js';
import { shown } from './shown.js';
import { UnreadableFile, type Sheet, type SpreadsheetRow } from './sheet.js';
import { type SheetOfBook, sheetsOf } from './sheets-of-book.js';
import { packed, unpackWithinLimits } from './unpack.js';

/**
 * Reads the first sheet that people see and that has rows in it; numbers stay as they are written in the file, dates become `2021-04-30`.
 * The notes name the parts that it does not read, and those that its readers may not have seen themselves.
 */
export const readXlsx = async (file: RegisterFile): Promise<Sheet> => {
  const { name } = file;
  const bytes = await allOf(file);
  const { default: readSheets } = await import('read-excel-file/node');
  const reading = async () => {
    const parts = unpackWithinLimits(bytes, name);
    const about = sheetsOf(parts);
    const data = await readSheets(packed(parts), { trim: false, parseNumber: (digits: string) => digits });
    return data.map((sheet, at) => ({
      about: about[at] ?? NOTHING_KNOWN,
      name: sheet.sheet,
      data: sheet.data as Cells[],
    }));
  };
  const sheets = await reading().catch((error: unknown) => {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(`${name} is not a spreadsheet that can be read. Save it again as XLSX or CSV.`);
  });
  const filled = sheets.filter(({ data }) => data.some(isFilled));
  const read = registerAmong(filled);
  return {
    rows: rowsOf(read),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    notes: read === undefined ? [] : [...notReadNotes(name, filled, read), ...hiddenNotes(name, read)],
  };
};

type Cells = readonly unknown[];
interface FilledSheet {
  readonly about: SheetOfBook;
  readonly name: string;
  readonly data: readonly Cells[];
}

const NOTHING_KNOWN: SheetOfBook = { hidden: false, hiddenRows: [], withoutResult: new Map() };

/** A register has a reference, a team, a date and a theme at least. */
const COLUMNS_OF_A_REGISTER = 4;

/** A visible sheet comes before a hidden one, and a table before a page of words. */
const registerAmong = (sheets: readonly FilledSheet[]): FilledSheet | undefined => {
  const seen = sheets.filter(({ about }) => !about.hidden);
  const isTable = ({ data }: FilledSheet): boolean =>
    data.some((cells) => cells.filter((cell) => asText(cell).trim() !== '').length >= COLUMNS_OF_A_REGISTER);
  return seen.find(isTable) ?? seen[0] ?? sheets.find(isTable) ?? sheets[0];
};

const isFilled = (cells: Cells): boolean => cells.some((cell) => asText(cell).trim() !== '');

const notReadNotes = (name: string, sheets: readonly FilledSheet[], read: FilledSheet): string[] => {
  const others = sheets.filter((sheet) => sheet !== read);
  if (others.length === 0) return [];
  const named = others.map(
    (sheet) =>
      `"${shown(sheet.name)}" (${sheet.about.hidden ? 'hidden, ' : ''}rows: ${sheet.data.filter(isFilled).length.toLocaleString('en-GB')})`,
  );
  return [
    `${name}: only its sheet "${shown(read.name)}" is read, not ${named.join(', ')}. Save each sheet that belongs to the register as a file of its own.`,
  ];
};

const hiddenNotes = (name: string, { about, data }: FilledSheet): string[] => {
  const rows = about.hiddenRows.filter((row) => isFilled(data[row - 1] ?? []));
  const notes = about.hidden ? [`${name}: the sheet that is read is hidden in the spreadsheet.`] : [];
  if (rows.length > 0)
    notes.push(
      `${name}: rows that are hidden in the spreadsheet are read like the others: ${listedRows(rows)}. A filter hides rows too.`,
    );
  return notes;
};

const MOST_LISTED = 10;

const listedRows = (rows: readonly number[]): string =>
  rows.slice(0, MOST_LISTED).join(', ') + (rows.length > MOST_LISTED ? ` and ${rows.length - MOST_LISTED} more` : '');

async function* rowsOf(sheet: FilledSheet | undefined): AsyncGenerator<SpreadsheetRow> {
  for (const [at, cells] of (sheet?.data ?? []).entries()) {
    const row = at + 1;
    const unknown = sheet!.about.withoutResult.get(row);
    yield { row, cells: cells.map(asText), ...(unknown === undefined ? {} : { broken: withoutResult(unknown) }) };
  }
}

const withoutResult = (cells: readonly string[]): { found: string; reason: string } => ({
  found: cells.join(', '),
  reason:
    'These cells hold a formula of which the file does not keep the result. Open the file in a spreadsheet program, save it again, and ' +
    'then read it.',
});

const asText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateAsText(cell);
  return String(cell);
};

/** Spreadsheet dates have no time zone; the reader gives them as midnight UTC. */
const dateAsText = (date: Date): string => {
  const [day, time] = date.toISOString().split('T') as [string, string];
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
};
