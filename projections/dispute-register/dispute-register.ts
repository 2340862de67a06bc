import { financialYearOf, londonDate, quarterOf } from '../../src/calendar/dates.js';
import type { FinancialYear, Instant, LocalDate, Quarter } from '../../src/calendar/calendar.js';
import { type RequestToRead, withComplaint } from '../../src/disputes/dispute.js';
import type {
  ActionAgreed,
  Addressee,
  Agreement,
  AnswerGiven,
  CafcassReply,
  ChildView,
  ConcernDiscussed,
  DisputeEvent,
  DisputeRaised,
  ImpactCode,
  ImportedDispute,
  ImportedDisputeFacts,
  LetRead,
  LinkOnRecord,
  ReceiptAcknowledged,
  RegisterFact,
  ResolutionOutcome,
  StageBegun,
  Standing,
  TabledForChallenge,
  Verdict,
} from '../../src/disputes/events.js';
import { type Raiser, raiserOf } from '../../src/disputes/raiser.js';
import {
  type Referral,
  referralWithCafcass,
  withMoreSent,
  withReferral,
  withReply,
  withWithdrawal,
} from '../../src/disputes/referrals.js';
import { addressedTo, followedBy, isAskedOf, teamsAsked } from '../../src/disputes/teams-asked.js';
import type { Actor } from '../../src/platform/event-store/event-store.js';
import { handlers, type Projection, type Unstamped } from '../../src/platform/projections/projection.js';
import {
  COUNTS_AS,
  type CountsAs,
  MAIN_LADDER,
  type Population,
  type PostKind,
  type Stage,
} from '../../src/protocol/protocol.js';
import { themeGroupOf } from '../../src/protocol/themes.js';
import { changing, type Happened, idOf } from '../folding.js';

/**
 * One row for each dispute, and for each conversation that led to none: the rows every list shows and every figure is counted from.
 * It holds ids; a team's, a person's and a service's name are joined when it is read, as they were on the day.
 */
