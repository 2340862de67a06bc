import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Instant } from '../../calendar/calendar.js';
import { assertNever } from '../../platform/decider.js';
import { columnsThatFit, widthsIn, widthsOfWords, wordsOf } from '../../platform/office/columns-that-fit.js';
import { steadyZip } from '../../platform/office/steady-zip.js';
import type { Paper, Part, TableRow as PaperRow } from './paper.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twentieths of a point: what is left between the edges of a page of A4. */
const WIDTH = 9_026;
/** What the first column has of it; where the others need the room it is narrow, and the letters are small: half points, and their width. */
const USUAL = { key: 3_400, size: 22, letter: 132 };
/** Sentences need the room that figures leave free. */
const OF_WORDS = { key: 2_400, size: 18, letter: 108 };
const NARROW = { key: 2_000, size: 18, letter: 108 };
/** What a cell leaves free at both sides of its words. */
const BESIDE_WORDS = 220;
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/**
 * A paper as a document for Word, whose headings and tables are headings and tables for whoever listens or looks for them.
 * @param madeAt stands in the file; of an edition the moment as at which it counts, so that it is the same bytes whenever it is made
 */
export const paperDocx = async ({ title, edition, parts }: Paper, madeAt: Instant): Promise<Buffer> => {
  const document = new Document({
    ...{ title, creator: 'Footprint', lastModifiedBy: 'Footprint' },
    styles: { default: { document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } } } },
    sections: [{ footers: { default: footOf(edition) }, children: parts.flatMap(written) }],
  });
  return madeAgainTheSame(await Packer.toBuffer(document), madeAt);
};

const footOf = (edition: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({
            children: [`${edition} · Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            size: 17,
          }),
        ],
      }),
    ],
  });

const written = (part: Part): (Paragraph | Table)[] => {
  switch (part.is) {
    case 'heading':
      return [new Paragraph({ text: part.text, heading: LEVELS[part.level], keepNext: true })];
    case 'paragraph':
      return [new Paragraph({ text: part.text, spacing: { after: 120 } })];
    case 'facts':
      return tableOf(part.rows.map(({ key, value }) => ({ label: key, cells: [value] })));
    case 'table':
      return tableOf(part.rows, part.columns, part.isOfWords);
    default:
      return assertNever(part);
  }
};

/** With as many columns as fit beside each other: the others stand below in a table of their own, with the same first cells. */
const tableOf = (
  rows: readonly PaperRow[],
  heads?: readonly string[],
  isOfWords: boolean = heads === undefined,
): (Paragraph | Table)[] => {
  if (heads === undefined) return tableOnPage(rows, heads, { ...USUAL, isOfWords, widths: [WIDTH - USUAL.key] });
  const neededBy = ({ letter }: typeof USUAL): number[] =>
    heads.map((head, place) => {
      const words = [head, ...rows.map(({ cells }) => cells[place] ?? '')].flatMap(wordsOf);
      return Math.max(...words.map(({ length }) => length)) * letter + BESIDE_WORDS;
    });
  const isUsual = columnsThatFit(neededBy(USUAL), WIDTH - USUAL.key).length <= 1;
  const laidOut = isOfWords ? OF_WORDS : isUsual ? USUAL : NARROW;
  const room = WIDTH - laidOut.key;
  const needed = neededBy(laidOut);
  const widthsByWords = (group: readonly number[]): number[] =>
    widthsOfWords(
      room,
      group.map((place) => ({ needed: needed[place]!, words: rows.map(({ cells }) => cells[place] ?? '') })),
    );
  return columnsThatFit(needed, room).flatMap((group) => {
    const of = <Each>(all: readonly Each[]): Each[] => group.map((place) => all[place]!);
    return tableOnPage(
      rows.map(({ label, cells }) => ({ label, cells: of(cells) })),
      of(heads),
      {
        ...laidOut,
        isOfWords,
        widths: (isOfWords ? widthsByWords(group) : widthsIn(room, of(needed))).map(Math.floor),
      },
    );
  });
};

/** With its heads again on each of its pages, and each row on one; an empty line below, or two tables would grow together. */
const tableOnPage = (
  rows: readonly PaperRow[],
  heads: readonly string[] | undefined,
  {
    key,
    size,
    isOfWords,
    widths: others,
  }: Pick<typeof USUAL, 'key' | 'size'> & { readonly isOfWords: boolean; readonly widths: readonly number[] },
): (Paragraph | Table)[] => {
  const widths = [key, ...others];
  const alignment = isOfWords ? AlignmentType.LEFT : AlignmentType.RIGHT;
  const row = (label: string, cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      ...{ tableHeader: isHead, cantSplit: true },
      children: [label, ...cells].map(
        (text, column) =>
          new TableCell({
            width: { size: widths[column]!, type: WidthType.DXA },
            children: [
              new Paragraph({
                ...(column === 0 ? {} : { alignment }),
                children: [new TextRun({ text, size, bold: isHead || column === 0 })],
              }),
            ],
          }),
      ),
    });
  return [
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        ...(heads === undefined ? [] : [row('', heads, true)]),
        ...rows.map(({ label, cells }) => row(label, cells, false)),
      ],
    }),
    new Paragraph(''),
  ];
};

/** The library writes into each file when it was made. */
const madeAgainTheSame = (made: Uint8Array, madeAt: Instant): Buffer => {
  const { 'docProps/core.xml': core, ...rest } = unzipSync(made);
  const at = madeAt.replace(/\.\d+Z$/, 'Z');
  const steady = strFromU8(core!).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`);
  return steadyZip({ ...rest, 'docProps/core.xml': strToU8(steady) });
};
