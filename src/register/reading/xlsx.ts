import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UnreadableFile, type Sheet, type SpreadsheetRow } from './sheet.js';
import { unpackWithinLimits } from './unpack.js';

/** Reads the first sheet with anything in it; numbers stay as they are written in the file, dates become `2021-04-30`. */
export const readXlsx = async (path: string, name: string): Promise<Sheet> => {
  const bytes = await readFile(path);
  const { default: readSheets } = await import('read-excel-file/node');
  const reading = async () =>
    readSheets(unpackWithinLimits(bytes, name), { trim: false, parseNumber: (digits: string) => digits });
  const sheets = await reading().catch((error: unknown) => {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(`${name} is not a spreadsheet that can be read. Save it again as XLSX or CSV.`);
  });
  const filled = sheets.filter((sheet) => sheet.data.length > 0);
  const others = filled.slice(1).map((sheet) => `"${sheet.sheet}"`);
  return {
    rows: rowsOf((filled[0]?.data ?? []) as readonly (readonly unknown[])[]),
    separator: null,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    notes: others.length === 0 ? [] : [`${name}: only its first sheet is read, not ${others.join(', ')}.`],
  };
};

async function* rowsOf(data: readonly (readonly unknown[])[]): AsyncGenerator<SpreadsheetRow> {
  for (const [at, cells] of data.entries()) yield { row: at + 1, cells: cells.map(asText) };
}

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
