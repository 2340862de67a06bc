import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../access/named/field.js';
import { ChildShownDto, PersonShownDto, TeamShownDto } from '../../disputes/read/dispute.dto.js';
import { Name, Pattern, Code } from '../../platform/http/fields.js';
import { AsAtQuery } from '../../reading/as-at.dto.js';
import type { GoesBy } from '../../access/goes-by.js';

/** Narrows the board. */
export class BoardQuery extends AsAtQuery {
  @Name({ optional: true, description: 'The service of the team it is counted under.' })
  service?: string;

  @Named('any-team-in-words', { optional: true, description: 'Id, code or any name of the team it is counted under.' })
  team?: string;

  @Code({ optional: true, description: 'Theme code.' })
  theme?: string;

  @Code({ optional: true, description: 'Code of the theme’s group: DD for drift and delay.' })
  themeGroup?: string;

  @Named('any-person', {
    optional: true,
    description: 'Who must act: a person’s id, a kind of post (`team-manager`), or `vacancy`.',
  })
  waitingFor?: string;

  @Pattern(/^\d{1,2}$/, 'must be the number of a stage, 0 for informal', { optional: true })
  stage?: string;

  @Code({ optional: true, description: 'Code of a ladder: main unless the protocol has others.' })
  ladder?: string;
}

/** A date as it stands at the moment of reading. */
@ApiSchema({ name: 'Due' })
export class DueDto {
  /** Null: none set. */
  dueOn: string | null;
  /** From this moment it is late. */
  dueAt: string | null;
  late: boolean;
  /** Working days until the day it is due, 0 on that day. */
  daysLeft: number | null;
  /** Working days since the day it was due. */
  daysLate: number | null;
  /** False: not yet certain. It is counted over a year whose bank holidays are not known, and so without any. */
  certain: boolean;
}

/** A wait without a date, which is never late. */
@ApiSchema({ name: 'Waiting' })
export class WaitingDto {
  /** The day from which it is with the person who has it. */
  since: string;
  workingDays: number;
  /** False: counted over a year whose bank holidays are not known, and so without any. */
  certain: boolean;
  /** As many working days as the council calls long, or more. */
  isLong: boolean;
}

/** A post that must act, with its holder today. */
@ApiSchema({ name: 'PostAwaited' })
export class PostAwaitedDto {
  kind: string;
  post: string | null;
  title: string;
  team: string | null;
  /** Null: a vacancy. */
  person: PersonShownDto | null;
}

@ApiSchema({ name: 'Tabled' })
export class TabledDto {
  /** Id of the meeting. */
  meeting: string;
  on: string;
}

/** One open dispute. No narrative. */
@ApiSchema({ name: 'OpenDispute' })
export class OpenDisputeDto {
  reference: string;
  kind: string;
  children: ChildShownDto[];
  /** Counted under it. */
  team: TeamShownDto;
  service: string | null;
  addressedTeam: TeamShownDto | null;
  /** The other teams of siblings, who must answer too. */
  alsoAddressed: TeamShownDto[];
  theme: string;
  themeGroup: string;
  raisedOn: string;
  /** Working days since it was raised. */
  day: number;
  /** False where that is counted over a year whose bank holidays are not known. */
  dayIsCertain: boolean;
  /** Code of its ladder: `main` unless the protocol has another for it. */
  ladder: string;
  stage: number;
  stageName: string | null;
  stageBeganOn: string;
  heldBy: PersonShownDto | null;
  /**
   * An answer, a judgement, a decision, closing, taking-on (imported, and nobody works on it yet), or not-worked-out: its rules cannot
   * be found, and those who run the program are told.
   */
  waitsFor: string;
  who: PostAwaitedDto[];
  /** Restricted, and nobody who must answer may read it: the IRO adds them, or names who answers. */
  leftOut: boolean;
  /** If an answer is late: those who may chase it or send it up. */
  chasedBy: PostAwaitedDto[];
  due: DueDto;
  /** Of what has no date: since when it waits. */
  waiting: WaitingDto | null;
  /** The date that the protocol gave; an extension never hides it. */
  firstDueOn: string | null;
  extensionAskedFor: string | null;
  /** The lower stage to which those who must answer ask that it goes. */
  sendBackAskedTo: number | null;
  /** The clock stands still since this day. */
  pausedOn: string | null;
  /** By when those asked say that it has reached them. */
  receipt: DueDto;
  tabled: TabledDto | null;
  chases: number;
  actionsOutstanding: number;
  cafcass: boolean;
  urgent: boolean;
  takenOn: boolean;
}

