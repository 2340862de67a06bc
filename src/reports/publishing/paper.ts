import { dayInWords, momentInWords } from '../../calendar/in-words.js';
import type { Edition } from './edition.js';
import { enteredAsPrinted, type FigureShown } from './entered-figures.js';
import { KIND_IN_WORDS } from './in-words.js';
import { actionsTable } from './last-years-actions.js';
import { digestOf } from './edition.js';
import { upperFirst } from '../../platform/upper-first.js';
import { HIDDEN, REVISED, ROUNDED } from '../disclosure/printed-table.js';
import type { Shown } from '../disclosure/what-prints.js';
import {
  type FrozenMeasure,
  type FrozenTable,
  type ReportDrafted,
  type SectionCode,
  SECTIONS,
  type StoryKind,
} from './events.js';

/** A report as every paper of it is written: page, PDF and files are made from this alone. */
export interface Paper {
  readonly title: string;
  /** For the file of a paper, and its foot: it names nobody. */
  readonly edition: string;
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'facts'; readonly rows: readonly { readonly key: string; readonly value: string }[] }
  /** Its cells are figures, or else words, which stand to the left and take the room that they need. */
  | {
      readonly is: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly TableRow[];
      readonly isOfWords?: true;
    };

export interface TableRow {
  readonly label: string;
  readonly cells: readonly string[];
}

/** The title of a report. */
export const titleOf = ({ kind, from, to, team }: Pick<ReportDrafted, 'kind' | 'from' | 'to' | 'team'>): string =>
  team === null
    ? `${KIND_IN_WORDS[kind]} of the Independent Reviewing Officers, ${dayInWords(from)} to ${dayInWords(to)}`
    : `Half-year of ${team.name}, ${dayInWords(from)} to ${dayInWords(to)}`;

export const SECTION_TITLES: Readonly<Record<SectionCode, string>> = {
  summary: 'Summary',
  service: 'The service',
  caseloads: 'Caseloads',
  participation: 'How children take part',
  timeliness: 'Reviews on time',
  disputes: 'Disputes',
  'good-practice': 'Good practice',
  'what-was-learnt': 'What was learnt, and done',
  resources: 'Resources',
  'last-years-actions': 'Last year’s actions',
  priorities: 'Priorities for next year',
  'for-children': 'For children and young people',
};

/** Sections that come before the figures; the others follow them. */
const BEFORE_FIGURES: readonly SectionCode[] = ['summary', 'service', 'caseloads', 'participation', 'timeliness'];

/**
 * The paper of an edition that has its figures, in the order of the contents: what was written, the figures, and last what each of them
 * counts and how the paper can be compared with what was published.
 * @param said a text of the program as the council says it; what people wrote stays as it is
 */
export const paperOf = (
  drafted: ReportDrafted,
  edition: Edition,
  said: (text: string) => string = (text) => text,
): Paper => {
  const title = titleOf(drafted);
  const allEntered = enteredAsPrinted(edition, drafted.threshold);
  const written = (sections: readonly SectionCode[]): Part[] =>
    sections.flatMap((section) => {
      const text = edition.sections[section] ?? '';
      const entered = allEntered.filter((each) => each.section === section);
      const stories = edition.stories.filter(({ kind }) => STANDS_IN[kind] === section);
      const actions = section === 'last-years-actions' ? actionsParts(edition) : [];
      return text === '' && entered.length + stories.length + actions.length === 0
        ? []
        : [
            heading(2, SECTION_TITLES[section]),
            ...paragraphsOf(text),
            ...actions,
            ...enteredParts(entered),
            ...stories.flatMap(({ title: called, text: told }) => [heading(3, called), ...paragraphsOf(told)]),
          ];
    });
  const named = { title, edition: `${drafted.report}, edition ${edition.edition}` };
  if (drafted.kind === 'learning-briefing')
    return {
      ...named,
      parts: [
        heading(1, title),
        ...standing(edition),
        ...written(['summary', 'what-was-learnt', 'disputes', 'good-practice', 'priorities']),
        ...measuresIn(drafted, edition, said),
        ...aboutThis(drafted, edition),
      ],
    };
  return {
    ...named,
    parts: [
      heading(1, title),
      ...standing(edition),
      ...written(BEFORE_FIGURES),
      ...figuresOf(drafted, edition, said),
      ...written(SECTIONS.filter((section) => !BEFORE_FIGURES.includes(section))),
      ...countingOf(edition, said),
      ...aboutThis(drafted, edition),
    ],
  };
};

/** In which section a story is printed. */
export const STANDS_IN: Readonly<Record<StoryKind, SectionCode>> = {
  case: 'disputes',
  'good-practice': 'good-practice',
  learnt: 'what-was-learnt',
};

/** Figures that the log does not hold, each with where it comes from and what it counts. */
const enteredParts = (entered: readonly FigureShown[]): Part[] =>
  entered.length === 0
    ? []
    : [
        {
          is: 'table',
          columns: ['Number'],
          rows: entered.map(({ label, partOf, shown }) => ({
            label: partOf === null ? label : `${label} (of ${partOf})`,
            cells: [inWords(shown)],
          })),
        },
        ...entered.map(({ label, definition, source, asAt }) =>
          paragraph(`${label}: ${definition} Source: ${source}, as of ${dayInWords(asAt)}.`),
        ),
        ...(entered.some(({ shown }) => shown === 'c') ? [paragraph(HIDDEN)] : []),
        ...(entered.some(({ shown }) => shown === 'revised') ? [paragraph(REVISED)] : []),
      ];

