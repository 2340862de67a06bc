import type { LocalDate } from '../calendar/calendar.js';
import type { Recorded } from '../platform/decider.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { PostKind } from '../protocol/protocol.js';
import type {
  ActionAgreed,
  Addressee,
  AnswerDeadlineSet,
  AnswerGiven,
  DisputeEvent,
  DisputeKind,
  DisputeRaised,
  ImportedDisputeFacts,
  Link,
  Subject,
  Verdict,
} from './events.js';

/** A dispute as its events tell it. What a person may do next depends on the status; an impossible mixture does not compile. */
export type DisputeState = NotRaised | Discussed | Open | Ended | Imported | ImportWithdrawn;

export interface NotRaised {
  readonly status: 'not-raised';
}
/** Somebody was spoken to and nothing has been raised: counted apart, and a dispute may still begin here. */
export interface Discussed {
  readonly status: 'discussed';
  readonly subject: Subject | null;
}
/** Raised, and someone must act next: {@link standingOf} says what for, `waitingFor` says who. */
export interface Open {
  readonly status: 'open';
  readonly matter: Matter;
}
export interface Ended {
  readonly status: 'ended';
  readonly ending: Ending;
  readonly matter: Matter;
}
/** A row of a council's register. Nothing is due from it until a person takes it on. */
export interface Imported {
  readonly status: 'imported';
  readonly reference: string;
  readonly importId: string;
  readonly facts: ImportedDisputeFacts;
}
/** The import was withdrawn; the same row may be imported again. */
export interface ImportWithdrawn {
  readonly status: 'import-withdrawn';
}

export type Ending = 'resolved' | 'stalemate' | 'ended-otherwise' | 'formalised' | 'withdrawn' | 'voided';

/** What stays true of a dispute whether it is open or ended. */
export interface Matter {
  readonly reference: string;
  readonly kind: DisputeKind;
  readonly subject: Omit<Subject, 'iro'>;
  /** Person id of the IRO who holds it now; null only for a register's row that named none. */
  readonly heldBy: string | null;
  readonly raisedOn: LocalDate;
  readonly raisedBy: { readonly person: string | null; readonly role: string | null };
  readonly theme: string;
  readonly secondaryThemes: readonly string[];
  /** Somebody was spoken to, before raising or since. */
  readonly spoken: boolean;
  /** Everybody it was ever addressed to: they go on seeing it. */
  readonly asked: readonly Addressee[];
  /** One for every stage begun, redirection that restarted the clock, and reopening; the last one runs. */
  readonly rounds: readonly Round[];
  /** Agreed actions are only ever added and marked done. */
  readonly actions: readonly AgreedAction[];
  /** Number of the round whose answer was last accepted by a judge: the actions agreed next come from it. */
  readonly lastAccepted: number | null;
  /** The IRO's latest word on the round that runs, whoever its judges are. */
  readonly iroView: Verdict | null;
  readonly lastReferral: { readonly sentOn: LocalDate } | null;
  readonly links: readonly Link[];
}

export interface Round {
  readonly number: number;
  /** 0 is the informal stage, then 1, 2, 3 up the ladder. */
  readonly stage: number;
  /** The protocol in force when this stage began; it keeps it. */
  readonly protocolVersion: number;
  readonly addressee: Addressee;
  /** The date in force, beside the first one. */
  readonly deadline: AnswerDeadlineSet | null;
  readonly answers: readonly AnswerOnRecord[];
  /** Each judge's latest word, by the post that judges. */
  readonly verdicts: Readonly<Partial<Record<PostKind, Verdict>>>;
  readonly extensionAsked: { readonly askedFor: LocalDate; readonly by: string } | null;
  readonly chases: number;
}

export interface AnswerOnRecord extends AnswerGiven {
  readonly person: string;
  readonly answeredAt: string;
  /** The round that ran when it came: later than its own where it came after the dispute had gone up. */
  readonly duringRound: number;
}

export interface AgreedAction extends ActionAgreed {
  /** The round whose answer offered it. */
  readonly round: number;
  readonly doneOn: LocalDate | null;
}

export const notRaised: NotRaised = { status: 'not-raised' };

export const currentRound = (matter: Matter): Round => matter.rounds.at(-1)!;

export const actionsOutstanding = (matter: Matter): string[] =>
  matter.actions.filter((action) => action.doneOn === null).map((action) => action.actionId);

/** Whether the moment has passed by which an answer was due. A round with no date is never late. */
export const isOverdue = (round: Round, now: string): boolean => {
  const dueAt = round.deadline?.dueAt ?? null;
  return dueAt !== null && now >= dueAt;
};

/** A late answer is late for ever: worked out from the dates on record, against the date in force and against the first. */
export const lateness = (round: Round, answer: AnswerOnRecord): { late: boolean; lateAgainstFirst: boolean } => {
  const firstDueOn = round.deadline?.firstDueOn ?? null;
  const late = isOverdue(round, answer.answeredAt);
  const firstIsInForce = firstDueOn === (round.deadline?.dueOn ?? null);
  return { late, lateAgainstFirst: firstIsInForce ? late : firstDueOn !== null && answer.answeredOn > firstDueOn };
};

