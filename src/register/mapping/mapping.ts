import type { Agreement, DisputeKind, ImpactCode } from '../../disputes/events.js';
import type { AcknowledgementField, DisputeField, OUTCOMES } from './fields.js';

/** How one council's registers are to be read: data, written by a person in business support. */
export interface RegisterMapping {
  readonly sha256: string;
  readonly dates: DateOrder;
  readonly times: Times;
  readonly siblingRows: SiblingRows;
  readonly shapes: readonly Shape[];
  readonly words: Words;
}

/** The part that comes first in `04/05/2022`. Dates with a month in letters and ISO dates are always understood. */
export const DATE_ORDERS = ['day before month', 'month before day'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];
/** The order of dates if a mapping does not give one. */
export const USUAL_DATES: DateOrder = 'day before month';

/** The outcome of a time of day beside a date: the row is refused, or the time is left out and the day in London kept. */
export const TIMES = ['refused', 'left out'] as const;
export type Times = (typeof TIMES)[number];

/** The outcome for rows with one reference that differ in the child alone: refused, or put together as one dispute of several children. */
export const SIBLING_ROWS = ['refused', 'put together'] as const;
export type SiblingRows = (typeof SIBLING_ROWS)[number];

/** How the dates of a register are to be read. */
export type DateReading = Pick<RegisterMapping, 'dates' | 'times'>;

/** One layout of file, recognised by its headings. */
export type Shape = DisputeShape | AcknowledgementShape;

export interface DisputeShape {
  readonly holds: 'disputes';
  readonly columns: { readonly [Field in DisputeField]?: string };
  /** For a file that holds one kind only and has no column for it. */
  readonly everyRowIs: DisputeKind | null;
}
export interface AcknowledgementShape {
  readonly holds: 'acknowledgements';
  readonly columns: { readonly [Field in AcknowledgementField]?: string };
}

/** The council's words and what they mean here; looked up whatever their capitals and spaces. */
export interface Words {
  readonly teams: WordList<string>;
  readonly kinds: WordList<DisputeKind>;
  readonly themes: WordList<string>;
  readonly acknowledgementThemes: WordList<string>;
  readonly answers: WordList<Agreement>;
  readonly stages: WordList<number>;
  readonly outcomes: WordList<Outcome>;
  readonly impacts: WordList<ImpactCode>;
  readonly yesOrNo: WordList<boolean>;
}
export type Outcome = (typeof OUTCOMES)[number];

export class WordList<Meaning> {
  private readonly meanings = new Map<string, Meaning>();
  /** As the council writes them, to say what is allowed. */
  readonly written: readonly string[];

  /** @param words as the council writes them, and what each means */
  constructor(readonly words: readonly (readonly [string, Meaning])[]) {
    this.written = words.map(([word]) => word);
    for (const [word, meaning] of words) this.meanings.set(plainWord(word), meaning);
  }

  meaningOf(word: string): Meaning | undefined {
    return this.meanings.get(plainWord(word));
  }
}

export const plainWord = (word: string): string => word.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
