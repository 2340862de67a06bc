import type { FinancialYear } from '../calendar/calendar.js';
import type { DomainEvent } from '../platform/decider.js';

/** Stream: `report-<year with a dash>`, what people have said about a year's figures. */
export type ReportEvent =
  | DomainEvent<'FigureNoted', { year: FinancialYear; measure: string; note: string; comparable: boolean }>
  | DomainEvent<'PublishedTotalEntered', { year: FinancialYear; measure: string; value: number; source: string }>;
