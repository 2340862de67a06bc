/** A day in Europe/London as `YYYY-MM-DD`; two of them compare as strings. */
export type LocalDate = string;
/** An instant in UTC as ISO 8601 with milliseconds. */
export type Instant = string;

/** A financial year as councils write it: `2022/23` runs from 1 April 2022 to 31 March 2023. */
export type FinancialYear = string;
/** A quarter of it: `2022/23 Q1` is April to June 2022. */
export type Quarter = string;

/**
 * Working days of one council: Monday to Friday, less the bank holidays of England and Wales, less the council's own closing days.
 * Pure: the table of holidays is handed in (domain brief, section 5).
 */
export interface WorkingCalendar {
  /** @throws Refusal `no-calendar-for-year` when nothing is known of that year's holidays. */
  isWorkingDay(date: LocalDate): boolean;
  /**
   * The date `days` working days after `start`, which is day 0; from a Saturday, Sunday or holiday the next working day is day 1.
   * @throws Refusal `no-calendar-for-year`
   */
  addWorkingDays(start: LocalDate, days: number): LocalDate;
  /** Working days from `start` (day 0) to `end`; negative when `end` is earlier. */
  workingDaysBetween(start: LocalDate, end: LocalDate): number;
}
