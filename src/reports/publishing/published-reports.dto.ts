import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Choice, Choices, Many, Narrative, Pattern } from '../../platform/http/fields.js';
import { REPORT_KINDS, SECTIONS, type ReportKind, type SectionCode } from './events.js';
import { AUDIENCES, type Audience } from '../disclosure/small.js';
import { RECORDS } from './figures/figures-of.js';
import { TABLE_CODES } from './figures/layouts.js';

/** `formal:service+half` */
const TABLES_OF_RECORDS = RECORDS.flatMap((records) => TABLE_CODES.map((table) => `${records}:${table}`));

@ApiSchema({ name: 'DraftReport' })
export class DraftReportDto {
  @Choice(REPORT_KINDS)
  kind: ReportKind;

  @Dated('of-the-council', { description: 'First day of what it reports on.' })
  from: string;

  @Dated('of-the-council', { description: 'Last day.' })
  to: string;

  @Choice(AUDIENCES, { description: 'Before whom it comes: it says which numbers are small.' })
  audience: Audience;
}

@ApiSchema({ name: 'TableChosen' })
export class TableChosenDto {
  @Choice(RECORDS)
  records: (typeof RECORDS)[number];

  @Choice(TABLE_CODES)
  table: string;
}

@ApiSchema({ name: 'TakeFigures' })
export class TakeFiguresDto {
  @Dated('has-happened', {
    optional: true,
    description: 'As the records stood at the end of this day; as they are now unless told.',
  })
  asAt?: string;

  @Many(() => TableChosenDto, {
    optional: true,
    description: 'Tables to print; those that the program proposes unless told.',
  })
  layout?: TableChosenDto[];

  @Choices(RECORDS, {
    optional: true,
    description: 'Records whose total is printed although it is small, without a breakdown: the IRO manager says so.',
  })
  totalsAnyway?: (typeof RECORDS)[number][];
}

/** As a page asks: a table and its records in one choice. */
export class TakeFiguresOnPageDto {
  @Dated('has-happened', { optional: true })
  asAt?: string;

  @Choices(TABLES_OF_RECORDS, { optional: true })
  tables?: string[];

  @Choices(RECORDS, { optional: true })
  totalsAnyway?: (typeof RECORDS)[number][];
}

@ApiSchema({ name: 'WriteReportSection' })
export class WriteSectionDto {
  @Choice(SECTIONS)
  section: SectionCode;

  @Narrative({ description: 'All of the section; an empty line between paragraphs.' })
  text: string;
}

/** What was read, so that nothing is checked or approved that has changed since. */
@ApiSchema({ name: 'ReportAsRead' })
export class AsReadDto {
  @Pattern(/^[0-9a-f]{64}$/, 'must be the digest of the edition as you read it, 64 hexadecimal digits')
  sha256: string;
}

@ApiSchema({ name: 'PublishReport' })
export class PublishReportDto {
  @Dated('has-happened', { description: 'The day on which it was published.' })
  on: string;

  @Pattern(/^https?:\/\/\S{1,500}$/, 'must be the address at which it is found, beginning with https://', {
    optional: true,
    description: 'Where it is found; needed where it is for the public.',
  })
  address?: string | null;
}

@ApiSchema({ name: 'ReportReason' })
export class ReportReasonDto {
  @Narrative({ description: 'Why; no child’s details.' })
  reason: string;
}

/** Addresses hold text: a number in one is read there. */
const A_NUMBER = /^[1-9]\d{0,3}$/;
const SAYS_A_NUMBER = 'must be a whole number from 1';

export class EditionQuery {
  @Pattern(A_NUMBER, SAYS_A_NUMBER, { optional: true, description: 'The edition; the newest unless told.' })
  edition?: string;
}

export class TableQuery extends EditionQuery {
  @Pattern(A_NUMBER, SAYS_A_NUMBER, {
    optional: true,
    description: 'Its number among the tables of the edition; the first unless told.',
  })
  table?: string;
}

