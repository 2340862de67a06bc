import type { FinancialYear, Instant, LocalDate, Quarter } from '../../src/calendar/calendar.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { conditionsOf, type Narrowed } from '../conditions.js';
import { isTeamWritten, serviceOn } from '../names.js';
import type { Awaiting, DisputeRow, DisputeStatus } from './dispute-register.js';

/** What narrows a list of disputes. */
export interface DisputeFilters {
  readonly kind?: DisputeRow['kind'];
  readonly status?: DisputeStatus;
  readonly year?: FinancialYear;
  /** `2022/23 Q1`, or `Q1` of any year. */
  readonly quarter?: Quarter;
  readonly raisedFrom?: LocalDate;
  readonly raisedTo?: LocalDate;
  /** Counted under it: a team's id, its code, or any name it has had. */
  readonly team?: string;
  readonly addressedTeam?: string;
  /** The service of the team on the day it was raised. */
  readonly service?: string;
  readonly theme?: string;
  readonly themeGroup?: string;
  /** Highest stage reached. */
  readonly stage?: number;
  readonly currentStage?: number;
  /** Person id of who raised it, and of who holds it now. */
  readonly iro?: string;
  readonly heldBy?: string;
  readonly child?: string;
  readonly awaiting?: Awaiting;
  /** Kind of post that must act next. */
  readonly waitingForPost?: PostKind;
  /** Whether an answer is due and its moment has passed. */
  readonly overdue?: boolean;
  /** Due on or before this day, and not yet answered. */
  readonly dueBy?: LocalDate;
  readonly imported?: boolean;
  readonly takenOn?: boolean;
  readonly actionsOutstanding?: boolean;
  readonly referredToCafcass?: boolean;
  readonly importId?: string;
  /** Its reference here, or the council's own. */
  readonly reference?: string;
}

/** Joins the rules of the stage that a dispute is at, for the version under which that stage began. */
export const JOIN_RULES = `LEFT JOIN protocol_stages AS rules ON rules.council = 'council'
    AND rules.version = register.protocol_version AND rules.stage = register.current_stage`;

/** The register, each row beside the rules of its stage. */
export const FROM_DISPUTES = `FROM dispute_register AS register ${JOIN_RULES}`;

/** Agreed actions that are not done, beside their disputes; what was withdrawn or voided is owed no more. */
export const FROM_OUTSTANDING_ACTIONS = `FROM actions AS action
  CROSS JOIN dispute_register AS register ON register.reference = action.reference
  ${JOIN_RULES}
  WHERE action.done_on IS NULL AND register.status NOT IN ('withdrawn', 'voided')`;

/**
 * What a dispute really waits for, now that the stage's rules are known: where all must answer the last of them, where several
 * judge the last of those; and a mere report upwards waits for no answer.
 */
export const AWAITING = `CASE
  WHEN register.awaiting = 'answer' AND rules.needs = 'report-only' THEN 'decision'
  WHEN register.awaiting = 'judgement' AND rules.answered_by = 'all'
    AND json_array_length(register.answered_by) < json_array_length(register.addressed_posts) THEN 'answer'
  WHEN register.awaiting = 'closing'
    AND json_array_length(register.accepted_by) < json_array_length(rules.judges) THEN 'judgement'
  ELSE register.awaiting END`;

/**
 * Overdue while an answer is awaited after its moment; what an import brought is never, until somebody takes it on, nor what stands
 * still in a pause.
 */
export const OVERDUE = `(${AWAITING} IS 'answer' AND register.due_at IS NOT NULL AND register.due_at <= :now
  AND register.paused_on IS NULL)`;

const POSTS_WAITED_FOR = `CASE ${AWAITING}
  WHEN 'answer' THEN register.addressed_posts
  WHEN 'judgement' THEN coalesce(rules.judges, '["iro"]')
  WHEN 'decision' THEN coalesce(json_insert(rules.escalated_by, '$[#]', 'iro'), '["iro"]')
  WHEN 'closing' THEN '["iro"]'
  ELSE '[]' END`;

const CONDITIONS: { readonly [Filter in keyof DisputeFilters]-?: string } = {
  kind: 'register.kind = :kind',
  status: 'register.status = :status',
  year: 'register.year = :year',
  quarter: '(register.quarter = :quarter OR substr(register.quarter, -2) = :quarter)',
  raisedFrom: 'register.raised_on >= :raisedFrom',
  raisedTo: 'register.raised_on <= :raisedTo',
  team: isTeamWritten('register.team', ':team'),
  addressedTeam: isTeamWritten('register.addressed_team', ':addressedTeam'),
  service: `${serviceOn('register.team', 'register.raised_on')} = :service`,
  theme: 'register.theme = :theme',
  themeGroup: 'register.theme_group = :themeGroup',
  stage: 'register.stage = :stage',
  currentStage: 'register.current_stage = :currentStage',
  iro: 'register.iro = :iro',
  heldBy: 'register.held_by = :heldBy',
  child: 'register.reference IN (SELECT reference FROM case_children WHERE child = :child)',
  awaiting: `${AWAITING} = :awaiting`,
  waitingForPost: `:waitingForPost IN (SELECT value FROM json_each(${POSTS_WAITED_FOR}))`,
  overdue: `${OVERDUE} = :overdue`,
  dueBy: `(${AWAITING} IS 'answer' AND register.due_at IS NOT NULL AND register.due_on <= :dueBy)`,
  imported: 'register.imported = :imported',
  takenOn: 'register.taken_on = :takenOn',
  actionsOutstanding: '(register.actions_outstanding > 0) = :actionsOutstanding',
  referredToCafcass: '(register.cafcass_referrals > 0) = :referredToCafcass',
  importId: 'register.import_id = :importId',
  reference: '(register.reference = :reference OR register.own_reference = :reference)',
};

/**
 * The WHERE of a list of disputes over {@link FROM_DISPUTES}.
 * @param now the moment after which an unanswered dispute is overdue; the parameter `now` of {@link OVERDUE}
 */
export const narrowedDisputes = (filters: DisputeFilters, now: Instant): Narrowed => {
  const { where, parameters } = conditionsOf(CONDITIONS, filters);
  return { where, parameters: { ...parameters, now } };
};

/** By what a list can be sorted; never null, so that a page can go on after any row. */
export const DISPUTE_SORTS = {
  raisedOn: 'register.raised_on',
  dueOn: `coalesce(register.due_on, '9999-12-31')`,
  endedOn: `coalesce(register.ended_on, '9999-12-31')`,
  stage: 'register.stage',
} as const;
