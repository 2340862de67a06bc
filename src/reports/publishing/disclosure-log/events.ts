import type { LocalDate } from '../../../calendar/calendar.js';
import type { DomainEvent } from '../../../platform/decider.js';
import type { RegisterKind } from '../../../register/events.js';
import type { EditionNamed } from '../events.js';

/** Streams: `disclosure-<reference>`, one for each release of figures that was no report of its own. */
export type DisclosureEvent =
  | DomainEvent<'DisclosureEntered', DisclosureEntered>
  | DomainEvent<'DisclosureWithdrawn', { reason: string }>;

export const DISCLOSURE_KINDS = ['information-request', 'other'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** Figures that left the council otherwise than in a report for these readers. */
export interface DisclosureEntered {
  /** `DLE-7K4M-2QXH`; also the id of its stream. */
  disclosure: string;
  kind: DisclosureKind;
  /** The day on which they left. */
  on: LocalDate;
  /** Who has them, in general words: nobody is named. */
  recipient: string;
  /** The number under which the council keeps the request; null where it has none. */
  requestNumber: string | null;
  /** First and last day of the records that were counted. */
  from: LocalDate;
  to: LocalDate;
  /** The published edition that was given, as a whole; null where figures were. */
  edition: EditionNamed | null;
  /** The kind of record that the figures count; null where an edition was given. */
  records: RegisterKind | null;
  figures: FigureDisclosed[];
}

/** One number that was told; of all teams, themes or quarters where it names none. */
export interface FigureDisclosed {
  team: string | null;
  theme: string | null;
  /** `2022/23 Q1` */
  quarter: string | null;
  number: number;
}