export type DisputeRow = {
  readonly reference: string;
  readonly own_reference: string | null;
  /** `conversation` is a first contact that stands alone; it is counted apart. */
  readonly kind: 'informal' | 'formal' | 'conversation';
  readonly status: DisputeStatus;
  readonly year: FinancialYear;
  readonly quarter: Quarter;
  /** The day that decides year and quarter; of a conversation, the day they spoke. */
  readonly raised_on: LocalDate;
  /** Counted under this team for ever, whoever answers. */
  readonly team: string;
  /** The one who raised it; counted under for ever. */
  readonly iro: string | null;
  readonly held_by: string | null;
  /** Person ids of those who alone may see it, besides the IRO who holds it; null where it is not restricted. */
  readonly restricted_to: readonly string[] | null;
  /** The person who answers alone in place of the posts asked, while it is restricted; null where they are on the list. */
  readonly answers_alone: string | null;
  /** The people who ask to read it and have no answer yet; and those who were let, each until a day. */
  readonly requests_to_read: readonly RequestToRead[];
  readonly let_read: readonly LetRead[];
  /** Voided because it is about another child: for the IRO service alone. */
  readonly of_wrong_child: boolean;
  /** It was written down for another child first. */
  readonly was_moved: boolean;
  /** The day of a child’s death; null once somebody lets it go on. */
  readonly frozen_on: LocalDate | null;
  /** The person who sent it, where another did so in the place of the IRO whose concern it is. */
  readonly entered_by: string | null;
  /** It has been frozen for a death once. */
  readonly was_set_aside: boolean;
  /** Primary theme; null for a conversation alone. */
  readonly theme: string | null;
  readonly theme_group: string | null;
  readonly secondary_themes: readonly string[];
  readonly children: readonly string[];
  readonly child_count: number;
  readonly population: Population | null;

  /** Code of the ladder that it goes up: `main` unless the protocol has another for it. */
  readonly ladder: string;
  /** Code of its level; null where the protocol has none. */
  readonly level: string | null;
  /** Person id of the IRO whose own practice it is about; null where it is about a child. */
  readonly practice_of: string | null;
  /** Highest stage reached on the ladder that it is on, 0 for informal. */
  readonly stage: number;
  /** The kind that it counts as: the highest that any of its stages does. Null for a conversation. */
  readonly counts_as: CountsAs | null;
  /** The day on which its first stage began that counts as formal; null before that, and of a register’s row. */
  readonly formal_on: LocalDate | null;
  readonly entered_stage: number;
  readonly current_stage: number;
  readonly stage_name: string | null;
  /** Under which the current stage began; null until an imported dispute is taken on. */
  readonly protocol_version: number | null;
  readonly stage_history: readonly StageStep[];
  readonly addressed_team: string | null;
  /** The other teams of siblings, who must answer too. */
  readonly addressed_also: readonly string[];
  readonly addressed_posts: readonly PostKind[];
  /** Every team and post it was ever addressed to: they go on seeing it. */
  readonly asked: readonly Addressee[];
  /** The people who were asked in each round, the first one first. */
  readonly asked_in_rounds: readonly Addressee[];
  /** Number of the round whose answer a judge last spoke about; null before the first. */
  readonly last_judged: number | null;
  /** The post whose answer offered each agreed action, by the action’s id: it stays theirs if the dispute goes up. A meeting’s is not in it. */
  readonly offered_by: Readonly<Record<string, Addressee>>;

  readonly round: number;
  /**
   * The standing in which the last event left it, as the event says; null once it has ended, and for an imported dispute that nobody has
   * taken on. How its dates stand is in the sheet of dates (`deadlines`).
   */
  readonly standing: Standing | null;
  /** The day since which it is with those who have it: of the event that last changed what it waits for or who holds it; null once it ended. */
  readonly waits_since: LocalDate | null;
  /** Posts that have answered in this round, of several teams each for which; and those that were and were not satisfied. */
  readonly answered_by: readonly Pick<AnswerGiven, 'role' | 'forTeams'>[];
  /** The receipts that were acknowledged in this round; if several teams are asked, each says for which of them. */
  readonly received_by: readonly Pick<ReceiptAcknowledged, 'forTeams'>[];
  readonly accepted_by: readonly PostKind[];
  readonly rejected_by: readonly PostKind[];
  /**
   * The whole answer to an earlier stage that came since the one it is at began, and the judges who have spoken about it: where they are
   * satisfied, the higher stage is recalled. Null where none waits for them.
   */
  readonly late_answer: LateAnswer | null;
  readonly first_due_on: LocalDate | null;
  readonly due_on: LocalDate | null;
  readonly due_at: Instant | null;
  /** The first day on which the clock stands still; null while it runs. */
  readonly paused_on: LocalDate | null;
  /** The last answer, of this round or of an imported row. */
  readonly answered_on: LocalDate | null;
  readonly agreement: Agreement | null;
  readonly extension_asked_for: LocalDate | null;
  /** The lower stage to which those who must answer ask that it goes; null where nobody asks, or it is decided. */
  readonly send_back_asked: number | null;
  readonly extensions: number;
  readonly chases: number;
  readonly last_chased_at: Instant | null;

  readonly iro_view: Verdict | null;
  readonly iro_dissents: boolean;
  readonly ended_on: LocalDate | null;
  readonly outcome: Outcome | null;
  readonly impact: readonly ImpactCode[];
  readonly actions_agreed: number;
  readonly actions_outstanding: number;
  readonly reopened: number;
  readonly cafcass_referrals: number;
  readonly cafcass_referred_on: LocalDate | null;
  readonly cafcass_reply: CafcassReply | null;
  /** Every referral that was sent, with the latest reply on each; the latest last. */
  readonly referrals: readonly Referral[];
  /** Cafcass has a referral of it, or continues it: its IRO is asked how that stands, also after the end. */
  readonly with_cafcass: boolean;
  /** The child has left care, and somebody decided on this day that it goes on all the same. */
  readonly continued_after_care_on: LocalDate | null;
  /** Other agencies it was taken to, under their own policies: counted apart from the ladder. */
  readonly agencies: readonly string[];
  /** The child’s view is on record, in whatever words. */
  readonly child_view: boolean;
  /** The latest word on whether the child was told, and was offered an advocate; null where nobody wrote it. */
  readonly child_told: boolean | null;
  readonly advocate_offered: boolean | null;
  /** Null where nobody wrote whether there was one. */
  readonly challenge_meeting: boolean | null;
  /** The meeting on whose agenda it stands, and its day; null once the meeting has dealt with it. */
  readonly tabled_for: string | null;
  readonly tabled_on: LocalDate | null;
  /** The meetings on whose agenda it stands, with who sits in each: they see it until the meeting has dealt with it. */
  readonly tabled: readonly Omit<TabledForChallenge, 'heldOn'>[];
  readonly spoke_first: boolean | null;
  readonly urgent: boolean;

  readonly re_raises: string | null;
  readonly formalises: string | null;
  readonly formalised_by: string | null;
  readonly links: readonly LinkOnRecord[];

  readonly imported: boolean;
  /** Somebody works on it here: always, but for an imported dispute that nobody has taken on. */
  readonly taken_on: boolean;
  readonly import_id: string | null;
  readonly source_file: string | null;
  readonly source_row: number | null;
  /** Facts that its register had no column for: a figure that needs one of them is not known of it. */
  readonly lacks: readonly RegisterFact[];
  /** The reason why it was corrected after it had been read in, once for each time. */
  readonly corrected_because: readonly string[];
  readonly team_manager: string | null;
  readonly concern: string | null;
  readonly outcome_words: string | null;
  readonly impact_words: string | null;
  readonly revision: number;
};

export interface LateAnswer {
  readonly stage: number;
  readonly spoken: readonly PostKind[];
}

export type DisputeStatus =
  'recorded' | 'open' | 'resolved' | 'stalemate' | 'ended-otherwise' | 'formalised' | 'withdrawn' | 'voided';
export type Outcome = ResolutionOutcome | 'UNRES' | 'WDRAWN' | 'VOID' | 'ENDED-CARE' | 'TO-CAF';

export interface StageStep {
  /** Code of the ladder of which the stage is one. */
  readonly ladder: string;
  readonly stage: number;
  readonly name: string;
  readonly beganOn: LocalDate;
  readonly because:
    'raised' | 'not-satisfied' | 'no-answer' | 'taken-up' | 'bypassed' | 'sent-back' | 'level-changed' | 'taken-on';
}

type Raised = Happened<DisputeEvent, 'InformalDisputeRaised' | 'FormalDisputeRaised'>;

type Folds = Parameters<typeof handlers<DisputeEvent, DisputeRow>>[0];

/** After each event, the day since which it is with whoever has it now, and whether it is with Cafcass. */
const withWhom = (folds: Folds): Projection<DisputeRow>['when'] =>
  Object.fromEntries(
    Object.entries(handlers<DisputeEvent, DisputeRow>(folds)).map(([type, fold]) => [
      type,
      (rows: Parameters<typeof fold>[0], event: Parameters<typeof fold>[1]) =>
        fold(rows, event).map((row) => ({
          ...row,
          ...(isWithTheSame(rows[0], row) ? {} : { waits_since: sinceIn(row, event.metadata.occurredAt) }),
          with_cafcass: isWithCafcass(row),
        })),
    ]),
  );