/** An open row of a register is one with no end in it: neither an outcome nor a date. */
export const isOpenInRegister = (facts: ImportedDisputeFacts): boolean =>
  facts.outcome === null && facts.resolvedOn === null;

/** One event further. Never refuses: what is on record happened. */
export const evolve = (state: DisputeState, event: Recorded<DisputeEvent>): DisputeState => {
  switch (event.type) {
    case 'ConcernDiscussed':
      return state.status === 'not-raised'
        ? { status: 'discussed', subject: event.data.subject }
        : onMatter(state, (matter) => ({ ...matter, spoken: true }));
    case 'InformalDisputeRaised':
      return { status: 'open', matter: raisedMatter('informal', event.data, event, state) };
    case 'FormalDisputeRaised':
      return { status: 'open', matter: raisedMatter('formal', event.data, event, state) };
    case 'AnswerDeadlineSet':
      return onRound(state, event.data.round, (round) => ({ ...round, deadline: event.data }));
    case 'AnswerGiven':
      return onMatter(state, (matter) => withAnswer(matter, event.data, event.metadata));
    case 'AnswerAccepted':
      return onMatter(withVerdict(state, event.data.round, event.data.role, 'satisfied'), (matter) => ({
        ...matter,
        lastAccepted: event.data.round,
      }));
    case 'AnswerRejected':
      return withVerdict(state, event.data.round, event.data.role, event.data.verdict);
    case 'IroViewRecorded':
      return onMatter(state, (matter) => ({ ...matter, iroView: event.data.view }));
    case 'ActionAgreed':
      return onMatter(state, (matter) => withAction(matter, event.data.action));
    case 'ActionDone':
      return onMatter(state, (matter) => ({
        ...matter,
        actions: matter.actions.map((action) =>
          action.actionId === event.data.actionId ? { ...action, doneOn: event.data.doneOn } : action,
        ),
      }));
    case 'ExtensionAsked':
      return onCurrentRound(state, (round) => ({
        ...round,
        extensionAsked: { askedFor: event.data.askedFor, by: event.metadata.actor.person },
      }));
    case 'ExtensionGranted':
    case 'ExtensionRefused':
      return onCurrentRound(state, (round) => ({ ...round, extensionAsked: null }));
    case 'AnswerChased':
      return onCurrentRound(state, (round) => ({ ...round, chases: round.chases + 1 }));
    case 'DisputeEscalated':
      return onMatter(state, (matter) =>
        withNextRound(matter, event.data.to.number, event.data.addressee, event.data.protocolVersion),
      );
    case 'DisputeRedirected':
      return onMatter(state, (matter) => redirected(matter, event.data.to, event.data.clock));
    case 'DisputeHandedOver':
      return onMatter(state, (matter) => ({ ...matter, heldBy: event.data.toIro }));
    case 'ReferredToCafcass':
      return onMatter(state, (matter) => ({ ...matter, lastReferral: { sentOn: event.data.sentOn } }));
    case 'ThemeCorrected':
      return onMatter(state, (matter) => ({
        ...matter,
        theme: event.data.to,
        secondaryThemes: event.data.secondary,
      }));
    case 'DisputeLinked':
      return onMatter(state, (matter) => ({ ...matter, links: [...matter.links, event.data.link] }));
    case 'DisputeResolved':
      return ended(state, 'resolved');
    case 'StalemateRecorded':
      return ended(state, 'stalemate');
    case 'DisputeEndedOtherwise':
      return ended(state, 'ended-otherwise');
    case 'DisputeFormalised':
      return ended(state, 'formalised');
    case 'DisputeWithdrawn':
      return ended(state, 'withdrawn');
    case 'DisputeVoided':
      return ended(state, 'voided');
    case 'DisputeReopened':
      return reopened(state);
    case 'DisputeImported':
      return {
        status: 'imported',
        reference: event.data.reference,
        importId: event.data.importId,
        facts: event.data.facts,
      };
    case 'ImportedDisputeCorrected':
      return state.status === 'imported' ? { ...state, facts: event.data.facts } : state;
    case 'ImportedDisputeWithdrawn':
      return { status: 'import-withdrawn' };
    case 'ImportedDisputeTakenOn':
      return state.status === 'imported' ? { status: 'open', matter: takenOn(state, event) } : state;
    case 'EarlierDateAsked':
    case 'CafcassReplied':
    case 'ChildViewRecorded':
    case 'NoteAdded':
    case 'FiledOnChildRecord':
      return state;
    default:
      return ignoreUnknown(event, state);
  }
};

/** A newer program may have written events this one does not know: a reader passes over them. */
const ignoreUnknown = (_event: never, state: DisputeState): DisputeState => state;

