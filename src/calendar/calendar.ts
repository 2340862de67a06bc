/** A day in Europe/London as `YYYY-MM-DD`; two of them compare as strings. */
export type LocalDate = string;
/** An instant in UTC as ISO 8601 with milliseconds. */
export type Instant = string;

/** A financial year as councils write it: `2022/23` runs from 1 April 2022 to 31 March 2023. */
export type FinancialYear = string;
/** A quarter of it: `2022/23 Q1` is April to June 2022. */
export type Quarter = string;

/** A day that was found by counting working days. */
export interface CountedDay {
  readonly day: LocalDate;
  /** False: "not yet certain". The bank holidays of a year it was counted over are not known, so none were left out there. */
  readonly certain: boolean;
}

/**
 * Working days of one council: Monday to Friday, less the bank holidays of England and Wales, less the council's own closing days.
 * Pure: the table of holidays is handed in (domain brief, section 5).
 *
 * Nothing here is refused. Before the first year of the table and after its last one, working days are counted without bank holidays,
 * and the answer says that it is not certain: a row that no calendar covers must not stop a list or a sweep over everybody's rows.
 */
export interface WorkingCalendar {
  /** The first and the last day of the years whose bank holidays are known. */
  readonly known: { readonly from: LocalDate; readonly to: LocalDate };
  /** In a year that is not known: Monday to Friday, less what is known of it all the same. */
  isWorkingDay(date: LocalDate): boolean;
  /** The day `days` working days after `start`, which is day 0; from a Saturday, Sunday or holiday the next working day is day 1. */
  addWorkingDays(start: LocalDate, days: number): CountedDay;
  /** Working days from `start` (day 0) to `end`; negative when `end` is earlier. {@link isCertain} says whether they are exact. */
  workingDaysBetween(start: LocalDate, end: LocalDate): number;
  /** Whether the bank holidays of every year between these days are known, so that what is counted between them is exact. */
  isCertain(...days: LocalDate[]): boolean;
}