@ApiSchema({ name: 'ReportPerson' })
export class ReportPersonDto {
  id: string;
  name: string | null;
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
  edition: number;
  @ApiProperty({ type: String, enum: ['drafted', 'counted', 'checked', 'approved', 'published', 'withdrawn'] })
  standing: string;
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
  /** As it is printed: `c` where it is hidden; null where nobody knows it. */
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string', enum: ['c'] }], nullable: true })
  value: number | 'c' | null;
  missing: string | null;
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string', enum: ['c'] }], nullable: true })
  previous: number | 'c' | null;
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string', enum: ['c'] }], nullable: true })
  change: number | 'c' | null;
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string', enum: ['c'] }], nullable: true })
  changePercent: number | 'c' | null;
  definition: string;
  note: string | null;
}

@ApiSchema({ name: 'ReportTableRow' })
export class ReportTableRowDto {
  label: string;
  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ type: 'number' }, { type: 'string', enum: ['c'] }], nullable: true },
  })
  cells: (number | 'c' | null)[];
}

@ApiSchema({ name: 'ReportTable' })
export class ReportTableDto {
  title: string;
  columns: string[];
  rows: ReportTableRowDto[];
  notes: string[];
}

@ApiSchema({ name: 'ReportFigures' })
export class ReportFiguresDto {
  /** The last event that was counted. */
  lastEvent: string;
  @ApiProperty({ type: String, format: 'date-time' })
  asAt: string;
  measures: ReportMeasureDto[];
  tables: ReportTableDto[];
  layout: TableChosenDto[];
  totalsAnyway: string[];
}

@ApiSchema({ name: 'ReportSection' })
export class ReportSectionDto {
  @ApiProperty({ type: String, enum: SECTIONS })
  section: SectionCode;
  title: string;
  text: string;
}

/** A number that somebody typed: whoever checks looks at each beside what is hidden. */
@ApiSchema({ name: 'NumberTyped' })
export class NumberTypedDto {
  @ApiProperty({ type: String, enum: SECTIONS })
  section: SectionCode;
  written: string;
  sentence: string;
}

@ApiSchema({ name: 'ReportPublication' })
export class ReportPublicationDto {
  on: string;
  address: string | null;
  sha256: string;
}

@ApiSchema({ name: 'ReportEdition' })
export class ReportEditionDto {
  edition: number;
  /** Why it replaces the one before; null of the first. */
  reason: string | null;
  @ApiProperty({ type: String, enum: ['drafted', 'counted', 'checked', 'approved', 'published', 'withdrawn'] })
  standing: string;
  figures: ReportFiguresDto | null;
  sections: ReportSectionDto[];
  typedNumbers: NumberTypedDto[];
  writers: ReportPersonDto[];
  checkedBy: ReportPersonDto | null;
  approvedBy: ReportPersonDto | null;
  published: ReportPublicationDto | null;
  /** Why it was withdrawn; null of one that stands. */
  withdrawn: string | null;
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
  /** What it counts by, in words. */
  says: string;
  figures: number;
  printed: number;
}

@ApiSchema({ name: 'TablesOfRecords' })
export class TablesOfRecordsDto {
  @ApiProperty({ type: String, enum: RECORDS })
  records: string;
  tables: TableProposedDto[];
  /** Those that are taken where nobody chooses. */
  usual: string[];
}

@ApiSchema({ name: 'TablesProposed' })
export class TablesProposedDto {
  items: TablesOfRecordsDto[];
}

@ApiSchema({ name: 'FigureCompared' })
export class FigureComparedDto {
  figure: string;
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string', enum: ['c'] }], nullable: true })
  asPublished: number | 'c' | null;
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string', enum: ['c'] }], nullable: true })
  asCorrected: number | 'c' | null;
  /** What the public may read in the place of the corrected number. */
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string', enum: ['c', 'revised'] }], nullable: true })
  inPublic: number | 'c' | 'revised' | null;
}

@ApiSchema({ name: 'ReportCorrection' })
export class ReportCorrectionDto {
  edition: number;
  reason: string;
  by: ReportPersonDto;
}

@ApiSchema({ name: 'ReportCompared' })
export class ReportComparedDto {
  edition: number;
  /** Whether the same figures come out again of the same events. */
  isMadeAgain: boolean;
  @ApiProperty({ type: String, format: 'date-time' })
  publishedAsAt: string;
  @ApiProperty({ type: String, format: 'date-time' })
  correctedAsAt: string;
  /** What the log says otherwise today; none where nothing has changed. */
  figures: FigureComparedDto[];
  /** What was corrected since, by whom and why: for the service alone. */
  corrections: ReportCorrectionDto[];
}
