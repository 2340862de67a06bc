import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Instant } from '../../calendar/calendar.js';
import { columnsThatFit, widthsIn, widthsOfWords, wordsOf } from '../office/columns-that-fit.js';

const require = createRequire(import.meta.url);
/** They hold the letters of most languages that are written from left to right, where the fonts of every PDF reader hold those of few. */
const FONT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** That it keeps the rules of PDF/UA is said in the file; the types of the library know the kinds for archives alone. */
const AS_PDF_UA: object = { subset: 'PDF/UA' };

/** Points: a page of A4 with 2 cm around it. */
const MARGIN = 57;
const WIDTH = 595 - 2 * MARGIN;
const KEY_WIDTH = 150;
/** With more columns than this the heads need the room. */
const MANY_COLUMNS = 6;
const NARROW_KEY_WIDTH = 105;
/** Sentences need the room that figures leave free. */
const KEY_OF_WORDS = 125;
/** Numbers that stand far apart are not read as one row. */
const WIDEST_COLUMN = 90;
const SIZES = { text: 10, small: 8.5, heading: { 1: 18, 2: 13, 3: 10 } } as const;
const GAP = 6;
/** The room that a heading needs on a page: for the headings below it, and for the heads and the first row of a table. */
const ROOM = { 1: 140, 2: 110, 3: 80 } as const;

export interface AboutPdf {
  /** Shown by readers instead of the name of the file: it names no child. */
  readonly title: string;
  /** At the foot of each page, before its number. */
  readonly foot: string;
  readonly madeAt: Instant;
}

/**
 * A document for paper that a screen reader reads as well (PDF/UA): each heading, paragraph, list and table says what it is, in the order in
 * which it is read. Written from its beginning to its end.
 */
export class TaggedPdf {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;

