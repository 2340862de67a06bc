import type { Instant } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Names } from '../../directory/names.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { standing } from '../../platform/taking-back.js';
import type { Reading } from '../../reading/reading.js';
import {
  type AnswerOnRecord,
  currentRound,
  type DisputeState,
  type Ended,
  holderOfConversation,
  isConversation,
  isFrozen,
  isPaused,
  type Matter,
  type Open,
  type Round,
} from '../dispute.js';
import type { DisputeRaised, ImportedDispute, LinkOnRecord, ReceiptDeadlineSet, TotalCapSet } from '../events.js';
import {
  actionDate,
  actionDateAsRecorded,
  agencyReplyDate,
  answerDate,
  firstAnswerDate,
  ofOneAnswer,
  receiptDate,
  totalCapDate,
} from '../time/dates.js';
import { type DateGiven, isLate, missedAt } from '../time/late.js';
import { factsOfRow, registerDateOf } from '../facts-of-row.js';
import { raiserOf } from '../raiser.js';
import { readersOf } from '../restriction.js';
import { timeAskedFor } from '../time/more-time.js';
import { stageOfRound } from '../time/standing.js';
import { waitingFor } from '../time/waiting-for.js';
import { countedAs, ladderIn } from '../../protocol/ladder.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { saysOn } from '../../protocol/words-now.js';
import {
  agencyReplies,
  aroundIt,
  confirmationOf,
  documentsOfAction,
  evidenceOf,
  firstOf,
  iroViewReason,
  lastEnding,
  verdictsOf,
} from './from-events.js';
import type {
  AnswerShownDto,
  DisputeDto,
  LinkShownDto,
  OtherDeadlineDto,
  RaisedWithDto,
  RequestToReadDto,
  RoundDto,
  WaitingForDto,
} from './dispute.dto.js';

/** Of what a query is given, all that a dispute is shown with. */
type AtTheMoment = Pick<Reading, 'protocols' | 'now'>;

/** The view that one dispute's own events give. The acts open to this reader, and links from other disputes, come from elsewhere. */
type FromItsEvents = Omit<DisputeDto, 'allowedActs' | 'linkedFrom' | 'cafcassBeside'>;