const isWithCafcass = ({ referrals, outcome, taken_on }: DisputeRow): boolean =>
  referralWithCafcass({ referrals }) !== null || (outcome === 'TO-CAF' && taken_on);

const withoutReader = (row: DisputeRow, reader: string): Pick<DisputeRow, 'requests_to_read' | 'let_read'> => ({
  requests_to_read: row.requests_to_read.filter(({ person }) => person !== reader),
  let_read: row.let_read.filter(({ person }) => person !== reader),
});

/** A dispute that has ended waits for nobody. */
const sinceIn = ({ standing, taken_on }: Partial<DisputeRow>, at: Instant): LocalDate | null =>
  standing === null && taken_on === true ? null : londonDate(at);

const isWithTheSame = (before: Partial<DisputeRow> | undefined, after: Partial<DisputeRow>): boolean =>
  before !== undefined &&
  before.standing === after.standing &&
  before.round === after.round &&
  before.current_stage === after.current_stage &&
  before.held_by === after.held_by &&
  before.taken_on === after.taken_on;

/** Rows of disputes that are open, of which an agreed action is not done, or that Cafcass has; few are, and they have an index of their own. */
export const IS_WORKED_ON = `(status = 'open' OR actions_outstanding > 0 OR with_cafcass = 1)`;

/** Rows of disputes that were once set aside because a child of theirs had died. */
export const WAS_SET_ASIDE = `(was_set_aside = 1)`;

