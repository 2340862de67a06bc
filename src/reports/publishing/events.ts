import type { Instant, LocalDate } from '../../calendar/calendar.js';
import type { DomainEvent } from '../../platform/decider.js';
import type { Words } from '../../protocol/protocol.js';
import type { RegisterKind } from '../../register/events.js';
import type { Audience } from '../disclosure/small.js';
import type { Shown, Unprinted } from '../disclosure/what-prints.js';

/**
 * Streams: `publishedReport-<reference>`, one for each report that is given out. A published edition is never changed: a correction
 * stands in a new edition.
 */
export type PublishedReportEvent =
  | DomainEvent<'ReportDrafted', ReportDrafted>
  | DomainEvent<'ReportFiguresFrozen', FiguresFrozen>
  | DomainEvent<'ReportSectionWritten', { edition: number; section: SectionCode; text: string }>
  | DomainEvent<'ReportFigureEntered', ReportFigureEntered>
  | DomainEvent<'ReportStoryWritten', ReportStoryWritten>
  | DomainEvent<'ReportStorySignedOff', { edition: number; story: string }>
  | DomainEvent<'ReportActionEntered', ReportActionEntered>
  | DomainEvent<'ReportPartTakenOut', ReportPartTakenOut>
  | DomainEvent<'ReportCommentedOn', { edition: number; text: string }>
  | DomainEvent<'ReportChecked', { edition: number; sha256: string }>
  | DomainEvent<'ReportApproved', { edition: number; sha256: string }>
  | DomainEvent<'ReportPresented', { edition: number; on: LocalDate; to: string }>
  | DomainEvent<'ReportPublished', ReportPublished>
  | DomainEvent<'ReportCorrectionBegun', { edition: number; reason: string }>
  /** An edition that was never published is worked on no more. */
  | DomainEvent<'ReportDraftGivenUp', { edition: number; reason: string }>
  | DomainEvent<'ReportWithdrawn', { edition: number; reason: string }>;

export interface ReportDrafted {
  /** `RPT-7K4M-2QXH`; also the id of its stream. */
  report: string;
  kind: ReportKind;
  /** First and last day of what it reports on. */
  from: LocalDate;
  to: LocalDate;
  audience: Audience;
  /** Counts below this are small, as it was set when the report was begun; 1 where none is. */
  threshold: number;
  /** The team that it is about alone, as it was called when the report was begun; null of every other report. */
  team: TeamOfReport | null;
}

export interface TeamOfReport {
  id: string;
  name: string;
}

