import type { Instant } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Names } from '../../directory/names.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { ProtocolBook } from '../../protocol/protocol.js';
import { type DisputeState, type Ended, isFrozen, isPaused, type Matter, type Open, type Round } from '../dispute.js';
import type { DisputeEvent, DisputeRaised, ImportedDispute, ReceiptDeadlineSet, TotalCapSet } from '../events.js';
import {
  actionDate,
  agencyReplyDate,
  answerDate,
  firstAnswerDate,
  ofOneAnswer,
  receiptDate,
  totalCapDate,
} from '../time/dates.js';
import { type DateGiven, isLate, missedAt } from '../time/late.js';
import { stageOfRound } from '../time/standing.js';
import { waitingFor } from '../time/waiting-for.js';
import { themeShown } from '../../protocol/theme-shown.js';
import type {
  AnswerShownDto,
  CafcassReferralDto,
  DisputeDto,
  DisputeEndingDto,
  OtherDeadlineDto,
  RaisedWithDto,
  RoundDto,
  WaitingForDto,
} from './dispute.dto.js';

/** How much of a dispute its reader may see. */
export type Extent = 'full' | 'outline' | 'figures';

export interface ViewContext {
  readonly protocols: ProtocolBook;
  readonly names: Names;
  readonly now: Instant;
}

export interface DisputeInLog {
  readonly reference: string;
  readonly state: DisputeState;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

/** One dispute as it stands, in full; {@link seenAs} leaves out what a reader may not see. */
export const disputeView = (dispute: DisputeInLog, context: ViewContext): Omit<DisputeDto, 'allowedActs'> => {
  const { reference, state, revision } = dispute;
  const imported = firstOf<ImportedDispute>(dispute.events, 'DisputeImported');
  const common = { reference, ownReference: imported?.ownReference ?? null, status: state.status, revision };
  switch (state.status) {
    case 'open':
    case 'ended':
      return { ...common, ...matterView(state, dispute, context) };
    case 'imported':
      return { ...common, ...importedView(state.facts, context) };
    default:
      return { ...common, ...conversationView(state, context) };
  }
};

type Facts = Omit<DisputeDto, 'reference' | 'ownReference' | 'status' | 'revision' | 'allowedActs'>;

const nothingYet: Facts = {
  kind: 'conversation',
  waitingFor: null,
  ending: null,
  population: null,
  team: null,
  raisedOn: null,
  raisedBy: null,
  heldBy: null,
  theme: null,
  secondaryThemes: [],
  stageReached: 0,
  rounds: [],
  actions: [],
  iroView: null,
  cafcass: [],
  agencies: [],
  tabled: null,
  frozenSince: null,
  totalCap: null,
  links: [],
};

const matterView = (state: Open | Ended, { events }: DisputeInLog, context: ViewContext): Facts => {
  const { matter } = state;
  const { names, protocols, now } = context;
  const awaited = waitingFor(state, protocols);
  return {
    kind: matter.kind,
    waitingFor: awaited && waitingView(awaited, context),
    ending: state.status === 'ended' ? endingView(state, events) : null,
    children: matter.subject.children.map(names.child),
    population: matter.subject.population,
    team: names.team(matter.subject.team, matter.raisedOn),
    raisedOn: matter.raisedOn,
    raisedBy: matter.raisedBy.person === null ? null : names.person(matter.raisedBy.person),
    heldBy: matter.heldBy === null ? null : names.person(matter.heldBy),
    theme: themeShown(matter.theme),
    secondaryThemes: matter.secondaryThemes.map(themeShown),
    stageReached: Math.max(...matter.rounds.map(({ stage }) => stage)),
    rounds: matter.rounds.map((round) => roundView(round, matter, context)),
    actions: matter.actions.map((action) => {
      const { actionId, what, who, by, doneOn } = action;
      const date = actionDate(action, state);
      const missed = date.dueAt === null ? null : isMissed(date, now);
      return { actionId, what, who, by, doneOn, missed };
    }),
    iroView: matter.iroView,
    cafcass: cafcassIn(events),
    agencies: matter.agencies.map(({ agency, sentOn, dueOn, repliedOn }) => ({
      ...{ agency, sentOn, dueOn, repliedOn },
      overdue: isLate(agencyReplyDate({ dueOn, repliedOn }, state), now),
    })),
    tabled: tabledView(matter),
    frozenSince: isFrozen(matter) ? londonDate(matter.freeze!.from) : null,
    totalCap: matter.totalCap && otherDeadline(matter.totalCap, isMissed(totalCapDate(matter), now)),
    links: matter.links.map(({ kind, to }) => ({ kind, to })),
    raisedWith: raisedWith(events),
  };
};

const tabledView = ({ tabled }: Matter): DisputeDto['tabled'] => {
  const last = tabled.findLast(({ takenOff }) => !takenOff);
  return last === undefined ? null : { meeting: last.meeting, heldOn: last.heldOn };
};

const waitingView = (
  { what, roles, team, dueOn, dueAt }: NonNullable<ReturnType<typeof waitingFor>>,
  { names, now }: ViewContext,
): WaitingForDto => ({
  what,
  roles: [...roles],
  team: team === null ? null : names.team(team, londonDate(now)),
  dueOn,
  dueAt,
});

const roundView = (round: Round, matter: Matter, { names, protocols, now }: ViewContext): RoundDto => {
  const { deadline, addressee } = round;
  const stage = stageOfRound(round, protocols);
  return {
    number: round.number,
    stage: round.stage,
    stageName: stage.name,
    protocolVersion: round.protocolVersion,
    addressedTo: [...addressee.posts],
    copiedTo: [...stage.copyTo],
    alsoTold: [...stage.notifyOnly],
    addressedTeam: addressee.team === null ? null : names.team(addressee.team, deadline?.startedOn ?? matter.raisedOn),
    deadline: deadline && {
      startedOn: deadline.startedOn,
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
      agreement: answer.agreement,
      reasons: answer.reasons,
      actions: answer.actions,
      evidence: answer.evidence,
      late: isMissed(ofOneAnswer(answerDate(round, matter), answer), now),
      lateAgainstFirst: isMissed(ofOneAnswer(firstAnswerDate(round, matter), answer), now),
    })),
    verdicts: Object.entries(round.verdicts).map(([role, verdict]) => ({ role, verdict })),
    receipt: round.receipt && otherDeadline(round.receipt, isMissed(receiptDate(round, matter), now)),
    receiptAcknowledgedAt: round.acknowledgedAt,
    extensionAskedFor: round.extensionAsked?.askedFor ?? null,
    chases: round.chases,
  };
};

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

