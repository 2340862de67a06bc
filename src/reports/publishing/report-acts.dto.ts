import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Named } from '../../access/named/field.js';
import { Choice, Choices, Many, Name, Narrative, Pattern, Text, WholeNumber } from '../../platform/http/fields.js';
import {
  type Method,
  METHODS,
  PARTS_TAKEN_OUT,
  type PartTakenOut,
  PROGRESS,
  type Progress,
  REPORT_KINDS,
  type ReportKind,
  type SectionCode,
  SECTIONS,
  STORY_KINDS,
  type StoryKind,
} from './events.js';
import { AUDIENCES, type Audience } from '../disclosure/small.js';
import { RECORDS } from './figures/figures-of.js';
import { TABLE_CODES } from './figures/layouts.js';

/** `formal:service+half` */
const TABLES_OF_RECORDS = RECORDS.flatMap((records) => TABLE_CODES.map((table) => `${records}:${table}`));

/** It stands in a cell of a table, and is a sentence or two. */
const LONGEST_ACTION = 500;

@ApiSchema({ name: 'DraftReport' })
export class DraftReportDto {
  @Choice(REPORT_KINDS)
  kind: ReportKind;

  @Dated('of-the-rules', { description: 'First day of what it reports on.' })
  from: string;

  @Dated('of-the-rules', { description: 'Last day.' })
  to: string;

  @Choice(AUDIENCES, { description: 'Before whom it comes: it says which numbers are small.' })
  audience: Audience;

  @Named('team', {
    optional: true,
    description: 'Of which team, where it is the half-year of a team; left out otherwise.',
  })
  team?: string | null;
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

  @Choice(METHODS, {
    optional: true,
    description: 'How small numbers are kept: as in the reports that its readers have, or else hidden, unless told.',
  })
  method?: Method | null;
}

/** As a page asks: a table and its records in one choice. */
export class TakeFiguresOnPageDto {
  @Dated('has-happened', { optional: true })
  asAt?: string;

  @Choices(TABLES_OF_RECORDS, { optional: true })
  tables?: string[];

  @Choices(RECORDS, { optional: true })
  totalsAnyway?: (typeof RECORDS)[number][];

  @Choice(METHODS, { optional: true })
  method?: Method | null;
}

@ApiSchema({ name: 'WriteReportSection' })
export class WriteSectionDto {
  @Choice(SECTIONS)
  section: SectionCode;

  @Narrative({ description: 'All of the section; an empty line between paragraphs.' })
  text: string;
}

@ApiSchema({ name: 'EnterReportFigure' })
export class EnterFigureDto {
  @Choice(SECTIONS)
  section: SectionCode;

  @Name({ description: 'What it is called; entered again, it takes the place of what stood there.' })
  label: string;

  @WholeNumber(0, 1_000_000_000)
  value: number;

  @Name({
    optional: true,
    description:
      'What the figure is called, entered before, of which it is a part: other parts are hidden with a small one.',
  })
  partOf?: string | null;

  @Name({ description: 'Where it comes from.' })
  source: string;

  @Dated('has-happened', { description: 'The day as of which it is.' })
  asAt: string;

  @Name({ description: 'What it counts.' })
  definition: string;
}

@ApiSchema({ name: 'WriteReportStory' })
export class WriteStoryDto {
  @Pattern(/^S[1-9]\d{0,2}$/, 'must be the number of a story, such as S1', {
    optional: true,
    description: 'Of one that is written anew; left out for another.',
  })
  story?: string | null;

  @Choice(STORY_KINDS)
  kind: StoryKind;

  @Name()
  title: string;

  @Narrative({ description: 'Nobody in it can be recognised.' })
  text: string;

  @Named('person', { description: 'Who is to sign it off.' })
  signer: string;
}

@ApiSchema({ name: 'EnterReportAction' })
export class EnterActionDto {
  @Pattern(/^A[1-9]\d{0,2}$/, 'must be the number of an action, such as A1', {
    optional: true,
    description: 'Of one that is entered anew; left out for another.',
  })
  action?: string | null;

  @Text(LONGEST_ACTION, { description: 'What was to be done, as the earlier report announced it.' })
  what: string;

  @Name({ description: 'Which post or team holds it; no child.' })
  holder: string;

  @Choice(PROGRESS)
  progress: Progress;

  @Text(LONGEST_ACTION, { description: 'What was done, or why nothing was.' })
  sentence: string;

  @Dated('has-happened', { description: 'The day as of which that is so.' })
  asAt: string;
}

@ApiSchema({ name: 'TakeOutOfReport' })
export class TakeOutDto {
  @Choice(PARTS_TAKEN_OUT)
  part: PartTakenOut;

  @Name({ description: 'What the figure is called; the number of the story or the action.' })
  name: string;
}

/** As a page asks: the part and its name in one choice. */
export class TakeOutOnPageDto {
  @Name({ max: 220 })
  what: string;
}

@ApiSchema({ name: 'SignOffStory' })
export class SignOffStoryDto {
  @Pattern(/^S[1-9]\d{0,2}$/, 'must be the number of a story, such as S1')
  story: string;
}

@ApiSchema({ name: 'CommentOnReport' })
export class CommentDto {
  @Narrative({ description: 'What is not right, or what a reader should know.' })
  text: string;
}

@ApiSchema({ name: 'PresentReport' })
export class PresentReportDto {
  @Dated('has-happened', { description: 'The day on which it came before a board.' })
  on: string;

  @Name({ description: 'Before which board.' })
  board: string;
}

/** The digest of the edition as it was read, so that no edition is checked or approved that has changed since. */
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

export class TablesQuery {
  @Choice(METHODS, {
    optional: true,
    description:
      'How small numbers would be kept: as in the reports that its readers have, or else hidden, unless told.',
  })
  method?: Method | null;
}

export class TableQuery extends EditionQuery {
  @Pattern(A_NUMBER, SAYS_A_NUMBER, {
    optional: true,
    description: 'Its number among the tables of the edition; the first unless told.',
  })
  table?: string;
}
