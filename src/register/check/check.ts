import type { RegisterSource } from '../../disputes/events.js';
import { digestOf } from '../../platform/executor.js';
import { lackingIn } from '../facts.js';
import type { RegisterMapping } from '../mapping/mapping.js';
import { readSpreadsheet, type Spreadsheet } from '../reading/spreadsheet.js';
import type { SpreadsheetRow } from '../reading/sheet.js';
import { Cells } from '../rows/cells.js';
import type { Council } from '../rows/council.js';
import { readAcknowledgement, readDispute, type ReadRow, type RowResult } from '../rows/read-row.js';
import type { RegisterOnRecord } from './on-record.js';
import { recognise, type RecognisedShape } from './recognise.js';

/** What is printed of one file: every row of it is accepted, a duplicate or refused, and nothing else. */
export interface FileResult {
  readonly file: string;
  readonly rows: number;
  accepted: number;
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
  files: checked.files.map(({ file, rows, accepted, duplicates, refused }) => ({
    file,
    rows,
    accepted,
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
  paths: readonly string[],
  mapping: RegisterMapping,
  council: Council,
  onRecord: RegisterOnRecord,
  progress: (rows: number) => void = () => undefined,
): Promise<CheckedRegister> => {
  const checking = new Checking(mapping, council, onRecord, progress);
  for (const path of paths) await checking.file(await readSpreadsheet(path));
  return checking;
};

const ROWS_BETWEEN_REPORTS = 2_000;

class Checking implements CheckedRegister {
  readonly files: CheckedFile[] = [];
  readonly rows: AcceptedRow[] = [];
  readonly notes: string[];
  private readonly seen = new Map<string, AcceptedRow>();
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
      accepted: 0,
      duplicates: [],
      refused: [],
      refusedCells: [],
    };
    for await (const row of spreadsheet.rows) {
      result.rows++;
      await this.row(row, recognised, result);
      if (++this.rowsRead % ROWS_BETWEEN_REPORTS === 0) this.progress(this.rowsRead);
    }
    this.notes.push(...spreadsheet.notes, ...notesOn(recognised, spreadsheet.name));
    this.files.push(result);
  }

  private async row(row: SpreadsheetRow, recognised: RecognisedShape, result: CheckedFile): Promise<void> {
    const read = this.read(row, recognised);
    const refuse = (column: string, found: string, reason: string): void => {
      result.refused.push({ row: row.row, reference: read.ownReference, column, found, reason });
      result.refusedCells.push(row.cells);
    };
    if (row.broken) return refuse('', row.broken.found, row.broken.reason);
    if ('problems' in read) {
      const [first, ...others] = read.problems;
      const also = others.map(({ column, reason }) => ` Also ${column}: ${reason}`).join('');
      return refuse(first!.column, first!.found, first!.reason + also);
    }

    const digest = digestOf(read.facts);
    const column = recognised.columns.reference!.heading;
    const earlier = this.seen.get(`${read.holds} ${read.ownReference}`);
    if (earlier?.digest === digest) {
      result.duplicates.push({ row: row.row, reference: read.ownReference });
      return;
    }
    if (earlier) {
      const reason = `Used twice: row ${earlier.source.row} of ${earlier.source.file} has this reference with other facts. Expected a reference of its own, or the same facts.`;
      return refuse(column, read.ownReference, reason);
    }

    const { reference, row: there } = await this.onRecord.find(read.holds, read.ownReference);
    if (there && !there.digests.includes(digest)) {
      const reason = `Already there: ${reference} was imported under this reference with other facts. Expected the same facts; to change them, use "footprint register correct".`;
      return refuse(column, read.ownReference, reason);
    }
    result.accepted++;
    const source = { file: result.name, row: row.row, ...lackingIn(recognised.shape) };
    const accepted = { ...read, source, path: result.file, digest, reference, importedBy: there?.importId ?? null };
    this.seen.set(`${read.holds} ${read.ownReference}`, accepted);
    this.rows.push(accepted);
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
