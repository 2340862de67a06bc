import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import type { DomainEvent } from '../../platform/decider.js';

/** Stream: `report-other-councils`, figures that other councils have published, as people entered them. */
export type OtherCouncilEvent =
  | DomainEvent<'OtherCouncilFigureEntered', OtherCouncilFigure>
  | DomainEvent<'OtherCouncilFigureCorrected', OtherCouncilFigure & { reason: string }>
  | DomainEvent<'OtherCouncilFigureWithdrawn', FigureOfCouncil & { reason: string }>;

/** By which a figure is found again: one council has published one number of a measure for a year. */
export interface FigureOfCouncil {
  council: string;
  year: FinancialYear;
  /** A code of the annual report. */
  measure: string;
}

export interface OtherCouncilFigure extends FigureOfCouncil {
  value: number;
  /** Children looked after, as that council published it; null where it did not. */
  children: number | null;
  /** The publication in which it is printed, so that a reader can look it up. */
  source: string;
  publishedOn: LocalDate;
  /** The meaning of the number, and of the number of children, in the words of that council. */
  definition: string;
}