export const disputeRegister: Projection<DisputeRow> = {
  name: 'dispute_register',
  version: 20,
  categories: ['dispute'],
  columns: {
    reference: 'text',
    own_reference: 'text',
    kind: 'text',
    status: 'text',
    year: 'text',
    quarter: 'text',
    raised_on: 'text',
    team: 'text',
    iro: 'text',
    held_by: 'text',
    restricted_to: 'json',
    answers_alone: 'text',
    requests_to_read: 'json',
    let_read: 'json',
    of_wrong_child: 'boolean',
    was_moved: 'boolean',
    frozen_on: 'text',
    entered_by: 'text',
    was_set_aside: 'boolean',
    theme: 'text',
    theme_group: 'text',
    secondary_themes: 'json',
    children: 'json',
    child_count: 'integer',
    population: 'text',
    ladder: 'text',
    level: 'text',
    practice_of: 'text',
    stage: 'integer',
    counts_as: 'text',
    formal_on: 'text',
    entered_stage: 'integer',
    current_stage: 'integer',
    stage_name: 'text',
    protocol_version: 'integer',
    stage_history: 'json',
    addressed_team: 'text',
    addressed_also: 'json',
    addressed_posts: 'json',
    asked: 'json',
    asked_in_rounds: 'json',
    last_judged: 'integer',
    offered_by: 'json',
    round: 'integer',
    standing: 'text',
    waits_since: 'text',
    answered_by: 'json',
    received_by: 'json',
    accepted_by: 'json',
    rejected_by: 'json',
    late_answer: 'json',
    first_due_on: 'text',
    due_on: 'text',
    due_at: 'text',
    paused_on: 'text',
    answered_on: 'text',
    agreement: 'text',
    extension_asked_for: 'text',
    send_back_asked: 'integer',
    extensions: 'integer',
    chases: 'integer',
    last_chased_at: 'text',
    iro_view: 'text',
    iro_dissents: 'boolean',
    ended_on: 'text',
    outcome: 'text',
    impact: 'json',
    actions_agreed: 'integer',
    actions_outstanding: 'integer',
    reopened: 'integer',
    cafcass_referrals: 'integer',
    cafcass_referred_on: 'text',
    cafcass_reply: 'text',
    referrals: 'json',
    with_cafcass: 'boolean',
    continued_after_care_on: 'text',
    agencies: 'json',
    child_view: 'boolean',
    child_told: 'boolean',
    advocate_offered: 'boolean',
    challenge_meeting: 'boolean',
    tabled_for: 'text',
    tabled_on: 'text',
    tabled: 'json',
    spoke_first: 'boolean',
    urgent: 'boolean',
    re_raises: 'text',
    formalises: 'text',
    formalised_by: 'text',
    links: 'json',
    imported: 'boolean',
    taken_on: 'boolean',
    import_id: 'text',
    source_file: 'text',
    source_row: 'integer',
    lacks: 'json',
    corrected_because: 'json',
    team_manager: 'text',
    concern: 'text',
    outcome_words: 'text',
    impact_words: 'text',
    revision: 'integer',
  },
  key: ['reference'],
  indexes: [
    ['year', 'kind', 'quarter', 'team', 'theme_group', 'theme', 'status', 'stage', 'iro', 'raised_on', 'imported'],
    ['raised_on', 'reference'],
    ['imported', 'raised_on'],
    ['status', 'due_at'],
    ['import_id'],
    ['own_reference'],
    { of: ['reference'], where: IS_WORKED_ON },
    { of: ['reference'], where: WAS_SET_ASIDE },
  ],
  revisionIn: 'revision',
  partitionBy: idOf,
  when: withWhom({
    ConcernDiscussed: (rows, event) => (rows.length === 0 ? conversation(event) : spokeFirst(rows, event)),
    InformalDisputeRaised: (rows, event) => [raised('informal', rows[0], event)],
    FormalDisputeRaised: (rows, event) => [raised('formal', rows[0], event)],
    AnswerDeadlineSet: changing((row, { data }) => ({
      ...(data.round === row.round ? {} : newRound(data.round, data.needs)),
      asked_in_rounds: askedIn(data.round, addresseeOf(row), row),
      current_stage: data.stage,
      ladder: data.ladder,
      protocol_version: data.protocolVersion,
      first_due_on: data.firstDueOn,
      due_on: data.dueOn,
      due_at: data.dueAt,
    })),
    ClockPaused: changing((_, { data }) => ({ paused_on: data.firstDay })),
    ClockResumed: changing((_) => ({ paused_on: null })),
    ReceiptAcknowledged: changing((row, { data: { round, forTeams } }) =>
      round === row.round ? { received_by: [...row.received_by, forTeams === undefined ? {} : { forTeams }] } : {},
    ),
    AnswerGiven: changing((row, { data }) => ({
      standing: data.standing,
      ...(data.round === row.round ? { answered_by: [...row.answered_by, answerIn(data)] } : {}),
      ...(data.complete ? { late_answer: data.round === row.round ? null : { stage: data.stage, spoken: [] } } : {}),
      answered_on: data.answeredOn,
      agreement: data.agreement,
      ...(data.round === row.round ? NOTHING_ASKED : {}),
    })),
    AnswerAccepted: changing((row, { data }) => ({
      standing: data.standing,
      last_judged: data.round,
      ...(data.round === row.round ? { accepted_by: including(row.accepted_by, data.role) } : {}),
      ...(data.round === row.round ? { rejected_by: row.rejected_by.filter((post) => post !== data.role) } : {}),
      ...(data.round === row.round ? {} : spokenBy(data.role, row)),
    })),
    AnswerRejected: changing((row, { data }) => ({
      standing: data.standing,
      last_judged: data.round,
      ...(data.round === row.round ? { accepted_by: row.accepted_by.filter((post) => post !== data.role) } : {}),
      ...(data.round === row.round ? { rejected_by: including(row.rejected_by, data.role) } : {}),
      ...(data.round === row.round ? {} : spokenBy(data.role, row)),
    })),
    ActionAgreed: changing((row, { data: { action } }) => ({
      actions_agreed: row.actions_agreed + 1,
      actions_outstanding: row.actions_outstanding + 1,
      offered_by: withOfferer(action, row),
    })),
    ActionDone: changing((row) => ({ actions_outstanding: row.actions_outstanding - 1 })),
    IroViewRecorded: changing((_, { data }) => ({ iro_view: data.view })),
    ExtensionAsked: changing((_, { data }) => ({ extension_asked_for: data.askedFor })),
    ExtensionGranted: changing((row) => ({
      extension_asked_for: null,
      extensions: row.extensions + 1,
    })),
    ExtensionRefused: changing((_) => ({ extension_asked_for: null })),
    SendBackAsked: changing((_, { data }) => ({ send_back_asked: data.toStage })),
    SendBackRefused: changing((_) => ({ send_back_asked: null })),
    AnswerChased: changing((row, event) => ({
      chases: row.chases + 1,
      last_chased_at: event.metadata.occurredAt,
    })),
    DisputeEscalated: changing((row, event) => ({
      stage: highestOn(event.data.to, row),
      ...countedAt(row, event.data.to, dayOf(event)),
      stage_history: [...row.stage_history, step(event.data.to, dayOf(event), event.data.because)],
      ...atStage(event.data.to, event.data.addressee, event.data.protocolVersion),
      asked: [...row.asked, event.data.addressee],
    })),
    SentBack: changing((row, event) => ({
      stage: highestOn(event.data.to, row),
      stage_history: [...row.stage_history, step(event.data.to, dayOf(event), 'sent-back')],
      ...atStage(event.data.to, event.data.addressee, event.data.protocolVersion),
      asked: [...row.asked, event.data.addressee],
    })),
    TabledForChallenge: changing((row, { data }) => ({
      tabled_for: data.meeting,
      tabled_on: data.heldOn,
      tabled: [...withoutMeeting(row, data.meeting), seatsIn(data)],
    })),
    TakenOffAgenda: changing((row, { data }) => ({
      ...(row.tabled_for === data.meeting ? { tabled_for: null, tabled_on: null } : {}),
      tabled: withoutMeeting(row, data.meeting),
    })),
    // A meeting that tracks cases before the challenge decides nothing yet: more action first, take it up, look again.
    ChallengeDecisionRecorded: changing((row, { data }) => ({
      challenge_meeting: data.decision.startsWith('decided') || row.challenge_meeting,
      tabled_for: null,
      tabled_on: null,
      tabled: withoutMeeting(row, data.meeting),
    })),
    DisputeRedirected: changing((row, { data, metadata }) => ({
      ...addressedNow(data.to),
      offered_by: metadata.actor.role === null ? passedOn(row.offered_by, data) : row.offered_by,
      asked: [...row.asked, data.to],
      asked_in_rounds: data.clock === 'restarts' ? row.asked_in_rounds : askedIn(row.round, data.to, row),
    })),
    DisputeHandedOver: changing((_, { data }) => ({ held_by: data.toIro })),
    DisputeRestricted: changing((row, { data }) => ({
      restricted_to: data.readers,
      ...answeredInTheirPlace(row, data.answeredBy ?? null),
    })),
    DisputeFrozen: changing((_, { data }) => ({ frozen_on: data.from, was_set_aside: true })),
    DisputeUnfrozen: changing((_) => ({ frozen_on: null })),
    ReadingAskedFor: changing((row, event) => ({
      requests_to_read: [
        ...row.requests_to_read,
        { person: event.metadata.actor.person, askedOn: londonDate(event.metadata.occurredAt) },
      ],
    })),
    ReadingGranted: changing((row, { data }) => ({
      ...withoutReader(row, data.person),
      let_read: [...row.let_read.filter(({ person }) => person !== data.person), data],
    })),
    ReadingRefused: changing((row, { data }) => withoutReader(row, data.person)),
    RestrictionLifted: changing((row) => ({ restricted_to: null, ...answeredInTheirPlace(row, null) })),
    ChildViewRecorded: changing((row, { data }) => heard(row, data)),
    TakenToAgency: changing((row, { data }) => ({
      agencies: [...row.agencies, data.agency],
    })),
    ContinuedAfterCare: changing((_, event) => ({ continued_after_care_on: dayOf(event) })),
    ReferredToCafcass: changing((row, { data, metadata }) => ({
      cafcass_referrals: row.cafcass_referrals + 1,
      cafcass_referred_on: row.cafcass_referred_on ?? data.sentOn,
      referrals: withReferral(row.referrals, data.sentOn, metadata.actor),
    })),
    CafcassReferralWithdrawn: changing((row, { data }) => ({
      referrals: withWithdrawal(row.referrals, data.withdrawnOn),
    })),
    MoreSentToCafcass: changing((row, { data }) => ({ referrals: withMoreSent(row.referrals, data.sentOn) })),
    CafcassReplied: changing((row, { data }) => ({
      cafcass_reply: data.reply,
      referrals: withReply(row.referrals, data),
    })),
    ThemeCorrected: changing((_, { data }) => ({
      ...themed(data.to),
      secondary_themes: data.secondary,
    })),
    LevelChanged: changing((row, event) => {
      const { to, begins } = event.data;
      if (begins === undefined) return { level: to };
      return {
        level: to,
        stage: highestOn(begins.stage, row),
        ...countedAt(row, begins.stage, dayOf(event)),
        stage_history: [...row.stage_history, step(begins.stage, dayOf(event), 'level-changed')],
        ...atStage(begins.stage, begins.addressee, begins.protocolVersion),
        asked: [...row.asked, begins.addressee],
      };
    }),
    PopulationCorrected: changing((_, { data }) => ({ population: data.to })),
    DisputeLinked: changing((row, { data }) => ({ ...linked([...row.links, data.link]) })),
    ComplaintStateRecorded: changing((row, { data }) => ({ links: withComplaint(row.links, data) })),
    DisputeFormalised: changing((row, event) => ({
      ...ended('formalised', row.outcome, event),
      formalised_by: event.data.formal,
    })),
    DisputeResolved: changing((row, event) => ({
      ...ended('resolved', event.data.outcome, event),
      stage: Math.max(row.stage, event.data.stageReached),
      impact: event.data.impact,
      impact_words: event.data.impactNote,
      iro_dissents: event.data.iroDissents,
    })),
    StalemateRecorded: changing((_, event) => ({
      ...ended('stalemate', 'UNRES', event),
      impact: event.data.impact,
    })),
    DisputeEndedOtherwise: changing((_, event) => ({
      ...ended('ended-otherwise', event.data.outcome, event),
      impact: event.data.impact,
    })),
    DisputeWithdrawn: changing((_, event) => ended('withdrawn', 'WDRAWN', event)),
    DisputeVoided: changing((_, event) => ({
      ...ended('voided', 'VOID', event),
      of_wrong_child: event.data.because === 'wrong-child',
    })),
    DisputeMovedToChild: changing((row, { data: { to } }) => movedTo(row, to)),
    DisputeReopened: changing((row) => ({
      status: 'open',
      standing: 'awaiting-answer',
      ended_on: null,
      outcome: null,
      reopened: row.reopened + 1,
    })),
    DisputeImported: (_, event) => [imported(event.data)],
    ImportedDisputeCorrected: changing((row, { data }) => ({
      ...factsOf(data.facts),
      lacks: row.lacks.filter((fact) => !isSaid(fact, data.facts)),
      corrected_because: [...row.corrected_because, data.reason],
      ...(row.taken_on ? livingPartOf(row, data.facts) : {}),
    })),
    ImportedDisputeWithdrawn: () => [],
    ImportedDisputeTakenOn: changing((row, event) => ({
      taken_on: true,
      lacks: row.lacks.filter((fact) => !RECORDED_ONCE_TAKEN_ON.includes(fact)),
      held_by: row.held_by ?? (event.metadata.actor.role === 'iro' ? ownerIn(event.metadata.actor) : null),
      stage: Math.max(row.stage, event.data.stage),
      stage_history: [
        ...row.stage_history,
        {
          ...{ ladder: event.data.ladder, stage: event.data.stage, name: '' },
          ...{ beganOn: dayOf(event), because: 'taken-on' as const },
        },
      ],
      ladder: event.data.ladder,
      current_stage: event.data.stage,
      protocol_version: event.data.protocolVersion,
      ...addressedNow(event.data.addressee),
      asked: [...row.asked, event.data.addressee],
      standing: 'awaiting-answer',
    })),
  }),
};

