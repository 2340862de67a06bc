import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../access/named/field.js';
import { Choice, Code, Name, Pattern, Quarter, Year } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { ChildShownDto, PersonShownDto, TeamShownDto } from '../read/dispute.dto.js';
import type { GoesBy } from '../../access/goes-by.js';

export const KINDS = ['informal', 'formal', 'conversation'];
export const STATUSES = [
  'recorded',
  'open',
  'resolved',
  'stalemate',
  'ended-otherwise',
  'formalised',
  'withdrawn',
  'voided',
];
export const SORTS = ['raisedOn', '-raisedOn', 'dueOn', '-dueOn', 'stage', '-stage'];
const YES_OR_NO = ['true', 'false'];

/** Narrows the list of disputes. */
export class DisputesQuery extends PageQuery {
  @Choice(KINDS, { optional: true })
  kind?: string;

  @Choice(STATUSES, { optional: true })
  status?: string;

  @Choice(['answer', 'judgement', 'decision', 'closing'], { optional: true, description: 'What it waits for.' })
  awaiting?: string;

  @Choice(YES_OR_NO, { optional: true, description: 'Whether an answer is due and its moment has passed.' })
  overdue?: string;

  @Named('any-team-in-words', { optional: true, description: 'Id, code or any name of the team it is counted under.' })
  team?: string;

  @Name({ optional: true, description: 'The service of that team on the day it was raised.' })
  service?: string;

  @Named('any-person', { optional: true, description: 'Person id of the IRO whose concern it is.' })
  iro?: string;

  @Named('any-person', { optional: true, description: 'Person id of the one who holds it now.' })
  heldBy?: string;

  @Named('any-child', { optional: true, description: 'A child’s record number.' })
  child?: string;

  @Code({ optional: true, description: 'Theme code.' })
  theme?: string;

  @Code({ optional: true, description: 'Code of the theme’s group: DD for drift and delay.' })
  themeGroup?: string;

  @Year({ optional: true, description: '2022/23, or 2022-23.' })
  year?: string;

  @Quarter({ optional: true, description: 'Quarter of a financial year: 2022/23 Q1, or 1 of any year.' })
  quarter?: string;

  @Pattern(/^\d{1,2}$/, 'must be the number of a stage, 0 for informal', { optional: true })
  stage?: string;

  @Code({ optional: true, description: 'Code of its ladder: main unless the protocol has another for it.' })
  ladder?: string;

  @Code({ optional: true, description: 'Code of its level, where the protocol has levels.' })
  level?: string;

  @Choice(YES_OR_NO, { optional: true })
  imported?: string;

  @Choice(YES_OR_NO, { optional: true, description: 'False: imported, and nobody works on it yet.' })
  takenOn?: string;

  @Choice(YES_OR_NO, { optional: true, description: 'Whether actions that were agreed are not done.' })
  actionsOutstanding?: string;

  @Choice(SORTS, { optional: true, description: '`-raisedOn` unless told; the minus sign begins with the latest.' })
  sort?: string;
}

/** The same, taken away as CSV. */
export class DisputesCsvQuery extends DisputesQuery {
  @Choice(YES_OR_NO, {
    optional: true,
    description: 'Whether children’s initials stand in it: they do not unless told.',
  })
  initials?: string;
}

/** One row of the list. No narrative. */
@ApiSchema({ name: 'DisputeListed' })
export class DisputeListedDto {
  reference: string;
  ownReference: string | null;
  kind: string;
  status: string;
  raisedOn: string;
  quarter: string;
  team: TeamShownDto;
  /** Left out for readers who may not know the children. */
  children?: ChildShownDto[];
  childCount: number;
  /** The IRO or chair whose concern it is, and under whom it is counted. */
  raisedBy: PersonShownDto | null;
  /** The person who sent it, where another did so in their place. */
  enteredBy: PersonShownDto | null;
  heldBy: PersonShownDto | null;
  theme: string | null;
  themeGroup: string | null;
  /** Code of its ladder: `main` unless the protocol has another for it. */
  ladder: string;
  /** Code of its level; null where the protocol has none. */
  level: string | null;
  /** Highest stage reached on its ladder. */
  stage: number;
  /** The stage at which it is now; 0 for informal. */
  currentStage: number;
  /** Its name; null of a conversation, and of a row of a register. */
  stageName: string | null;
  awaiting: string | null;
  addressedTo: string[];
  addressedTeam: TeamShownDto | null;
  /** The other teams of siblings, who must answer too. */
  alsoAddressed: TeamShownDto[];
  firstDueOn: string | null;
  dueOn: string | null;
  /** False: not yet certain. The bank holidays of a year it was counted over were not known, and it moves once they are. */
  dueIsCertain: boolean;
  /** Its answer is late. Of a row of a register that nobody has taken on: the date of the register had passed without an answer. */
  overdue: boolean;
  outcome: string | null;
  endedOn: string | null;
  actionsOutstanding: number;
  urgent: boolean;
  /** Only named readers may open it. */
  restricted: boolean;
  imported: boolean;
  /** False for an imported dispute that nobody has taken on: nothing is due from it. */
  takenOn: boolean;
  revision: number;
}

@ApiSchema({ name: 'DisputesPage' })
export class DisputesPageDto {
  items: DisputeListedDto[];
  /** Give it as `cursor` for the next page; null on the last. */
  next: string | null;
}

export const DISPUTES_GO_BY = {
  kind: 'kind',
  status: 'status',
  awaiting: 'awaiting',
  overdue: 'overdue',
  team: 'team',
  service: 'team',
  iro: 'raisedBy',
  heldBy: 'heldBy',
  child: 'children',
  theme: 'theme',
  themeGroup: 'themeGroup',
  year: 'raisedOn',
  quarter: 'quarter',
  stage: 'stage',
  ladder: 'ladder',
  level: 'level',
  imported: 'imported',
  takenOn: 'takenOn',
  actionsOutstanding: 'actionsOutstanding',
} satisfies GoesBy<DisputesQuery, DisputeListedDto>;

/** The columns that are left out for readers who count, without a child and without a name. */
export const NAMES_IN_DISPUTES = [
  'ownReference',
  'children',
  'raisedBy',
  'enteredBy',
  'heldBy',
] satisfies (keyof DisputeListedDto)[];