const endingView = ({ ending }: Ended, events: readonly RecordedEvent[]): DisputeEndingDto => {
  const last = events.findLast(({ type }) => type in OUTCOMES);
  const data = (last?.data ?? {}) as { outcome?: string; impact?: string[]; iroDissents?: boolean };
  return {
    how: ending,
    outcome: data.outcome ?? (last ? OUTCOMES[last.type as keyof typeof OUTCOMES] : null),
    endedOn: last ? londonDate(last.metadata.occurredAt) : null,
    impact: data.impact ?? [],
    iroDissents: data.iroDissents ?? false,
  };
};

/** Outcome codes of the endings that carry none of their own (domain brief, section 7). */
const OUTCOMES = {
  DisputeResolved: null,
  StalemateRecorded: 'UNRES',
  DisputeEndedOtherwise: null,
  DisputeFormalised: null,
  DisputeWithdrawn: 'WDRAWN',
  DisputeVoided: 'VOID',
} as const satisfies Partial<Record<DisputeEvent['type'], string | null>>;

const cafcassIn = (events: readonly RecordedEvent[]): CafcassReferralDto[] => {
  const referrals: CafcassReferralDto[] = [];
  for (const { type, data } of events as readonly (RecordedEvent & DisputeEvent)[]) {
    if (type === 'ReferredToCafcass') referrals.push({ sentOn: data.sentOn, reply: null, repliedOn: null });
    if (type === 'CafcassReplied')
      Object.assign(referrals.at(-1) ?? {}, { reply: data.reply, repliedOn: data.repliedOn });
  }
  return referrals;
};

const raisedWith = (events: readonly RecordedEvent[]): RaisedWithDto => {
  const raised =
    firstOf<DisputeRaised>(events, 'FormalDisputeRaised') ?? firstOf<DisputeRaised>(events, 'InformalDisputeRaised');
  const imported = firstOf<ImportedDispute>(events, 'DisputeImported');
  return {
    concern: raised?.concern ?? imported?.facts.concern ?? null,
    impactIfNothingChanges: raised?.impactIfNothingChanges ?? null,
    acknowledged: raised?.acknowledged ?? null,
    actionsWanted: raised?.actionsWanted ?? [],
    urgent: raised?.urgent ?? false,
    advice: raised?.adviceGiven ?? [],
  };
};

const importedView = (facts: ImportedDispute['facts'], { names }: ViewContext): Facts => ({
  ...nothingYet,
  kind: facts.kind,
  children: facts.children.map(names.child),
  team: names.team(facts.team, facts.raisedOn),
  raisedOn: facts.raisedOn,
  raisedBy: facts.iro === null ? null : names.person(facts.iro),
  heldBy: facts.iro === null ? null : names.person(facts.iro),
  theme: themeShown(facts.theme),
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
        },
  raisedWith: {
    concern: facts.concern,
    impactIfNothingChanges: null,
    acknowledged: null,
    actionsWanted: [],
    urgent: false,
    advice: [],
  },
});

const conversationView = (state: DisputeState, { names, now }: ViewContext): Facts => {
  const subject = state.status === 'discussed' ? state.subject : null;
  if (subject === null) return nothingYet;
  return {
    ...nothingYet,
    children: subject.children.map(names.child),
    population: subject.population,
    team: names.team(subject.team, londonDate(now)),
    heldBy: names.person(subject.iro),
  };
};

const firstOf = <Data>(events: readonly RecordedEvent[], type: DisputeEvent['type']): Data | undefined =>
  events.find((event) => event.type === type)?.data as Data | undefined;

/** Leaves out what was written, and for figures who it is about and who acted. */
export const seenAs = <View extends Omit<DisputeDto, 'allowedActs'>>(extent: Extent, view: View): View => {
  if (extent === 'full') return view;
  const { raisedWith: _written, ...outline } = view;
  const shown = {
    ...outline,
    rounds: view.rounds.map((round) => ({
      ...round,
      answers: round.answers.map(({ reasons: _reasons, actions: _actions, evidence: _evidence, ...answer }) => answer),
    })),
    actions: view.actions.map(({ what: _what, who: _who, ...action }) => action),
  };
  if (extent === 'outline') return shown as View;
  const { children: _children, ...figures } = shown;
  return {
    ...figures,
    ownReference: null,
    raisedBy: null,
    heldBy: null,
    links: [],
    agencies: [],
    rounds: shown.rounds.map((round) => ({
      ...round,
      answers: round.answers.map((answer) => ({ ...answer, answeredBy: { id: '', name: null } })),
    })),
  } as unknown as View;
};