const withoutMeeting = ({ tabled }: Pick<DisputeRow, 'tabled'>, meeting: string): DisputeRow['tabled'] =>
  tabled.filter((each) => each.meeting !== meeting);

type Seats = DisputeRow['tabled'][number];

/** A person who sat in a meeting that looked at it as another child’s matter reads it no more for that. */
const withoutSeats = ({ posts: _posts, people: _people, ...tabling }: Seats): Seats => tabling;

const seatsIn = ({ meeting, posts, people }: TabledForChallenge): Seats => ({
  meeting,
  ...(posts === undefined ? {} : { posts }),
  ...(people === undefined ? {} : { people }),
});

/** A person who covers for somebody owns nothing by it. */
const ownerIn = ({ person, actingFor }: Actor): string => actingFor ?? person;

const answerIn = ({ role, forTeams }: AnswerGiven): DisputeRow['answered_by'][number] =>
  forTeams === undefined ? { role } : { role, forTeams };

const dayOf = (event: Happened<DisputeEvent>): LocalDate => londonDate(event.metadata.occurredAt);
const including = (posts: readonly PostKind[], post: PostKind): readonly PostKind[] =>
  posts.includes(post) ? posts : [...posts, post];

/** A row about which nothing more is known than the day and the team. */
const blank = (
  reference: string,
  day: LocalDate,
): Omit<DisputeRow, 'kind' | 'status' | 'team' | 'iro' | 'held_by' | 'children' | 'child_count' | 'revision'> => ({
  reference,
  own_reference: null,
  ...countedOn(day),
  theme: null,
  theme_group: null,
  secondary_themes: [],
  population: null,
  entered_by: null,
  restricted_to: null,
  answers_alone: null,
  requests_to_read: [],
  let_read: [],
  of_wrong_child: false,
  was_moved: false,
  frozen_on: null,
  was_set_aside: false,
  ladder: MAIN_LADDER,
  level: null,
  practice_of: null,
  stage: 0,
  counts_as: null,
  formal_on: null,
  entered_stage: 0,
  current_stage: 0,
  stage_name: null,
  protocol_version: null,
  stage_history: [],
  addressed_team: null,
  addressed_also: [],
  addressed_posts: [],
  asked: [],
  asked_in_rounds: [],
  last_judged: null,
  offered_by: {},
  round: 0,
  standing: null,
  waits_since: null,
  answered_by: [],
  received_by: [],
  accepted_by: [],
  rejected_by: [],
  late_answer: null,
  first_due_on: null,
  due_on: null,
  due_at: null,
  paused_on: null,
  answered_on: null,
  agreement: null,
  extension_asked_for: null,
  send_back_asked: null,
  extensions: 0,
  chases: 0,
  last_chased_at: null,
  iro_view: null,
  iro_dissents: false,
  ended_on: null,
  outcome: null,
  impact: [],
  actions_agreed: 0,
  actions_outstanding: 0,
  reopened: 0,
  cafcass_referrals: 0,
  cafcass_referred_on: null,
  cafcass_reply: null,
  referrals: [],
  with_cafcass: false,
  continued_after_care_on: null,
  agencies: [],
  child_view: false,
  child_told: null,
  advocate_offered: null,
  challenge_meeting: null,
  tabled_for: null,
  tabled_on: null,
  tabled: [],
  spoke_first: null,
  urgent: false,
  re_raises: null,
  formalises: null,
  formalised_by: null,
  links: [],
  imported: false,
  taken_on: true,
  import_id: null,
  source_file: null,
  source_row: null,
  lacks: [],
  corrected_because: [],
  team_manager: null,
  concern: null,
  outcome_words: null,
  impact_words: null,
});

