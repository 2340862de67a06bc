import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export const MATRIX_FILE = 'docs/access/matrix.csv';

/**
 * The word in a cell; docs/access/README.md tells it to a person who reads the file.
 *
 * - `full`, `outline`, `figures`: how much of the case is read
 * - `may`: it is done, or read where there is no case in it
 * - `not-there`: answered as if there were no such thing
 * - `not-allowed`: refused, to somebody who may know that it is there
 * - `n.a.`: the person cannot be that to such a thing
 */
export const CELLS = ['full', 'outline', 'figures', 'may', 'not-there', 'not-allowed', 'n.a.'] as const;
export type Cell = (typeof CELLS)[number];

/** The reason for which a case, or a part of it, is more sensitive than others. */
export const SENSITIVITIES = [
  'ordinary',
  'restricted, on the list',
  'restricted, not on the list',
  'child has died',
  'privileged advice',
  'Cafcass correspondence',
] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export interface Line {
  /** In words, for people. */
  readonly act: string;
  /** `POST /disputes/:reference/answer`: a route of the API, without what every address begins with. */
  readonly request: string;
  /** The rows of the access table that speak for it. */
  readonly rows: readonly string[];
  /** The kind of thing that it is done to; `nothing` where there is no case in it. */
  readonly about: string;
  readonly sensitivity: Sensitivity;
  /** By the headings of the columns. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Matrix {
  readonly headings: readonly string[];
  readonly lines: readonly Line[];
}

const OF_A_LINE = ['act', 'request', 'rows', 'about', 'sensitivity'];

export const readMatrix = (text: string): Matrix => {
  const [header = [], ...records] = parse(text, { bom: true, relax_column_count: false });
  if (OF_A_LINE.some((name, index) => header[index] !== name))
    throw new Error(`${MATRIX_FILE} must begin with the columns ${OF_A_LINE.join(', ')}.`);
  const headings = header.slice(OF_A_LINE.length);
  return {
    headings,
    lines: records.map(([act, request, rows, about, sensitivity, ...cells]) => ({
      act: act!,
      request: request!,
      rows: rows!.split(' ').filter(Boolean),
      about: about!,
      sensitivity: sensitivity as Sensitivity,
      cells: Object.fromEntries(headings.map((heading, index) => [heading, cells[index]!])),
    })),
  };
};

export const matrixOfTheCouncil = (): Matrix => readMatrix(readFileSync(MATRIX_FILE, 'utf8'));

/** The key by which a line differs from every other. */
export const keyOf = ({ request, about, sensitivity }: Line): string => `${request} | ${about} | ${sensitivity}`;

/** The route of a line, without the query that narrows it. */
export const routeOf = ({ request }: Pick<Line, 'request'>): string => request.split('?')[0]!;

/** A line that is missing, to be copied into the file and filled in. */
export const skeletonOf = (request: string, rows: readonly string[], { headings }: Matrix): string =>
  ['…', request, rows.join(' '), '…', 'ordinary', ...headings.map(() => '…')].join(',');
