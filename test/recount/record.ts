/*
 * The raw record of a council, as JSON, told once more. Nothing here knows of the program: it reads the names of events and their data, and
 * shares no code with src or projections.
 */

/** The data of an event, as far as it is read here. */
export interface Data {
  readonly reference: string;
  readonly revisions: readonly number[];
  /** Null where a first contact is told of a dispute that is there. */
  readonly subject: About;
  readonly to: About & Rung & string;
  readonly facts: Row;
  readonly acknowledged: Pick<Acknowledgement, 'team' | 'theme' | 'children'>;
  readonly source: { readonly lacks?: readonly string[] };
  readonly spokeOn: string;
  readonly raisedOn: string;
  readonly givenOn: string;
  readonly theme: string;
  readonly stage: number & Rung;
  readonly ladder: string;
  readonly begins: { readonly stage: Rung } | undefined;
  readonly links: Dispute['links'];
  readonly link: Dispute['links'][number];
  readonly childView: { readonly view: string | null } | null;
  readonly view: string | null;
  readonly clock: string;
  readonly round: number;
  readonly from: string;
  readonly outcome: string;
  readonly impact: readonly string[];
  readonly iroDissents: boolean;
  readonly stageReached: number;
  readonly formal: string;
  readonly decision: string;
  readonly actionId: string;
  readonly action: { readonly actionId: string };
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly dueAt: string | null;
  readonly complete: boolean;
  readonly goesOnFormally: true | undefined;
  readonly answeredOn: string;
  readonly inRegister: object | undefined;
  /** The stage of the dispute after it. */
  readonly standing: string;
  readonly actionsWithdrawn?: readonly string[];
  readonly answered?: { readonly round: number; readonly at: string; readonly standing: string };
}

/** A stage as the event says that begins it. */
interface Rung {
  readonly ladder: string;
  readonly number: number;
  readonly countsAs: 'informal' | 'pre-formal' | 'formal';
  readonly level?: string;
}

interface About {
  readonly children: readonly string[];
  readonly team: string;
}

/** The facts in a row of a register. */
export interface Row extends About {
  readonly kind: 'informal' | 'formal';
  readonly raisedOn: string;
  readonly givenOn: string;
  readonly theme: string;
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
  readonly resolvedOn: string | null;
  readonly stageReached: number;
  readonly outcome: string | null;
  readonly impact: string | null;
  readonly challengeMeeting: boolean | null;
}

/** One event as it stands in the log. */
export interface RawEvent {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: Data;
  readonly metadata: { readonly occurredAt: string };
}

/** A round of a dispute's clock: what was due and what came. */
export interface Round {
  readonly number: number;
  readonly ladder: string;
  readonly stage: number | null;
  readonly level: string | null;
  /** A round with the clock of another level took its place. */
  replaced: boolean;
  firstDueAt: string | null;
  dueAt: string | null;
  answeredAt: string | null;
  /** The moment at which nobody wanted the answer any more. */
  overAt: string | null;
  /** Since when the stage is not needed, for a late answer to an earlier one was accepted. */
  recalledAt: string | null;
  /** Since when its clock is paused. */
  pausedAt: string | null;
  /** The beginning of a death's freeze within which it was answered or over. */
  frozenAt: string | null;
}

export interface Dispute {
  readonly reference: string;
  /** How it stood on the day on which it became formal in its own record: counted as an informal one. */
  before: Dispute | null;
  /** That day; null of what was formal from the first, or never was. */
  formalOn: string | null;
  kind: 'informal' | 'formal' | 'conversation';
  status: string;
  raisedOn: string;
  team: string;
  theme: string | null;
  children: readonly string[];
  ladder: string;
  /** That of the round that runs: a level that is changed once the date has passed holds from the next round on. */
  level: string | null;
  /** The highest stage reached on each ladder that it has been on. */
  reached: ReadonlyMap<string, number>;
  /** It has been at a stage that counts as pre-formal, or formal. */
  beyondInformal: boolean;
  outcome: string | null;
  impact: readonly string[];
  reopened: number;
  links: readonly { kind: string; to: string }[];
  formalisedBy: string | null;
  referredToCafcass: boolean;
  referrals: number;
  extended: boolean;
  extensions: number;
  childView: boolean;
  agencies: number;
  challengeMeeting: boolean;
  dissents: boolean;
  takenOn: boolean;
  lacks: readonly string[];
  row: Row | null;
  readOn: string;
  rounds: Round[];
  actions: Map<string, boolean>;
  frozenFrom: string | null;
}

