import type { RegisterSource } from '../../disputes/events.js';
import { digestOf } from '../../platform/executor.js';
import { lackingIn } from '../facts.js';
import { plainWord, type RegisterMapping } from '../mapping/mapping.js';
import type { RegisterFile } from '../reading/register-file.js';
import { type PassedOver, readSpreadsheet, type Spreadsheet } from '../reading/spreadsheet.js';
import type { SpreadsheetRow } from '../reading/sheet.js';
import { shown } from '../reading/shown.js';
import { Cells } from '../rows/cells.js';
import type { Council } from '../rows/council.js';
import { asItWas } from '../rows/formulas.js';
import { readAcknowledgement, readDispute, type ReadRow, type RowResult } from '../rows/read-row.js';
import { DatesOfFile } from './dates-of-file.js';
import type { RegisterOnRecord } from './on-record.js';
import { recognise, type RecognisedShape } from './recognise.js';
import { differInChildAlone, factsThatDiffer, withChildrenOf } from './sibling-rows.js';

/**
 * The result of one file: every row of it is accepted, a duplicate or refused, and nothing else. The text around its rows
 * (titles, totals, blank rows) is in `passedOver`.
 */
export interface FileResult {
  readonly file: string;
  readonly rows: number;
  readonly passedOver: PassedOver;
  accepted: number;
  /** Accepted rows that are one dispute with an earlier row, about another child. */
  readonly together: { readonly row: number; readonly reference: string; readonly earlierRow: number }[];
  readonly duplicates: { readonly row: number; readonly reference: string }[];
  readonly refused: RefusedRow[];
}
export interface RefusedRow {
  readonly row: number;
  readonly reference: string;
  readonly column: string;
  readonly found: string;
  readonly reason: string;
}

/** A row that may be written, or is there already with these very facts. */
export type AcceptedRow = ReadRow & {
  readonly source: RegisterSource;
  /** Of its file as it was given: files in two folders may share a name. */
  readonly path: string;
  readonly digest: string;
  readonly reference: string;
  /** The import that brought it, where it is on record already. */
  readonly importedBy: string | null;
};

export interface CheckedFile extends FileResult {
  readonly name: string;
  readonly sha256: string;
  readonly holds: ReadRow['holds'];
  readonly headings: readonly string[];
  /** The cells of each refused row as they stand in the file, to be written out and mended. */
  readonly refusedCells: (readonly string[])[];
}

export interface CheckedRegister {
  readonly files: readonly CheckedFile[];
  readonly rows: readonly AcceptedRow[];
  /** For people: columns and sheets that are not read. */
  readonly notes: readonly string[];
}

/** The result as programs read it. */
export const resultOf = (checked: CheckedRegister): { files: FileResult[] } => ({
  files: checked.files.map(({ file, rows, passedOver, accepted, together, duplicates, refused }) => ({
    file,
    rows,
    passedOver,
    accepted,
    together,
    duplicates,
    refused,
  })),
});

/**
 * Reads every row of every file and says what would become of it; writes nothing.
 * @param progress told the number of rows read so far, now and then
 * @throws UnreadableFile when a file cannot be read as one of the mapping's registers
 */
export const checkRegister = async (
  files: readonly RegisterFile[],
  mapping: RegisterMapping,
  council: Council,
  onRecord: RegisterOnRecord,
  progress: (rows: number) => void = () => undefined,
): Promise<CheckedRegister> => {
  const checking = new Checking(mapping, council, onRecord, progress);
  for (const file of files) await checking.file(await readSpreadsheet(file));
  await checking.holdAgainstRecord();
  return checking;
};

const ROWS_BETWEEN_REPORTS = 2_000;

class Checking implements CheckedRegister {
  readonly files: CheckedFile[] = [];
  readonly rows: AcceptedRow[] = [];
  readonly notes: string[];
  private readonly candidates: Candidate[] = [];
  private readonly seen = new Map<string, Candidate>();
  /** By the word in the column of siblings. */
  private readonly siblings = new Map<string, Candidate>();
  private rowsRead = 0;

  constructor(
    private readonly mapping: RegisterMapping,
    private readonly council: Council,
    private readonly onRecord: RegisterOnRecord,
    private readonly progress: (rows: number) => void,
  ) {
    this.notes = teamsUnknown(mapping, council);
  }