const countedOn = (day: LocalDate): Pick<DisputeRow, 'raised_on' | 'year' | 'quarter'> => ({
  raised_on: day,
  year: financialYearOf(day),
  quarter: quarterOf(day),
});

const about = (
  subject: DisputeRaised['subject'],
  { person, enteredBy }: Raiser,
): Pick<DisputeRow, 'team' | 'iro' | 'entered_by' | 'held_by' | 'children' | 'child_count' | 'population'> => ({
  team: subject.team,
  iro: person,
  entered_by: enteredBy,
  held_by: subject.iro,
  children: subject.children,
  child_count: subject.children.length,
  population: subject.population,
});

/** Everywhere in place of what was written down for the wrong child, so that the figures follow. */
const movedTo = (row: DisputeRow, to: DisputeRaised['subject']): Partial<DisputeRow> => {
  const forTheRightTeam = (asked: Pick<Addressee, 'team' | 'alsoTeams'>): Pick<Addressee, 'team' | 'alsoTeams'> =>
    asked.team === null ? { team: null } : addressedTo(teamsAsked(to));
  const inItsPlace = ({ person: _person, team, alsoTeams, ...addressee }: Addressee): Addressee => ({
    ...addressee,
    ...forTheRightTeam({ team, alsoTeams }),
  });
  const before = { team: row.addressed_team, alsoTeams: [...row.addressed_also] };
  const after = forTheRightTeam(before);
  return {
    ...about(to, { person: row.iro ?? to.iro, enteredBy: row.entered_by }),
    iro: row.iro,
    held_by: row.practice_of === null ? to.iro : row.held_by,
    was_moved: true,
    addressed_team: after.team,
    addressed_also: after.alsoTeams ?? [],
    answers_alone: isAskedOf(before, after) ? row.answers_alone : null,
    asked: row.asked.map(inItsPlace),
    asked_in_rounds: row.asked_in_rounds.map(inItsPlace),
    offered_by: Object.fromEntries(Object.entries(row.offered_by).map(([id, asked]) => [id, inItsPlace(asked)])),
    tabled: row.children.some((child) => !to.children.includes(child)) ? row.tabled.map(withoutSeats) : row.tabled,
  };
};

const conversation = (event: Happened<DisputeEvent, 'ConcernDiscussed'>): readonly Unstamped<DisputeRow>[] => {
  const { subject, spokeOn }: ConcernDiscussed = event.data;
  if (subject === null) return [];
  return [
    {
      ...blank(idOf(event), spokeOn),
      ...about(subject, raiserOf(subject, event.metadata.actor)),
      kind: 'conversation',
      status: 'recorded',
      spoke_first: true,
    },
  ];
};

const spokeFirst = changing<DisputeRow, Happened<DisputeEvent, 'ConcernDiscussed'>>((_) => ({
  spoke_first: true,
}));

