import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import type { Edition } from './edition.js';
import type { FrozenTable, ReportDrafted } from './events.js';
import { fileOf, filesHashed } from './files-of-edition.js';
import { type Paper, paperOf, type Part } from './paper.js';
import { DOCX, paperDocx } from './paper-docx.js';
import { tableCsv } from './table-csv.js';
import { ODS, tableOds } from './table-ods.js';

const drafted: ReportDrafted = {
  report: 'RPT-7K4M-2QXH',
  ...{ kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'public', threshold: 10, team: null },
};
const HIDDEN = 'c: hidden, so that nobody can be recognised.';
const table: FrozenTable = {
  title: 'Formal disputes by team/service: <"Care" & others>',
  columns: ['Q1', 'Q2', 'Total'],
  rows: [
    { label: 'Through Care 3', cells: ['c', 31, 'c'] },
    { label: 'Kinship', cells: [null, 15, 'c'] },
    { label: 'Total', cells: [41, 46, 87] },
  ],
  notes: [HIDDEN],
};
const edition: Edition = {
  ...{
    edition: 1,
    reason: null,
    writers: ['iro'],
    checkedBy: null,
    approvedBy: null,
    approvedOn: null,
    withdrawn: null,
    givenUp: null,
  },
  ...{ published: null, entered: [], stories: [], actions: [], takenOut: [], comments: [], presented: null },
  sections: { summary: 'Plans of 2022 move sooner.\n\nNobody <waits> & hopes.' },
  figures: {
    lastEvent: '6f1c9f5e-8c2b-5d0e-9a57-0f8d3f5b2a10',
    asAt: '2023-06-01T09:00:00.000Z',
    measures: [
      {
        ...{ code: 'formal', label: 'Formal disputes', value: 87, missing: null, note: null },
        ...{ unit: 'count', previous: 55, change: 32, changePercent: 58.2, definition: 'Raised in the year.' },
      },
    ],
    tables: [table],
    says: { words: PLAIN_WORDS, kept: [] },
    ...{ method: 'hidden', layout: [], leftOut: [], totalsAnyway: [], besides: [], disclosures: [], released: [] },
  },
};
const ASAT = edition.figures!.asAt;

const partOf = (archive: Uint8Array, name: string): string => strFromU8(unzipSync(archive)[name]!);
const all = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))].map(([, inside]) => inside!);
const textOf = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const numbersIn = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

describe('A report for Word', () => {
  const paper = paperOf(drafted, edition);
  const body = async (of: Paper = paper): Promise<string> => partOf(await paperDocx(of, ASAT), 'word/document.xml');
  const tablesIn = (xml: string): string[][][] =>
    all(xml, 'w:tbl').map((each) => all(each, 'w:tr').map((row) => all(row, 'w:tc').map(textOf)));
  const said = (part: Part): string[] => {
    if (part.is === 'table') return part.rows.flatMap(({ label, cells }) => [label, ...cells]).concat(part.columns);
    return part.is === 'facts' ? part.rows.flatMap(({ key, value }) => [key, value]) : [part.text];
  };

  it('is what programs take for a document of Word', async () => {
    expect((await fileTypeFromBuffer(await paperDocx(paper, ASAT)))!.mime).toBe(DOCX);
  });

  it('has its headings as headings, of the level of each', async () => {
    const headings = all(await body(), 'w:p').flatMap((each) => {
      const [, level] = /<w:pStyle w:val="Heading(\d)"/.exec(each) ?? [];
      return level === undefined ? [] : [[Number(level), textOf(each)]];
    });
    expect(headings).toEqual(paper.parts.flatMap((part) => (part.is === 'heading' ? [[part.level, part.text]] : [])));
    expect(headings.length).toBeGreaterThan(4);
  });

  it('has every table with its heads on each page and every number, and a hidden one as c', async () => {
    const xml = await body();
    const printed = paper.parts.flatMap((part) => {
      if (part.is === 'facts') return [part.rows.map(({ key, value }) => [key, value])];
      if (part.is !== 'table') return [];
      return [[['', ...part.columns], ...part.rows.map(({ label, cells }) => [label, ...cells])]];
    });
    expect(tablesIn(xml)).toEqual(printed);
    expect(tablesIn(xml)).toContainEqual([
      ['', 'Q1', 'Q2', 'Total'],
      ['Through Care 3', 'c', '31', 'c'],
      ['Kinship', 'not known', '15', 'c'],
      ['Total', '41', '46', '87'],
    ]);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(paper.parts.filter(({ is }) => is === 'table').length);
  });

  it('says no number that the paper does not say, and every one that it does', async () => {
    expect(
      all(await body(), 'w:p')
        .flatMap((each) => numbersIn(textOf(each)))
        .sort(),
    ).toEqual(paper.parts.flatMap(said).flatMap(numbersIn).sort());
  });

  it('is the same bytes whenever it is made, and says when its figures were counted', async () => {
    const [one, other] = [await paperDocx(paper, ASAT), await paperDocx(paper, ASAT)];
    expect(one.equals(other)).toBe(true);
    expect(partOf(one, 'docProps/core.xml')).toMatch(/created[^>]*>2023-06-01T09:00:00Z</);
    expect(partOf(one, 'docProps/core.xml')).toMatch(/modified[^>]*>2023-06-01T09:00:00Z</);
  });
});

