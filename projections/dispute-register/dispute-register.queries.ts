import type { FinancialYear, Instant, LocalDate, Quarter } from '../../src/calendar/calendar.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { conditionsOf, type Narrowed } from '../conditions.js';
import { isTeamWritten, serviceOn } from '../names.js';
import type { Awaited } from '../../src/disputes/time/waiting-for.js';
import { dayHasComeIn, lateIn, standsStillIn } from '../../src/disputes/time/late-in-sql.js';
import { SILENT } from '../answers/answers-due.js';
import { dateColumns } from '../deadlines/date-columns.js';
import type { DisputeRow, DisputeStatus } from './dispute-row.js';

/** The filters that narrow a list of disputes. */
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
  readonly ladder?: string;
  readonly level?: string;
  readonly currentStage?: number;
  /** Person id of who raised it, and of who holds it now. */
  readonly iro?: string;
  readonly heldBy?: string;
  readonly child?: string;
  readonly awaiting?: Awaited['what'];
  /** Kind of post that must act next. */
  readonly waitingForPost?: PostKind;
  /** Whether an answer is due and its moment has passed. */
  readonly overdue?: boolean;
  /** Due on or before this day, not yet answered, and its clock runs. */
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
    AND rules.version = register.protocol_version AND rules.ladder = register.ladder AND rules.stage = register.current_stage`;

/** The register, each row beside the rules of its stage. */
export const FROM_DISPUTES = `FROM dispute_register AS register ${JOIN_RULES}`;

/** Agreed actions that are not done, beside their disputes and dates; what was withdrawn or voided is owed no more. */
export const FROM_OUTSTANDING_ACTIONS = `FROM actions AS action
  CROSS JOIN dispute_register AS register ON register.reference = action.reference
  LEFT JOIN deadlines AS date
    ON date.reference = action.reference AND date.deadline = 'action' AND date.part = action.action_id
  ${JOIN_RULES}
  WHERE action.done_on IS NULL AND register.status NOT IN ('withdrawn', 'voided')`;

/** The thing that a dispute waits for, by its state; null if it waits for nobody. */
export const AWAITING = `CASE register.standing
  WHEN 'awaiting-answer' THEN 'answer'
  WHEN 'awaiting-judgement' THEN 'judgement' WHEN 'judges-differ' THEN 'decision'
  WHEN 'not-accepted' THEN 'decision' WHEN 'reported' THEN 'decision'
  WHEN 'accepted' THEN 'closing' END`;

/** The date by which the round that a dispute is at is to be answered. */
const ANSWER_DATE = `FROM deadlines AS date
  WHERE date.reference = register.reference AND date.deadline = 'answer' AND date.part = CAST(register.round AS TEXT)`;

/** A row of a register that nobody has taken on is open, and the date that it tells of had passed without an answer. */
const MISSED_IN_REGISTER = `(NOT register.taken_on AND register.status = 'open' AND EXISTS (SELECT 1 FROM answers AS answer
  WHERE answer.reference = register.reference AND answer.imported AND ${SILENT}))`;

/**
 * Its answer is late at the moment `:now`. Nothing is due from a row of a register until somebody takes it on, but what was missed by its own
 * date stays missed.
 */
export const OVERDUE = `(${MISSED_IN_REGISTER} OR (register.standing IS 'awaiting-answer' AND EXISTS (SELECT 1 ${ANSWER_DATE} AND ${lateIn(dateColumns('date'))})))`;

/** Its answer is awaited, and its clock runs. */
const DUE = `(register.standing IS 'awaiting-answer' AND register.due_at IS NOT NULL
  AND EXISTS (SELECT 1 ${ANSWER_DATE} AND NOT ${standsStillIn(dateColumns('date'))}))`;

const among = (posts: string): string => `:waitingForPost IN (SELECT value FROM json_each(${posts}))`;
const JUDGES = `(${among('rules.judges')} OR ${among('rules.escalation_judges')})`;
const SPOKEN = `(${among('register.accepted_by')} OR ${among('register.rejected_by')})`;

/** Of one team the post has not answered; of several there is one for which nobody in the post has. */
const NOT_ALL_OF_IT_ANSWERED = `CASE WHEN register.addressed_also = '[]'
  THEN NOT EXISTS (SELECT 1 FROM json_each(register.answered_by) AS given WHERE json_extract(given.value, '$.role') = :waitingForPost)
  ELSE EXISTS (SELECT 1 FROM (SELECT register.addressed_team AS team UNION SELECT value FROM json_each(register.addressed_also)) AS asked
    WHERE NOT EXISTS (SELECT 1 FROM json_each(register.answered_by) AS given, json_each(given.value, '$.forTeams') AS of_team
      WHERE of_team.value = asked.team AND (json_extract(given.value, '$.role') = :waitingForPost OR rules.answered_by = 'any'))) END`;

/** Of an answer that came late to an earlier stage, and is accepted, the judges of that stage. */
const JUDGES_WHO_CLOSE = `CASE WHEN register.standing = 'accepted' AND register.late_answer IS NOT NULL
  THEN (SELECT late.judges FROM protocol_stages AS late WHERE late.council = 'council' AND late.version = register.protocol_version
    AND late.ladder = register.ladder AND late.stage = json_extract(register.late_answer, '$.stage'))
  ELSE rules.judges END`;

/** A post must act next: what `awaitedOf` (src/disputes/time/waiting-for.ts) says of its standing. */
const WAITS_FOR_POST = `CASE register.standing
  WHEN 'awaiting-answer' THEN ${among('register.addressed_posts')} AND ${NOT_ALL_OF_IT_ANSWERED}
  WHEN 'awaiting-judgement' THEN ${JUDGES} AND NOT ${SPOKEN}
  WHEN 'judges-differ' THEN :waitingForPost = 'iro'
  WHEN 'not-accepted' THEN :waitingForPost = 'iro' OR ${among('rules.escalated_by')}
  ELSE register.standing IS NOT NULL AND (:waitingForPost = 'iro' OR ${among(JUDGES_WHO_CLOSE)}) END`;

const CONDITIONS: { readonly [Filter in keyof DisputeFilters]-?: string } = {
  kind: 'register.kind = :kind',
  status: 'register.status = :status',
  year: 'register.year = :year',
  quarter: '(register.quarter = :quarter OR substr(register.quarter, -2) = :quarter)',
  raisedFrom: 'register.raised_on >= :raisedFrom',
  raisedTo: 'register.raised_on <= :raisedTo',
  team: isTeamWritten('register.team', ':team'),
  addressedTeam: `(${isTeamWritten('register.addressed_team', ':addressedTeam')} OR EXISTS (
    SELECT 1 FROM json_each(register.addressed_also) AS also WHERE ${isTeamWritten('also.value', ':addressedTeam')}))`,
  service: `${serviceOn('register.team', 'register.raised_on')} = :service`,
  theme: 'register.theme = :theme',
  themeGroup: 'register.theme_group = :themeGroup',
  stage: 'register.stage = :stage',
  currentStage: 'register.current_stage = :currentStage',
  ladder: 'register.ladder = :ladder',
  level: 'register.level = :level',
  iro: 'register.iro = :iro',
  heldBy: 'register.held_by = :heldBy',
  child: 'register.reference IN (SELECT reference FROM case_children WHERE child = :child)',
  awaiting: `${AWAITING} = :awaiting`,
  waitingForPost: WAITS_FOR_POST,
  overdue: `${OVERDUE} = :overdue`,
  dueBy: `(${DUE} AND ${dayHasComeIn('register.due_on', ':dueBy')})`,
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