export interface Acknowledgement {
  givenOn: string;
  team: string;
  theme: string;
  children: readonly string[];
  withdrawn: boolean;
  imported: boolean;
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
/** The day in London at a moment. */
export const dayAt = (moment: string): string => DAY.format(new Date(moment));

/** The first moment of a day in London: at most an hour from midnight in UTC. */
const startOf = (day: string): string => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const early = new Date(midnight - 60 * 60 * 1000).toISOString();
  return dayAt(early) === day ? early : new Date(midnight).toISOString();
};

/** The events of each stream that count: a later event says which earlier ones were a mistake. */
const streamsOf = (events: readonly RawEvent[], category: string): RawEvent[][] => {
  const streams = new Map<string, RawEvent[]>();
  for (const event of events) {
    if (!event.stream.startsWith(`${category}-`)) continue;
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  }
  return [...streams.values()].map((stream) => {
    const mistakes = new Set(stream.flatMap(({ type, data }) => (type === 'EntryTakenBack' ? data.revisions : [])));
    return stream.filter(({ revision }) => !mistakes.has(revision));
  });
};

export const disputesIn = (events: readonly RawEvent[]): Dispute[] =>
  streamsOf(events, 'dispute').flatMap((stream) => {
    let dispute: Dispute | null = null;
    for (const event of stream) dispute = afterEvent(dispute, event);
    return dispute === null ? [] : countedOf(dispute);
  });

/** What became formal in its own record is one informal and one formal: the answers, actions and end of each are its own. */
const countedOf = (dispute: Dispute): Dispute[] => {
  const { before, formalOn } = dispute;
  if (before === null || formalOn === null) return [dispute];
  const { status, team, theme, children, frozenFrom } = dispute;
  const numbers = new Set(before.rounds.map(({ number }) => number));
  const isOfFirst = ({ number }: Round): boolean => numbers.has(number);
  const actions = [...dispute.actions];
  return [
    {
      ...{ ...before, team, theme, children, links: dispute.links, frozenFrom },
      ...{ status: status === 'voided' ? status : 'formalised', raisedOn: dispute.raisedOn },
      rounds: dispute.rounds.filter(isOfFirst),
      actions: new Map(actions.filter(([id]) => before.actions.has(id))),
    },
    {
      ...{ ...dispute, raisedOn: formalOn, links: [], lacks: dispute.lacks.filter((fact) => fact === 'child') },
      ...{ row: null, reopened: dispute.reopened - before.reopened, agencies: dispute.agencies - before.agencies },
      referredToCafcass: dispute.referrals > before.referrals,
      extended: dispute.extensions > before.extensions,
      rounds: dispute.rounds.filter((round) => !isOfFirst(round)),
      actions: new Map(actions.filter(([id]) => !before.actions.has(id))),
    },
  ];
};

export const acknowledgementsIn = (events: readonly RawEvent[]): Acknowledgement[] =>
  streamsOf(events, 'acknowledgement').flatMap((stream) => {
    const given = stream.reduce<Acknowledgement | null>(afterGiving, null);
    return given === null ? [] : [given];
  });

const afterGiving = (given: Acknowledgement | null, { type, data }: RawEvent): Acknowledgement | null => {
  switch (type) {
    case 'PracticeAcknowledged':
      return { ...only(data.acknowledged), givenOn: data.givenOn, withdrawn: false, imported: false };
    case 'AcknowledgementImported':
      return { ...only(data.facts), givenOn: data.facts.givenOn, withdrawn: false, imported: true };
    case 'AcknowledgementCorrected':
      return given && { ...given, ...only(data.acknowledged) };
    case 'ImportedAcknowledgementCorrected':
      return given && { ...given, ...only(data.facts), givenOn: data.facts.givenOn };
    case 'AcknowledgementMovedToChild':
      return given && { ...given, ...about(data.to) };
    case 'AcknowledgementWithdrawn':
      return given && { ...given, withdrawn: true };
    case 'ImportedAcknowledgementWithdrawn':
      return null;
    default:
      return given;
  }
};

