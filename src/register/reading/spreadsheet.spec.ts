import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync, strToU8, strFromU8, type Zippable } from 'fflate';
import writeXlsx from 'write-excel-file/node';
import { readSpreadsheet, type SpreadsheetRow, UnreadableFile } from './spreadsheet.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footprint-reading-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const written = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

const read = async (content: string | Buffer): Promise<{ headings: readonly string[]; rows: SpreadsheetRow[] }> => {
  const { headings, rows } = await readSpreadsheet(await written('register.csv', content));
  const all: SpreadsheetRow[] = [];
  for await (const row of rows) all.push(row);
  return { headings, rows: all };
};

const cellsOf = async (content: string | Buffer): Promise<(readonly string[])[]> =>
  (await read(content)).rows.map(({ cells }) => cells);

describe('a CSV file', () => {
  it.each([
    ['commas', 'Ref,Team\r\nA1,Zoë\r\n'],
    ['semicolons', 'Ref;Team\r\nA1;Zoë\r\n'],
    ['a byte-order mark', '\ufeffRef,Team\nA1,Zoë\n'],
    ['lines that end in different ways', 'Ref,Team\r\nA1,Zoë\n'],
    ['no last line break', 'Ref,Team\nA1,Zoë'],
    ['quoted cells', '"Ref","Team"\n"A1","Zoë"\n'],
  ])('is read with %s', async (_, text) => {
    expect(await read(text)).toEqual({
      headings: ['Ref', 'Team'],
      rows: [{ row: 2, cells: ['A1', 'Zoë'], broken: undefined }],
    });
  });

  it('is read as Windows-1252 where it is no UTF-8', async () => {
    expect(await cellsOf(Buffer.from('Ref,Team\nA1,Zo\xeb \x96 \x80\n', 'latin1'))).toEqual([['A1', 'Zoë – €']]);
  });

  it('keeps letters whole wherever the file is cut into pieces', async () => {
    const text = 'ﻷ€é'.repeat(60_000);
    expect(await cellsOf(`Ref,Team\nA1,${text}\n`)).toEqual([['A1', text]]);
  });

  it('numbers rows as a spreadsheet does, and passes over blank ones', async () => {
    const { rows } = await read('Ref,Team\n\nA1,"two\nlines"\n,\nA2,x\n');
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [3, 'A1'],
      [5, 'A2'],
    ]);
  });

  it('keeps line breaks, quotation marks and right-to-left text', async () => {
    expect(await cellsOf('Ref,Team\nA1,"a\r\n""b"" \u200fשלום"\n')).toEqual([['A1', 'a\r\n"b" \u200fשלום']]);
  });

  it('takes a short row for one with blank cells, and names a row with too many', async () => {
    const { rows } = await read('Ref,Team,Theme\nA1\nA2,b,c,d\nA3,b,c,\n');
    expect(rows[0]!.cells).toEqual(['A1', '', '']);
    expect(rows.map(({ broken }) => broken?.found)).toEqual([undefined, 'd', undefined]);
  });

  it('notices lines that a lone quotation mark has swallowed', async () => {
    const { rows } = await read('Ref,Team,Theme\nA1,"b,c\nA2,b,c\nA3,"b,c\n');
    expect(rows).toHaveLength(1);
    expect(rows[0]!.broken?.reason).toContain('quotation mark without its partner');
  });

  it.each([
    ['is empty', '', /is empty/],
    ['has a heading twice', 'Ref,ref \n1,2\n', /two columns headed "ref"/],
    ['never closes a quotation mark', 'Ref,Team\nA1,"b\n', /cannot be read beyond row 2/],
  ])('that %s is refused in a sentence', async (_, text, sentence) => {
    await expect(read(text)).rejects.toThrow(UnreadableFile);
    await expect(read(text)).rejects.toThrow(sentence);
  });

  it.each([
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['Unicode text', Buffer.from('\ufeffRef,Team\nA1,North\n', 'utf16le')],
  ])('that is really %s is refused by what it is, not for its headings', async (_, content) => {
    await expect(read(content)).rejects.toThrow(/old Excel file .* or Unicode text .*Save it again as XLSX or CSV/);
  });

  it('that is not there is refused in a sentence', async () => {
    await expect(readSpreadsheet(join(folder, 'nowhere.csv'))).rejects.toThrow(/nowhere\.csv cannot be opened/);
  });
});

