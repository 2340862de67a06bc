import { stringify } from 'yaml';
import type { RegisterFile } from '../reading/register-file.js';
import type { DateOrders } from '../rows/date-orders.js';
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
import { guessMeaning, WORD_GUESSES, type WordSection } from './known-words.js';
import type { DateOrder } from './mapping.js';
import { layoutsIn, type Looked, lookInto, wordsIn } from './seen-in-files.js';

/**
 * A starter mapping, from the headings and words of the files themselves. If only a person can know, it says `DECIDE` and what may
 * stand there; such a line is refused until somebody has decided.
 * @throws UnreadableFile
 */
export const proposeMapping = async (files: readonly RegisterFile[]): Promise<string> =>
  proposeMappingOf(await lookInto(files));

/** The same, of files that were looked into. */
export const proposeMappingOf = (sheets: readonly Looked[]): string => {
  const shapes = layoutsIn(sheets);
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

/** The meanings that the words of each section may have. */
export const ALLOWED: Record<Exclude<WordSection, 'yes or no'>, readonly string[]> = {
  kinds: KINDS,
  themes: THEME_CODES,
  'acknowledgement themes': ACKNOWLEDGEMENT_THEME_CODES,
  answers: AGREEMENTS,
  stages: STAGES,
  outcomes: OUTCOMES,
  impacts: IMPACTS,
};

const wordLines = (section: WordSection, sheets: readonly Looked[]): string[] => {
  const { words, texts } = wordsOf(section, sheets);
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

/** The words whose meaning a section says, in the columns that seem to hold its fields. */
const wordsOf = (section: WordSection, sheets: readonly Looked[]): ReturnType<typeof wordsIn> => {
  const { holds, fields } = WORD_GUESSES[section];
  const ofTheKind = sheets.filter((each) => each.holds === holds);
  return wordsIn(ofTheKind.flatMap((sheet) => fields.map((field) => [sheet, sheet.fields.get(field) ?? ''] as const)));
};

const scalar = (text: string): string =>
  /^[\p{L}][\p{L}\p{N} ()&/.'?-]*$/u.test(text) ? stringify(text, { lineWidth: 0 }).trim() : JSON.stringify(text);
