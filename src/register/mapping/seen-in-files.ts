import { digestOf } from '../../platform/executor.js';
import type { Holds } from '../check/on-record.js';
import type { RegisterFile } from '../reading/register-file.js';
import { readSpreadsheet, UnreadableFile } from '../reading/spreadsheet.js';
import { DateOrders } from '../rows/date-orders.js';
import { asItWas } from '../rows/formulas.js';
import { guessFields, guessHolds } from './known-headings.js';

/** The findings in one file. */
export interface Looked {
  readonly name: string;
  readonly dates: DateOrders;
  readonly siblings: SiblingsSeen;
  readonly notes: readonly string[];
  readonly holds: Holds;
  readonly headings: readonly string[];
  /** Heading of each field. */
  readonly fields: ReadonlyMap<string, string>;
  /** The different words under each heading, as far as they are few. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** A column with more different texts than this holds text, not words of a list. */
const MOST_WORDS = 60;

/** A cell longer than this is text, not a word of a list. */
const LONGEST_WORD = 120;

/**
 * The findings in the files of a register, for a mapping to be proposed and asked about.
 * @throws UnreadableFile
 */
export const lookInto = async (files: readonly RegisterFile[]): Promise<Looked[]> => {
  const sheets: Looked[] = [];
  for (const file of files) sheets.push(await look(file));
  return sheets;
};

/** The first file of each layout. */
export const layoutsIn = (sheets: readonly Looked[]): Looked[] =>
  sheets.filter((sheet, at) => sheets.findIndex((other) => sameLayout(other, sheet)) === at);

export const sameLayout = (a: Looked, b: Looked): boolean => a.headings.join('\n') === b.headings.join('\n');

const look = async (file: RegisterFile): Promise<Looked> => {
  const { name, headings, rows, notes } = await readSpreadsheet(file);
  const holds = guessHolds(headings);
  const fields = guessFields(holds, headings);
  refuseUnlikeARegister(name, headings, fields);
  const words = new Map(headings.map((heading) => [heading, new Map<string, string>()]));
  const dates = new DateOrders();
  const siblings = new SiblingsSeen(headings, fields);
  for await (const { row, cells, broken } of rows) {
    if (broken !== undefined) continue;
    siblings.see(cells);
    for (const [at, heading] of headings.entries()) {
      const cell = asItWas(cells[at]!).trim();
      const seen = words.get(heading)!;
      dates.see(cell.slice(0, LONGEST_WORD), row);
      if (cell.length > LONGEST_WORD) seen.set(TEXT, TEXT);
      const word = cell.slice(0, LONGEST_WORD).replace(/\s+/g, ' ');
      if (word !== '' && seen.size <= MOST_WORDS && !seen.has(word.toLowerCase())) seen.set(word.toLowerCase(), word);
    }
  }
  return { name, holds, headings, fields, words, dates, siblings, notes };
};

/** Among the words of a column where one of its cells is text. */
const TEXT = '\u0000';

/** A mapping of nothing would look like one that can be finished by hand. */
const refuseUnlikeARegister = (
  name: string,
  headings: readonly string[],
  fields: ReadonlyMap<string, string>,
): void => {
  const columns = headings.filter((heading) => heading !== '');
  if (columns.length >= COLUMNS_OF_A_REGISTER && fields.size >= HEADINGS_TO_KNOW) return;
  throw new UnreadableFile(
    `${name} does not look like a register: its first row with headings has ${columns.length === 1 ? 'one column' : `${columns.length} columns`}, and ` +
      `${fields.size === 0 ? 'none' : fields.size} of them ${fields.size === 1 ? 'is' : 'are'} known here. Open it in a spreadsheet program, leave one row of ` +
      'headings (a reference, a team, a date, a theme) above the rows, and save it as XLSX or CSV.',
  );
};

const COLUMNS_OF_A_REGISTER = 4;
const HEADINGS_TO_KNOW = 2;

/** Rows that have the reference of an earlier row and differ from it in the child alone. */
class SiblingsSeen {
  private readonly first = new Map<string, { readonly others: string; readonly children: Set<string> }>();
  rows = 0;

  private readonly reference: number;
  private readonly child: number;

  constructor(headings: readonly string[], fields: ReadonlyMap<string, string>) {
    this.reference = headings.indexOf(fields.get('reference') ?? '');
    this.child = headings.indexOf(fields.get('child') ?? '');
  }

  see(cells: readonly string[]): void {
    if (this.reference === -1 || this.child === -1) return;
    const child = cells[this.child]!.trim();
    const others = digestOf(cells.filter((_, at) => at !== this.child).map((cell) => cell.trim()));
    const reference = cells[this.reference]!.trim();
    const earlier = this.first.get(reference);
    if (earlier === undefined) this.first.set(reference, { others, children: new Set([child]) });
    else if (earlier.others === others && !earlier.children.has(child)) {
      earlier.children.add(child);
      this.rows++;
    }
  }
}

/** The different words of some columns, and the headings of those that hold texts instead. */
export const wordsIn = (
  columns: readonly (readonly [sheet: Looked, heading: string])[],
): { readonly words: string[]; readonly texts: string[] } => {
  const words = new Map<string, string>();
  const texts = new Set<string>();
  for (const [sheet, heading] of columns) {
    const seen = sheet.words.get(heading);
    if (seen && (seen.size > MOST_WORDS || seen.has(TEXT))) texts.add(heading);
    else if (seen) for (const [plain, word] of seen) if (!words.has(plain)) words.set(plain, word);
  }
  return { words: [...words.values()], texts: [...texts] };
};
