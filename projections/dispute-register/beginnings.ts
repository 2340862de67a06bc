import { financialYearOf, londonDate, quarterOf } from '../../src/calendar/dates.js';
import type { LocalDate } from '../../src/calendar/calendar.js';
import type {
  ChildView,
  ConcernDiscussed,
  DisputeEvent,
  DisputeRaised,
  LinkOnRecord,
} from '../../src/disputes/events.js';
import { type Raiser, raiserOf } from '../../src/disputes/raiser.js';
import type { Actor } from '../../src/platform/event-store/event-store.js';
import type { Unstamped } from '../../src/platform/projections/projection.js';
import { MAIN_LADDER } from '../../src/protocol/protocol.js';
import { themeGroupOf } from '../../src/protocol/themes.js';
import { changing, type Happened, idOf } from '../folding.js';
import type { DisputeRow } from './dispute-row.js';
import { atStage, countedAt, step } from './rounds.js';

/*
 * The row of a dispute as it begins: with a conversation, or raised.
 */

type Raised = Happened<DisputeEvent, 'InformalDisputeRaised' | 'FormalDisputeRaised'>;

/** A person who covers for somebody owns nothing by it. */
export const ownerIn = ({ person, actingFor }: Actor): string => actingFor ?? person;

export const dayOf = (event: Happened<DisputeEvent>): LocalDate => londonDate(event.metadata.occurredAt);

/** A row about which nothing more is known than the day and the team. */
export const blank = (
  reference: string,
  day: LocalDate,
): Omit<DisputeRow, 'kind' | 'status' | 'team' | 'iro' | 'held_by' | 'children' | 'child_count' | 'revision'> => ({
  reference,
  part: 1,
  is_record: true,
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
  first_round: 0,
  last_round: null,
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

export const countedOn = (day: LocalDate): Pick<DisputeRow, 'raised_on' | 'year' | 'quarter'> => ({
  raised_on: day,
  year: financialYearOf(day),
  quarter: quarterOf(day),
});

export const about = (
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

export const conversation = (event: Happened<DisputeEvent, 'ConcernDiscussed'>): readonly Unstamped<DisputeRow>[] => {
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

export const spokeFirst = changing<DisputeRow, Happened<DisputeEvent, 'ConcernDiscussed'>>((_) => ({
  spoke_first: true,
}));

export const raised = (
  kind: 'informal' | 'formal',
  before: DisputeRow | undefined,
  event: Raised,
): Unstamped<DisputeRow> => {
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
export const heard = (before: Heard, said: ChildView | null): Heard => ({
  child_view: before.child_view || (said !== null && said.view !== null && said.view.trim() !== ''),
  child_told: said?.told ?? before.child_told,
  advocate_offered: said?.advocateOffered ?? before.advocate_offered,
});

export const themed = (theme: string): Pick<DisputeRow, 'theme' | 'theme_group'> => ({
  theme,
  theme_group: themeGroupOf(theme),
});

export const linked = (links: readonly LinkOnRecord[]): Pick<DisputeRow, 'links' | 're_raises' | 'formalises'> => ({
  links,
  re_raises: links.find(({ kind }) => kind === 're-raises')?.to ?? null,
  formalises: links.find(({ kind }) => kind === 'formalises')?.to ?? null,
});
