import { strToU8 } from 'fflate';
import { steadyZip } from '../../platform/office/steady-zip.js';
import { xmlText } from '../../platform/office/xml-text.js';

export const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/** The longest name of a sheet that programs for tables take, and the letters that none of them takes. */
const LONGEST_NAME = 31;
const NOT_IN_A_NAME = /[[\]*?:/\\']/g;

/** A table as a paper has it: a figure is a number to count with, a word, or null where nobody knows it. */
export interface TableWritten {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (number | string | null)[] }[];
  readonly notes: readonly string[];
  /** Its cells are words, which stand to the left and in several lines where they are long. */
  readonly isOfWords?: true;
}

/**
 * One table of a report as an open-document spreadsheet, as it is printed: a hidden figure is "c" there too. Its heads are those of the
 * table for whoever listens, and its notes stand below it. The same table is the same bytes.
 */
export const tableOds = (table: TableWritten): Buffer => tablesOds([table]);

/** The same of several tables, each on a sheet of its own; the file bears the name of the first. */
export const tablesOds = (tables: readonly TableWritten[]): Buffer =>
  steadyZip(
    {
      'META-INF/manifest.xml': strToU8(MANIFEST),
      'content.xml': strToU8(contentOf(tables)),
      'meta.xml': strToU8(metaOf(tables[0]!)),
    },
    // A program that is handed the file looks here for its kind: first, and not packed.
    { mimetype: strToU8(ODS) },
  );

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
`;

const metaOf = ({ title }: TableWritten): string =>
  `${XML}<office:document-meta xmlns:office="${OASIS}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">` +
  `<office:meta><dc:title>${xmlText(title)}</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>\n`;

const contentOf = (tables: readonly TableWritten[]): string =>
  `${XML}<office:document-content xmlns:office="${OASIS}:office:1.0" xmlns:table="${OASIS}:table:1.0" xmlns:text="${OASIS}:text:1.0"` +
  ` xmlns:style="${OASIS}:style:1.0" xmlns:fo="${OASIS}:xsl-fo-compatible:1.0" office:version="1.3">` +
  '<office:automatic-styles>' +
  '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="7cm"/></style:style>' +
  '<style:style style:name="figures" style:family="table-column"><style:table-column-properties style:column-width="3cm"/></style:style>' +
  '<style:style style:name="over" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="number" style:family="table-cell"><style:paragraph-properties fo:text-align="end"/></style:style>' +
  '<style:style style:name="said" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>' +
  '<style:style style:name="of-words" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties fo:font-weight="bold"/></style:style>' +
  '</office:automatic-styles><office:body><office:spreadsheet>' +
  tables.map(sheetOf).join('') +
  '</office:spreadsheet></office:body></office:document-content>\n';

const sheetOf = ({ title, columns, rows, notes, isOfWords }: TableWritten): string => {
  const [begins, above, cell] = isOfWords ? [headOfWords, headOfWords, said] : [head, over, figure];
  return (
    `<table:table table:name="${xmlText(sheetNamed(title))}">` +
    '<table:table-header-columns><table:table-column table:style-name="wide"/></table:table-header-columns>' +
    `<table:table-column table:style-name="${isOfWords ? 'wide' : 'figures'}" table:number-columns-repeated="${columns.length}"/>` +
    `<table:table-header-rows>${row([head(title), ...columns.map(above)])}</table:table-header-rows>` +
    rows.map(({ label, cells }) => row([begins(label), ...cells.map(cell)])).join('') +
    notes.map((note) => row([words(note)])).join('') +
    '</table:table>'
  );
};

/** As many of its words as fit. */
const sheetNamed = (title: string): string => {
  const name = title.replace(NOT_IN_A_NAME, ' ').trim();
  const cut = name.slice(0, LONGEST_NAME);
  return name.length <= LONGEST_NAME || !/\s/.test(cut) ? cut : name.slice(0, LONGEST_NAME + 1).replace(/\s+\S*$/, '');
};

const row = (cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

const words = (text: string, style = ''): string =>
  `<table:table-cell${style} office:value-type="string"><text:p>${xmlText(text)}</text:p></table:table-cell>`;

const head = (text: string): string => words(text, ' table:style-name="head"');

const headOfWords = (text: string): string => words(text, ' table:style-name="of-words"');

const said = (text: number | string | null): string => words(String(text ?? 'not known'), ' table:style-name="said"');

/** The head of a column of figures: above them, and in several lines where it is long. */
const over = (text: string): string => words(text, ' table:style-name="over"');

/** A number that can be counted with; "c" is a word, so that no program takes it for a 0. */
const figure = (value: number | string | null): string =>
  typeof value === 'number'
    ? `<table:table-cell table:style-name="number" office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
    : words(value ?? 'not known', ' table:style-name="number"');