@ApiSchema({ name: 'BoardRow' })
export class BoardRowDto extends OpenDisputeDto {
  /** Children are named only in what you can open; this many it is about. */
  childCount: number;
  /** Whether you can open it. */
  mayOpen: boolean;
}

@ApiSchema({ name: 'BoardTotals' })
export class BoardTotalsDto {
  open: number;
  late: number;
  dueToday: number;
  /** Waiting for an IRO, or for a chair who acts as one. */
  waitingForIro: number;
  /** Nobody holds any of the posts that it waits for. */
  vacancies: number;
  /** The clock stands still. */
  paused: number;
  referredToCafcass: number;
  /** On the agenda of a challenge meeting. */
  forChallenge: number;
  /** Imported, and nobody works on it yet: never due. */
  notTakenOn: number;
  overdueActions: number;
}

@ApiSchema({ name: 'StageColumn' })
export class StageColumnDto {
  /** Code of the ladder of which it is a stage. */
  ladder: string;
  /** Null of the main ladder. */
  ladderName: string | null;
  stage: number;
  name: string;
  open: number;
  late: number;
  notTakenOn: number;
  /** Working days since the oldest dispute at the stage was raised; null if none is taken on. */
  oldestDays: number | null;
}

@ApiSchema({ name: 'LateGroup' })
export class LateGroupDto {
  who: PostAwaitedDto[];
  team: TeamShownDto | null;
  /** The other teams of siblings, who must answer too. */
  alsoTeams: TeamShownDto[];
  late: number;
  references: string[];
}

@ApiSchema({ name: 'OverdueAction' })
export class OverdueActionDto {
  reference: string;
  actionId: string;
  who: string | null;
  by: string;
  /** Working days since it was due. */
  daysLate: number;
}

@ApiSchema({ name: 'InWeek' })
export class InWeekDto {
  reference: string;
  on: string;
}

@ApiSchema({ name: 'AcknowledgedInWeek' })
export class AcknowledgedInWeekDto extends InWeekDto {
  theme: string | null;
  /** As the team was called on that day. */
  teamName: string | null;
}

@ApiSchema({ name: 'Moved' })
export class MovedDto extends InWeekDto {
  what: string;
  stage: number | null;
}

@ApiSchema({ name: 'BoardWeek' })
export class BoardWeekDto {
  /** Monday. */
  from: string;
  /** Sunday. */
  to: string;
  raisedFormally: InWeekDto[];
  raisedInformally: InWeekDto[];
  movedUp: MovedDto[];
  settled: MovedDto[];
  cameBack: MovedDto[];
  /** Ended, with something that changed for the child. */
  changed: InWeekDto[];
  /** Good practice that was acknowledged. */
  acknowledged: AcknowledgedInWeekDto[];
}

/** Every open dispute that you may see, in the order of need, and figures that are counted from these rows. */
@ApiSchema({ name: 'EscalationBoard' })
export class EscalationBoardDto {
  /** Lateness and days left are as of this moment. */
  asAt: string;
  rows: BoardRowDto[];
  totals: BoardTotalsDto;
  columns: StageColumnDto[];
  lateBy: LateGroupDto[];
  overdueActions: OverdueActionDto[];
  thisWeek: BoardWeekDto;
}

export const BOARD_GOES_BY = {
  service: 'service',
  team: 'team',
  theme: 'theme',
  themeGroup: 'themeGroup',
  waitingFor: 'who',
  stage: 'stage',
  ladder: 'ladder',
} satisfies GoesBy<BoardQuery, BoardRowDto>;
