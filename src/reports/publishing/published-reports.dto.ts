import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { AUDIENCES, type Audience } from '../disclosure/small.js';
import type { Shown, Unprinted } from '../disclosure/what-prints.js';
import {
  type Method,
  METHODS,
  PROGRESS,
  type Progress,
  REPORT_KINDS,
  type ReportKind,
  type SectionCode,
  SECTIONS,
  STORY_KINDS,
  type StoryKind,
  type WhyLeftOut,
} from './events.js';
import { RECORDS } from './figures/figures-of.js';
import { TableChosenDto } from './report-acts.dto.js';

const A_NUMBER_IF_KNOWN = { type: 'number', nullable: true };
/**
 * A number as it is printed: `c` where it is hidden, `revised` where it was printed before and has changed by little since, null where
 * nobody knows it.
 */
const PRINTED_IF_KNOWN = { oneOf: [A_NUMBER_IF_KNOWN, { type: 'string', enum: ['c', 'revised'] }] };

@ApiSchema({ name: 'ReportPerson' })
export class ReportPersonDto {
  id: string;
  name: string | null;
}

/** A team, as it was called when the report was begun. */
@ApiSchema({ name: 'TeamOfReport' })
export class TeamOfReportDto {
  id: string;
  name: string;
}

@ApiSchema({ name: 'ReportListed' })
export class ReportListedDto {
  /** `RPT-7K4M-2QXH`. */
  report: string;
  @ApiProperty({ type: String, enum: REPORT_KINDS })
  kind: ReportKind;
  from: string;
  to: string;
  @ApiProperty({ type: String, enum: AUDIENCES })
  audience: Audience;
  /** The team that it is about alone; null of every other report. */
  @ApiProperty({ type: TeamOfReportDto, nullable: true })
  team: TeamOfReportDto | null;
  edition: number;
  @ApiProperty({
    type: String,
    enum: ['drafted', 'counted', 'checked', 'approved', 'published', 'withdrawn', 'given-up'],
  })
  standing: string;
  /** How many of its sections are written. */
  sections: number;
  publishedOn: string | null;
  draftedBy: ReportPersonDto;
  @ApiProperty({ type: String, format: 'date-time' })
  changedAt: string;
}

@ApiSchema({ name: 'ReportsListed' })
export class ReportsListedDto {
  /** Those that are written first, then the newest. */
  items: ReportListedDto[];
}

@ApiSchema({ name: 'ReportMeasure' })
export class ReportMeasureDto {
  code: string;
  label: string;
  @ApiProperty({ type: String, enum: ['count', 'percent'] })
  unit: 'count' | 'percent';
  /** As it is printed: `c` where it is hidden, `revised` where it was printed otherwise before; null where nobody knows it. */
  @ApiProperty(PRINTED_IF_KNOWN)
  value: Shown;
  missing: string | null;
  @ApiProperty(PRINTED_IF_KNOWN)
  previous: Shown;
  @ApiProperty(PRINTED_IF_KNOWN)
  change: Shown;
  @ApiProperty(PRINTED_IF_KNOWN)
  changePercent: Shown;
  definition: string;
  note: string | null;
}

@ApiSchema({ name: 'ReportTableRow' })
export class ReportTableRowDto {
  label: string;
  @ApiProperty({
    type: 'array',
    items: PRINTED_IF_KNOWN,
  })
  cells: Shown[];
}

@ApiSchema({ name: 'ReportTable' })
export class ReportTableDto {
  title: string;
  columns: string[];
  rows: ReportTableRowDto[];
  notes: string[];
  /** False where more than 3 of 10 figures are hidden: such a layout is of no use. */
  isOfUse: boolean;
}

/** A table that was asked for, or tried where nobody chose, and is not printed. */
@ApiSchema({ name: 'TableLeftOut' })
export class TableLeftOutDto {
  records: string;
  table: string;
  @ApiProperty({ type: String, enum: ['too-long', 'of-no-use', 'no-rows', 'total-alone', 'no-such-places'] })
  why: WhyLeftOut;
  /** Which it is, why, and what to do instead. */
  says: string;
}

@ApiSchema({ name: 'EditionNamed' })
export class EditionNamedDto {
  report: string;
  edition: number;
}