export const REPORT_KINDS = [
  'annual',
  'half-year',
  'quarter',
  'period',
  'learning-briefing',
  'team-half-year',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Sections that a council writes itself, after the contents of an annual report (IRO Handbook 7.11). */
export const SECTIONS = [
  'summary',
  'service',
  'caseloads',
  'participation',
  'timeliness',
  'disputes',
  'good-practice',
  'what-was-learnt',
  'resources',
  'last-years-actions',
  'priorities',
  'for-children',
] as const;
export type SectionCode = (typeof SECTIONS)[number];

/** Small numbers are hidden, with as many others as it takes; or every number is rounded to the nearest 5, and none is hidden. */
export const METHODS = ['hidden', 'rounded'] as const;
export type Method = (typeof METHODS)[number];

/** The figures of an edition, counted from the log as it was up to one event. */
export interface FiguresFrozen {
  edition: number;
  /** Id of the last event that was counted: unlike a position it is the same after the log was moved to another store. */
  lastEvent: string;
  /** The moment as at which it was said what is late or open. */
  asAt: Instant;
  /** The words of the council when they were taken, in which its papers are written: they stay when it says something otherwise. */
  says: WordsOfReport;
  /** How small numbers are kept in it. */
  method: Method;
  measures: FrozenMeasure[];
  tables: FrozenTable[];
  /** The tables that were chosen, so that the figures can be made again. */
  layout: TableChosen[];
  /** Tables that were asked for, or that the program tried where nobody chose, and that are not printed. */
  leftOut: TableLeftOut[];
  /** Of which records the total is printed although it is small, by decision of the IRO manager, and with no breakdown. */
  totalsAnyway: RegisterKind[];
  /** Editions about the same days that their readers have already: what is hidden here is kept beside all of them. */
  besides: EditionNamed[];
  /** Entries of the disclosure log that tell of these days: what they say is known. */
  disclosures: string[];
  /** All that goes out of each kind of record, as it is printed, by keys that are the same in every report of the period. */
  released: ReleasedFigures[];
}

export interface WordsOfReport {
  words: Words;
  /** Names that stay as they were written. */
  kept: string[];
}

export interface EditionNamed {
  report: string;
  edition: number;
}

/** A table of one kind of record, by the code of its layout: `service+half`. */
export interface TableChosen {
  records: RegisterKind;
  table: string;
}

/** Why a table is not printed. */
export type WhyLeftOut = 'too-long' | 'of-no-use' | 'no-rows' | 'total-alone' | 'no-such-places';

export interface TableLeftOut extends TableChosen {
  why: WhyLeftOut;
}

export interface ReleasedFigures {
  records: RegisterKind;
  /** Counts below this are small. */
  threshold: number;
  figures: { key: string; shown: number | Unprinted }[];
}

/** A line as it is printed: a hidden number is "c", and so is what could be worked out from it. */
export interface FrozenMeasure {
  /** A code of the annual report. */
  code: string;
  label: string;
  unit: 'count' | 'percent';
  value: Shown;
  /** The reason why there is no value: "no register", "not collected". */
  missing: string | null;
  /** Of the year before; null where nobody knows, or where the period is no financial year. */
  previous: Shown;
  /** From the year before: in records, and in per cent of the earlier ones. */
  change: Shown;
  changePercent: Shown;
  /** The meaning of the count. */
  definition: string;
  note: string | null;
}

/** A table as it is printed: a hidden figure is "c", and its number is nowhere in it. */
export interface FrozenTable {
  title: string;
  columns: string[];
  rows: { label: string; cells: Shown[] }[];
  notes: string[];
}

/** A figure that the log does not hold: caseloads, reviews on time, audits. */
export interface ReportFigureEntered {
  edition: number;
  section: SectionCode;
  /** The name of the figure; entered again, it takes the place of the earlier one. */
  label: string;
  /** The label of the entered figure of which it is a part; null of one that is part of none. */
  partOf: string | null;
  /** As it is printed where small numbers are hidden: a small one is "c", and its number is nowhere. */
  shown: number | Unprinted;
  /** As it is printed where every number is rounded. */
  rounded: number | 'revised';
  /** The source of the figure, its day, and the meaning of the count. */
  source: string;
  asAt: LocalDate;
  definition: string;
}

export const STORY_KINDS = ['case', 'good-practice', 'learnt'] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

/** A story of somebody whom nobody can recognise. It is printed once the person named has signed it off. */
export interface ReportStoryWritten {
  edition: number;
  /** `S1`: its number among those of the report. */
  story: string;
  kind: StoryKind;
  title: string;
  text: string;
  /** Person id of who is to sign it off: another person than wrote it. */
  signer: string;
}

export const PROGRESS = ['done', 'under-way', 'not-begun', 'dropped'] as const;
export type Progress = (typeof PROGRESS)[number];

/** An action that an earlier report announced, and what became of it. */
export interface ReportActionEntered {
  edition: number;
  /** `A1`: its number among those of the report; entered again, it takes the place of what stood there. */
  action: string;
  /** What was to be done, as it was announced. */
  what: string;
  /** The post or the team that holds it: never a child. */
  holder: string;
  progress: Progress;
  /** What was done, or why nothing was. */
  sentence: string;
  /** The day as of which that is so. */
  asAt: LocalDate;
}

export const PARTS_TAKEN_OUT = ['figure', 'story', 'action'] as const;
export type PartTakenOut = (typeof PARTS_TAKEN_OUT)[number];

/** What somebody entered or wrote in an edition that is not published yet stands in it no more. */
export interface ReportPartTakenOut {
  edition: number;
  part: PartTakenOut;
  /** The label of a figure; the number of a story or of an action. */
  name: string;
}

/** A file of an edition, and the SHA-256 of its bytes in hexadecimal. */
export interface FileHashed {
  name: string;
  sha256: string;
}

export interface ReportPublished {
  edition: number;
  /** Of all that was published, as its canonical JSON: who has the files can compare. */
  sha256: string;
  /** Each of its files, as whoever gives them out has them. */
  files: FileHashed[];
  on: LocalDate;
  /** The address at which the public finds it; null for a report that stays inside. */
  address: string | null;
}