const only = ({
  team,
  theme,
  children,
}: Row | Data['acknowledged']): Pick<Acknowledgement, 'team' | 'theme' | 'children'> => ({
  team,
  theme,
  children,
});

const blank = (reference: string): Dispute => ({
  ...{
    reference,
    ...{ before: null, formalOn: null },
    kind: 'conversation',
    status: 'recorded',
    raisedOn: '',
    team: '',
    theme: null,
    children: [],
  },
  ...{ ladder: 'main', level: null, reached: new Map([['main', 0]]), beyondInformal: false },
  ...{
    outcome: null,
    impact: [],
    reopened: 0,
    links: [],
    formalisedBy: null,
    referredToCafcass: false,
    referrals: 0,
    extensions: 0,
  },
  ...{ extended: false, childView: false, agencies: 0, challengeMeeting: false, dissents: false, takenOn: true },
  ...{ lacks: [], row: null, readOn: '', rounds: [], actions: new Map(), frozenFrom: null },
});

const afterEvent = (before: Dispute | null, event: RawEvent): Dispute | null => {
  const { type, data } = event;
  const at = event.metadata.occurredAt;
  const reference = event.stream.slice('dispute-'.length);
  switch (type) {
    case 'ConcernDiscussed':
      if (before !== null || !data.subject) return before;
      return { ...blank(reference), raisedOn: data.spokeOn, ...about(data.subject) };
    case 'InformalDisputeRaised':
    case 'FormalDisputeRaised':
      return {
        ...{ ...blank(reference), raisedOn: data.raisedOn, ...about(data.subject), theme: data.theme, status: 'open' },
        ...begun(data.stage, { ...blank(reference), kind: 'informal', reached: new Map() }),
        links: data.links,
        childView: saysSomething(data.childView?.view),
      };
    case 'DisputeImported':
      return { ...imported(blank(reference), data, at), lacks: data.source.lacks ?? [], takenOn: false };
    case 'ImportedDisputeWithdrawn':
      return null;
  }
  if (before === null) return null;
  const dispute = { ...before, rounds: before.rounds.map((round) => ({ ...round })), actions: new Map(before.actions) };
  switch (type) {
    case 'ImportedDisputeCorrected':
      if (dispute.takenOn) throw new Error('A correction of what somebody has taken on is not told here.');
      return imported(dispute, data, at);
    case 'ImportedDisputeTakenOn':
      return {
        ...{ ...dispute, takenOn: true },
        ...(data.goesOnFormally ? {} : { ladder: data.ladder, reached: reaching(dispute, data.ladder, data.stage) }),
        lacks: dispute.lacks.filter((fact) => !['outcome', 'end', 'impact'].includes(fact)),
      };
    case 'DisputeEscalated':
    case 'SentBack':
      over(dispute, at);
      return { ...dispute, ...begun(data.to, dispute), ...becameFormal(data.to, dispute, at) };
    case 'LevelChanged':
      if (data.begins === undefined) return dispute;
      over(dispute, at, 'replaced');
      return { ...dispute, ...begun(data.begins.stage, dispute), ...becameFormal(data.begins.stage, dispute, at) };
    case 'NewDateGiven':
      over(dispute, at);
      return dispute;
    case 'DisputeRedirected':
      if (data.clock === 'restarts') over(dispute, at);
      return dispute;
    case 'AnswerDeadlineSet':
      setDate(dispute, data);
      return dispute;
    case 'AnswerGiven':
      answered(dispute, data, at);
      return dispute;
    case 'ClockPaused':
      paused(dispute, data.round, at);
      return dispute;
    case 'ClockResumed':
      paused(dispute, data.round, null);
      return dispute;
    case 'DisputeFrozen':
      return { ...dispute, frozenFrom: startOf(data.from) < at ? startOf(data.from) : at };
    case 'DisputeUnfrozen':
      settledWhileFrozen(dispute);
      return { ...dispute, frozenFrom: null };
    case 'AnswerAccepted':
    case 'AnswerRejected':
      recalled(dispute, data.standing, at);
      for (const actionId of data.actionsWithdrawn ?? []) dispute.actions.delete(actionId);
      return dispute;
    case 'DisputeResolved':
      over(dispute, at);
      return {
        ...{ ...dispute, status: 'resolved', outcome: data.outcome, impact: data.impact, dissents: data.iroDissents },
        reached: reaching(dispute, dispute.ladder, data.stageReached),
      };
    case 'StalemateRecorded':
      over(dispute, at);
      return { ...dispute, status: 'stalemate', outcome: 'UNRES', impact: data.impact };
    case 'DisputeEndedOtherwise':
      over(dispute, at);
      return { ...dispute, status: 'ended-otherwise', outcome: data.outcome, impact: data.impact };
    case 'DisputeFormalised':
      over(dispute, at);
      return { ...dispute, status: 'formalised', formalisedBy: data.formal };
    case 'DisputeWithdrawn':
      over(dispute, at);
      return { ...dispute, status: 'withdrawn', outcome: 'WDRAWN' };
    case 'DisputeVoided':
      over(dispute, at);
      return { ...dispute, status: 'voided', outcome: 'VOID' };
    case 'DisputeReopened':
      return { ...dispute, status: 'open', outcome: null, reopened: dispute.reopened + 1 };
    case 'ThemeCorrected':
      return { ...dispute, theme: data.to };
    case 'DisputeMovedToChild':
      if (data.answered !== undefined) wholeSince(dispute, data.answered);
      return { ...dispute, ...about(data.to) };
    case 'DisputeLinked':
      return { ...dispute, links: [...dispute.links, data.link] };
    case 'ReferredToCafcass':
      return { ...dispute, referredToCafcass: true, referrals: dispute.referrals + 1 };
    case 'ExtensionGranted':
      return { ...dispute, extended: true, extensions: dispute.extensions + 1 };
    case 'ChildViewRecorded':
      return { ...dispute, childView: dispute.childView || saysSomething(data.view) };
    case 'TakenToAgency':
      return { ...dispute, agencies: dispute.agencies + 1 };
    case 'ChallengeDecisionRecorded':
      return { ...dispute, challengeMeeting: dispute.challengeMeeting || data.decision.startsWith('decided') };
    case 'ActionAgreed':
      dispute.actions.set(data.action.actionId, false);
      return dispute;
    case 'ActionDone':
      dispute.actions.set(data.actionId, true);
      return dispute;
    default:
      return dispute;
  }
};

