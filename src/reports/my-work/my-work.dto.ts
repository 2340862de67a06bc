import { ApiSchema } from '@nestjs/swagger';
import { ChildShownDto, PersonShownDto, TeamShownDto } from '../../disputes/read/dispute.dto.js';
import { DueDto, OpenDisputeDto } from '../escalations/escalations.dto.js';

/** One thing to do, by one act. No narrative. */
@ApiSchema({ name: 'WorkItem' })
export class WorkItemDto {
  /**
   * acknowledge, answer, judge, decide, close, chase, decide-extension, decide-send-back, action, check-action (agreed, and its day has passed),
   * agenda, chase-agency, look-again, answer-recommendations, decide-on-disagreement, choose-who-answers (restricted, and nobody who must
   * answer may read it), take-on, or look-at (what it waits for could not be worked out).
   */
  what: string;
  reference: string;
  actionId: string | null;
  children: ChildShownDto[];
  /** Team, theme and stage are null for the recommendations of a review where they have none. */
  team: TeamShownDto | null;
  theme: string | null;
  stage: number | null;
  stageName: string | null;
  raisedOn: string;
  due: DueDto;
  takenOn: boolean;
  /** Whom you cover for it: send the act with `Footprint-Acting-For`. Null for what is your own. */
  actingFor: PersonShownDto | null;
}

@ApiSchema({ name: 'WorkTotals' })
export class WorkTotalsDto {
  toDo: number;
  late: number;
  dueToday: number;
}

/** What waits for you: late first, then by the day it is due. */
@ApiSchema({ name: 'MyWork' })
export class MyWorkDto {
  asAt: string;
  items: WorkItemDto[];
  totals: WorkTotalsDto;
  /** Disputes you hold that wait for somebody else. */
  waitingForOthers: OpenDisputeDto[];
}
