import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync, strToU8, strFromU8, type Zippable } from 'fflate';
import writeXlsx from 'write-excel-file/node';
import { fileAt } from './register-file.js';
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
  const { headings, rows } = await readSpreadsheet(fileAt(await written('register.csv', content)));
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

  it('takes lines that a lone quotation mark has joined for rows of their own, none of which is certain', async () => {
    const { rows } = await read('Ref,Team,Theme\nA1,"b,c\nA2,b,c\nA3,"b,c\n');
    expect(rows.map(({ cells }) => cells[0])).toEqual(['A1', 'A2', 'A3']);
    expect(rows.every(({ broken }) => broken?.reason.includes('opens in line'))).toBe(true);
  });

  it('says on which line the quotation mark opened, and reads on below the doubtful lines', async () => {
    const { rows } = await read('Ref,Team,Theme\nA1,b,c\nA2,"b,c\nA3,"b",c\nA4,b,c\n');
    expect(rows.map(({ row, cells, broken }) => [row, cells[0], broken === undefined])).toEqual([
      [2, 'A1', true],
      [3, 'A2', false],
      [4, 'A3', false],
      [5, 'A4', true],
    ]);
    expect(rows[2]!.broken!.reason).toMatch(/^The quotation mark that opens in line 3 of the file/);
  });

  it('refuses text after a closing quotation mark', async () => {
    const { rows } = await read('Ref,Team,Theme\nA1,"b" said she,c\nA2,"b" ,c\n');
    expect(rows.map(({ broken }) => broken === undefined)).toEqual([false, true]);
  });

  it.each([
    ['spaces after them', 'no visit, no plan, no school, no contact\nno review, no health check, no plan, none'],
    ['no spaces', 'visit,plan,school,contact\nreview,health,dentist,plan\nvisit,plan,school,contact'],
  ])('keeps a closed cell with line breaks and many separators with %s as one', async (_, text) => {
    const { rows } = await read(`Ref,Raised,Team,Concern\nA1,10/05/2022,North,"${text}"\nA2,11/05/2022,North,x\n`);
    expect(rows.map(({ cells, broken }) => [cells.at(-1), broken])).toEqual([
      [text, undefined],
      ['x', undefined],
    ]);
  });

  it('refuses a closed cell in which a line reads as a row', async () => {
    const { rows } = await read('Ref,Raised,Team,Concern\nA1,10/05/2022,North,"a\nA2,11/05/2022,North,x"\n');
    expect(rows.map(({ cells, broken }) => [cells[0], broken === undefined])).toEqual([
      ['A1', false],
      ['A2', false],
    ]);
  });

  it('keeps what stands beyond the last heading, so that it can be mended', async () => {
    const { rows } = await read('Ref,Team,Theme\nA2,b,c,d\n');
    expect(rows[0]!.cells).toEqual(['A2', 'b', 'c | d']);
  });

  it.each([
    ['is empty', '', /is empty/],
    ['has a heading twice', 'Ref,ref \n1,2\n', /two columns headed "ref"/],
  ])('that %s is refused in a sentence', async (_, text, sentence) => {
    await expect(read(text)).rejects.toThrow(UnreadableFile);
    await expect(read(text)).rejects.toThrow(sentence);
  });

  it.each([
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a web page', '<html><table><tr><td>Ref</td></tr></table></html>'],
    ['a web page', '\ufeff<!DOCTYPE html>\n<html></html>'],
    [
      'an XML spreadsheet',
      '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
    ],
    ['a PDF', '%PDF-1.7'],
  ])('that is really %s is refused by what it is, not for its headings', async (what, content) => {
    await expect(read(content)).rejects.toThrow(new RegExp(`register\\.csv is ${what}.*save it as XLSX or CSV\\.$`));
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from('\ufeffRef,Team\nA1,Zoë\n', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('Ref,Team\nA1,Zoë\n', 'utf16le')],
    ['UTF-16 in the other order', Buffer.from('\ufeffRef,Team\nA1,Zoë\n', 'utf16le').swap16()],
    ['UTF-16 in the other order, without a mark', Buffer.from('Ref,Team\nA1,Zoë\n', 'utf16le').swap16()],
    ['tabs', 'Ref\tTeam\nA1\tZoë\n'],
    ['bars', 'Ref|Team\nA1|Zoë\n'],
    ['its separator named', 'sep=;\r\nRef;Team\r\nA1;Zoë\r\n'],
    ['spaces before quotation marks', 'Ref, Team\nA1, "Zoë"\n'],
    ['old line breaks', 'Ref,Team\rA1,Zoë\r'],
  ])('is read with %s', async (_, content) => {
    const { headings, rows } = await read(content);
    expect([headings, ...rows.map(({ cells }) => cells)]).toEqual([
      ['Ref', 'Team'],
      ['A1', 'Zoë'],
    ]);
  });

  it('passes over titles, totals, repeated headings and blank rows, and counts each', async () => {
    const path = await written(
      'titles.csv',
      'Register 2022/23,,,\nKept by us,,,\n,,,\nRef,Team,Raised,Theme\nA1,b,1/4/22,c\n\nRef,Team,Raised,Theme\nA2,b,1/4/22,c\nTotal,2,,\n',
    );
    const sheet = await readSpreadsheet(fileAt(path));
    const references: string[] = [];
    for await (const { cells } of sheet.rows) references.push(cells[0]!);
    expect(sheet.headings).toEqual(['Ref', 'Team', 'Raised', 'Theme']);
    expect(references).toEqual(['A1', 'A2']);
    expect(sheet.passedOver).toEqual({ titles: [1, 2], headingsAgain: [7], totals: [9], blank: 2 });
  });

  it('takes no row of data for headings, and no row with words for a total', async () => {
    const { headings, rows } = await read('Ref,Team\nTotal loss,b\nA1,x,10/05/2022,y,z\n');
    expect(headings).toEqual(['Ref', 'Team']);
    expect(rows).toHaveLength(2);
  });

  it('that does not exist is refused in a sentence', async () => {
    await expect(readSpreadsheet(fileAt(join(folder, 'nowhere.csv')))).rejects.toThrow(/nowhere\.csv cannot be opened/);
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
    const { headings, rows } = await readSpreadsheet(fileAt(path));
    const all: SpreadsheetRow[] = [];
    for await (const row of rows) all.push(row);
    expect(headings).toEqual(['Ref', 'Raised', 'Child', 'Concern']);
    expect(all).toEqual([{ row: 2, cells: ['A1', '2021-04-09', '1568440', ' two\nlines '], broken: undefined }]);
  });

  it('gives a date with a time as both, for the mapping to decide', async () => {
    const path = join(folder, 'times.xlsx');
    const date = { value: new Date(Date.UTC(2021, 3, 9, 14, 30)), type: Date, format: 'dd/mm/yyyy hh:mm' };
    await (await writeXlsx([[{ value: 'Raised' }], [date]])).toFile(path);
    const { rows } = await readSpreadsheet(fileAt(path));
    for await (const { cells } of rows) expect(cells).toEqual(['2021-04-09 14:30']);
  });

  it('is read from the first sheet that people see, and says what else there is', async () => {
    const table = (ref: string) => [
      ['Ref', 'Team', 'Raised', 'Theme'],
      [ref, 'b', 'c', 'd'],
    ];
    const path = await written(
      'sheets.xlsx',
      await bookOf([table('HID'), [['Read me']], table('A1'), table('OLD')], {
        'xl/workbook.xml': (xml) => xml.replace('<sheet ', '<sheet state="hidden" '),
      }),
    );
    const sheet = await readSpreadsheet(fileAt(path));
    for await (const { cells } of sheet.rows) expect(cells[0]).toBe('A1');
    expect(sheet.notes.join()).toMatch(
      /only its sheet "S2" is read, not "S0" \(hidden, rows: 2\), "S1" \(rows: 1\), "S3"/,
    );
  });

  it('names hidden rows, which are read', async () => {
    const path = await written(
      'hidden.xlsx',
      await bookOf(
        [
          [
            ['Ref', 'Team'],
            ['A1', 'b'],
            ['A2', 'b'],
          ],
        ],
        {
          'xl/worksheets/sheet1.xml': (xml) => xml.replace('<row r="3"', '<row r="3" hidden="1"'),
        },
      ),
    );
    const sheet = await readSpreadsheet(fileAt(path));
    let rows = 0;
    for await (const _ of sheet.rows) rows++;
    expect(rows).toBe(2);
    expect(sheet.notes.join()).toMatch(/rows that are hidden in the spreadsheet are read like the others: 3\./);
  });

  it.each([
    ['a number', '<c r="B3"><f>A3</f></c>'],
    ['a text', '<c r="B3" t="str"><f>A3</f></c>'],
    ['an empty result', '<c r="B3"><f>A3</f><v/></c>'],
  ])('refuses a row with a formula whose result is not kept: %s', async (_, cell) => {
    const path = await written(
      'formulas.xlsx',
      await bookOf(
        [
          [
            ['Ref', 'Team'],
            ['A1', 'b'],
            ['A2', 'b'],
          ],
        ],
        {
          'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<c r="B3".*?<\/c>/, cell),
        },
      ),
    );
    const broken: unknown[] = [];
    for await (const row of (await readSpreadsheet(fileAt(path))).rows) broken.push(row.broken?.found);
    expect(broken).toEqual([undefined, 'B3']);
  });

  it('that is damaged is refused in a sentence', async () => {
    const path = await written('damaged.xlsx', Buffer.from('PK\u0003\u0004 and nothing more', 'latin1'));
    await expect(readSpreadsheet(fileAt(path))).rejects.toThrow(/damaged\.xlsx is not a spreadsheet that can be read/);
  });

  it('of fifty thousand rows is read', async () => {
    const rowAt = (_: unknown, at: number): string => {
      const cells = [`A${at}`, 'North', 'Drift and delay'].map(
        (text, column) => `<c r="${'ABC'[column]}${at + 2}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
      return `<row r="${at + 2}">${cells.join('')}</row>`;
    };
    const rows = Array.from({ length: 50_000 }, rowAt).join('');
    const path = await changed(
      (sheet) => sheet.replace('</sheetData>', `${rows}</sheetData>`),
      [['Ref', 'Team', 'Theme']],
    );
    const { rows: read } = await readSpreadsheet(fileAt(path));
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
    await expect(readSpreadsheet(fileAt(path))).rejects.toThrow(
      /changed\.xlsx is too large to be a register: a sheet may reach/,
    );
  });

  it('padded with blanks that would be read for minutes is refused', async () => {
    const path = await changed((sheet) => sheet.replace('</sheetData>', `${' '.repeat(40_000_000)}</sheetData>`));
    await expect(readSpreadsheet(fileAt(path))).rejects.toThrow(/a text in it is longer than any cell can hold/);
  });

  it('that unpacks to more than can be held is refused by what its directory says', async () => {
    const path = await changed((sheet) => sheet);
    const book = await readFile(path);
    // In the directory the name of a part stands 46 bytes from its entry's beginning, and its size unpacked 24.
    const entry = book.lastIndexOf('xl/worksheets/sheet') - 46;
    expect(book.readUInt32LE(entry)).toBe(0x02014b50);
    book.writeUInt32LE(200_000_001, entry + 24);
    await writeFile(path, book);
    await expect(readSpreadsheet(fileAt(path))).rejects.toThrow(/unpacks to more than 200 MB\. Save its sheet as CSV/);
  });

  /** A book of several sheets, S0, S1 and so on, with some of its parts changed. */
  const bookOf = async (
    sheets: string[][][],
    changes: Record<string, (xml: string) => string> = {},
  ): Promise<Buffer> => {
    const book = await writeXlsx(
      sheets.map((data, at) => ({ sheet: `S${at}`, data: data.map((cells) => cells.map((value) => ({ value }))) })),
    );
    const parts: Zippable = unzipSync(await book.toBuffer());
    for (const [part, change] of Object.entries(changes)) {
      const before = strFromU8(parts[part] as Uint8Array);
      if (change(before) === before) throw new Error(`Nothing was changed in ${part}.`);
      parts[part] = strToU8(change(before));
    }
    return Buffer.from(zipSync(parts));
  };

  /** A small sheet as a program would write it, with its text changed. */
  const changed = async (change: (sheet: string) => string, cells = [['Ref'], ['A1']]): Promise<string> => {
    const book = await (await writeXlsx(cells.map((row) => row.map((value) => ({ value }))))).toBuffer();
    const parts: Zippable = unzipSync(book);
    const [sheet] = Object.keys(parts).filter((part) => part.includes('worksheets/sheet'));
    parts[sheet!] = strToU8(change(strFromU8(parts[sheet!] as Uint8Array)));
    return written('changed.xlsx', Buffer.from(zipSync(parts, { level: 1 })));
  };
});
