import type { LocalDate } from '../../calendar/calendar.js';
import { endOfDay } from '../../calendar/dates.js';
import type { Recorded } from '../../platform/decider.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { chosenBy } from '../chosen-by.js';
import { raiserOf } from '../raiser.js';
import type { ChosenBy } from '../../protocol/ladder.js';
import type { DisputeEvent, DisputeKind, DisputeRaised, ImportedDisputeFacts, Subject, TakenOn } from '../events.js';
import type { DisputeState, Imported, Matter, Round } from '../dispute.js';
import { firstDateByRegister } from '../time/date-of-register.js';
import { onMatter } from './on-matter.js';
import { newRound, placeOf } from './rounds.js';

/*
 * How a dispute begins: a conversation, a dispute raised, or one of a register that is taken on.
 */

export const raisedMatter = (
  kind: DisputeKind,
  raised: DisputeRaised,
  { metadata }: Recorded<DisputeEvent>,
  before: DisputeState,
): Matter => {
  const { iro, ...subject } = raised.subject;
  return {
    reference: raised.reference,
    kind,
    subject,
    heldBy: iro,
    raisedOn: raised.raisedOn,
    raisedBy: { ...raiserOf(raised.subject, metadata.actor), role: roleOf(metadata.actor) },
    ladder: raised.stage.ladder,
    level: raised.stage.level ?? null,
    chosenBy: chosenBy(raised, metadata.actor),
    theme: raised.theme,
    secondaryThemes: raised.secondaryThemes,
    spoken: raised.spokeFirst !== null || before.status === 'discussed',
    calledOn: calledOn(raised, before),
    reviewedOn: raised.reviewedOn ?? null,
    actionsWanted: raised.actionsWanted.length,
    asked: [raised.addressee],
    rounds: [newRound(1, placeOf(raised.stage), raised.addressee, raised.protocolVersion)],
    actions: [],
    lastJudged: null,
    iroView: null,
    iroViewOnRecord: null,
    referrals: [],
    links: raised.links,
    ...initialExtras,
  };
};

/** Before anything is raised a conversation stands by itself; the day of the latest counts. */
export const discussed = (state: DisputeState, subject: Subject | null, spokenOn: LocalDate): DisputeState => {
  if (state.status === 'not-raised') return { status: 'discussed', subject, spokenOn, handedTo: null };
  if (state.status === 'discussed') return { ...state, spokenOn: latestDay(state.spokenOn, spokenOn)! };
  return onMatter(state, (matter) => ({ ...matter, spoken: true }));
};

/** Day of the last call before raising; null where none is on record. */
export const calledOn = (
  { spokeFirst }: { readonly spokeFirst: { readonly spokeOn: LocalDate } | null },
  before: DisputeState,
): LocalDate | null => latestDay(spokeFirst?.spokeOn ?? null, before.status === 'discussed' ? before.spokenOn : null);

const latestDay = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Business support enters for somebody and decides nothing, so what it entered is not its own to take back. */
const roleOf = ({ role }: Actor): string | null => (role === 'business-support' ? null : role);

/** The number of the round with which a row of a register goes on here. */
export const TAKEN_ON_WITH = 1;

export const takenOn = (
  { reference, facts, restrictedTo, emergencies }: Imported,
  { data, metadata }: Recorded<Extract<DisputeEvent, { type: 'ImportedDisputeTakenOn' }>>,
): Matter => ({
  reference,
  kind: facts.kind,
  // A register of IRO disputes is about looked-after children, unless the directory had it otherwise when it was taken on.
  subject: { children: facts.children, population: data.population ?? 'looked-after', team: facts.team },
  heldBy:
    data.heldBy ??
    facts.iro ??
    (metadata.actor.role === 'iro' ? (metadata.actor.actingFor ?? metadata.actor.person) : null),
  raisedOn: facts.raisedOn,
  raisedBy: { person: facts.iro, enteredBy: null, role: 'iro' },
  ladder: data.ladder,
  level: null,
  chosenBy: ladderOfRow(facts, data),
  theme: facts.theme,
  secondaryThemes: [],
  spoken: facts.spokeFirst === true,
  calledOn: null,
  reviewedOn: null,
  actionsWanted: 0,
  asked: [data.addressee],
  rounds: [
    byRegister(
      newRound(
        TAKEN_ON_WITH,
        { ladder: data.ladder, stage: data.stage, level: null },
        data.addressee,
        data.protocolVersion,
      ),
      facts,
    ),
  ],
  actions: [],
  lastJudged: null,
  iroView: null,
  iroViewOnRecord: null,
  referrals: [],
  links: [],
  ...initialExtras,
  restrictedTo,
  emergencies,
});

/** The round with which a row goes on has the date of its register, as it says it now, for its first. */
export const byRegister = (round: Round, facts: ImportedDisputeFacts): Round => {
  const dueOn = firstDateByRegister(facts, round.stage);
  return { ...round, registerDueAt: dueOn === null ? null : endOfDay(dueOn) };
};

/** By what the ladder of a register's row is chosen: its theme, and what its children and its holder are by the directory. */
export const ladderOfRow = (
  { theme }: Pick<Imported['facts'], 'theme'>,
  { population = 'looked-after', raiser = 'iro' }: Pick<TakenOn, 'population' | 'raiser'>,
): Omit<ChosenBy, 'level'> => ({ population, raiser, theme, about: 'child' });

/** The extras of a dispute beside its ladder, as they are when it begins: none. */
const initialExtras = {
  totalCap: null,
  totalCapPassed: false,
  agencies: [],
  nextLooks: [],
  tabled: [],
  restrictedTo: null,
  emergencies: [],
  requestsToRead: [],
  letRead: [],
  isOfWrongChild: false,
  wasMoved: false,
  wasHandedOver: false,
  freeze: null,
} as const;
