import { ApiSchema } from '@nestjs/swagger';
import { CellOverTimeDto, OverTimeDto, PeriodCountedDto } from '../over-time/over-time.dto.js';
import { ImpactFigureDto } from '../so-what/so-what.dto.js';
import { TimelinessFigureDto } from '../timeliness/timeliness.dto.js';
import { SharedDto } from '../yearly.dto.js';

@ApiSchema({ name: 'TeamOfFigures' })
export class TeamOfFiguresDto {
  id: string;
  /** As it is called today. */
  name: string;
}

@ApiSchema({ name: 'ChangedInQuarter' })
export class ChangedInQuarterDto {
  /** Null: not collected. */
  closed: SharedDto | null;
  /** One dispute may have several. Null: not collected. */
  impact: ImpactFigureDto[] | null;
}

@ApiSchema({ name: 'QuarterOfTeam' })
export class QuarterOfTeamDto {
  period: PeriodCountedDto;
  formal: CellOverTimeDto;
  informal: CellOverTimeDto;
  acknowledgements: CellOverTimeDto;
  /** Of the disputes raised in the quarter; null where no answer was due. */
  answered: TimelinessFigureDto | null;
  /** Null where none was raised. */
  changed: ChangedInQuarterDto | null;
}

/** The themes of one team's disputes, the speed of its answers, and the changes for children. */
@ApiSchema({ name: 'TeamFigures' })
export class TeamFiguresDto {
  team: TeamOfFiguresDto;
  asAt: string;
  /** The earliest first. */
  quarters: QuarterOfTeamDto[];
  /** Formal disputes by theme and period. */
  themes: OverTimeDto;
}
