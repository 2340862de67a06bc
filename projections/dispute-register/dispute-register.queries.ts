import type { FinancialYear, Instant, LocalDate, Quarter } from '../../src/calendar/calendar.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import { decodeRow } from '../../src/platform/projections/rows.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { isTeamWritten, personName, serviceOn, teamNameOn } from '../names.js';
import { conditionsOf, keyset, type KeysetRow, type Page, pageOf, type PageQuestion, type Sorts } from '../paging.js';
import { childrenAllocatedTo, type Sight } from '../sight.js';
import { type Awaiting, type DisputeRow, type DisputeStatus, disputeRegister } from './dispute-register.js';

export interface DisputeFilters {
  readonly kind?: DisputeRow['kind'];
  readonly status?: DisputeStatus;
  readonly year?: FinancialYear;
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
  /** True: an answer is due and its time has passed. */
  readonly late?: boolean;
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

const SORTS = {
  raisedOn: { by: 'raised_on' },
  '-raisedOn': { by: 'raised_on', descending: true },
  dueAt: { by: `coalesce(due_at, '9999')` },
  '-dueAt': { by: `coalesce(due_at, '')`, descending: true },
  '-endedOn': { by: `coalesce(ended_on, '')`, descending: true },
  '-stage': { by: 'register.stage', descending: true },
  theme: { by: `coalesce(theme, '')` },
  team: { by: 'team' },
  reference: { by: 'reference' },
} satisfies Sorts<string>;
export type DisputeSort = keyof typeof SORTS;
export const DISPUTE_SORTS = Object.keys(SORTS) as readonly DisputeSort[];

export interface DisputesQuestion extends PageQuestion<DisputeSort> {
  readonly filters?: DisputeFilters;
  readonly sight: Sight;
  /** The moment for which late is late. */
  readonly now: Instant;
}

/** A dispute as lists show it: who, what about, where it stands. Nothing that was written in it. */
export interface DisputeListed {
  readonly reference: string;
  readonly ownReference: string | null;
  readonly kind: DisputeRow['kind'];
  readonly status: DisputeStatus;
  readonly raisedOn: LocalDate;
  readonly year: FinancialYear;
  readonly quarter: Quarter;
  /** Counted under it, with the name and service of the day it was raised. */
  readonly team: string;
  readonly teamName: string;
  readonly service: string | null;
  readonly addressedTeam: string | null;
  readonly addressedTeamName: string | null;
  readonly iro: string | null;
  readonly iroName: string | null;
  readonly heldBy: string | null;
  readonly heldByName: string | null;
  readonly children: readonly { readonly child: string; readonly initials: string | null }[];
  readonly theme: string | null;
  readonly themeGroup: string | null;
  readonly secondaryThemes: readonly string[];
  readonly stage: number;
  readonly currentStage: number;
  readonly stageName: string | null;
  /** Who must act next, and for what; null where nobody must. */
  readonly waitingFor: { readonly what: Awaiting; readonly posts: readonly PostKind[] } | null;
  readonly firstDueOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly dueAt: Instant | null;
  readonly late: boolean;
  readonly answeredOn: LocalDate | null;
  readonly extensionAskedFor: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly outcome: DisputeRow['outcome'];
  readonly impact: DisputeRow['impact'];
  readonly iroDissents: boolean;
  readonly actionsAgreed: number;
  readonly actionsOutstanding: number;
  readonly reopened: number;
  readonly cafcassReferredOn: LocalDate | null;
  readonly urgent: boolean;
  readonly reRaises: string | null;
  readonly formalises: string | null;
  readonly formalisedBy: string | null;
  readonly imported: boolean;
  readonly takenOn: boolean;
  readonly revision: number;
}

/**
 * Disputes and lone conversations, newest first unless told otherwise.
 * @throws Refusal `cursor-not-ours`, `limit-out-of-range`
 */
export const listDisputes = (question: DisputesQuestion, readModels: ReadModels): Page<DisputeListed> => {
  const { filters = {}, sight, now, sort = '-raisedOn' } = question;
  const page = keyset(SORTS, 'reference', { ...question, sort });
  const narrowed = narrowing(filters, sight);
  const rows = readModels.all<StoredDispute>(
    `WITH page AS MATERIALIZED (
       SELECT register.*, ${AWAITING} AS awaits, rules.judges AS judges, rules.escalated_by AS escalatedBy,
              rules.answered_by AS answerRule, ${page.columns}
       ${FROM} WHERE ${[...narrowed.where, page.after].join(' AND ')} ORDER BY ${page.orderBy} LIMIT :pageLimit
     )
     SELECT page.*, ${teamNameOn('page.team', 'page.raised_on')} AS teamName,
            ${serviceOn('page.team', 'page.raised_on')} AS service,
            CASE WHEN addressed_team IS NOT NULL THEN ${teamNameOn('page.addressed_team', ':today')} END AS addressedTeamName,
            ${personName('page.iro')} AS iroName, ${personName('page.held_by')} AS heldByName,
            (SELECT json_group_array(json_object('child', listed.value, 'initials', children.initials))
             FROM json_each(page.children) AS listed LEFT JOIN children ON children.child = listed.value) AS initials
     FROM page ORDER BY ${page.sortedBy}`,
    { ...narrowed.parameters, ...page.parameters, now, today: sight.today },
  );
  return pageOf(rows, page, sort, (row) => presented(row, now));
};

/** One dispute as lists show it, or undefined where it is not there or not to be seen. */
export const findDispute = (
  reference: string,
  { sight, now }: Pick<DisputesQuestion, 'sight' | 'now'>,
  readModels: ReadModels,
): DisputeListed | undefined => listDisputes({ filters: { reference }, sight, now, limit: 1 }, readModels).items[0];

/** How many there are in all, for the head of a list. */
export const countDisputes = (
  { filters = {}, sight, now }: Pick<DisputesQuestion, 'filters' | 'sight' | 'now'>,
  readModels: ReadModels,
): number => {
  const { where, parameters } = narrowing(filters, sight);
  return readModels.get<{ count: number }>(`SELECT count(*) AS count ${FROM} WHERE ${where.join(' AND ')}`, {
    ...parameters,
    now,
    today: sight.today,
  })!.count;
};

const FROM = `FROM dispute_register AS register
  LEFT JOIN protocol_stages AS rules
    ON rules.council = 'council' AND rules.version = register.protocol_version AND rules.stage = register.current_stage`;

/** What it really waits for, once the stage's rules are known: all who must answer, every judge, or nothing from a mere report. */
const AWAITING = `CASE
  WHEN awaiting = 'answer' AND rules.needs = 'report-only' THEN 'decision'
  WHEN awaiting = 'judgement' AND rules.answered_by = 'all'
       AND json_array_length(register.answered_by) < json_array_length(addressed_posts) THEN 'answer'
  WHEN awaiting = 'closing' AND json_array_length(accepted_by) < json_array_length(rules.judges) THEN 'judgement'
  ELSE awaiting END`;

const LATE = `(${AWAITING} = 'answer' AND due_at IS NOT NULL AND due_at <= :now)`;

const CONDITIONS: { readonly [Filter in keyof DisputeFilters]-?: string } = {
  kind: 'kind = :kind',
  status: 'status = :status',
  year: 'year = :year',
  quarter: 'quarter = :quarter',
  raisedFrom: 'raised_on >= :raisedFrom',
  raisedTo: 'raised_on <= :raisedTo',
  team: isTeamWritten('team', ':team'),
  addressedTeam: isTeamWritten('addressed_team', ':addressedTeam'),
  service: `${serviceOn('register.team', 'raised_on')} = :service`,
  theme: 'theme = :theme',
  themeGroup: 'theme_group = :themeGroup',
  stage: 'register.stage = :stage',
  currentStage: 'current_stage = :currentStage',
  iro: 'iro = :iro',
  heldBy: 'held_by = :heldBy',
  child: 'reference IN (SELECT reference FROM case_children WHERE child = :child)',
  awaiting: `${AWAITING} = :awaiting`,
  waitingForPost: `:waitingForPost IN (SELECT value FROM json_each(CASE ${AWAITING}
    WHEN 'answer' THEN addressed_posts WHEN 'judgement' THEN coalesce(rules.judges, '["iro"]')
    WHEN 'decision' THEN coalesce(json_insert(rules.escalated_by, '$[#]', 'iro'), '["iro"]')
    WHEN 'closing' THEN '["iro"]' ELSE '[]' END))`,
  late: `${LATE} = :late`,
  dueBy: `(${AWAITING} = 'answer' AND due_at IS NOT NULL AND due_on <= :dueBy)`,
  imported: 'imported = :imported',
  takenOn: 'taken_on = :takenOn',
  actionsOutstanding: '(actions_outstanding > 0) = :actionsOutstanding',
  referredToCafcass: '(cafcass_referrals > 0) = :referredToCafcass',
  importId: 'import_id = :importId',
  reference: '(reference = :reference OR own_reference = :reference)',
};

const SEEN: { readonly [Part in Exclude<keyof Sight, 'today' | 'everything'>]-?: string } = {
  ownChildrenOf: `(held_by = :ownChildrenOf OR reference IN (
    SELECT reference FROM case_children WHERE child IN (${childrenAllocatedTo(':ownChildrenOf', ':today')})))`,
  begunBy: '(raised_by = :begunBy)',
  teams: `(team IN (SELECT value FROM json_each(:teams)) OR addressed_team IN (SELECT value FROM json_each(:teams)))`,
  asked: `EXISTS (
    SELECT 1 FROM json_each(asked) AS once, json_each(once.value, '$.posts') AS addressed, json_each(:asked) AS held
    WHERE json_extract(held.value, '$.post') = addressed.value
      AND (json_extract(once.value, '$.team') IS NULL
           OR json_extract(once.value, '$.team') IN (SELECT value FROM json_each(held.value, '$.teams'))))`,
  named: `EXISTS (SELECT 1 FROM actions
    WHERE actions.reference = register.reference AND who IN (SELECT value FROM json_each(:named)))`,
};

const narrowing = (filters: DisputeFilters, { everything, today: _, ...parts }: Sight) => {
  const filtered = conditionsOf<DisputeFilters>(CONDITIONS, filters);
  if (everything) return { where: ['TRUE', ...filtered.where], parameters: filtered.parameters };
  const seen = conditionsOf<Omit<Sight, 'today' | 'everything'>>(SEEN, parts);
  return {
    where: [`(${['FALSE', ...seen.where].join(' OR ')})`, ...filtered.where],
    parameters: { ...filtered.parameters, ...seen.parameters },
  };
};

interface StoredDispute extends KeysetRow {
  readonly awaits: Awaiting | null;
  readonly judges: string | null;
  readonly escalatedBy: string | null;
  readonly answerRule: 'any' | 'all' | null;
  readonly teamName: string;
  readonly service: string | null;
  readonly addressedTeamName: string | null;
  readonly iroName: string | null;
  readonly heldByName: string | null;
  readonly initials: string;
}

const presented = (stored: StoredDispute, now: Instant): DisputeListed => {
  const row = decodeRow(disputeRegister, stored);
  return {
    reference: row.reference,
    ownReference: row.own_reference,
    kind: row.kind,
    status: row.status,
    raisedOn: row.raised_on,
    year: row.year,
    quarter: row.quarter,
    team: row.team,
    teamName: stored.teamName,
    service: stored.service,
    addressedTeam: row.addressed_team,
    addressedTeamName: stored.addressedTeamName,
    iro: row.iro,
    iroName: stored.iroName,
    heldBy: row.held_by,
    heldByName: stored.heldByName,
    children: JSON.parse(stored.initials) as DisputeListed['children'],
    theme: row.theme,
    themeGroup: row.theme_group,
    secondaryThemes: row.secondary_themes,
    stage: row.stage,
    currentStage: row.current_stage,
    stageName: row.stage_name,
    waitingFor: waitingFor(row, stored),
    firstDueOn: row.first_due_on,
    dueOn: row.due_on,
    dueAt: row.due_at,
    late: stored.awaits === 'answer' && row.due_at !== null && row.due_at <= now,
    answeredOn: row.answered_on,
    extensionAskedFor: row.extension_asked_for,
    endedOn: row.ended_on,
    outcome: row.outcome,
    impact: row.impact,
    iroDissents: row.iro_dissents,
    actionsAgreed: row.actions_agreed,
    actionsOutstanding: row.actions_outstanding,
    reopened: row.reopened,
    cafcassReferredOn: row.cafcass_referred_on,
    urgent: row.urgent,
    reRaises: row.re_raises,
    formalises: row.formalises,
    formalisedBy: row.formalised_by,
    imported: row.imported,
    takenOn: row.taken_on,
    revision: row.revision,
  };
};

const waitingFor = (row: DisputeRow, { awaits, answerRule, ...rules }: StoredDispute): DisputeListed['waitingFor'] => {
  const judges = postsIn(rules.judges);
  switch (awaits) {
    case null:
      return null;
    case 'answer':
      return {
        what: awaits,
        posts: answerRule === 'all' ? without(row.addressed_posts, row.answered_by) : row.addressed_posts,
      };
    case 'judgement':
      return { what: awaits, posts: without(judges, row.accepted_by) };
    case 'decision':
      return { what: awaits, posts: [...new Set<PostKind>(['iro', ...postsIn(rules.escalatedBy)])] };
    case 'closing':
      return { what: awaits, posts: ['iro'] };
  }
};

const postsIn = (stored: string | null): readonly PostKind[] =>
  stored === null ? ['iro'] : (JSON.parse(stored) as PostKind[]);
const without = (posts: readonly PostKind[], done: readonly PostKind[]): readonly PostKind[] =>
  posts.filter((post) => !done.includes(post));
