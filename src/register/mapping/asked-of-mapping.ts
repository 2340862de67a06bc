import { createHash } from 'node:crypto';
import type { Holds } from '../check/on-record.js';
import { plainHeading } from '../reading/spreadsheet.js';
import { ACKNOWLEDGEMENT_FIELDS, DISPUTE_FIELDS, KINDS, REQUIRED_FIELDS } from './fields.js';
import { WORD_GUESSES, type WordSection } from './known-words.js';
import { DATE_ORDERS, plainWord } from './mapping.js';
import { layoutsIn, type Looked, sameLayout, wordsIn } from './seen-in-files.js';
import type { LayoutWritten, SectionOfWords, WrittenMapping } from './written-mapping.js';

/*
 * The questions that a mapping must answer about some files, each with its choices: what every column holds, and what every word
 * means. A page shows them as lists to choose from; what is chosen is written into the mapping, which is then read as any other.
 */

/** One question: the meaning of a column or of a word. */
export interface Asked {
  /** Of its field in a form: the same for the same question about the same files. */
  readonly name: string;
  /** The heading or the word, as it stands in the files. */
  readonly about: string;
  /** Empty where nothing is chosen. */
  readonly chosen: string;
}

export interface LayoutAsked {
  /** Names of the files that have it. */
  readonly files: readonly string[];
  readonly holds: Holds;
  readonly columns: readonly Asked[];
  /** Asked where no column says whether a row is informal or formal. */
  readonly everyRowIs: Asked | null;
}

export interface SectionAsked {
  readonly section: SectionOfWords;
  readonly words: readonly Asked[];
  /** Headings of columns with too many different texts to ask about each. */
  readonly texts: readonly string[];
}

export interface MappingAsked {
  readonly dates: Asked;
  readonly layouts: readonly LayoutAsked[];
  readonly sections: readonly SectionAsked[];
}

/** The answer to a question, by its name; undefined if it was not answered. */
export type Answers = (name: string) => string | undefined;

export const NOT_ANSWERED: Answers = () => undefined;

/** The sections in the order in which they are asked, and the fields whose words they explain. */
const SECTIONS: readonly (readonly [SectionOfWords, Holds | null, readonly string[]])[] = [
  ['teams', null, ['team']],
  ...(Object.entries(WORD_GUESSES) as [WordSection, (typeof WORD_GUESSES)[WordSection]][]).map(
    ([section, { holds, fields }]) => [section, holds, fields] as const,
  ),
];

/** Sections whose words may be left as they are: each is taken as the council wrote it, or its rows are refused. */
export const MAY_BE_LEFT: readonly SectionOfWords[] = ['teams', 'impacts'];

/**
 * The questions about some files, each with what was answered, or else with what the mapping says.
 * @param isTeam whether the directory knows a team by a word, so that nobody need say which it is
 */
export const askedOf = (
  sheets: readonly Looked[],
  mapping: WrittenMapping,
  answers: Answers,
  isTeam: (word: string) => boolean,
): MappingAsked => {
  const asked = (name: string, about: string, said: string): Asked => ({ name, about, chosen: answers(name) ?? said });
  const written = entriesOf(sheets, mapping);
  const layouts = layoutsIn(sheets).map((sheet, number): LayoutAsked => {
    const { holds, columns, everyRowIs } = written[number]!.layout;
    const fields = new Map([...columns].map(([field, heading]) => [plainHeading(heading), field]));
    const ofColumns = sheet.headings.flatMap((heading, at) =>
      heading === '' ? [] : [asked(`column-${number}-${at}`, heading, fields.get(plainHeading(heading)) ?? '')],
    );
    const saysKind = holds === 'acknowledgements' || ofColumns.some(({ chosen }) => chosen === 'kind');
    return {
      files: sheets.filter((other) => sameLayout(other, sheet)).map(({ name }) => name),
      holds,
      columns: ofColumns,
      everyRowIs: saysKind ? null : asked(`every-row-${number}`, 'every row is', everyRowIs ?? ''),
    };
  });
  const sections = SECTIONS.map(([section, holds, fields], number): SectionAsked => {
    const { words, texts } = wordsIn(columnsWith(fields, holds, sheets, layouts));
    const toAsk = section === 'teams' ? words.filter((word) => !isTeam(word)) : words;
    return {
      section,
      words: toAsk.map((word) => asked(`word-${number}-${marked(word)}`, word, mapping.meaningOf(section, word))),
      texts,
    };
  });
  return { dates: asked('dates', 'dates', mapping.dates), layouts, sections };
};

/** For each layout of the files, the entry of the mapping that reads it, or what its headings propose. */
const entriesOf = (
  sheets: readonly Looked[],
  mapping: WrittenMapping,
): { readonly at: number | null; readonly layout: LayoutWritten }[] => {
  const entries = mapping.layouts().map((layout, at) => ({ at, layout }));
  const taken = new Set<number>();
  return layoutsIn(sheets).map(({ headings, holds, fields }) => {
    const there = new Set(headings.map(plainHeading));
    const [best] = entries
      .filter(({ at }) => !taken.has(at))
      .filter(({ layout }) => [...layout.columns.values()].every((heading) => there.has(plainHeading(heading))))
      .sort((a, b) => b.layout.columns.size - a.layout.columns.size);
    if (best === undefined) return { at: null, layout: { holds, columns: fields, everyRowIs: null } };
    taken.add(best.at);
    return best;
  });
};