const actionsParts = (edition: Edition): Part[] => {
  const table = actionsTable(edition);
  return table === null ? [] : [{ is: 'table', columns: table.columns, rows: table.rows, isOfWords: true }];
};

const heading = (level: 1 | 2 | 3, text: string): Part => ({ is: 'heading', level, text });
const paragraph = (text: string): Part => ({ is: 'paragraph', text });

/** A person writes an empty line between paragraphs. */
const paragraphsOf = (text: string): Part[] =>
  text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map(paragraph);

/** Whether a reader may rely on it. */
const standing = ({ edition, published, withdrawn, givenUp, reason }: Edition): Part[] => [
  // The reason is for the service: it may say what was given away.
  ...(withdrawn === null ? [] : [paragraph('Withdrawn. Do not use its figures.')]),
  ...(published === null
    ? [paragraph(givenUp === null ? 'Draft, not published.' : 'Draft that was given up. Do not use its figures.')]
    : []),
  ...(reason === null ? [] : [paragraph(`Edition ${edition} replaces the one before.`)]),
];

const figuresOf = (drafted: ReportDrafted, edition: Edition, said: (text: string) => string): Part[] => [
  ...measuresIn(drafted, edition, said),
  ...(edition.figures?.tables ?? []).flatMap((table) => tableParts({ ...table, title: said(table.title) })),
];

/** With what the total of a report stands. */
export const comparedWith = ({ kind }: Pick<ReportDrafted, 'kind'>): string =>
  kind === 'quarter' ? 'Same months of last year' : 'Year before';

const measuresIn = (drafted: ReportDrafted, { figures }: Edition, said: (text: string) => string): Part[] => {
  if (figures === null) return [];
  const { measures } = figures;
  const notes = notesNumbered(measures);
  const isCompared = measures.some(({ previous }) => previous !== null);
  return [
    heading(2, 'Figures'),
    {
      is: 'table',
      columns: isCompared ? ['Number', comparedWith(drafted), 'Change'] : ['Number'],
      rows: measures.map((measure) => ({
        label: `${said(measure.label)}${markOf(measure, notes)}`,
        cells: [
          withUnit(measure, measure.value),
          ...(isCompared
            ? [measure.previous === null ? '' : withUnit(measure, measure.previous), changeIn(measure)]
            : []),
        ],
      })),
    },
    ...notes.map((note, place) => paragraph(`[${place + 1}] ${note}.`)),
    ...(figures.method === 'rounded' ? [paragraph(ROUNDED)] : []),
    ...(measures.some(({ value }) => value === 'c') ? [paragraph(HIDDEN)] : []),
    ...(measures.some(({ value }) => value === 'revised') ? [paragraph(REVISED)] : []),
  ];
};

/** What must be said with the figures, each once, by the number that stands with those of which it is said. */
export const notesNumbered = (measures: readonly Pick<FrozenMeasure, 'note'>[]): string[] => [
  ...new Set(measures.flatMap(({ note }) => (note === null ? [] : [upperFirst(note.replace(/\.+$/, ''))]))),
];

/** ` [1]`; nothing where nothing need be said. */
export const markOf = ({ note }: Pick<FrozenMeasure, 'note'>, notes: readonly string[]): string =>
  note === null ? '' : ` [${notes.indexOf(notesNumbered([{ note }])[0]!) + 1}]`;

export const withUnit = ({ unit, missing }: Pick<FrozenMeasure, 'unit' | 'missing'>, value: Shown): string =>
  unit === 'percent' && typeof value === 'number' ? `${value}%` : inWords(value, missing);

/** `+8 (+7.8%)`; nothing where it is compared with nothing. */
export const changeIn = ({ change, changePercent }: Pick<FrozenMeasure, 'change' | 'changePercent'>): string => {
  if (typeof change !== 'number') return change ?? '';
  const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));
  return typeof changePercent === 'number'
    ? `${signed(change)} (${changePercent > 0 ? '+' : ''}${changePercent.toFixed(1)}%)`
    : signed(change);
};

const tableParts = ({ title, columns, rows, notes }: FrozenTable): Part[] => [
  heading(3, title),
  {
    is: 'table',
    columns,
    rows: rows.map(({ label, cells }) => ({ label, cells: cells.map((cell) => inWords(cell)) })),
  },
  ...notes.map(paragraph),
];

/** A number that is not known is replaced by the reason, and never by a 0. */
const inWords = (value: Shown, missing: string | null = null): string =>
  value === null ? (missing ?? 'not known') : String(value);

const countingOf = ({ figures }: Edition, said: (text: string) => string): Part[] =>
  figures === null
    ? []
    : [
        heading(2, 'What each figure counts'),
        ...figures.measures.map(({ label, definition }) => paragraph(`${said(label)}: ${said(definition)}`)),
      ];

const aboutThis = (drafted: ReportDrafted, edition: Edition): Part[] => [
  heading(2, 'About this report'),
  {
    is: 'facts',
    rows: [
      { key: 'Report', value: `${drafted.report}, edition ${edition.edition}` },
      ...(edition.figures === null ? [] : [{ key: 'Counted as at', value: momentInWords(edition.figures.asAt) }]),
      ...(edition.published === null ? [] : [{ key: 'Published on', value: dayInWords(edition.published.on) }]),
      { key: 'Digest (SHA-256)', value: digestOf(drafted, edition) },
    ],
  },
];