const raisedMatter = (
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
    raisedBy: raiserOf(metadata.actor),
    theme: raised.theme,
    secondaryThemes: raised.secondaryThemes,
    spoken: raised.spokeFirst !== null || before.status === 'discussed',
    asked: [raised.addressee],
    rounds: [newRound(1, raised.stage.number, raised.addressee, raised.protocolVersion)],
    actions: [],
    lastAccepted: null,
    iroView: null,
    lastReferral: null,
    links: raised.links,
  };
};

/** Business support enters for somebody and decides nothing, so what it entered is not its own to take back. */
const raiserOf = ({ person, role, actingFor }: Actor): Matter['raisedBy'] =>
  role === 'business-support' ? { person: actingFor ?? person, role: null } : { person, role };

const takenOn = (
  { reference, facts }: Imported,
  { data, metadata }: Recorded<Extract<DisputeEvent, { type: 'ImportedDisputeTakenOn' }>>,
): Matter => ({
  reference,
  kind: facts.kind,
  // A register of IRO disputes is about looked-after children; its rows do not say so one by one.
  subject: { children: facts.children, population: 'looked-after', team: facts.team },
  heldBy: facts.iro ?? (metadata.actor.role === 'iro' ? metadata.actor.person : null),
  raisedOn: facts.raisedOn,
  raisedBy: { person: facts.iro, role: 'iro' },
  theme: facts.theme,
  secondaryThemes: [],
  spoken: facts.spokeFirst === true,
  asked: [data.addressee],
  rounds: [newRound(1, data.stage, data.addressee, data.protocolVersion)],
  actions: [],
  lastAccepted: null,
  iroView: null,
  lastReferral: null,
  links: [],
});

const newRound = (number: number, stage: number, addressee: Addressee, protocolVersion: number): Round => ({
  number,
  stage,
  protocolVersion,
  addressee,
  deadline: null,
  answers: [],
  verdicts: {},
  extensionAsked: null,
  chases: 0,
});

const withNextRound = (matter: Matter, stage: number, addressee: Addressee, protocolVersion: number): Matter => ({
  ...matter,
  asked: [...matter.asked, addressee],
  rounds: [...matter.rounds, newRound(matter.rounds.length + 1, stage, addressee, protocolVersion)],
  iroView: null,
});

const redirected = (matter: Matter, to: Addressee, clock: 'runs-on' | 'restarts'): Matter => {
  const round = currentRound(matter);
  return clock === 'restarts'
    ? withNextRound(matter, round.stage, to, round.protocolVersion)
    : { ...replacingRound(matter, round.number, { ...round, addressee: to }), asked: [...matter.asked, to] };
};

const withAnswer = (matter: Matter, answer: AnswerGiven, { actor, occurredAt }: Recorded<DisputeEvent>['metadata']) => {
  const round = matter.rounds[answer.round - 1];
  if (!round) return matter;
  const onRecord = {
    ...answer,
    person: actor.person,
    answeredAt: occurredAt,
    duringRound: currentRound(matter).number,
  };
  return replacingRound(matter, round.number, {
    ...round,
    answers: [...round.answers, onRecord],
    extensionAsked: null,
  });
};

const withVerdict = (state: DisputeState, number: number, role: PostKind, verdict: Verdict): DisputeState => {
  const judged = onRound(state, number, (round) => ({ ...round, verdicts: { ...round.verdicts, [role]: verdict } }));
  return role === 'iro' ? onMatter(judged, (matter) => ({ ...matter, iroView: verdict })) : judged;
};

const withAction = (matter: Matter, action: ActionAgreed): Matter => ({
  ...matter,
  actions: [...matter.actions, { ...action, round: matter.lastAccepted ?? currentRound(matter).number, doneOn: null }],
});

const ended = (state: DisputeState, ending: Ending): DisputeState =>
  'matter' in state ? { status: 'ended', ending, matter: state.matter } : state;

const reopened = (state: DisputeState): DisputeState => {
  if (!('matter' in state)) return state;
  const last = currentRound(state.matter);
  return { status: 'open', matter: withNextRound(state.matter, last.stage, last.addressee, last.protocolVersion) };
};

const onMatter = (state: DisputeState, change: (matter: Matter) => Matter): DisputeState =>
  'matter' in state ? { ...state, matter: change(state.matter) } : state;

const onRound = (state: DisputeState, number: number, change: (round: Round) => Round): DisputeState =>
  onMatter(state, (matter) => {
    const round = matter.rounds[number - 1];
    return round ? replacingRound(matter, number, change(round)) : matter;
  });

const onCurrentRound = (state: DisputeState, change: (round: Round) => Round): DisputeState =>
  'matter' in state ? onRound(state, state.matter.rounds.length, change) : state;

const replacingRound = (matter: Matter, number: number, round: Round): Matter => ({
  ...matter,
  rounds: matter.rounds.map((each) => (each.number === number ? round : each)),
});