const raised = (kind: 'informal' | 'formal', before: DisputeRow | undefined, event: Raised): Unstamped<DisputeRow> => {
  const { data } = event;
  return {
    ...blank(data.reference, data.raisedOn),
    ...about(data.subject, raiserOf(data.subject, event.metadata.actor)),
    ...themed(data.theme),
    secondary_themes: data.secondaryThemes,
    ...atStage(data.stage, data.addressee, data.protocolVersion),
    asked: [data.addressee],
    status: 'open',
    level: data.stage.level ?? null,
    practice_of: data.subject.practiceOf ?? null,
    ...countedAt({ kind, counts_as: null, formal_on: null }, data.stage, data.raisedOn),
    stage: data.stage.number,
    entered_stage: data.stage.number,
    stage_history: [step(data.stage, data.raisedOn, 'raised')],
    spoke_first: data.spokeFirst !== null || before?.spoke_first === true,
    urgent: data.urgent,
    ...heard(blank(data.reference, data.raisedOn), data.childView),
    ...linked(data.links),
    concern: data.concern,
  };
};

type Heard = Pick<DisputeRow, 'child_view' | 'child_told' | 'advocate_offered'>;

/** A later statement about the child does not take back an earlier one. */
const heard = (before: Heard, said: ChildView | null): Heard => ({
  child_view: before.child_view || (said !== null && said.view !== null && said.view.trim() !== ''),
  child_told: said?.told ?? before.child_told,
  advocate_offered: said?.advocateOffered ?? before.advocate_offered,
});

const themed = (theme: string): Pick<DisputeRow, 'theme' | 'theme_group'> => ({
  theme,
  theme_group: themeGroupOf(theme),
});

/** Never lower than before: what has been formal stays formal, wherever it is sent back to. */
const countedAt = (
  before: Pick<DisputeRow, 'kind' | 'counts_as' | 'formal_on'>,
  { countsAs }: StageBegun,
  day: LocalDate,
): Pick<DisputeRow, 'kind' | 'counts_as' | 'formal_on'> => {
  const isHigher = before.counts_as === null || COUNTS_AS.indexOf(countsAs) > COUNTS_AS.indexOf(before.counts_as);
  const isFormal = countsAs === 'formal';
  return {
    kind: isFormal ? 'formal' : before.kind,
    counts_as: isHigher ? countsAs : before.counts_as,
    formal_on: before.formal_on ?? (isFormal ? day : null),
  };
};

/** The highest stage that it has reached on the ladder of a stage that begins: on another ladder the same number is another stage. */
const highestOn = (
  { ladder, number }: StageBegun,
  row: Pick<DisputeRow, 'ladder' | 'stage' | 'stage_history'>,
): number => {
  const before = row.stage_history.filter((each) => each.ladder === ladder).map(({ stage }) => stage);
  return Math.max(number, ...before, ...(ladder === row.ladder ? [row.stage] : []));
};

const step = (stage: StageBegun, beganOn: LocalDate, because: StageStep['because']): StageStep => ({
  ladder: stage.ladder,
  stage: stage.number,
  name: stage.name,
  beganOn,
  because,
});

const addressedNow = (
  addressee: Addressee,
): Pick<DisputeRow, 'addressed_team' | 'addressed_also' | 'addressed_posts'> => ({
  addressed_team: addressee.team,
  addressed_also: addressee.alsoTeams ?? [],
  addressed_posts: addressee.posts,
});

const addresseeOf = (row: DisputeRow): Addressee => ({
  ...addressedTo([row.addressed_team, ...row.addressed_also]),
  posts: [...row.addressed_posts],
  ...(row.answers_alone === null ? {} : { person: row.answers_alone }),
});

/** The person who answers instead of the holders of the posts that are asked; null where those do. */
const answeredInTheirPlace = (row: DisputeRow, person: string | null) => {
  const asked = { ...row, answers_alone: person };
  // A row of a register that nobody has taken on asks nobody.
  if (row.round === 0) return { answers_alone: person };
  return { answers_alone: person, asked_in_rounds: askedIn(row.round, addresseeOf(asked), row) };
};

const askedIn = (
  round: number,
  addressee: Addressee,
  { asked_in_rounds: before }: DisputeRow,
): readonly Addressee[] => [...before.slice(0, round - 1), addressee, ...before.slice(round)];

/**
 * The actions that are agreed come from the answer that a judge last spoke about, also where that is one of an earlier stage; one that a
 * meeting agrees on is for those who are asked then.
 */
const withOfferer = ({ actionId, agreedIn }: ActionAgreed, row: DisputeRow): DisputeRow['offered_by'] => ({
  ...row.offered_by,
  [actionId]:
    (agreedIn === undefined ? row.asked_in_rounds[(row.last_judged ?? row.round) - 1] : undefined) ?? addresseeOf(row),
});

/** As the child moved to another team, or one took over: of what is done already too, of which nobody is asked. */
const passedOn = (
  asked: DisputeRow['offered_by'],
  { from, to }: Record<'from' | 'to', Addressee>,
): DisputeRow['offered_by'] =>
  Object.fromEntries(Object.entries(asked).map(([actionId, each]) => [actionId, followedBy(each, from, to)]));

const newRound = (
  round: number,
  needs: Stage['needs'],
): Pick<
  DisputeRow,
  | 'round'
  | 'standing'
  | 'answered_by'
  | 'received_by'
  | 'accepted_by'
  | 'rejected_by'
  | 'late_answer'
  | 'answered_on'
  | 'agreement'
  | 'paused_on'
  | 'answers_alone'
> => ({
  round,
  paused_on: null,
  answers_alone: null,
  standing: needs === 'report-only' ? 'reported' : 'awaiting-answer',
  answered_by: [],
  received_by: [],
  accepted_by: [],
  rejected_by: [],
  late_answer: null,
  answered_on: null,
  agreement: null,
});

