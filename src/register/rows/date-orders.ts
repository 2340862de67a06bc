/** The order of day and month in the dates of one column, as far as they show it themselves. */
export interface OrdersSeen {
  /** Rows in which the first figure can only be a day. */
  readonly dayFirst: readonly number[];
  /** Rows in which the second figure can only be a day. */
  readonly monthFirst: readonly number[];
  /** Rows in which either is possible, and the two would be different days. */
  readonly either: readonly number[];
  /** Rows with a date of no doubtful order: a date cell of a spreadsheet, or a year first. */
  readonly certain: readonly number[];
}

const FIGURES = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})\b/;
const YEAR_FIRST = /^\d{4}-\d{2}-\d{2}\b/;

/** Looks at the dates of one column, row by row. */
export class DateOrders implements OrdersSeen {
  readonly dayFirst: number[] = [];
  readonly monthFirst: number[] = [];
  readonly either: number[] = [];
  readonly certain: number[] = [];

  see(written: string, row: number): void {
    const text = written.trim();
    if (YEAR_FIRST.test(text)) this.certain.push(row);
    const figures = FIGURES.exec(text);
    if (!figures) return;
    const [first, second] = [Number(figures[1]), Number(figures[2])];
    if (first > 12 && second <= 12) this.dayFirst.push(row);
    else if (second > 12 && first <= 12) this.monthFirst.push(row);
    else if (first <= 12 && second <= 12 && first !== second) this.either.push(row);
  }

  /** Some can only have the day first and some only the month. */
  get areMixed(): boolean {
    return this.dayFirst.length > 0 && this.monthFirst.length > 0;
  }
}

/** A sentence for the people who read the register in, where a column holds dates in both orders; undefined where it does not. */
export const mixedOrdersNote = (
  name: string,
  heading: string,
  seen: DateOrders,
  readAs: string,
): string | undefined => {
  if (!seen.areMixed) return undefined;
  const rows = (list: readonly number[]): string => `${list.length}, such as row ${list[0]}`;
  const doubtful =
    seen.either.length === 0
      ? ''
      : ` ${seen.either.length} could be either (row ${seen.either.slice(0, 10).join(', ')}${seen.either.length > 10 ? ', …' : ''}) and are read ${readAs}: look at each.`;
  return `${name}: under "${heading}" some dates have the day first (${rows(seen.dayFirst)}) and others the month, as in America (${rows(seen.monthFirst)}).${doubtful}`;
};

/** The same, where date cells of a spreadsheet stand beside dates that are text and have the month first. */
export const cellsBesideTextNote = (name: string, heading: string, seen: DateOrders): string | undefined =>
  seen.certain.length === 0 || seen.monthFirst.length === 0 || seen.dayFirst.length > 0
    ? undefined
    : `${name}: under "${heading}" some dates are kept as dates (${seen.certain.length}, such as row ${seen.certain[0]}) and others as text with the month ` +
      `first, as in America (${seen.monthFirst.length}, such as row ${seen.monthFirst[0]}). A spreadsheet program takes an American date for another ` +
      'day where it can, so day and month may have changed places in the former.';
