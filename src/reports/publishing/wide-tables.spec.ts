import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import type { Paper } from './paper.js';
import { paperDocx } from './paper-docx.js';
import { paperPdf } from './paper-pdf.js';
import { tableOds } from './table-ods.js';

const MADE = '2023-10-04T09:00:00.000Z';
const TEAMS = ['Children with Disabilities', 'Locality North', 'Locality South', 'Locality Wyre Forest'];
const COLUMNS = [...TEAMS, 'Unaccompanied Children', 'Localities', 'Through Care 1', 'Through Care 2', 'Total'];
const ROWS = ['Drift and delay', 'Other themes'].map((label, row) => ({
  ...{ label, cells: COLUMNS.map((_, column) => String(100 * (row + 1) + column)) },
}));
const paper: Paper = {
  ...{ title: 'A report', edition: 'RPT-1, edition 1' },
  parts: [
    { is: 'heading', level: 1, text: 'A report' },
    { is: 'table', columns: COLUMNS, rows: ROWS },
  ],
};

/* A word of a head is not broken in its middle: columns that do not fit beside each other stand below, with the same first cells. */
describe('A table with more columns than fit', () => {
  it('stands in Word as tables of whole words, whose rows all say what they are', async () => {
    const xml = strFromU8(unzipSync(await paperDocx(paper, MADE))['word/document.xml']!);
    const tables = xml.split('<w:tbl>').slice(1);
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) {
      for (const { label } of ROWS) expect(table).toContain(label);
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9_026);
      const [heads = ''] = table.split('</w:tr>');
      const longest = heads
        .split('</w:tc>')
        .slice(1, -1)
        .map((cell) =>
          Math.max(
            0,
            ...cell
              .replace(/<[^>]*>/g, '')
              .split(' ')
              .map(({ length }) => length),
          ),
        );
      // A letter of 9 points is some 5 points wide, and a cell leaves 11 free.
      longest.forEach((letters, place) => expect(widths[place + 1]!).toBeGreaterThan(letters * 100 + 200));
    }
    for (const { cells } of ROWS) for (const cell of cells) expect(xml.split(`>${cell}<`)).toHaveLength(2);
  });

  it('stands so on paper', async () => {
    const pdf = await paperPdf(paper, MADE);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();
    for (const word of new Set(COLUMNS.flatMap((column) => column.split(' ')))) expect(text).toContain(word);
    expect(text.split('Drift and delay').length).toBeGreaterThan(2);
    for (const { cells } of ROWS) for (const cell of cells) expect(text).toMatch(new RegExp(`\\b${cell}\\b`));
    expect(
      execFileSync('pdfinfo', ['-struct', '-'], { input: pdf })
        .toString()
        .match(/^ +Table/gm)!.length,
    ).toBeGreaterThan(1);
  });

  it('is one sheet of a spreadsheet, called by whole words, with its heads in several lines', () => {
    const title = 'Informal disputes by service and quarter';
    const table = { title, columns: COLUMNS, rows: ROWS, notes: [] };
    const xml = strFromU8(unzipSync(tableOds(table))['content.xml']!);
    expect(xml).toContain('table:name="Informal disputes by service"');
    expect(xml.match(/<table:table /g)).toHaveLength(1);
    expect(xml).toContain('table:style-name="over" office:value-type="string"><text:p>Children with Disabilities');
    expect(strFromU8(unzipSync(tableOds({ ...table, title: 'Formal disputes by team' }))['content.xml']!)).toContain(
      'table:name="Formal disputes by team"',
    );
  });
});

describe('A table that goes on over a page', () => {
  it('never leaves its last row alone on the next page', async () => {
    const rows = ['Q1', 'Q2', 'Q3', 'Total'].map((label) => ({ label, cells: ['1'] }));
    // With so many lines above it the page ends before, within and after its rows.
    for (let lines = 30; lines <= 45; lines++) {
      const above = Array.from({ length: lines }, () => ({ is: 'paragraph' as const, text: 'A line.' }));
      const parts = [...above, { is: 'table' as const, columns: ['Number'], rows }];
      const pdf = await paperPdf({ ...{ title: 'A report', edition: 'RPT-1, edition 1' }, parts }, MADE);
      const pages = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString().split('\f');
      const [withLast] = pages.filter((page) => page.includes('Total'));
      expect([lines, withLast?.includes('Q3')]).toEqual([lines, true]);
    }
  });
});