/** A stage begins: a dispute is formal from the first on that counts as formal. */
const begun = (
  stage: Rung,
  before: Pick<Dispute, 'kind' | 'reached' | 'beyondInformal'>,
): Pick<Dispute, 'kind' | 'ladder' | 'level' | 'reached' | 'beyondInformal'> => ({
  kind: stage.countsAs === 'formal' ? 'formal' : before.kind,
  ladder: stage.ladder,
  level: stage.level ?? null,
  reached: reaching(before, stage.ladder, stage.number),
  beyondInformal: before.beyondInformal || stage.countsAs !== 'informal',
});

const becameFormal = (stage: Rung, before: Dispute, at: string): Partial<Dispute> =>
  before.kind === 'informal' && stage.countsAs === 'formal' ? { before, formalOn: dayAt(at) } : {};

const reaching = ({ reached }: Pick<Dispute, 'reached'>, ladder: string, stage: number): Dispute['reached'] =>
  new Map([...reached, [ladder, Math.max(stage, reached.get(ladder) ?? 0)]]);

/** The highest stage that it has reached on the ladder it is on. */
export const highestStage = ({ reached, ladder }: Pick<Dispute, 'reached' | 'ladder'>): number =>
  reached.get(ladder) ?? 0;

const saysSomething = (words: string | null | undefined): boolean => (words ?? '').trim() !== '';

const about = ({ children, team }: About): Pick<Dispute, 'children' | 'team'> => ({ children, team });