  async file(spreadsheet: Spreadsheet): Promise<void> {
    const recognised = recognise(spreadsheet.headings, spreadsheet.name, this.mapping);
    const result = {
      file: spreadsheet.path,
      name: spreadsheet.name,
      sha256: spreadsheet.sha256,
      holds: recognised.shape.holds,
      headings: spreadsheet.headings,
      rows: 0,
      passedOver: spreadsheet.passedOver,
      accepted: 0,
      together: [],
      duplicates: [],
      refused: [],
      refusedCells: [],
    };
    const orders = new DatesOfFile(recognised);
    for await (const row of spreadsheet.rows) {
      result.rows++;
      orders.see(row);
      this.row(row, recognised, result);
      if (++this.rowsRead % ROWS_BETWEEN_REPORTS === 0) this.progress(this.rowsRead);
    }
    this.notes.push(
      ...spreadsheet.notes,
      ...notesOn(recognised, spreadsheet.name),
      ...orders.notes(spreadsheet.name, this.mapping.dates),
    );
    this.files.push(result);
  }

  private row(row: SpreadsheetRow, recognised: RecognisedShape, result: CheckedFile): void {
    const read = this.read(row, recognised);
    const place: Place = {
      ...{ result, row, lacking: lackingIn(recognised.shape) },
      ...{ reference: read.ownReference, column: recognised.columns.reference!.heading },
    };
    if (row.broken) return refuse({ ...place, column: '' }, row.broken.found, row.broken.reason);
    if ('problems' in read) {
      const [first, ...others] = read.problems;
      const also = others.map(({ column, reason }) => ` Also ${column}: ${reason}`).join('');
      return refuse({ ...place, column: first!.column }, first!.found, first!.reason + also);
    }

    const group = siblingsIn(row, recognised);
    const earlier = this.seen.get(`${read.holds} ${read.ownReference}`) ?? (group && this.siblings.get(group));
    if (earlier) return this.again(earlier, read, place, group !== null);
    const candidate = { read, digests: [digestOf(read.facts)], places: [place] };
    this.candidates.push(candidate);
    this.seen.set(`${read.holds} ${read.ownReference}`, candidate);
    if (group !== null) this.siblings.set(group, candidate);
  }

  /** A row of a reference, or of siblings, that an earlier row has too. */
  private again(earlier: Candidate, read: ReadRow, place: Place, sameGroup: boolean): void {
    const digest = digestOf(read.facts);
    if (earlier.digests.includes(digest) && earlier.places.some(({ reference }) => reference === place.reference)) {
      place.result.duplicates.push({ row: place.row.row, reference: shown(place.reference) });
      return;
    }
    const { row, result } = earlier.places[0]!;
    const where = `row ${row.row} of ${result.name}`;
    const disputes = bothDisputes(earlier.read, read);
    const alike = disputes !== null && differInChildAlone(disputes.one.facts, disputes.other.facts);
    if (disputes !== null && alike && (sameGroup || this.mapping.siblingRows === 'put together')) {
      earlier.read = { ...disputes.one, facts: withChildrenOf(disputes.one.facts, disputes.other.facts) };
      earlier.digests.push(digest);
      earlier.places.push(place);
      this.seen.set(`${read.holds} ${read.ownReference}`, earlier);
      return;
    }
    if (disputes !== null && sameGroup) {
      const facts = factsThatDiffer(disputes.one.facts, disputes.other.facts).join(', ');
      const reason = `Of the same siblings as ${where}, but these facts differ: ${facts}. Expected the same facts, or another word for siblings.`;
      return refuse(place, shown(place.reference), reason);
    }
    const offer = alike
      ? ' The two differ in the child alone: "sibling rows: put together" in the mapping makes them one dispute of several children.'
      : '';
    const reason = `Used twice: ${where} has this reference with other facts. Expected a reference of its own, or the same facts.${offer}`;
    refuse(place, shown(place.reference), reason);
  }

