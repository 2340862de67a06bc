import { londonDate } from '../../src/calendar/dates.js';
import { offeringAmong } from '../../src/disputes/agreed-actions.js';
import { withComplaint } from '../../src/disputes/fold/outside.js';
import type {
  ActionAgreed,
  Addressee,
  DisputeEvent,
  DisputeRaised,
  TabledForChallenge,
} from '../../src/disputes/events.js';
import { withMoreSent, withReferral, withReply, withWithdrawal } from '../../src/disputes/referrals.js';
import { addressedTo, isAskedOf, teamsAsked } from '../../src/disputes/teams-asked.js';
import type { Projection } from '../../src/platform/projections/projection.js';
import { asksForMore } from '../../src/disputes/time/late.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { changing, type Happened, idOf } from '../folding.js';
import { about, conversation, dayOf, heard, linked, ownerIn, raised, spokeFirst, themed } from './beginnings.js';
import {
  type DisputeRow,
  type DisputeStatus,
  ENDED_WITH_CARE,
  HAS_LINKS,
  IS_ASKED_FOR,
  IS_WORKED_ON,
  type Outcome,
  WAS_REFERRED,
  WAS_SET_ASIDE,
} from './dispute-row.js';
import { inParts, VIEWS } from './counted-parts.js';
import { factsOf, imported, isSaid, livingPartOf, RECORDED_ONCE_TAKEN_ON } from './from-a-register.js';
import {
  addressedNow,
  addresseeOf,
  answeredInTheirPlace,
  answerIn,
  askedIn,
  atStage,
  countedAt,
  highestOn,
  including,
  joined,
  newRound,
  NOTHING_ASKED,
  passedOn,
  saidFor,
  step,
} from './rounds.js';
import { withWhom } from './with-whom.js';

const withoutReader = (row: DisputeRow, reader: string): Pick<DisputeRow, 'requests_to_read' | 'let_read'> => ({
  requests_to_read: row.requests_to_read.filter(({ person }) => person !== reader),
  let_read: row.let_read.filter(({ person }) => person !== reader),
});

export const disputeRegister: Projection<DisputeRow> = {
  name: 'dispute_register',
  version: 26,
  categories: ['dispute'],
  columns: {
    reference: 'text',
    part: 'integer',
    is_record: 'boolean',
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
    first_round: 'integer',
    last_round: 'integer',
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
  key: ['reference', 'part'],
  views: VIEWS,
  indexes: [
    [
      ...['year', 'kind', 'quarter', 'team', 'theme_group', 'theme', 'status', 'stage', 'iro', 'raised_on', 'imported'],
      'part',
    ] as const,
    ['raised_on', 'reference'],
    ['imported', 'raised_on'],
    ['status', 'due_at'],
    ['import_id'],
    ['own_reference'],
    ['ended_on'],
    { of: ['reference'], where: IS_WORKED_ON },
    ...[WAS_SET_ASIDE, WAS_REFERRED, IS_ASKED_FOR, ENDED_WITH_CARE, HAS_LINKS].map(
      (where) => ({ of: ['reference'], where }) as const,
    ),
  ],
  revisionIn: 'revision',
  partitionBy: idOf,
  when: inParts(
    withWhom({
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
        ...(row.extension_asked_for !== null && !asksForMore(row.extension_asked_for, data.dueOn)
          ? { extension_asked_for: null }
          : {}),
      })),
      ClockPaused: changing((_, { data }) => ({ paused_on: data.firstDay })),
      ClockResumed: changing((_) => ({ paused_on: null })),
      ReceiptAcknowledged: changing((row, { data: { round, forTeams } }) =>
        round === row.round ? { received_by: [...row.received_by, forTeams === undefined ? {} : { forTeams }] } : {},
      ),
      AnswerGiven: changing((row, { data, metadata }) => ({
        standing: data.standing,
        ...(data.round === row.round
          ? { answered_by: [...row.answered_by, answerIn(data, metadata.actor.person)] }
          : {}),
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
        ...withoutActions(data.actionsWithdrawn ?? [], row),
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
        ...joined(row, data),
        offered_by: metadata.actor.role === null ? passedOn(row.offered_by, data) : row.offered_by,
        asked: [...row.asked, data.to],
        asked_in_rounds: data.clock === 'restarts' ? row.asked_in_rounds : askedIn(row.round, data.to, row),
      })),
      DisputeHandedOver: changing((_, { data }) => ({ held_by: data.toIro })),
      DisputeRestricted: changing((row, { data }) => ({
        restricted_to: data.readers,
        requests_to_read: [],
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
        requests_to_read: [],
        of_wrong_child: event.data.because === 'wrong-child',
      })),
      DisputeMovedToChild: changing((row, { data: { to, answered } }) => ({
        ...movedTo(row, to),
        ...(answered === undefined ? {} : { standing: answered.standing, ...NOTHING_ASKED }),
      })),
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
        held_by:
          event.data.heldBy ??
          row.held_by ??
          (event.metadata.actor.role === 'iro' ? ownerIn(event.metadata.actor) : null),
        population: event.data.population ?? row.population,
        ...(event.data.goesOnFormally ? {} : askedFromTodayOn(row, event)),
      })),
    }),
  ),
};

/** A row of a register that is worked on here begins a stage today. */
const askedFromTodayOn = (
  row: DisputeRow,
  event: Happened<DisputeEvent, 'ImportedDisputeTakenOn'>,
): Partial<DisputeRow> => ({
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
});

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
    answered_by: saidFor(row.answered_by, teamsAsked(after)),
    received_by: saidFor(row.received_by, teamsAsked(after)),
    asked: row.asked.map(inItsPlace),
    asked_in_rounds: row.asked_in_rounds.map(inItsPlace),
    offered_by: Object.fromEntries(Object.entries(row.offered_by).map(([id, asked]) => [id, inItsPlace(asked)])),
    tabled: row.children.some((child) => !to.children.includes(child)) ? row.tabled.map(withoutSeats) : row.tabled,
  };
};

/**
 * The actions that are agreed come from the answer that a judge last spoke about, also where that is one of an earlier stage; one that a
 * meeting agrees on is for those who are asked then.
 */
const withOfferer = ({ actionId, agreedIn, offeredBy }: ActionAgreed, row: DisputeRow): DisputeRow['offered_by'] => ({
  ...row.offered_by,
  [actionId]: offeringAmong(
    (agreedIn === undefined ? row.asked_in_rounds[(row.last_judged ?? row.round) - 1] : undefined) ?? addresseeOf(row),
    offeredBy,
  ),
});

/** Agreed by a word that its judge has overturned, and not done. */
const withoutActions = (
  withdrawn: readonly string[],
  { actions_agreed: agreed, actions_outstanding: outstanding, offered_by: by }: DisputeRow,
): Pick<DisputeRow, 'actions_agreed' | 'actions_outstanding' | 'offered_by'> => ({
  actions_agreed: agreed - withdrawn.length,
  actions_outstanding: outstanding - withdrawn.length,
  offered_by: Object.fromEntries(Object.entries(by).filter(([actionId]) => !withdrawn.includes(actionId))),
});

/** The requests that those who must answer may make instead, until they answer. */
/** One more judge has spoken about a late answer. */
const spokenBy = (post: PostKind, { late_answer }: DisputeRow): Pick<DisputeRow, 'late_answer'> => ({
  late_answer: late_answer && { ...late_answer, spoken: including(late_answer.spoken, post) },
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