  constructor(private readonly about: AboutPdf) {
    const madeAt = new Date(about.madeAt);
    this.pdf = new PDFDocument({
      ...{ size: 'A4', margin: MARGIN, bufferPages: true, font: FONT, lang: 'en-GB' },
      ...{ pdfVersion: '1.7', ...AS_PDF_UA, tagged: true, displayTitle: true },
      info: { Title: about.title, Producer: 'Footprint', Creator: 'Footprint', CreationDate: madeAt, ModDate: madeAt },
    });
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  heading(level: 1 | 2 | 3, text: string): void {
    const size = SIZES.heading[level];
    // A heading stands with what is below it.
    this.ifNoRoom(ROOM[level]);
    this.gap(level === 1 ? 0 : GAP);
    this.add(`H${level}`, () => this.pdf.font(BOLD).fontSize(size).text(text));
    this.gap(level === 3 ? 2 : GAP);
  }

  paragraph(text: string, { bold = false, small = false }: { bold?: boolean; small?: boolean } = {}): void {
    this.add('P', () => this.write(text, { bold, small }));
    this.gap(GAP);
  }

  /** Says what the text below it is, and stands with it. */
  label(text: string): void {
    this.ifNoRoom(SIZES.text * 4);
    this.add('P', () => this.write(text, { small: true }));
  }

  list(lines: readonly string[]): void {
    const list = this.pdf.struct('L');
    this.root.add(list);
    for (const line of lines) {
      const item = this.pdf.struct('LI');
      list.add(item);
      const [left, top] = [this.pdf.x, this.pdf.y];
      item.add(this.pdf.struct('Lbl', {}, () => this.write('•', { at: [left, top], width: 12 })));
      // A line that begins on the next page begins there with its point.
      const beside = this.pdf.y < top ? MARGIN : top;
      item.add(this.pdf.struct('LBody', {}, () => this.write(line, { at: [left + 12, beside], width: WIDTH - 12 })));
      item.end();
      this.pdf.x = left;
      this.gap(2);
    }
    list.end();
    this.gap(GAP);
  }

  /** Two columns: what it is, and what is known. */
  facts(rows: readonly { readonly key: string; readonly value: string }[]): void {
    const table = this.pdf.struct('Table');
    this.root.add(table);
    for (const { key, value } of rows) {
      const width = WIDTH - KEY_WIDTH;
      this.ifNoRoom(this.pdf.font(FONT).fontSize(SIZES.text).heightOfString(value, { width }) + GAP);
      const row = this.pdf.struct('TR');
      table.add(row);
      const top = this.pdf.y;
      row.add(
        this.pdf.struct('TH', {}, () => this.write(key, { bold: true, at: [MARGIN, top], width: KEY_WIDTH - GAP })),
      );
      const under = this.pdf.y;
      row.add(this.pdf.struct('TD', {}, () => this.write(value, { at: [MARGIN + KEY_WIDTH, top], width })));
      row.end();
      this.pdf.x = MARGIN;
      this.pdf.y = Math.max(under, this.pdf.y) + 3;
    }
    table.end();
    this.gap(GAP);
  }

  /**
   * Columns under their heads, which stand on each of its pages; the first cell of each row says what the row is. Each row stands on one
   * page. Where its columns do not fit beside each other, those that are left stand below in a table of their own, with the same first cells.
   */
  table({ columns, rows, isOfWords = false }: TableOfPdf): void {
    const key = columns.length > MANY_COLUMNS ? NARROW_KEY_WIDTH : KEY_WIDTH;
    const needed = columns.map((head, place) => this.neededFor([head, ...rows.map(({ cells }) => cells[place] ?? '')]));
    for (const group of columnsThatFit(needed, WIDTH - (isOfWords ? KEY_OF_WORDS : key))) {
      const of = <Each>(all: readonly Each[]): Each[] => group.map((place) => all[place]!);
      const part = {
        columns: of(columns),
        rows: rows.map(({ label, cells }) => ({ label, cells: of(cells) })),
        isOfWords,
      };
      const first = isOfWords ? KEY_OF_WORDS : Math.max(key, WIDTH - group.length * WIDEST_COLUMN);
      this.tableOnPage(part, first, of(needed));
    }
  }

  /** The room that the longest word of a column takes. */
  private neededFor(texts: readonly string[]): number {
    this.pdf.font(BOLD).fontSize(SIZES.small);
    return Math.max(...texts.flatMap(wordsOf).map((word) => this.pdf.widthOfString(word))) + GAP + 1;
  }

  private tableOnPage(
    { columns, rows, isOfWords = false }: TableOfPdf,
    first: number,
    needed: readonly number[],
  ): void {
    const table = this.pdf.struct('Table');
    this.root.add(table);
    const align = isOfWords ? 'left' : 'right';
    const widths = isOfWords
      ? widthsOfWords(
          WIDTH - first,
          needed.map((each, place) => ({ needed: each, words: rows.map(({ cells }) => cells[place] ?? '') })),
        )
      : widthsIn(WIDTH - first, needed);
    const leftOf = (place: number): number =>
      MARGIN + first + widths.slice(0, place).reduce((sum, width) => sum + width, 0);
    const heightOfCells = (cells: readonly string[]): number =>
      Math.max(...cells.map((cell, place) => this.heightOf(cell, widths[place]! - GAP)));
    const heightOfRow = (head: string, cells: readonly string[]): number =>
      Math.max(this.heightOf(head, first - GAP), heightOfCells(cells));
    const row = (head: string, cells: readonly string[], tag: 'TH' | 'TD', below = 0): void => {
      const height = heightOfRow(head, cells);
      if (!this.hasRoom(height + below)) {
        this.pdf.addPage();
        if (tag === 'TD') headsAgain();
      }
      const element = this.pdf.struct('TR');
      table.add(element);
      const top = this.pdf.y;
      const cell = (kind: 'TH' | 'TD', text: string, left: number, wide: number, align: Align): void => {
        const draw = (): void =>
          this.write(text, { bold: kind === 'TH', small: true, at: [left, top], width: wide - GAP, align });
        element.add(this.pdf.struct(kind, {}, draw));
      };
      cell('TH', head, MARGIN, first, 'left');
      // Numbers stand under one another by their last figure.
      cells.forEach((text, index) => cell(tag, text, leftOf(index), widths[index]!, align));
      element.end();
      this.pdf.x = MARGIN;
      this.pdf.y = top + height + 3;
    };
    /** For the eye alone: a person who listens is told the head of each cell. */
    const headsAgain = (): void => {
      const top = this.pdf.y;
      this.pdf.markContent('Artifact', { type: 'Layout' });
      columns.forEach((text, index) =>
        this.write(text, {
          ...{ bold: true, small: true, width: widths[index]! - GAP, align },
          at: [leftOf(index), top],
        }),
      );
      this.pdf.endMarkedContent();
      this.pdf.x = MARGIN;
      this.pdf.y = top + heightOfCells(columns) + 3;
    };
    const [begun] = rows;
    // Heads stand with the first of what they are heads of.
    this.ifNoRoom(heightOfRow('', columns) + (begun === undefined ? 0 : heightOfRow(begun.label, begun.cells)) + GAP);
    row('', columns, 'TH');
    // The last row, often a total, takes the one above it along to the next page.
    const last = rows.length < 3 ? undefined : rows.at(-1)!;
    const lastHeight = last === undefined ? 0 : heightOfRow(last.label, last.cells) + 3;
    rows.forEach(({ label, cells }, place) => row(label, cells, 'TD', place === rows.length - 2 ? lastHeight : 0));
    table.end();
    this.gap(GAP);
  }

  finish(): Promise<Buffer> {
    this.root.end();
    this.footPages();
    return new Promise((resolve, reject) => {
      const pieces: Buffer[] = [];
      this.pdf.on('data', (piece: Buffer) => pieces.push(piece));
      this.pdf.on('end', () => resolve(Buffer.concat(pieces)));
      this.pdf.on('error', reject);
      this.pdf.end();
    });
  }

  private footPages(): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.pdf.switchToPage(page);
      // Below the margin, where a text would begin a page of its own.
      const { bottom } = this.pdf.page.margins;
      this.pdf.page.margins.bottom = 0;
      this.pdf.markContent('Artifact', { type: 'Pagination' });
      const text = `${this.about.foot} · Page ${page - start + 1} of ${count}`;
      this.pdf
        .font(FONT)
        .fontSize(SIZES.small)
        .text(text, MARGIN, this.pdf.page.height - 36, { lineBreak: false });
      this.pdf.endMarkedContent();
      this.pdf.page.margins.bottom = bottom;
    }
  }

  private write(text: string, { bold = false, small = false, at, width = WIDTH, align = 'left' }: Writing = {}): void {
    this.pdf.font(bold ? BOLD : FONT).fontSize(small ? SIZES.small : SIZES.text);
    if (at === undefined) this.pdf.text(text, { width, lineGap: 2, align });
    else this.pdf.text(text, at[0], at[1], { width, lineGap: 2, align });
  }

  private heightOf(text: string, width: number): number {
    return this.pdf.font(BOLD).fontSize(SIZES.small).heightOfString(text, { width, lineGap: 2 });
  }

  private add(tag: string, draw: () => void): void {
    const element = this.pdf.struct(tag, {}, draw);
    this.root.add(element);
    element.end();
  }

  private gap(points: number): void {
    this.pdf.y += points;
  }

  private ifNoRoom(points: number): void {
    if (!this.hasRoom(points)) this.pdf.addPage();
  }

  private hasRoom(points: number): boolean {
    return this.pdf.y + points <= this.pdf.page.height - MARGIN;
  }
}

export interface TableOfPdf {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
  /** Its cells are words and no numbers: they stand to the left, and the longer ones have more room. */
  readonly isOfWords?: boolean;
}

type Align = 'left' | 'right';

interface Writing {
  readonly bold?: boolean;
  readonly small?: boolean;
  readonly at?: readonly [x: number, y: number];
  readonly width?: number;
  readonly align?: Align;
}
