import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Choice, Many, Name, Narrative, Text, WholeNumber, Year } from '../../platform/http/fields.js';
import { MEASURES_COMPARED } from './measures-compared.js';
import { FIGURE_COLUMNS } from './read-figures-file.js';

const MOST_FIGURES = 400;
const SOURCE = 500;
const LARGEST_FILE = 180_000;
const MEASURES = MEASURES_COMPARED.map(({ code }) => code);

@ApiSchema({ name: 'FigureOfOtherCouncil' })
export class FigureOfOtherCouncilDto {
  @Name({ description: 'The council that published it.' })
  council: string;

  @Year({ description: '2022/23, or 2022-23.' })
  year: string;

  @Choice(MEASURES, { description: 'A count of the annual report.' })
  measure: string;
}

@ApiSchema({ name: 'OtherCouncilFigure' })
export class OtherCouncilFigureDto extends FigureOfOtherCouncilDto {
  @WholeNumber(0, 1_000_000, { description: 'As it is printed.' })
  value: number;

  @WholeNumber(0, 1_000_000, { optional: true, description: 'Children looked after, as that council published it.' })
  children?: number | null;

  @Text(SOURCE, { description: 'The publication and its page.' })
  source: string;

  @Dated('has-happened', { description: 'The day on which it was published.' })
  publishedOn: string;

  @Text(SOURCE, { description: 'What it counts, as that council says it.' })
  definition: string;
}

@ApiSchema({ name: 'EnterOtherCouncilFigures' })
export class EnterOtherCouncilFiguresDto {
  @Many(() => OtherCouncilFigureDto, { most: MOST_FIGURES, description: 'All of them are entered, or none.' })
  figures: OtherCouncilFigureDto[];
}

@ApiSchema({ name: 'CorrectOtherCouncilFigure' })
export class CorrectOtherCouncilFigureDto extends OtherCouncilFigureDto {
  @Narrative({ description: 'What was wrong with it.' })
  reason: string;
}

@ApiSchema({ name: 'WithdrawOtherCouncilFigure' })
export class WithdrawOtherCouncilFigureDto extends FigureOfOtherCouncilDto {
  @Narrative({ description: 'Why it is not to stand.' })
  reason: string;
}

@ApiSchema({ name: 'TryFiguresFile' })
export class TryFiguresFileDto {
  @Text(LARGEST_FILE, { description: `A CSV file with the columns ${FIGURE_COLUMNS.join(', ')}.` })
  text: string;
}

@ApiSchema({ name: 'FigureCellRefused' })
export class FigureCellRefusedDto {
  /** As the spreadsheet counts: the headings are row 1. */
  row: number;
  column: string;
  found: string;
  expected: string;
}

/** Of a file that was tried: what can be entered, and each cell that must be mended. Nothing is recorded. */
@ApiSchema({ name: 'FiguresFileRead' })
export class FiguresFileReadDto {
  rows: number;
  /** To be sent to `/reports/other-councils` as they are. */
  figures: OtherCouncilFigureDto[];
  refused: FigureCellRefusedDto[];
  ignoredColumns: string[];
}

@ApiSchema({ name: 'FigurePublishedBy' })
export class FigurePublishedByDto {
  /** The council that published it. */
  council: string;
  value: number;
  children: number | null;
  /** To 100 children; null where too few children, or none, were published. */
  per100: number | null;
  source: string;
  publishedOn: string;
  definition: string;
}

@ApiSchema({ name: 'OwnFigure' })
export class OwnFigureDto {
  /** Null where nothing is known; what is missing is said. */
  value: number | null;
  missing: string | null;
  /** Children held, on average over the year. */
  children: number | null;
  per100: number | null;
  notes: string[];
}

@ApiSchema({ name: 'MeasureCompared' })
export class MeasureComparedDto {
  code: string;
  label: string;
  @ApiProperty({ type: OwnFigureDto })
  own: OwnFigureDto;
  /** A to Z, never ranked. */
  others: FigurePublishedByDto[];
}

/** What other councils have published of a year, beside one's own figures. */
@ApiSchema({ name: 'BesideOthers' })
export class BesideOthersDto {
  year: string;
  measures: MeasureComparedDto[];
  notes: string[];
}
