import { stringify } from 'yaml';
import { readSpreadsheet } from '../reading/spreadsheet.js';
import type { Holds } from '../check/on-record.js';
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
import { guessFields, guessHolds, guessMeaning, WORD_GUESSES, type WordSection } from './guesses.js';
import type { DateOrder } from './mapping.js';

/**
 * A starter mapping, from the headings and words of the files themselves. Where only a person can know, it says `DECIDE` and what may
 * stand there; such a line is refused until somebody has decided.
 * @throws UnreadableFile
 */
export const proposeMapping = async (paths: readonly string[]): Promise<string> => {
  const sheets: Looked[] = [];
  for (const path of paths) sheets.push(await look(path));
  const shapes = sheets.filter((sheet, at) => sheets.findIndex((other) => sameShape(other, sheet)) === at);
  return [
    '# How the register is to be read. Every line can be changed; a line that says DECIDE must be.',
    '# Capitals and spaces do not matter, in headings or in words.',
    '',
    '# Which comes first in 04/05/2022: "day before month" or "month before day".',
    `dates: ${datesOf(sheets)}`,
    '',
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
  readonly holds: Holds;
  readonly headings: readonly string[];
  /** Heading of each field. */
  readonly fields: ReadonlyMap<string, string>;
  /** The different words under each heading, as far as they are few. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** A column with more different texts than this holds text, not words of a list. */
const MOST_WORDS = 60;

const look = async (path: string): Promise<Looked> => {
  const { headings, rows } = await readSpreadsheet(path);
  const words = new Map(headings.map((heading) => [heading, new Map<string, string>()]));
  for await (const { cells } of rows) {
    for (const [at, heading] of headings.entries()) {
      const word = asItWas(cells[at]!).trim().replace(/\s+/g, ' ');
      const seen = words.get(heading)!;
      if (word !== '' && seen.size <= MOST_WORDS && !seen.has(word.toLowerCase())) seen.set(word.toLowerCase(), word);
    }
  }
  const holds = guessHolds(headings);
  return { holds, headings, fields: guessFields(holds, headings), words };
};

const sameShape = (a: Looked, b: Looked): boolean => a.headings.join('\n') === b.headings.join('\n');

const datesOf = (sheets: readonly Looked[]): DateOrder => {
  const figures = sheets
    .flatMap((sheet) => [...sheet.words.values()].flatMap((seen) => [...seen.keys()]))
    .flatMap((word) => /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}$/.exec(word) ?? []);
  const dates = figures.flatMap((_, at) => (at % 3 === 0 ? [[Number(figures[at + 1]), Number(figures[at + 2])]] : []));
  const monthFirst = dates.some(([, second]) => second! > 12) && !dates.some(([first]) => first! > 12);
  return monthFirst ? 'month before day' : 'day before month';
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
  const words = wordsIn(section, sheets);
  if (section === 'yes or no') return yesOrNoLines(words);
  if (words.length === 0) return [];
  const allowed = ALLOWED[section].join(', ');
  return [
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
  return ['  # Words for yes and no.', listed('yes', 'Y'), listed('no', 'N')];
};

const wordsIn = (section: WordSection, sheets: readonly Looked[]): string[] => {
  const { holds, fields } = WORD_GUESSES[section];
  const words = new Map<string, string>();
  for (const sheet of sheets.filter((each) => each.holds === holds)) {
    for (const field of fields) {
      const seen = sheet.words.get(sheet.fields.get(field) ?? '');
      if (seen && seen.size <= MOST_WORDS)
        for (const [plain, word] of seen) if (!words.has(plain)) words.set(plain, word);
    }
  }
  return [...words.values()];
};

const scalar = (text: string): string =>
  /^[\p{L}][\p{L}\p{N} ()&/.'?-]*$/u.test(text) ? stringify(text, { lineWidth: 0 }).trim() : JSON.stringify(text);
