import type { LocalDate } from '../../calendar/calendar.js';
import { dayInWords } from '../../calendar/in-words.js';
import { NOBODY_NAMED } from '../../platform/event-store/event-store.js';
import { isOfUse } from '../disclosure/coarser.js';
import type { Audience } from '../disclosure/small.js';
import type { Shown } from '../disclosure/what-prints.js';
import type { RegisterKind } from '../../register/events.js';
import type { EditionStanding } from './edition.js';
import type { FrozenMeasure, FrozenTable, Method, Progress, ReportKind, TableLeftOut, WhyLeftOut } from './events.js';
import { tableInWords } from './figures/layouts.js';

export const KIND_IN_WORDS: Readonly<Record<ReportKind, string>> = {
  annual: 'Annual report',
  'half-year': 'Half-yearly report',
  quarter: 'Quarterly report',
  period: 'Report',
  'learning-briefing': 'Learning briefing',
  'team-half-year': 'A team’s half-year',
};

export const AUDIENCE_IN_WORDS: Readonly<Record<Audience, string>> = {
  public: 'for the public',
  board: 'for a board that meets in public',
  'board-exempt': 'for a board, exempt from publication',
  inside: 'inside the service',
};

export const METHOD_IN_WORDS: Readonly<Record<Method, string>> = {
  hidden: 'small numbers hidden',
  rounded: 'every number rounded to the nearest 5',
};

export const PROGRESS_IN_WORDS: Readonly<Record<Progress, string>> = {
  done: 'done',
  'under-way': 'under way',
  'not-begun': 'not begun',
  dropped: 'dropped',
};

const STANDING_IN_WORDS: Readonly<Record<EditionStanding, string>> = {
  drafted: 'Being written',
  counted: 'To be checked',
  checked: 'To be approved',
  approved: 'To be published',
  published: 'Published',
  withdrawn: 'Withdrawn',
  'given-up': 'Given up',
};

/** How far an edition has come. Of one with its figures and no words it is not known that anybody is to check it. */
export const standingInWords = (standing: EditionStanding, sections: number): string =>
  standing === 'counted' && sections === 0 ? STANDING_IN_WORDS.drafted : STANDING_IN_WORDS[standing];

export const RECORDS_IN_WORDS: Readonly<Record<RegisterKind, string>> = {
  informal: 'Informal disputes',
  formal: 'Formal disputes',
  acknowledgement: 'Practice acknowledgements',
};

/** Whether so little of a printed table is hidden that it says something. */
export const isTableOfUse = ({ rows }: Pick<FrozenTable, 'rows'>): boolean => {
  const counting = rows.flatMap(({ cells }) => cells).filter((cell) => cell !== 0);
  return isOfUse(counting.length, counting.filter((cell) => typeof cell === 'string').length);
};

/** What is said beside a table that hides too much. */
export const OF_NO_USE =
  'More than 3 of 10 figures of this table are hidden: this layout is of no use. Take the figures again with a wider table, or without it.';

/** Why a table is not printed, and what to do instead. */
const LEFT_OUT_IN_WORDS: Readonly<Record<WhyLeftOut, string>> = {
  'too-long': 'what must be hidden of it is not found in time. Choose a wider table.',
  'of-no-use':
    'more than 3 of 10 figures would be hidden, or rounded to 0, so this layout is of no use. Choose a wider table.',
  'no-rows': 'its total is not one of records that are here, so there is nothing to break down.',
  'total-alone': 'its total is printed although it is small, and then without a table.',
  'no-such-places': 'the days or the records of this report have nothing to count by in this way.',
};

/** `Formal disputes by team: more than 3 of 10 figures would be hidden …` */
export const leftOutInWords = ({ records, table, why }: TableLeftOut): string =>
  `${RECORDS_IN_WORDS[records]} ${tableInWords(table)}: ${LEFT_OUT_IN_WORDS[why]}`;

/** `2 records came, recorded by Beth on 4 October 2024` */
export const changeInWords = ({
  records,
  came,
  by,
  on,
}: {
  readonly records: number;
  readonly came: boolean;
  readonly by: { readonly id: string; readonly name: string | null };
  readonly on: LocalDate;
}): string =>
  `${records} ${records === 1 ? 'record' : 'records'} ${came ? 'came' : 'left'}, recorded ${by.id === NOBODY_NAMED ? 'at the command line' : `by ${by.name ?? by.id}`} on ${dayInWords(on)}`;

/** Whether the files of an edition are the same again as they were given out, in a sentence. */
export const filesInWords = (files: readonly { readonly name: string; readonly isMadeAgain: boolean }[]): string => {
  const otherwise = files.filter(({ isMadeAgain }) => !isMadeAgain).map(({ name }) => name);
  return otherwise.length === 0
    ? `Made again, each of its ${files.length} files is the same, byte for byte.`
    : `Made again, these files come out with other bytes: ${otherwise.join(', ')}. A newer version of the program may lay a paper out otherwise: compare what it says.`;
};

/** A number as it is printed, alone; a share with its sign. */
export const printedInWords = (printed: Shown, unit: FrozenMeasure['unit'] = 'count'): string => {
  if (printed === null) return 'not known';
  return unit === 'percent' && typeof printed === 'number' ? `${printed}%` : String(printed);
};