@ApiSchema({ name: 'ReportFigures' })
export class ReportFiguresDto {
  /** The last event that was counted. */
  lastEvent: string;
  @ApiProperty({ type: String, format: 'date-time' })
  asAt: string;
  /** How small numbers are kept: hidden, or every number rounded to the nearest 5. */
  @ApiProperty({ type: String, enum: METHODS })
  method: Method;
  measures: ReportMeasureDto[];
  tables: ReportTableDto[];
  layout: TableChosenDto[];
  leftOut: TableLeftOutDto[];
  totalsAnyway: string[];
  /** Editions about the same days that its readers have already: it is hidden together with them. */
  besides: EditionNamedDto[];
  /** Entries of the disclosure log about the same days: what they say is known. */
  disclosures: string[];
}

@ApiSchema({ name: 'ReportSection' })
export class ReportSectionDto {
  @ApiProperty({ type: String, enum: SECTIONS })
  section: SectionCode;
  title: string;
  text: string;
}

/** A number that somebody typed: a person who checks looks at each beside what is hidden. */
@ApiSchema({ name: 'NumberTyped' })
export class NumberTypedDto {
  /** Title of the section or of the story in which it stands. */
  where: string;
  written: string;
  sentence: string;
}

@ApiSchema({ name: 'ReportFigureEntered' })
export class FigureEnteredDto {
  @ApiProperty({ type: String, enum: SECTIONS })
  section: SectionCode;
  label: string;
  /** The entered figure of which it is a part; null of one that is part of none. */
  partOf: string | null;
  /** As it is printed: `c` where it is hidden, or `revised` where another number was published before. */
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string', enum: ['c', 'revised'] }] })
  shown: number | Unprinted;
  source: string;
  asAt: string;
  definition: string;
  by: ReportPersonDto;
}

@ApiSchema({ name: 'ReportStory' })
export class ReportStoryDto {
  /** `S1` */
  story: string;
  @ApiProperty({ type: String, enum: STORY_KINDS })
  kind: StoryKind;
  title: string;
  text: string;
  writer: ReportPersonDto;
  signer: ReportPersonDto;
  isSignedOff: boolean;
}

@ApiSchema({ name: 'ReportAction' })
export class ReportActionDto {
  /** `A1` */
  action: string;
  /** What an earlier report announced. */
  what: string;
  /** The post or the team that holds it. */
  holder: string;
  @ApiProperty({ type: String, enum: PROGRESS })
  progress: Progress;
  /** What was done, or why nothing was. */
  sentence: string;
  asAt: string;
  by: ReportPersonDto;
}

@ApiSchema({ name: 'ActionProposed' })
export class ActionProposedDto {
  /** Its place among the lines of the priorities, from 1. */
  priority: number;
  what: string;
  /** Whether it stands in the report already. */
  isEntered: boolean;
}

@ApiSchema({ name: 'ActionsProposed' })
export class ActionsProposedDto {
  /** The last report of the same kind, team and readers that stands; null where there is none. */
  @ApiProperty({ type: EditionNamedDto, nullable: true })
  from: EditionNamedDto | null;
  items: ActionProposedDto[];
}

@ApiSchema({ name: 'ReportComment' })
export class ReportCommentDto {
  by: ReportPersonDto;
  text: string;
}

@ApiSchema({ name: 'ReportPresentation' })
export class ReportPresentationDto {
  on: string;
  to: string;
}

/** A file as it was given out. */
@ApiSchema({ name: 'FileHashed' })
export class FileHashedDto {
  /** `RPT-7K4M-2QXH-edition-1.pdf` */
  name: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
}

@ApiSchema({ name: 'ReportPublication' })
export class ReportPublicationDto {
  on: string;
  address: string | null;
  sha256: string;
  /** Every file of the edition, as it was given out. */
  files: FileHashedDto[];
}

@ApiSchema({ name: 'ReportEdition' })
export class ReportEditionDto {
  edition: number;
  /** The reason why it replaces the one before; null of the first. */
  reason: string | null;
  @ApiProperty({
    type: String,
    enum: ['drafted', 'counted', 'checked', 'approved', 'published', 'withdrawn', 'given-up'],
  })
  standing: string;
  @ApiProperty({ type: ReportFiguresDto, nullable: true })
  figures: ReportFiguresDto | null;
  sections: ReportSectionDto[];
  entered: FigureEnteredDto[];
  stories: ReportStoryDto[];
  /** What became of what an earlier report announced. */
  actions: ReportActionDto[];
  comments: ReportCommentDto[];
  @ApiProperty({ type: ReportPresentationDto, nullable: true })
  presented: ReportPresentationDto | null;
  typedNumbers: NumberTypedDto[];
  writers: ReportPersonDto[];
  @ApiProperty({ type: ReportPersonDto, nullable: true })
  checkedBy: ReportPersonDto | null;
  @ApiProperty({ type: ReportPersonDto, nullable: true })
  approvedBy: ReportPersonDto | null;
  @ApiProperty({ type: ReportPublicationDto, nullable: true })
  published: ReportPublicationDto | null;
  /** The reason why it was withdrawn; null of one that stands. */
  withdrawn: string | null;

