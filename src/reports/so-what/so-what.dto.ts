import { ApiSchema } from '@nestjs/swagger';
import { CountedDto, SharedDto, SharedOfDto } from '../yearly.dto.js';

@ApiSchema({ name: 'OutcomeFigure' })
export class OutcomeFigureDto extends SharedDto {
  /** Null: closed, outcome not recorded. */
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
  /** In time, confirmed afterwards: recorded after the date, and the IRO has said why it counts as in time. */
  confirmedInTime: CountedDto;
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

@ApiSchema({ name: 'ThemeActionFigures' })
export class ThemeActionFiguresDto {
  undertaken: number;
  doneInTime: number;
  /** Recorded as done after its day, whatever day is said. */
  doneLate: number;
  overdue: number;
  toCome: number;
  /** Done in time, of those that are done or overdue. */
  inTimePercent: number | null;
}

@ApiSchema({ name: 'SoWhatCounted' })
export class SoWhatCountedDto {
  /** All disputes (records): informal and formal together. */
  raised: number;
  /** Null, as the next two: not collected. */
  closed: SharedDto | null;
  outcomes: OutcomeFigureDto[] | null;
  /** One dispute may have several. */
  impact: ImpactFigureDto[] | null;
  /** Null, as the three below: not collected. */
  reopened: CountedDto | null;
  reRaised: SharedOfDto | null;
  actions: ActionFiguresDto | null;
  /** Undertaken over themes in challenge meetings held in the year. */
  overThemes: ThemeActionFiguresDto | null;
}

/** The results of the disputes raised in a year. */
@ApiSchema({ name: 'SoWhat' })
export class SoWhatDto {
  year: string;
  /** Null where nobody kept a register. */
  counted: SoWhatCountedDto | null;
  notes: string[];
}
