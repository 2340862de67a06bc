import { ApiSchema } from '@nestjs/swagger';
import { AsAtQuery } from '../../reading/as-at.dto.js';
import { Flag, Narrative, Pattern, Text, WholeNumber, Year } from '../../platform/http/fields.js';

const MEASURE = /^[A-Za-z][\w.-]{0,99}$/;
const A_MEASURE = 'must be the code of a measure of the report, for example formal.driftAndDelay';
const SOURCE = 500;

export class AnnualQuery extends AsAtQuery {
  @Year({
    optional: true,
    description: 'Another earlier year to compare with; the year before unless told.',
  })
  against?: string;
}

@ApiSchema({ name: 'Measure' })
export class MeasureDto {
  code: string;
  label: string;
  unit: string;
  /** Null where nothing is known; the note says why. */
  value: number | null;
  previous: number | null;
  /** In points for a per cent. */
  change: number | null;
  changeUnit: string;
  /** On the earlier year's base. */
  changePercent: number | null;
  note: string | null;
  /** The meaning of the count. */
  definition: string;
  /** By which date, and who is included; null for what is worked out from other measures. */
  countedBy: string | null;
  /** The reason why there is no value, in a word or two; and no earlier one. */
  missing: string | null;
  previousMissing: string | null;
}

/** Teams that split or merged, added up on both sides. */
@ApiSchema({ name: 'TeamsCompared' })
export class TeamsComparedDto {
  /** Ids of the teams that were there first, and of those that took over. */
  before: string[];
  after: string[];
  /** Informal and formal disputes, by the date raised. */
  disputes: number;
  previous: number;
  note: string;
}

/** The figures of a year beside those of the year before, each with its definition. */
@ApiSchema({ name: 'AnnualReport' })
export class AnnualReportDto {
  year: string;
  previousYear: string;
  /** The figures are as the records stood on this day. */
  runOn: string;
  measures: MeasureDto[];
  teams: TeamsComparedDto[];
  /** The warnings about all figures together. */
  notes: string[];
}

/** For readers of the report: data lost, teams restructured. */
@ApiSchema({ name: 'NoteFigure' })
export class NoteFigureDto {
  @Pattern(MEASURE, A_MEASURE, { description: 'A code of the report, or all.' })
  measure: string;

  @Narrative()
  note: string;

  @Flag({ description: 'False: nothing is compared with it.' })
  comparable: boolean;
}

/** A total that the council printed, for a year that has no rows. */
@ApiSchema({ name: 'EnterPublishedTotal' })
export class EnterPublishedTotalDto {
  @Pattern(MEASURE, A_MEASURE)
  measure: string;

  @WholeNumber(0, 1_000_000)
  value: number;

  @Text(SOURCE, { description: 'Where it is printed.' })
  source: string;
}
