import { ApiSchema } from '@nestjs/swagger';
import { BoardRowDto } from '../../reports/escalations/escalations.dto.js';
import { ChildShownDto, PersonShownDto, TeamShownDto, ThemeShownDto } from '../read/dispute.dto.js';

/** A stage that it has been at, by its dates. */
@ApiSchema({ name: 'StageOutlined' })
export class StageOutlinedDto {
  /** 0 for informal. */
  stage: number;
  name: string;
  beganOn: string | null;
  /** The date that the protocol gave, or the first that people chose. */
  firstDueOn: string | null;
  /** The date in force. Null where none is set. */
  dueOn: string | null;
  /** The day of its latest answer. */
  answeredOn: string | null;
  /** An answer came late, or has not come and its date has passed. */
  late: boolean;
}

@ApiSchema({ name: 'EndingOutlined' })
export class EndingOutlinedDto {
  /** `resolved`, `stalemate`, `ended-otherwise`, `formalised` or `withdrawn`; `imported` where a register says so. */
  how: string;
  /** Outcome code; null where it has none. */
  outcome: string | null;
  endedOn: string | null;
  /** The change for the child, by its codes. */
  impact: string[];
}

/** The standing of a dispute: its theme, its stages and dates, who has it and what happens next. Nothing that was written. */
@ApiSchema({ name: 'Outline' })
export class OutlineDto {
  reference: string;
  kind: string;
  /** `open`, `ended` or `imported`. */
  status: string;
  theme: ThemeShownDto | null;
  /** Counted under it. */
  team: TeamShownDto | null;
  raisedOn: string | null;
  /** The IRO or chair who holds it now. */
  heldBy: PersonShownDto | null;
  /** Named only where you can open the dispute in full. */
  children: ChildShownDto[];
  childCount: number;
  /** Whether you can open it in full. */
  mayOpen: boolean;
  /** `may-ask` where you can ask to read it in full, `asked` where you have; null where you can do neither. */
  request: string | null;
  /** The first one first. */
  stages: StageOutlinedDto[];
  /** Its row of the board; null where it has ended. */
  now: BoardRowDto | null;
  ending: EndingOutlinedDto | null;
}