const imported = (dispute: Dispute, { facts }: Pick<Data, 'facts'>, at: string): Dispute => ({
  ...{ ...dispute, ...about(facts), kind: facts.kind, raisedOn: facts.raisedOn, theme: facts.theme },
  ...{
    reached: reaching(blank(''), 'main', facts.stageReached),
    outcome: facts.outcome,
    impact: facts.impact === null ? [] : [facts.impact],
  },
  ...{ status: statusOf(facts), challengeMeeting: facts.challengeMeeting === true, row: facts, readOn: dayAt(at) },
});

const STATUS: Record<string, string> = {
  ...{ 'RES-FULL': 'resolved', 'RES-ACT': 'resolved', 'RES-PART': 'resolved', UNRES: 'stalemate', WDRAWN: 'withdrawn' },
  ...{ VOID: 'voided', 'ENDED-CARE': 'ended-otherwise', 'TO-CAF': 'ended-otherwise' },
};
const statusOf = ({ outcome, resolvedOn }: Row): string =>
  outcome === null ? (resolvedOn === null ? 'open' : 'ended-otherwise') : STATUS[outcome]!;

const roundOf = (dispute: Dispute, number: number): Round | undefined =>
  dispute.rounds.find((round) => round.number === number);

const setDate = (dispute: Dispute, data: Data): void => {
  const before = roundOf(dispute, data.round);
  if (before === undefined) {
    dispute.rounds.push({
      ...{ number: data.round, ladder: data.ladder, stage: data.stage, level: dispute.level, dueAt: data.dueAt },
      ...{ answeredAt: null, overAt: null, replaced: false, recalledAt: null, pausedAt: null, frozenAt: null },
      firstDueAt: data.dueOn === data.firstDueOn ? data.dueAt : null,
    });
    return;
  }
  before.dueAt = data.dueAt;
  if (data.firstDueOn === null) before.firstDueAt = null;
  else before.firstDueAt ??= data.dueOn === data.firstDueOn ? data.dueAt : null;
};

const answered = (dispute: Dispute, data: Data, at: string): void => {
  const round = roundOf(dispute, data.round);
  // The row of a register is counted by its own days, and the round that it is taken on with has none.
  const came = data.inRegister === undefined ? at : startOf(data.answeredOn);
  if (round !== undefined && data.complete) round.answeredAt ??= came;
  recalled(dispute, data.standing, at);
};

/** Of siblings one was taken out whose team had not answered: what had come before is the whole answer. */
const wholeSince = (dispute: Dispute, { round: number, at, standing }: NonNullable<Data['answered']>): void => {
  const round = roundOf(dispute, number);
  if (round !== undefined) round.answeredAt ??= at;
  recalled(dispute, standing, at);
};

/** The round that runs is wanted no more. */
const over = (dispute: Dispute, at: string, how?: 'replaced'): void => {
  const last = dispute.rounds.at(-1);
  if (last === undefined) return;
  last.replaced ||= how === 'replaced' && last.overAt === null && last.answeredAt === null;
  last.overAt ??= at;
};

const paused = (dispute: Dispute, number: number, at: string | null): void => {
  const round = roundOf(dispute, number);
  if (round !== undefined) round.pausedAt = at;
};

/** While the stage that runs has no answer, an accepted one to an earlier stage takes its place; another verdict gives it back. */
const recalled = (dispute: Dispute, standing: string, at: string): void => {
  const last = dispute.rounds.at(-1);
  if (last === undefined || last.answeredAt !== null) return;
  const isAgain = standing !== 'accepted' && last.recalledAt !== null;
  last.recalledAt = standing === 'accepted' ? (last.recalledAt ?? at) : null;
  if (isAgain) last.frozenAt = null;
};

const settledWhileFrozen = ({ rounds, frozenFrom }: Dispute): void => {
  for (const round of rounds) {
    const settled = [round.answeredAt, round.recalledAt, round.overAt].filter((moment) => moment !== null).sort()[0];
    if (settled !== undefined && frozenFrom !== null && settled >= frozenFrom) round.frozenAt ??= frozenFrom;
  }
};
