import { stringify } from 'yaml';
import type { RegisterFact } from '../../disputes/events.js';
import { inCouncilWords } from '../../protocol/council-words.js';
import { type CouncilSays, SAYS_NOTHING } from '../../protocol/words-now.js';
import {
  ACKNOWLEDGEMENT_THEME_CODES,
  type AcknowledgementField,
  AGREEMENTS,
  type DisputeFact,
  IMPACTS,
  KINDS,
  OUTCOMES,
  STAGES,
  THEME_CODES,
} from '../mapping/fields.js';

/** The headings under which a register is written back: one for every fact that a row can hold. */
export const EXPORTED_DISPUTES: { readonly [Field in DisputeFact]: string } = {
  reference: 'Reference',
  child: 'Child',
  iro: 'IRO',
  team: 'Team',
  manager: 'Team manager',
  kind: 'Kind',
  'date raised': 'Date raised',
  theme: 'Theme',
  concern: 'Concern',
  'spoke first': 'Spoke first',
  due: 'Answer due',
  answered: 'Date answered',
  answer: 'Answer',
  stage: 'Stage reached',
  'challenge meeting': 'Challenge meeting',
  outcome: 'Outcome',
  'outcome words': 'Outcome in the council’s words',
  'date resolved': 'Date resolved',
  impact: 'Impact',
  'impact words': 'Impact in the council’s words',
};
export const EXPORTED_ACKNOWLEDGEMENTS: { readonly [Field in AcknowledgementField]: string } = {
  reference: 'Reference',
  date: 'Date given',
  child: 'Child',
  giver: 'Given by',
  team: 'Team',
  theme: 'Theme',
  'what was good': 'What was good',
};

/** Headings as the council says them. */
export const headingsIn = <Field extends string>(
  headings: Readonly<Partial<Record<Field, string>>>,
  { words, kept }: Pick<CouncilSays, 'words' | 'kept'>,
): Record<Field, string> =>
  Object.fromEntries(
    Object.entries<string | undefined>(headings).map(([field, heading]) => [
      field,
      inCouncilWords(heading ?? '', words, kept),
    ]),
  ) as Record<Field, string>;

/** Rows of one layout: those whose registers had a column for the same facts. */
export interface Layout<Field extends string, Row> {
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Facts for which there is no column. */
  readonly lacks: readonly RegisterFact[];
  readonly rows: readonly Row[];
}

/** The columns in which each fact stands; the other way round from `lackingIn`. */
const COLUMNS_OF: { readonly [Fact in RegisterFact]: readonly DisputeFact[] } = {
  child: ['child'],
  stage: ['stage'],
  'answer due': ['due'],
  'answer date': ['answered'],
  outcome: ['outcome'],
  end: ['outcome', 'date resolved'],
  impact: ['impact'],
  'challenge meeting': ['challenge meeting'],
};

/** The columns that a register has not got which lacks these facts. */
export const columnsOf = (lacks: readonly RegisterFact[]): DisputeFact[] => lacks.flatMap((fact) => COLUMNS_OF[fact]);

/**
 * Rows by what their registers had a column for, the fullest layout first. A column that a register did not have is not written: read
 * again, its empty cells would say "none" where nobody knows.
 */
export const layoutsOf = <Field extends string, Row extends { readonly lacks: readonly RegisterFact[] }>(
  headings: Readonly<Record<Field, string>>,
  rows: readonly Row[],
): readonly [Layout<Field, Row>, ...Layout<Field, Row>[]] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = [...row.lacks].sort().join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const [first, ...others] = [...groups.values()]
    .map((group) => ({ columns: withoutColumns(headings, group[0]!.lacks), lacks: group[0]!.lacks, rows: group }))
    .sort((a, b) => Object.keys(b.columns).length - Object.keys(a.columns).length);
  return [first ?? { columns: headings, lacks: [], rows: [] }, ...others];
};

const withoutColumns = <Field extends string>(
  headings: Readonly<Record<Field, string>>,
  lacks: readonly RegisterFact[],
): Partial<Record<Field, string>> => {
  const left = new Set<string>(columnsOf(lacks));
  return Object.fromEntries(Object.entries<string>(headings).filter(([field]) => !left.has(field))) as Partial<
    Record<Field, string>
  >;
};

type Columns = Readonly<Partial<Record<DisputeFact | AcknowledgementField, string>>>;

export interface LayoutMapped {
  readonly holds: 'disputes' | 'acknowledgements';
  readonly columns: Columns;
}

const EVERY_COLUMN: readonly LayoutMapped[] = [
  { holds: 'disputes', columns: EXPORTED_DISPUTES },
  { holds: 'acknowledgements', columns: EXPORTED_ACKNOWLEDGEMENTS },
];

/**
 * The mapping by which exported files are read again: every word in them is Footprint's own code.
 *
 * @param says in whose words the headings are; the program's own unless told
 * @param layouts those of the files; every column unless told
 */
export const exportMapping = (
  says: Pick<CouncilSays, 'words' | 'kept'> = SAYS_NOTHING,
  layouts: readonly LayoutMapped[] = EVERY_COLUMN,
): string =>
  '# How the files of "footprint register export" are read again. Every word in them is a code and means itself.\n' +
  stringify({
    dates: 'day before month',
    registers: layouts.map(({ holds, columns }) => ({ holds, columns: headingsIn(columns, says) })),
    words: {
      kinds: themselves(KINDS),
      themes: themselves(THEME_CODES),
      'acknowledgement themes': themselves(ACKNOWLEDGEMENT_THEME_CODES),
      answers: themselves(AGREEMENTS),
      stages: themselves(STAGES),
      outcomes: themselves(OUTCOMES),
      impacts: themselves(IMPACTS),
      yes: ['yes'],
      no: ['no'],
    },
  });

const themselves = (codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(codes.map((code) => [code, code]));
