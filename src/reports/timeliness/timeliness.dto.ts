import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Pattern } from '../../platform/http/fields.js';
import { AsAtQuery } from '../../reading/as-at.dto.js';
import { CountedDto, SharedDto, SharedOfDto } from '../yearly.dto.js';

const DIMENSION = '(kind|ladder|stage|level|team|quarter)';

export class TimelinessQuery extends AsAtQuery {
  @Pattern(
    new RegExp(`^${DIMENSION}(,${DIMENSION}){0,5}$`),
    'must name dimensions, each of: kind, ladder, stage, level, team, quarter, with commas between them',
    { optional: true, description: 'What to count by: `stage,team,quarter`.' },
  )
  by?: string;
}

/** The records behind the figures that are numbers alone, one for each answer. */
@ApiSchema({ name: 'BehindNumbers' })
export class BehindNumbersDto {
  due: CountedDto;
  dueByDateInForce: CountedDto;
  extended: CountedDto;
}

@ApiSchema({ name: 'TimelinessFigure' })
export class TimelinessFigureDto {
  /** By the names asked for with `by`. */
  @ApiProperty({ type: Object })
  dimensions: object;
  /** Answers given, and answers whose first date passed without one. */
  due: number | null;
  /** By the date that the protocol gave, whatever extension came later. */
  inTimeByFirstDate: SharedDto | null;
  /** Answers given, and answers whose date in force passed without one. */
  dueByDateInForce: number | null;
  /** By the date in force, extensions and earlier dates included. */
  inTime: SharedDto | null;
  /** Null: not collected. */
  extended: number | null;
  /** Working days to the answer, of those answered. */
  medianDays: number | null;
  /** Rounds beside those that were due: sent back down the ladder before an answer was due. */
  sentBack: CountedDto | null;
  /** Replaced by a round with the clock of another level, before an answer was due. */
  replaced: CountedDto | null;
  /** Passed on to another team with a new clock, before an answer was due. */
  passedOn: CountedDto | null;
  /** Taken up the ladder, or over with the dispute, before an answer was due. */
  overOtherwise: CountedDto | null;
  /** The reason why nothing is known of the line, or what must be known of it. */
  note: string | null;
  behind: BehindNumbersDto;
}

@ApiSchema({ name: 'TimelinessCounted' })
export class TimelinessCountedDto {
  figures: TimelinessFigureDto[];
  all: TimelinessFigureDto;
  /** Formal disputes whose stages together took more working days than the total allowed. */
  overTotal: SharedOfDto | null;
}

/** How fast the disputes raised in a year were answered. */
@ApiSchema({ name: 'Timeliness' })
export class TimelinessDto {
  year: string;
  by: string[];
  /** Null where nobody kept a register. */
  counted: TimelinessCountedDto | null;
  /** The facts that a reader must know before comparing. */
  notes: string[];
}