  /** The reason why its draft was given up; null of one that is worked on or was published. */
  givenUp: string | null;
  /** Digest of all that it says: send it with a check and an approval. */
  sha256: string;
}

@ApiSchema({ name: 'PublishedReport' })
export class PublishedReportDto {
  report: string;
  title: string;
  @ApiProperty({ type: String, enum: REPORT_KINDS })
  kind: ReportKind;
  from: string;
  to: string;
  @ApiProperty({ type: String, enum: AUDIENCES })
  audience: Audience;
  /** The team that it is about alone; null of every other report. */
  @ApiProperty({ type: TeamOfReportDto, nullable: true })
  team: TeamOfReportDto | null;
  /** Counts below this are hidden. */
  threshold: number;
  /** Of what was read: for If-Match. */
  revision: number;
  /** The newest last. */
  editions: ReportEditionDto[];
}

@ApiSchema({ name: 'TableProposed' })
export class TableProposedDto {
  code: string;
  /** The dimensions of the table, in words. */
  says: string;
  figures: number;
  printed: number;
}

@ApiSchema({ name: 'TableNotOffered' })
export class TableNotOfferedDto {
  code: string;
  /** The dimensions of the table, in words. */
  says: string;
}

@ApiSchema({ name: 'TablesOfRecords' })
export class TablesOfRecordsDto {
  @ApiProperty({ type: String, enum: RECORDS })
  records: string;
  tables: TableProposedDto[];
  /** Tables so large that what must be hidden of them is not found in time: they are not offered. Choose wider ones. */
  tooLong: TableNotOfferedDto[];
  /** Tables of which more than 3 of 10 figures would be hidden: they are of no use. */
  ofNoUse: TableNotOfferedDto[];
  /** Those that are taken where nobody chooses. */
  usual: string[];
}

@ApiSchema({ name: 'TablesProposed' })
export class TablesProposedDto {
  /** How small numbers would be kept: as in the reports that its readers have, or else hidden, unless told. */
  @ApiProperty({ type: String, enum: METHODS })
  method: Method;
  items: TablesOfRecordsDto[];
}

@ApiSchema({ name: 'ChangeOfFigure' })
export class ChangeOfFigureDto {
  /** How many records. */
  records: number;
  /** Whether they are counted now, or are counted no more. */
  came: boolean;
  by: ReportPersonDto;
  @ApiProperty({ type: String, format: 'date' })
  on: string;
}

@ApiSchema({ name: 'FigureCompared' })
export class FigureComparedDto {
  figure: string;
  @ApiProperty({ type: String, enum: ['count', 'percent'] })
  unit: 'count' | 'percent';
  @ApiProperty(PRINTED_IF_KNOWN)
  asPublished: Shown;
  @ApiProperty(PRINTED_IF_KNOWN)
  asCorrected: Shown;
  /** The number that the public may read in the place of the corrected one. */
  @ApiProperty(PRINTED_IF_KNOWN)
  inPublic: Shown;
  /** By what it has changed, and who recorded that: for the service alone. */
  changes: ChangeOfFigureDto[];
}

@ApiSchema({ name: 'ReportCorrection' })
export class ReportCorrectionDto {
  edition: number;
  reason: string;
  by: ReportPersonDto;
}

@ApiSchema({ name: 'FileMadeAgain' })
export class FileMadeAgainDto extends FileHashedDto {
  /** Whether the same bytes come out again of the same events. */
  isMadeAgain: boolean;
}

@ApiSchema({ name: 'ReportCompared' })
export class ReportComparedDto {
  edition: number;
  /** Whether the same figures come out again of the same events. */
  isMadeAgain: boolean;
  /** Every file that was given out. A newer version of the program may lay a paper out otherwise, with the same words and numbers. */
  files: FileMadeAgainDto[];
  @ApiProperty({ type: String, format: 'date-time' })
  publishedAsAt: string;
  @ApiProperty({ type: String, format: 'date-time' })
  correctedAsAt: string;
  /** The figures that differ by the log of today; none if nothing has changed. */
  figures: FigureComparedDto[];
  /** The corrections since, by whom and why: for the service alone. */
  corrections: ReportCorrectionDto[];
}
