import { stringify } from 'yaml';
import { digestOf } from '../../platform/executor.js';
import type { RegisterFile } from '../reading/register-file.js';
import { readSpreadsheet, UnreadableFile } from '../reading/spreadsheet.js';
import type { Holds } from '../check/on-record.js';
import { DateOrders } from '../rows/date-orders.js';
import { asItWas } from '../rows/formulas.js';
import {
  ACKNOWLEDGEMENT_THEME_CODES,
  AGREEMENTS,
  IMPACTS,
  KINDS,
  OUTCOMES,
  REQUIRED_FIELDS,
  STAGES,
  THEME_CODES,
  UNDECIDED,
} from './fields.js';
import { guessFields, guessHolds } from './known-headings.js';
import { guessMeaning, WORD_GUESSES, type WordSection } from './known-words.js';
import type { DateOrder } from './mapping.js';

/**
 * A starter mapping, from the headings and words of the files themselves. Where only a person can know, it says `DECIDE` and what may
 * stand there; such a line is refused until somebody has decided.
 * @throws UnreadableFile
 */
export const proposeMapping = async (files: readonly RegisterFile[]): Promise<string> => {
  const sheets: Looked[] = [];
  for (const file of files) sheets.push(await look(file));
  const shapes = sheets.filter((sheet, at) => sheets.findIndex((other) => sameShape(other, sheet)) === at);
  return [
    '# How the register is to be read. Every line can be changed; a line that says DECIDE must be.',
    '# Capitals and spaces do not matter, in headings or in words.',
    ...sheets.flatMap(({ notes }) => notes.map((note) => `# ${note}`)),
    '',
    '# Which comes first in 04/05/2022: "day before month" or "month before day".',
    ...dateLines(sheets),
    '',
    ...siblingLines(sheets),
    '# Which heading holds what. One entry for each layout of file.',
    'registers:',
    ...shapes.flatMap(shapeLines),
    '',
    '# What the words in the cells mean.',
    'words:',
    '  # Spellings of teams that the directory does not know: "Fostering??": Fostering',
    '  teams: {}',
    ...(Object.keys(WORD_GUESSES) as WordSection[]).flatMap((section) => wordLines(section, sheets)),
    '',
  ].join('\n');
};

/** What was seen in one file. */
interface Looked {
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

const siblingLines = (sheets: readonly Looked[]): string[] => {
  const rows = sheets.reduce((sum, { siblings }) => sum + siblings.rows, 0);
  if (rows === 0) return [];
  return [
    `# Rows that have the reference of an earlier row and differ from it in the child alone: ${rows}. "put together" makes each of them one`,
    '# dispute of several children with the earlier row; "refused" refuses them.',
    'sibling rows: put together',
    '',
  ];
};

const sameShape = (a: Looked, b: Looked): boolean => a.headings.join('\n') === b.headings.join('\n');

const dateLines = (sheets: readonly Looked[]): string[] => {
  const some = (pick: (dates: DateOrders) => readonly number[]): boolean =>
    sheets.some(({ dates }) => pick(dates).length > 0);
  const [dayFirst, monthFirst] = [some(({ dayFirst: rows }) => rows), some(({ monthFirst: rows }) => rows)];
  if (dayFirst && monthFirst)
    return ['# Some dates can only have the day first, and others only the month.', `dates: ${UNDECIDED}`];
  return [`dates: ${(monthFirst ? 'month before day' : 'day before month') satisfies DateOrder}`];
};

const shapeLines = ({ holds, headings, fields }: Looked): string[] => {
  const missing = REQUIRED_FIELDS[holds].filter((field) => !fields.has(field));
  const used = new Set(fields.values());
  const unread = headings.filter((heading) => heading !== '' && !used.has(heading));
  return [
    `  - holds: ${holds}`,
    '    columns:',
    ...[...fields].map(([field, heading]) => `      ${field}: ${scalar(heading)}`),
    ...missing.map((field) => `      ${field}: ${UNDECIDED} # which heading holds it?`),
    ...(holds === 'disputes' && !fields.has('kind') ? [`    every row is: ${UNDECIDED} # informal or formal`] : []),
    ...(unread.length > 0 ? [`    # not read: ${unread.map((heading) => JSON.stringify(heading)).join(', ')}`] : []),
  ];
};

const ALLOWED: Record<Exclude<WordSection, 'yes or no'>, readonly string[]> = {
  kinds: KINDS,
  themes: THEME_CODES,
  'acknowledgement themes': ACKNOWLEDGEMENT_THEME_CODES,
  answers: AGREEMENTS,
  stages: STAGES,
  outcomes: OUTCOMES,
  impacts: IMPACTS,
};

const wordLines = (section: WordSection, sheets: readonly Looked[]): string[] => {
  const { words, texts } = wordsIn(section, sheets);
  if (section === 'yes or no') return yesOrNoLines(words);
  const ofTexts = texts.map(
    (heading) => `  # ${JSON.stringify(heading)} holds texts, or too many different words to list here: ${section}.`,
  );
  if (words.length === 0) return ofTexts;
  const allowed = ALLOWED[section].join(', ');
  return [
    ...ofTexts,
    `  # Each means one of: ${allowed}`,
    `  ${section}:`,
    ...words.map((word) => {
      const meaning = guessMeaning(section, word);
      // An impact in the council's own words is kept as it is where no code is given.
      if (meaning === undefined && section === 'impacts') return `    # ${scalar(word)}: not-known`;
      return `    ${scalar(word)}: ${meaning ?? UNDECIDED}`;
    }),
  ];
};

const yesOrNoLines = (words: readonly string[]): string[] => {
  const meaning = (wanted: string): string[] => words.filter((word) => guessMeaning('yes or no', word) === wanted);
  const listed = (name: string, fallback: string): string => {
    const found = meaning(name);
    return `  ${name}: [${(found.length > 0 ? found : [fallback]).map(scalar).join(', ')}]`;
  };
  const neither = words.filter((word) => guessMeaning('yes or no', word) === undefined);
  const undecided = [
    '  # Each means one of: yes, no',
    '  yes or no:',
    ...neither.map((word) => `    ${scalar(word)}: ${UNDECIDED}`),
  ];
  return ['  # Words for yes and no.', listed('yes', 'Y'), listed('no', 'N'), ...(neither.length > 0 ? undecided : [])];
};

const wordsIn = (section: WordSection, sheets: readonly Looked[]): { words: string[]; texts: string[] } => {
  const { holds, fields } = WORD_GUESSES[section];
  const words = new Map<string, string>();
  const texts = new Set<string>();
  for (const sheet of sheets.filter((each) => each.holds === holds)) {
    for (const field of fields) {
      const heading = sheet.fields.get(field) ?? '';
      const seen = sheet.words.get(heading);
      if (seen && (seen.size > MOST_WORDS || seen.has(TEXT))) texts.add(heading);
      else if (seen) for (const [plain, word] of seen) if (!words.has(plain)) words.set(plain, word);
    }
  }
  return { words: [...words.values()], texts: [...texts] };
};

const scalar = (text: string): string =>
  /^[\p{L}][\p{L}\p{N} ()&/.'?-]*$/u.test(text) ? stringify(text, { lineWidth: 0 }).trim() : JSON.stringify(text);