/** The columns of all files that hold one of some fields, by what is chosen for them. */
const columnsWith = (
  fields: readonly string[],
  holds: Holds | null,
  sheets: readonly Looked[],
  layouts: readonly LayoutAsked[],
): (readonly [Looked, string])[] =>
  layouts
    .filter((layout) => holds === null || layout.holds === holds)
    .flatMap(({ files, columns }) => {
      const headings = columns.filter(({ chosen }) => fields.includes(chosen)).map(({ about }) => about);
      const withIt = sheets.filter(({ name }) => files.includes(name));
      return withIt.flatMap((sheet) => headings.map((heading) => [sheet, heading] as const));
    });

/** Tells one word from others in the name of a field, which holds no text of a file. */
const marked = (word: string): string => createHash('sha256').update(plainWord(word)).digest('hex').slice(0, 16);

/** The mapping with what was chosen. A question that is not answered yet leaves its line as it stands. */
export const writeInto = (mapping: WrittenMapping, asked: MappingAsked, sheets: readonly Looked[]): string => {
  const entries = entriesOf(sheets, mapping);
  if (isOneOf(DATE_ORDERS, asked.dates.chosen)) mapping.setDates(asked.dates.chosen);
  asked.layouts.forEach(({ holds, columns, everyRowIs }, number) => {
    const { at, layout } = entries[number]!;
    const chosen = new Map<string, string>();
    for (const { chosen: field, about } of columns)
      if (isOneOf(fieldsOf(holds), field) && !chosen.has(field)) chosen.set(field, about);
    const every = everyRowIs !== null && isOneOf(KINDS, everyRowIs.chosen) ? everyRowIs.chosen : null;
    const next: LayoutWritten = { holds, columns: chosen, everyRowIs: every };
    if (at === null || !isSame(layout, next)) mapping.setLayout(at, next);
  });
  for (const { section, words } of asked.sections)
    for (const { about, chosen } of words)
      if (chosen !== '') mapping.setMeaning(section, about, chosen);
      else if (MAY_BE_LEFT.includes(section)) mapping.setMeaning(section, about, null);
  return mapping.toString();
};

const isSame = (a: LayoutWritten, b: LayoutWritten): boolean =>
  a.everyRowIs === b.everyRowIs &&
  a.columns.size === b.columns.size &&
  [...b.columns].every(([field, heading]) => plainHeading(a.columns.get(field) ?? '') === plainHeading(heading));

export const fieldsOf = (holds: Holds): readonly string[] =>
  holds === 'disputes' ? DISPUTE_FIELDS : ACKNOWLEDGEMENT_FIELDS;

const isOneOf = (choices: readonly string[], chosen: string): boolean => choices.includes(chosen);

/** The reasons why the files cannot be tried yet, a sentence for each question. */
export interface ToAnswer {
  /** Of the field where it is answered. */
  readonly name: string;
  readonly why:
    | { readonly kind: 'no-date-order' }
    | { readonly kind: 'no-column'; readonly field: string; readonly files: readonly string[] }
    | { readonly kind: 'two-columns'; readonly field: string; readonly headings: readonly [string, string] }
    | { readonly kind: 'no-kind'; readonly files: readonly string[] }
    | { readonly kind: 'no-meaning'; readonly section: SectionOfWords; readonly word: string };
}

export const toAnswer = ({ dates, layouts, sections }: MappingAsked): ToAnswer[] => [
  ...(dates.chosen === '' ? [{ name: dates.name, why: { kind: 'no-date-order' } as const }] : []),
  ...layouts.flatMap(toAnswerOfLayout),
  ...sections
    .filter(({ section }) => !MAY_BE_LEFT.includes(section))
    .flatMap(({ section, words }) =>
      words
        .filter(({ chosen }) => chosen === '')
        .map(({ name, about }) => ({ name, why: { kind: 'no-meaning', section, word: about } as const })),
    ),
];

const toAnswerOfLayout = ({ files, holds, columns, everyRowIs }: LayoutAsked): ToAnswer[] => {
  const first = columns[0]?.name ?? '';
  const missing = REQUIRED_FIELDS[holds].filter((field) => !columns.some(({ chosen }) => chosen === field));
  const twice = columns.flatMap(({ name, about, chosen }, at) => {
    const earlier = columns.slice(0, at).find((other) => chosen !== '' && other.chosen === chosen);
    if (earlier === undefined) return [];
    return [{ name, why: { kind: 'two-columns', field: chosen, headings: [earlier.about, about] } as const }];
  });
  return [
    ...missing.map((field) => ({ name: first, why: { kind: 'no-column', field, files } as const })),
    ...twice,
    ...(everyRowIs?.chosen === '' ? [{ name: everyRowIs.name, why: { kind: 'no-kind', files } as const }] : []),
  ];
};

/** How many fields a form of the questions has. */
export const countOf = ({ layouts, sections }: MappingAsked): number =>
  1 +
  layouts.reduce((sum, { columns }) => sum + columns.length + 1, 0) +
  sections.reduce((sum, { words }) => sum + words.length, 0);
