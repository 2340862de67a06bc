import { ApiSchema } from '@nestjs/swagger';
import { Pattern } from '../../../platform/http/fields.js';
import { BoardTotalsDto, BoardWeekDto } from '../escalations.dto.js';

/** The week that is asked for. */
export class WeekQuery {
  @Pattern(/^\d{4}-\d{2}-\d{2}$/, 'must be a day of the week, as 2023-10-02', {
    optional: true,
    description: 'Any day of the week: the last week that is over unless told.',
  })
  of?: string;
}

/** A week for those who lead: counts with what they count, and no child. */
@ApiSchema({ name: 'WeekRead' })
export class WeekReadDto {
  /** The moment as of which the present counts stand. */
  asAt: string;
  week: BoardWeekDto;
  /** It is not over yet. */
  isThisWeek: boolean;
  /** The present counts of the board. */
  now: BoardTotalsDto;
  /** References of the week’s disputes that you can open in full. */
  mayOpen: string[];
}