/** Each stage has its own clock: until its date is set, none is due. */
const atStage = (stage: StageBegun, addressee: Addressee, protocolVersion: number): Partial<DisputeRow> => ({
  current_stage: stage.number,
  ladder: stage.ladder,
  stage_name: stage.name,
  protocol_version: protocolVersion,
  ...addressedNow(addressee),
  standing: 'awaiting-answer',
  answered_by: [],
  received_by: [],
  accepted_by: [],
  rejected_by: [],
  late_answer: null,
  first_due_on: null,
  due_on: null,
  due_at: null,
  paused_on: null,
  answers_alone: null,
  extension_asked_for: null,
  send_back_asked: null,
});

/** The requests that those who must answer may make instead, until they answer. */
/** One more judge has spoken about a late answer. */
const spokenBy = (post: PostKind, { late_answer }: DisputeRow): Pick<DisputeRow, 'late_answer'> => ({
  late_answer: late_answer && { ...late_answer, spoken: including(late_answer.spoken, post) },
});

const NOTHING_ASKED = { extension_asked_for: null, send_back_asked: null } as const;

const linked = (links: readonly LinkOnRecord[]): Pick<DisputeRow, 'links' | 're_raises' | 'formalises'> => ({
  links,
  re_raises: links.find(({ kind }) => kind === 're-raises')?.to ?? null,
  formalises: links.find(({ kind }) => kind === 'formalises')?.to ?? null,
});

const ended = (
  status: DisputeStatus,
  outcome: Outcome | null,
  event: Happened<DisputeEvent>,
): Pick<DisputeRow, 'status' | 'outcome' | 'standing' | 'extension_asked_for' | 'send_back_asked' | 'ended_on'> => ({
  status,
  outcome,
  standing: null,
  extension_asked_for: null,
  send_back_asked: null,
  ended_on: dayOf(event),
});

const imported = ({ importId, reference, ownReference, source, facts }: ImportedDispute) =>
  ({
    ...blank(reference, facts.raisedOn),
    ...factsOf(facts),
    held_by: facts.iro,
    own_reference: ownReference,
    imported: true,
    taken_on: false,
    import_id: importId,
    source_file: source.file,
    source_row: source.row,
    lacks: source.lacks ?? [],
  }) satisfies Unstamped<DisputeRow>;

/** Only what the row says. Its due date is a fact of the register, not a deadline: nothing is due until somebody takes it on. */
const factsOf = (facts: ImportedDisputeFacts) => ({
  kind: facts.kind,
  ...countedOn(facts.raisedOn),
  team: facts.team,
  iro: facts.iro,
  ...themed(facts.theme),
  children: facts.children,
  child_count: facts.children.length,
  stage: facts.stageReached,
  counts_as: facts.kind,
  entered_stage: facts.kind === 'informal' ? 0 : Math.min(1, facts.stageReached),
  current_stage: facts.stageReached,
  first_due_on: facts.dueOn,
  due_on: facts.dueOn,
  answered_on: facts.answeredOn,
  agreement: facts.agreement,
  status: statusOf(facts),
  outcome: facts.outcome,
  ended_on: facts.resolvedOn,
  impact: facts.impact === null ? [] : [facts.impact],
  challenge_meeting: facts.challengeMeeting,
  spoke_first: facts.spokeFirst,
  team_manager: facts.teamManager,
  concern: facts.concern,
  outcome_words: facts.outcomeWords,
  impact_words: facts.impactWords,
});

const statusOf = ({ outcome, resolvedOn }: ImportedDisputeFacts): DisputeStatus => {
  switch (outcome) {
    case 'RES-FULL':
    case 'RES-ACT':
    case 'RES-PART':
      return 'resolved';
    case 'UNRES':
      return 'stalemate';
    case 'WDRAWN':
      return 'withdrawn';
    case 'VOID':
      return 'voided';
    case 'ENDED-CARE':
    case 'TO-CAF':
      return 'ended-otherwise';
    case null:
      // Closed, and nobody wrote how: it ended, and nothing says that it was resolved.
      return resolvedOn === null ? 'open' : 'ended-otherwise';
  }
};

/** From then on the service itself records how it ends. */
const RECORDED_ONCE_TAKEN_ON: readonly RegisterFact[] = ['outcome', 'end', 'impact'];

/** A correction may say what the register had no column for. */
const isSaid = (fact: RegisterFact, facts: ImportedDisputeFacts): boolean => {
  switch (fact) {
    case 'child':
      return facts.children.length > 0;
    case 'stage':
      return facts.stageReached > 1;
    case 'answer due':
      return facts.dueOn !== null;
    case 'answer date':
      return facts.answeredOn !== null;
    case 'outcome':
      return facts.outcome !== null;
    case 'end':
      return facts.outcome !== null || facts.resolvedOn !== null;
    case 'impact':
      return facts.impact !== null;
    case 'challenge meeting':
      return facts.challengeMeeting !== null;
  }
};

/** Events since it was taken on are not undone by mending the row of the register. */
const livingPartOf = (row: DisputeRow, facts: ImportedDisputeFacts): Partial<DisputeRow> => ({
  status: row.status,
  outcome: row.outcome,
  ended_on: row.ended_on,
  impact: row.impact,
  impact_words: row.impact_words ?? facts.impactWords,
  stage: Math.max(row.stage, facts.stageReached),
  counts_as: row.counts_as,
  current_stage: row.current_stage,
  first_due_on: row.first_due_on,
  due_on: row.due_on,
  answered_on: row.answered_on,
  agreement: row.agreement,
});
