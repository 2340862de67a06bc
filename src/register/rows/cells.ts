import type { LocalDate } from '../../calendar/calendar.js';
import { type AroundADate, type DateRuleName, nobodysDate, whyImpossible } from '../../calendar/date-rules.js';
import type { DateOrder, DateReading, WordList } from '../mapping/mapping.js';
import { shown } from '../reading/shown.js';
import { readDate } from './dates.js';
import { asItWas } from './formulas.js';

/** The fault of one cell: the heading it stands under, what it says, and what is expected there. */
export interface Problem {
  readonly column: string;
  readonly found: string;
  readonly reason: string;
}

/** The longest text that fits one cell of a spreadsheet. */
const LONGEST_TEXT = 32_767;
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The cells of one row by the mapping's words for them; collects what is wrong with the row, in the order in which it is read. */
export class Cells<Field extends string> {
  readonly problems: Problem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly columns: { readonly [Each in Field]?: { readonly at: number; readonly heading: string } },
    private readonly reading: DateReading,
    private readonly today: LocalDate,
  ) {}

  has(field: Field): boolean {
    return this.columns[field] !== undefined;
  }

  /** Without the spaces around it; an empty string for a blank cell or no such column. */
  word(field: Field): string {
    return this.text(field)?.trim() ?? '';
  }

  /** Exactly as written; null for a blank cell. */
  text(field: Field): string | null {
    const column = this.columns[field];
    if (column === undefined) return null;
    const text = asItWas(this.cells[column.at]!);
    if (text.length > LONGEST_TEXT) this.refuse(field, `Too long: expected at most ${LONGEST_TEXT} characters.`);
    if (CONTROL_CHARACTER.test(text) || !text.isWellFormed())
      this.refuse(field, 'Unreadable characters: expected text, line breaks and tabs only.');
    return text.trim() === '' ? null : text;
  }

  /** @param rule which days are possible; @param around against what they are held besides today */
  date(field: Field, rule: DateRuleName, around: Partial<AroundADate> = {}): LocalDate | null {
    const written = this.word(field);
    if (written === '') return null;
    const { dates, times } = this.reading;
    const read = readDate(written, dates, times);
    if ('date' in read) {
      const why = whyImpossible(rule, read.date, { ...nobodysDate(this.today), ...around });
      return why === undefined ? read.date : this.refuse(field, `Impossible date: it ${why}.`);
    }
    if ('withTime' in read)
      return this.refuse(field, 'A date with a time: expected a date alone, or "times: left out" in the mapping.');
    return 'impossible' in read
      ? this.refuse(field, `Impossible date: no such day exists. Expected ${dates}, such as ${EXAMPLES[dates]}.`)
      : this.refuse(field, `Not a date: expected ${dates}, such as ${EXAMPLES[dates]}, 13 May 2021 or 2021-05-13.`);
  }

  /** The meaning of the council's word; null for a blank cell. */
  meaning<Meaning>(field: Field, words: WordList<Meaning>, name: string): Meaning | null {
    const written = this.word(field);
    if (written === '') return null;
    const meaning = words.meaningOf(written);
    if (meaning !== undefined) return meaning;
    const allowed = words.written.length === 0 ? 'the mapping has none yet' : words.written.join(', ');
    return this.refuse(field, `Unknown ${name}: expected one of the mapping's words (${allowed}).`);
  }

  /** Notes a problem under the column's own heading; gives null, for the fact that cannot be read. */
  refuse(field: Field, reason: string): null {
    const column = this.columns[field];
    this.problems.push({
      column: column?.heading ?? field,
      found: column ? shown(this.cells[column.at]!) : '',
      reason,
    });
    return null;
  }
}

const EXAMPLES: Record<DateOrder, string> = { 'day before month': '13/05/2021', 'month before day': '05/13/2021' };