export interface DisputeInLog {
  readonly reference: string;
  readonly state: DisputeState;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

/** One dispute as it stands, in full; what-a-reader-sees.ts leaves out what a reader may not. */
export const disputeView = (inLog: DisputeInLog, reading: AtTheMoment, names: Names): FromItsEvents => {
  const events = standing(inLog.events);
  const dispute = { ...inLog, events };
  const { reference, state, revision } = dispute;
  const imported = firstOf<ImportedDispute>(events, 'DisputeImported');
  const ownReference = imported?.ownReference ?? null;
  const common = {
    ...{ reference, ownReference, status: statusShown(state), revision, ...aroundIt(events, names) },
    registerDate: registerDateOf(events),
    ...restrictionView(state, names),
  };
  switch (state.status) {
    case 'open':
    case 'ended':
      return { ...common, ...matterView(state, dispute, reading, names) };
    case 'imported':
      return { ...common, ...importedView(state.facts, reading, names) };
    default:
      return { ...common, ...conversationView(state, events, reading, names) };
  }
};

/** A conversation that was withdrawn has ended, as a dispute that was. */
const statusShown = ({ status }: DisputeState): string => (status === 'conversation-withdrawn' ? 'ended' : status);

const restrictionView = (state: DisputeState, names: Names): Pick<DisputeDto, 'restrictedTo'> => {
  const restrictedTo = readersOf(state)?.restrictedTo ?? null;
  return restrictedTo === null ? {} : { restrictedTo: restrictedTo.map(names.person) };
};

type Facts = Omit<
  FromItsEvents,
  | 'reference'
  | 'ownReference'
  | 'status'
  | 'revision'
  | 'registerDate'
  | 'restrictedTo'
  | keyof ReturnType<typeof aroundIt>
>;

const nothingYet: Facts = {
  kind: 'conversation',
  waitingFor: null,
  ending: null,
  population: null,
  team: null,
  raisedOn: null,
  raisedBy: null,
  enteredBy: null,
  heldBy: null,
  practiceOf: null,
  ladderName: null,
  level: null,
  theme: null,
  secondaryThemes: [],
  stageReached: 0,
  rounds: [],
  actions: [],
  iroView: null,
  agencies: [],
  tabled: null,
  frozenSince: null,
  totalCap: null,
  links: [],
};

/** On the ladder that it is on: the same number on another one is another stage. */
const highestStage = (matter: Matter): number => {
  const { ladder } = currentRound(matter);
  return Math.max(...matter.rounds.filter((round) => round.ladder === ladder).map(({ stage }) => stage));
};

const matterView = (state: Open | Ended, { events }: DisputeInLog, reading: AtTheMoment, names: Names): Facts => {
  const { matter } = state;
  const { protocols, now } = reading;
  const { themes } = saysOn(protocols, londonDate(now));
  const replied = agencyReplies(events);
  const awaited = waitingFor(state, protocols);
  return {
    kind: matter.kind,
    waitingFor: awaited && waitingView(awaited, now, names),
    ending: state.status === 'ended' ? lastEnding(state.ending, events) : null,
    children: matter.subject.children.map(names.child),
    population: matter.subject.population,
    team: names.team(matter.subject.team, matter.raisedOn),
    raisedOn: matter.raisedOn,
    raisedBy: matter.raisedBy.person === null ? null : names.person(matter.raisedBy.person),
    enteredBy: matter.raisedBy.enteredBy === null ? null : names.person(matter.raisedBy.enteredBy),
    heldBy: matter.heldBy === null ? null : names.person(matter.heldBy),
    practiceOf: matter.subject.practiceOf === undefined ? null : names.person(matter.subject.practiceOf),
    ladderName: ladderNameOf(currentRound(matter), reading),
    level: matter.level,
    theme: themeShown(matter.theme, themes),
    secondaryThemes: matter.secondaryThemes.map((theme) => themeShown(theme, themes)),
    stageReached: highestStage(matter),
    rounds: matter.rounds.map((round) => roundView(round, matter, events, reading, names)),
    actions: matter.actions.map((action) => {
      const {
        actionId,
        offered = null,
        what,
        who,
        person = null,
        by,
        agreedOn,
        doneOn,
        recordedAt,
        confirmedInTime,
      } = action;
      const asOf = (date: DateGiven): boolean | null => (date.dueAt === null ? null : isMissed(date, now));
      return {
        ...{ actionId, offered, what, who, person, by, agreedOn, doneOn },
        recordedOn: recordedAt === null ? null : londonDate(recordedAt),
        doneBeforeAgreed: doneOn !== null && doneOn < agreedOn,
        evidence: evidenceOf(actionId, events),
        documents: documentsOfAction(actionId, events),
        missed: asOf(actionDate(action, state)),
        recordedLate: asOf(actionDateAsRecorded(action, state)),
        confirmedInTime: confirmedInTime ? confirmationOf(actionId, events) : null,
      };
    }),
    iroView: matter.iroView,
    iroViewReason: matter.iroView === null ? null : iroViewReason(events),
    agencies: matter.agencies.map(({ agency, sentOn, dueOn, repliedOn, repliedAt, noReplyAt }, index) => ({
      ...{ agency, sentOn, dueOn, repliedOn },
      noReply: repliedOn === null && noReplyAt !== null,
      overdue: isLate(agencyReplyDate({ dueOn, repliedAt, noReplyAt }, state), now),
      summary: replied[index] ?? null,
    })),
    tabled: tabledView(matter),
    frozenSince: isFrozen(matter) ? londonDate(matter.freeze!.from) : null,
    totalCap: matter.totalCap && otherDeadline(matter.totalCap, isMissed(totalCapDate(matter), now)),
    links: matter.links.map(linkShown),
    raisedWith: raisedWith(events),
    requestsToRead: requestsToRead(matter, events, names),
  };
};

const ladderNameOf = ({ ladder, protocolVersion }: Round, { protocols }: AtTheMoment): string | null =>
  ladderIn(protocols.version(protocolVersion).protocol, ladder)?.name ?? null;

const linkShown = ({ kind, to, complaint }: LinkOnRecord): LinkShownDto => ({
  kind,
  to,
  ...(kind === 'complaint' ? { state: complaint?.state ?? 'open' } : {}),
  ...(complaint === undefined ? {} : { stateOn: complaint.on }),
});

const tabledView = ({ tabled }: Matter): DisputeDto['tabled'] => {
  const last = tabled.findLast(({ takenOff }) => !takenOff);
  return last === undefined ? null : { meeting: last.meeting, heldOn: last.heldOn, decided: last.decided === true };
};

const waitingView = (
  { what, roles, team, alsoTeams, dueOn, dueAt, person }: NonNullable<ReturnType<typeof waitingFor>>,
  now: Instant,
  names: Names,
): WaitingForDto => ({
  what,
  roles: [...roles],
  team: team === null ? null : names.team(team, londonDate(now)),
  alsoTeams: alsoTeams.map((each) => names.team(each, londonDate(now))),
  ...(person === undefined ? {} : { person: names.person(person) }),
  dueOn,
  dueAt,
});

const roundView = (
  round: Round,
  matter: Matter,
  events: readonly RecordedEvent[],
  { protocols, now }: AtTheMoment,
  names: Names,
): RoundDto => {
  const { deadline, addressee } = round;
  const began = deadline?.startedOn ?? matter.raisedOn;
  const stage = stageOfRound(round, protocols);
  return {
    number: round.number,
    ladder: round.ladder,
    stage: round.stage,
    stageName: stage.name,
    countsAs: countedAs(stage),
    protocolVersion: round.protocolVersion,
    addressedTo: [...addressee.posts],
    copiedTo: [...stage.copyTo],
    alsoTold: [...stage.notifyOnly],
    addressedTeam: addressee.team === null ? null : names.team(addressee.team, began),
    alsoAddressed: (addressee.alsoTeams ?? []).map((team) => names.team(team, began)),
    deadline: deadline && {
      startedOn: deadline.startedOn,
      countedFrom: deadline.counted === undefined || deadline.counted.from === 'stage' ? null : deadline.counted.on,
      firstDueOn: deadline.firstDueOn,
      dueOn: deadline.dueOn,
      dueAt: deadline.dueAt,
      rule: deadline.rule,
      overdue: isLate(answerDate(round, matter), now),
      pausedSince: isPaused(round) ? round.pauses.at(-1)!.firstDay : null,
      pauses: round.pauses.map(({ firstDay, lastDay }) => ({ firstDay, lastDay })),
      movedFrom: deadline.moved?.from ?? null,
      certain: deadline.notYetCertain !== true,
    },
    answers: round.answers.map((answer): AnswerShownDto => ({
      answeredOn: answer.answeredOn,
      answeredBy: names.person(answer.person),
      role: answer.role,
      saidBy: saidBy(answer),
      saidOn: answer.enteredFor?.saidOn ?? null,
      forTeams: (answer.forTeams ?? []).map((team) => names.team(team, answer.answeredOn)),
      inMeeting: answer.meeting !== undefined,
      agreement: answer.agreement,
      reasons: answer.reasons,
      responses: answer.responses ?? [],
      actions: answer.actions,
      evidence: answer.evidence,
      documents: [...(answer.documents ?? [])],
      ...lateness(answer, round, matter, events, now),
    })),
    verdicts: verdictsOf(round, events),
    receipt: round.receipt && otherDeadline(round.receipt, isMissed(receiptDate(round, matter), now)),
    receiptAcknowledgedAt: round.acknowledgedAt,
    extensionAskedFor: timeAskedFor(round, matter, now)?.askedFor ?? null,
    sendBackAskedTo: round.sendBackAsked?.toStage ?? null,
    chases: round.chases,
  };
};

/** An answer that the register has came on the day that it says, whenever its row was taken on. */
const lateness = (
  answer: AnswerOnRecord,
  round: Round,
  matter: Matter,
  events: readonly RecordedEvent[],
  now: Instant,
): Pick<AnswerShownDto, 'late' | 'lateAgainstFirst'> => {
  if (answer.inRegister !== undefined) {
    const late = registerDateOf(events)?.missed === true;
    return { late, lateAgainstFirst: late };
  }
  return {
    late: isMissed(ofOneAnswer(answerDate(round, matter), answer), now),
    lateAgainstFirst: isMissed(ofOneAnswer(firstAnswerDate(round, matter), answer), now),
  };
};

/** The person who gave it, where that is not who sent it. */
const saidBy = ({ enteredFor, inRegister }: AnswerOnRecord): string | null =>
  inRegister === undefined ? (enteredFor?.saidBy ?? null) : (inRegister.saidBy ?? 'As the register has it');

const otherDeadline = (deadline: ReceiptDeadlineSet | TotalCapSet, missed: boolean): OtherDeadlineDto => ({
  startedOn: deadline.startedOn,
  dueOn: deadline.dueOn,
  dueAt: deadline.dueAt,
  rule: deadline.rule,
  missed,
  movedFrom: deadline.moved?.from ?? null,
  certain: deadline.notYetCertain !== true,
});

const isMissed = (date: DateGiven, now: Instant): boolean => missedAt(date, now) !== null;

const requestsToRead = (
  { requestsToRead: open, letRead }: Matter,
  events: readonly RecordedEvent[],
  names: Names,
): RequestToReadDto[] => [
  ...open.map(({ person, askedOn }) => {
    const asked = events.findLast(
      ({ type, metadata }) => type === 'ReadingAskedFor' && metadata.actor.person === person,
    );
    return { person: names.person(person), askedOn, reason: (asked?.data.reason as string) ?? null, lastDay: null };
  }),
  ...letRead.map(({ person, lastDay }) => ({ person: names.person(person), askedOn: null, reason: null, lastDay })),
];

const raisedWith = (events: readonly RecordedEvent[]): RaisedWithDto => {
  const raised =
    firstOf<DisputeRaised>(events, 'FormalDisputeRaised') ?? firstOf<DisputeRaised>(events, 'InformalDisputeRaised');
  return {
    concern: raised?.concern ?? factsOfRow(events)?.concern ?? null,
    impactIfNothingChanges: raised?.impactIfNothingChanges ?? null,
    acknowledged: raised?.acknowledged ?? null,
    actionsWanted: raised?.actionsWanted ?? [],
    urgent: raised?.urgent ?? false,
    urgentBecause: raised?.urgentBecause ?? null,
    documents: raised?.documents ?? [],
    advice: raised?.adviceGiven ?? [],
  };
};

const importedView = (facts: ImportedDispute['facts'], { protocols, now }: AtTheMoment, names: Names): Facts => ({
  ...nothingYet,
  kind: facts.kind,
  children: facts.children.map(names.child),
  team: names.team(facts.team, facts.raisedOn),
  raisedOn: facts.raisedOn,
  raisedBy: facts.iro === null ? null : names.person(facts.iro),
  heldBy: facts.iro === null ? null : names.person(facts.iro),
  theme: themeShown(facts.theme, saysOn(protocols, londonDate(now)).themes),
  stageReached: facts.stageReached,
  ending:
    facts.outcome === null && facts.resolvedOn === null
      ? null
      : {
          how: 'imported',
          outcome: facts.outcome,
          endedOn: facts.resolvedOn,
          impact: facts.impact === null ? [] : [facts.impact],
          iroDissents: false,
          continuedIn: null,
          duplicateOf: null,
          reason: facts.outcomeWords,
          impactNote: facts.impactWords,
        },
  raisedWith: {
    concern: facts.concern,
    impactIfNothingChanges: null,
    acknowledged: null,
    actionsWanted: [],
    urgent: false,
    urgentBecause: null,
    documents: [],
    advice: [],
  },
});

const conversationView = (
  state: DisputeState,
  events: readonly RecordedEvent[],
  { now }: AtTheMoment,
  names: Names,
): Facts => {
  if (!isConversation(state) || state.subject === null) return nothingYet;
  const { subject } = state;
  const [first] = events;
  const enteredBy = first === undefined ? null : raiserOf(subject, first.metadata.actor).enteredBy;
  return {
    ...nothingYet,
    children: subject.children.map(names.child),
    population: subject.population,
    team: names.team(subject.team, londonDate(now)),
    heldBy: names.person(holderOfConversation(subject, state)),
    enteredBy: enteredBy === null ? null : names.person(enteredBy),
    ending: state.status === 'discussed' ? null : lastEnding('withdrawn', events),
  };
};