describe('A table as an open-document spreadsheet', () => {
  const sheet = partOf(tableOds(table), 'content.xml');
  const cells = all(sheet, 'table:table-row').map((row) =>
    [...row.matchAll(/<table:table-cell([^>]*)>(.*?)<\/table:table-cell>/gs)].map(([, attributes, inside]) => {
      const [, value] = / office:value="([^"]*)"/.exec(attributes!) ?? [];
      return value === undefined ? textOf(inside!) : Number(value);
    }),
  );

  it('is what programs take for one, and says so before anything else', async () => {
    expect((await fileTypeFromBuffer(tableOds(table)))!.mime).toBe(ODS);
    expect(
      tableOds(table)
        .subarray(30, 38 + ODS.length)
        .toString('latin1'),
    ).toBe(`mimetype${ODS}`);
  });

  it('has every number to count with, a hidden one as a word, and the notes below', () => {
    expect(cells).toEqual([
      [table.title, ...table.columns],
      ['Through Care 3', 'c', 31, 'c'],
      ['Kinship', 'not known', 15, 'c'],
      ['Total', 41, 46, 87],
      [HIDDEN],
    ]);
  });

  it('says no number besides', () => {
    expect(
      all(sheet, 'text:p')
        .flatMap((each) => numbersIn(textOf(each)))
        .sort(),
    ).toEqual(numbersIn(tableCsv(table)).sort());
  });

  it('has heads for whoever listens, and a name that every program takes', () => {
    expect(all(sheet, 'table:table-header-rows')).toHaveLength(1);
    expect(sheet).toContain('table:name="Formal disputes by team service"');
  });

  it('is the same bytes whenever it is made', () => {
    expect(tableOds(table).equals(tableOds(table))).toBe(true);
  });
});

describe('The table of last year’s actions', () => {
  const sentence = 'Three teams began, and the fourth begins once its manager is there.';
  const actions = [
    {
      ...{ action: 'A1', what: 'Halve the drift', holder: 'Head of Safeguarding', progress: 'under-way' as const },
      ...{ sentence, asAt: '2023-03-31', by: 'iro' },
    },
    {
      ...{ action: 'A2', what: '=1+1', holder: 'Kinship', progress: 'not-begun' as const },
      ...{ sentence: 'Nobody held the post.', asAt: '2023-03-31', by: 'iro' },
    },
  ];
  const acted = { ...edition, actions };
  const row = ['Halve the drift', 'Head of Safeguarding', 'under way', sentence, '31 March 2023'];
  const bytes = async (as: 'csv' | 'ods', number: number) =>
    (await fileOf(drafted, acted, { as, table: number }))?.bytes ?? null;

  it('stands in its section of a paper, with no name of who entered it', () => {
    const { parts } = paperOf(drafted, acted);
    const at = parts.findIndex((part) => part.is === 'heading' && part.text === 'Last year’s actions');
    const [label, ...cells] = row;
    expect(parts[at + 1]).toMatchObject({ is: 'table', isOfWords: true, rows: [{ label, cells }, {}] });
    expect(paperOf(drafted, edition).parts).not.toContainEqual(parts[at]);
  });

  it('has its words to the left in Word, and the numbers of the other tables to the right', async () => {
    const xml = partOf(await paperDocx(paperOf(drafted, acted), ASAT), 'word/document.xml');
    const table = all(xml, 'w:tbl').find((each) => each.includes('Halve the drift'))!;
    expect(all(table, 'w:tr').map((each) => all(each, 'w:tc').map(textOf))).toContainEqual(row);
    expect(table).not.toContain('<w:jc w:val="right"/>');
    expect(all(xml, 'w:tbl').find((each) => each.includes('Through Care 3'))).toContain('<w:jc w:val="right"/>');
    const [first] = all(table, 'w:tblGrid').map((each) => [...each.matchAll(/w:w="(\d+)"/g)].map(([, w]) => Number(w)));
    expect(Math.max(...first!.slice(1))).toBe(first![3]);
  });

  it('is one table more for a spreadsheet, of words that run as no formula', async () => {
    const csv = (await bytes('csv', 2))!.toString();
    expect(csv).toContain('"Last year’s actions","Who holds it","Progress","What was done","As of"');
    expect(csv).toContain(row.map((each) => `"${each}"`).join(','));
    expect(csv).not.toContain('"=1+1"');
    const sheet = partOf((await bytes('ods', 2))!, 'content.xml');
    for (const each of row) expect(sheet).toContain(`<text:p>${each}</text:p>`);
    expect(await bytes('csv', 3)).toBeNull();
    expect(await fileOf(drafted, edition, { as: 'csv', table: 2 })).toBeNull();
    const names = (await filesHashed(drafted, acted, { on: '2023-10-04', address: null })).map(({ name }) => name);
    expect(names).toContain('RPT-7K4M-2QXH-edition-1-table-2.ods');
  });
});