describe('an XLSX file', () => {
  it('gives its dates as dates, its numbers as written, and its texts untouched', async () => {
    const path = join(folder, 'register.xlsx');
    const date = { value: new Date(Date.UTC(2021, 3, 9)), type: Date, format: 'dd/mm/yyyy' };
    const sheet = [
      [{ value: 'Ref' }, { value: 'Raised' }, { value: 'Child' }, { value: 'Concern' }],
      [{ value: 'A1' }, date, { value: 1568440, type: Number }, { value: ' two\nlines ' }],
    ];
    await (await writeXlsx(sheet)).toFile(path);
    const { headings, rows } = await readSpreadsheet(path);
    const all: SpreadsheetRow[] = [];
    for await (const row of rows) all.push(row);
    expect(headings).toEqual(['Ref', 'Raised', 'Child', 'Concern']);
    expect(all).toEqual([{ row: 2, cells: ['A1', '2021-04-09', '1568440', ' two\nlines '], broken: undefined }]);
  });

  it('gives a date with a time as both, for the mapping to decide', async () => {
    const path = join(folder, 'times.xlsx');
    const date = { value: new Date(Date.UTC(2021, 3, 9, 14, 30)), type: Date, format: 'dd/mm/yyyy hh:mm' };
    await (await writeXlsx([[{ value: 'Raised' }], [date]])).toFile(path);
    const { rows } = await readSpreadsheet(path);
    for await (const { cells } of rows) expect(cells).toEqual(['2021-04-09 14:30']);
  });

  it('that is damaged is refused in a sentence', async () => {
    const path = await written('damaged.xlsx', Buffer.from('PK\u0003\u0004 and nothing more', 'latin1'));
    await expect(readSpreadsheet(path)).rejects.toThrow(/damaged\.xlsx is not a spreadsheet that can be read/);
  });

  it('of fifty thousand rows is read', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => [`A${at}`, 'North', 'Drift and delay']);
    const path = await changed((sheet) => sheet, [['Ref', 'Team', 'Theme'], ...rows]);
    const { rows: read } = await readSpreadsheet(path);
    let count = 0;
    for await (const _ of read) count++;
    expect(count).toBe(50_000);
  });

  const cellAt = (address: string) => (sheet: string) =>
    sheet.replace('</sheetData>', `<row><c r="${address}" t="inlineStr"><is><t>x</t></is></c></row></sheetData>`);

  it.each([
    ['the last corner of a sheet', 'XFD1048576'],
    ['a row far down', 'A200001'],
    ['a column far to the right', 'GS3'],
    ['too large an empty field', 'GR200000'],
    ['an address in a spelling of its own', 'A1e7'],
    ['an address in disguise', '&#88;FD3'],
  ])('with a cell at %s is refused in a sentence before it is laid out', async (_, address) => {
    const path = await changed(cellAt(address));
    await expect(readSpreadsheet(path)).rejects.toThrow(
      /changed\.xlsx is too large to be a register: a sheet may reach/,
    );
  });

  it('padded with blanks that would be read for minutes is refused', async () => {
    const path = await changed((sheet) => sheet.replace('</sheetData>', `${' '.repeat(40_000_000)}</sheetData>`));
    await expect(readSpreadsheet(path)).rejects.toThrow(/a text in it is longer than any cell can hold/);
  });

  it('that unpacks to more than can be held is refused by what its directory says', async () => {
    const path = await changed((sheet) => sheet.replace('</sheetData>', `${' '.repeat(200_000_000)}</sheetData>`));
    await expect(readSpreadsheet(path)).rejects.toThrow(/unpacks to more than 200 MB\. Save its sheet as CSV/);
  });

  /** A small sheet as a program would write it, with its text changed. */
  const changed = async (change: (sheet: string) => string, cells = [['Ref'], ['A1']]): Promise<string> => {
    const book = await (await writeXlsx(cells.map((row) => row.map((value) => ({ value }))))).toBuffer();
    const parts: Zippable = unzipSync(book);
    const [sheet] = Object.keys(parts).filter((part) => part.includes('worksheets/sheet'));
    parts[sheet!] = strToU8(change(strFromU8(parts[sheet!] as Uint8Array)));
    return written('changed.xlsx', Buffer.from(zipSync(parts)));
  };
});
