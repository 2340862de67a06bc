import type { LocalDate } from '../../calendar/calendar.js';
import { dayInWords } from '../../calendar/in-words.js';
import type { Audience } from '../disclosure/small.js';
import type { Shown } from '../disclosure/what-prints.js';
import type { RegisterKind } from '../../register/events.js';
import type { EditionStanding } from './edition.js';
import type { ReportKind } from './events.js';

export const KIND_IN_WORDS: Readonly<Record<ReportKind, string>> = {
  annual: 'Annual report',
  'half-year': 'Half-yearly report',
  quarter: 'Quarterly report',
  period: 'Report',
};

export const AUDIENCE_IN_WORDS: Readonly<Record<Audience, string>> = {
  public: 'for the public',
  board: 'for a board that meets in public',
  'board-exempt': 'for a board, exempt from publication',
  inside: 'inside the service',
};

export const STANDING_IN_WORDS: Readonly<Record<EditionStanding, string>> = {
  drafted: 'Being written',
  counted: 'To be checked',
  checked: 'To be approved',
  approved: 'To be published',
  published: 'Published',
  withdrawn: 'Withdrawn',
  'given-up': 'Given up',
};

export const RECORDS_IN_WORDS: Readonly<Record<RegisterKind, string>> = {
  informal: 'Informal disputes',
  formal: 'Formal disputes',
  acknowledgement: 'Practice acknowledgements',
};

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
  `${records} ${records === 1 ? 'record' : 'records'} ${came ? 'came' : 'left'}, recorded by ${by.name ?? by.id} on ${dayInWords(on)}`;

/** A number as it is printed, alone. */
export const printedInWords = (printed: Shown): string => (printed === null ? 'not known' : String(printed));