  /** Once all rows are read, since rows that are put together are one record. */
  async holdAgainstRecord(): Promise<void> {
    for (const { read, places } of this.candidates) {
      const [first, ...others] = places as [Place, ...Place[]];
      const digest = digestOf(read.facts);
      const { reference, row: there } = await this.onRecord.find(read.holds, read.ownReference);
      if (there && !there.digests.includes(digest)) {
        const reason = `Already there: ${reference} was imported under this reference with other facts. Expected the same facts; to change them, use "footprint register correct".`;
        for (const place of places) refuse(place, shown(place.reference), reason);
        continue;
      }
      for (const { result } of places) result.accepted++;
      for (const { result, row, reference: own } of others)
        result.together.push({ row: row.row, reference: shown(own), earlierRow: first.row.row });
      const source = { file: first.result.name, row: first.row.row, ...first.lacking };
      const importedBy = there?.importId ?? null;
      this.rows.push({ ...read, source, path: first.result.file, digest, reference, importedBy });
    }
    for (const file of this.files) inOrderOfRows(file);
    // Data that was only needed for this is let go: a long register fills the memory.
    this.candidates.length = 0;
    this.seen.clear();
    this.siblings.clear();
  }

  private read(row: SpreadsheetRow, recognised: RecognisedShape): RowResult {
    const { mapping, council } = this;
    if (recognised.shape.holds === 'disputes') {
      const { shape, columns } = recognised as Extract<RecognisedShape, { shape: { holds: 'disputes' } }>;
      return readDispute(new Cells(row.cells, columns, mapping, council.today), shape, mapping, council);
    }
    const { shape, columns } = recognised as Extract<RecognisedShape, { shape: { holds: 'acknowledgements' } }>;
    return readAcknowledgement(new Cells(row.cells, columns, mapping, council.today), shape, mapping, council);
  }
}

type ReadDispute = Extract<ReadRow, { holds: 'disputes' }>;

const bothDisputes = (one: ReadRow, other: ReadRow): { one: ReadDispute; other: ReadDispute } | null =>
  one.holds === 'disputes' && other.holds === 'disputes' ? { one, other } : null;

/** A record that may be accepted, and the rows that say it. */
interface Candidate {
  read: ReadRow;
  /** Of each row by itself: a row that says the same again is a duplicate. */
  readonly digests: string[];
  readonly places: Place[];
}

/** The place of a row. */
interface Place {
  readonly result: CheckedFile;
  readonly row: SpreadsheetRow;
  /** The facts that a row of this layout lacks, because there is no column for them. */
  readonly lacking: ReturnType<typeof lackingIn>;
  /** The row's own. */
  readonly reference: string;
  readonly column: string;
}

const refuse = ({ result, row, reference, column }: Place, found: string, reason: string): void => {
  result.refused.push({ row: row.row, reference: shown(reference), column, found, reason });
  result.refusedCells.push(row.cells);
};

const inOrderOfRows = ({ refused, refusedCells }: CheckedFile): void => {
  const pairs = refused.map((each, at) => ({ each, cells: refusedCells[at]! })).sort((a, b) => a.each.row - b.each.row);
  refused.splice(0, refused.length, ...pairs.map(({ each }) => each));
  refusedCells.splice(0, refusedCells.length, ...pairs.map(({ cells }) => cells));
};

/** Words that name no group. */
const NO_SIBLINGS = /^(?:|y|yes|n|no|none|n\/?a|unknown|not known|tb[ac]|[-–—.?]+)$/;

/** The word in the column of siblings; null for a blank cell and where there is no such column. */
const siblingsIn = ({ cells }: SpreadsheetRow, { shape, columns }: RecognisedShape): string | null => {
  if (shape.holds !== 'disputes' || !('siblings' in columns)) return null;
  const word = plainWord(asItWas(cells[columns.siblings!.at]!));
  return NO_SIBLINGS.test(word) ? null : word;
};

/** A slip in the mapping would otherwise show only in the rows it spoils, and there as theirs. */
const teamsUnknown = ({ words }: RegisterMapping, council: Council): string[] =>
  words.teams.words
    .filter(([, team]) => council.teamWritten(team) === undefined)
    .map(
      ([written, team]) =>
        `the mapping says under teams that "${written}" is "${team}", a team that the directory does not have.`,
    );

const notesOn = ({ unread }: RecognisedShape, name: string): string[] =>
  unread.length === 0
    ? []
    : [`${name}: the mapping does not speak of ${unread.map((heading) => `"${heading}"`).join(', ')}; not read.`];
