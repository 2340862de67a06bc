import { ApiSchema } from '@nestjs/swagger';
import { CountedDto, SharedDto } from '../yearly.dto.js';

@ApiSchema({ name: 'OutcomeFigure' })
export class OutcomeFigureDto extends SharedDto {
  /** Null: not written down. */
  outcome: string | null;
}

@ApiSchema({ name: 'ImpactFigure' })
export class ImpactFigureDto extends SharedDto {
  /** Null: not written down. */
  impact: string | null;
}

@ApiSchema({ name: 'ActionFigures' })
export class ActionFiguresDto {
  agreed: number;
  doneInTime: CountedDto;
  doneLate: CountedDto;
  /** Done, with no date to be in time for. */
  done: CountedDto;
  overdue: CountedDto;
  toCome: CountedDto;
  /** Not done, and no day by which it was to be. */
  withoutDate: CountedDto;
  /** Done in time, of those that had a day and are done or overdue. */
  inTimePercent: number | null;
}

/** What came of the disputes raised in a year. */
@ApiSchema({ name: 'SoWhat' })
export class SoWhatDto {
  year: string;
  raised: number;
  closed: SharedDto;
  outcomes: OutcomeFigureDto[];
  /** One dispute may have several. */
  impact: ImpactFigureDto[];
  reopened: CountedDto;
  reRaised: SharedDto;
  actions: ActionFiguresDto;
  notes: string[];
}
