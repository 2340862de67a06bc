import type { Instant, LocalDate } from '../calendar/calendar.js';
import { endOfDay, isLocalDate, londonDate, startOfDay } from '../calendar/dates.js';
import type { Recorded } from '../platform/decider.js';
import type { Actor } from '../platform/event-store/event-store.js';
import { type Remembering, takingBack } from '../platform/taking-back.js';
import type { PostKind } from '../protocol/protocol.js';
import type { ChosenBy } from '../protocol/ladder.js';
import { chosenBy } from './chosen-by.js';
import { raiserOf } from './raiser.js';
import { type Referral, withMoreSent, withReferral, withReply, withWithdrawal } from './referrals.js';
import { addressedTo, followedBy, isAskedOf, teamsAsked } from './teams-asked.js';
import { earliest, standsStill } from './time/late.js';
import { recalledSince } from './time/recalled.js';
import { receivedByAnswer } from './time/receipt.js';
import type {
  ActionAgreed,
  Addressee,
  AnswerDeadlineSet,
  AnswerGiven,
  ChallengeDecisionRecorded,
  DateMoved,
  DisputeEvent,
  DisputeKind,
  DisputeRaised,
  ImportedDisputeFacts,
  ComplaintState,
  LevelChanged,
  LetRead,
  LinkOnRecord,
  MovedToChild,
  ReceiptAcknowledged,
  ReceiptDeadlineSet,
  StageBegun,
  Standing,
  Subject,
  TabledForChallenge,
  TotalCapSet,
  Verdict,
} from './events.js';

/** A dispute as its events tell it. The next acts depend on the status; an impossible mixture does not compile. */
export type DisputeState = (NotRaised | Discussed | Open | Ended | Imported | ImportWithdrawn) &
  Remembering<DisputeEvent>;

export interface NotRaised {
  readonly status: 'not-raised';
}
/** Somebody was spoken to and nothing has been raised: counted apart, and a dispute may still begin here. */
export interface Discussed {
  readonly status: 'discussed';
  readonly subject: Subject | null;
  /** The latest of the days on which somebody was spoken to. */
  readonly spokenOn: LocalDate;
  /** Person id of the IRO to whom it was handed over; null while it is with the one who had it. */
  readonly handedTo: string | null;
}
/** Person id of the IRO with whom a conversation is: the person who had it, or to whom it was handed over. */
export const holderOfConversation = (
  { iro }: Pick<Subject, 'iro'>,
  { handedTo }: Pick<Discussed, 'handedTo'>,
): string => handedTo ?? iro;
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
  /** As those of a living dispute, and kept when it is taken on. */
  readonly restrictedTo: readonly string[] | null;
  readonly emergencies: readonly Emergency[];
}
/** The import was withdrawn; the same row may be imported again. */
export interface ImportWithdrawn {
  readonly status: 'import-withdrawn';
}

export type Ending = 'resolved' | 'stalemate' | 'ended-otherwise' | 'formalised' | 'withdrawn' | 'voided';

/** The facts of a dispute that stay true whether it is open or ended. */
export interface Matter {
  readonly reference: string;
  /** Formal once a stage that counts as formal has begun, and for ever. */
  readonly kind: DisputeKind;
  readonly subject: Omit<Subject, 'iro'>;
  /** Person id of the IRO who holds it now; null only for a register's row that named none. */
  readonly heldBy: string | null;
  readonly raisedOn: LocalDate;
  readonly raisedBy: {
    /** The IRO or chair under whose name the concern is counted. */
    readonly person: string | null;
    /** The person who sent it, where another did so in their place. */
    readonly enteredBy: string | null;
    readonly role: string | null;
  };
  /** Code of the ladder in which it goes on: that of the round that runs, unless its level was changed since. */
  readonly ladder: string;
  /** Code of its level; null where the protocol has none. */
  readonly level: string | null;
  /** By what its ladder was chosen; null of a register’s row, which is on the main one. */
  readonly chosenBy: Omit<ChosenBy, 'level'> | null;
  readonly theme: string;
  readonly secondaryThemes: readonly string[];
  /** Somebody was spoken to, before raising or since. */
  readonly spoken: boolean;
  /** Days from which a protocol may count: of the last call before raising, and of the review it comes from; null where there is none. */
  readonly calledOn: LocalDate | null;
  readonly reviewedOn: LocalDate | null;
  /** How many actions were asked for when it was raised. */
  readonly actionsWanted: number;
  /** Everybody it was ever addressed to: they go on seeing it. */
  readonly asked: readonly Addressee[];
  /** One for every stage begun, redirection that restarted the clock, and reopening; the last one runs. */
  readonly rounds: readonly Round[];
  /** Agreed actions are only ever added and marked done. */
  readonly actions: readonly AgreedAction[];
  /** Number of the round whose answer a judge last spoke about: the actions agreed next come from it. */
  readonly lastJudged: number | null;
  /** The IRO's latest word on the round that runs, whoever its judges are. */
  readonly iroView: Verdict | null;
  /** Their latest word on any round since it was raised or last reopened: it stands until the IRO says otherwise. */
  readonly iroViewOnRecord: { readonly view: Verdict; readonly words: string } | null;
  /** Every referral to Cafcass that was sent; the latest last. */
  readonly referrals: readonly Referral[];
  readonly links: readonly LinkOnRecord[];
  /** The limit of all formal stages together; null where the protocol sets none, or only over the formal ones. */
  readonly totalCap: TotalCapSet | null;
  readonly totalCapPassed: boolean;
  /** Concerns about other agencies, each under that agency's own policy. */
  readonly agencies: readonly TakenToAgencyOnRecord[];
  /** The looks that meetings said they would take at it again, by meeting; the latest last. */
  readonly nextLooks: readonly NextLook[];
  /** Every meeting on whose agenda it has stood, with the day of each; the latest last. */
  readonly tabled: readonly Tabled[];
  /** Person ids of those who may read it besides the IRO who holds it; null where it is not restricted. */
  readonly restrictedTo: readonly string[] | null;
  /** Those who read it without being on the list, each until a moment. */
  readonly emergencies: readonly Emergency[];
  /** The people who ask to read it, and have no answer yet. */
  readonly requestsToRead: readonly RequestToRead[];
  /** The people who asked and were let, each until a day, which may have passed. */
  readonly letRead: readonly LetRead[];
  /** Voided because it is about another child: only the IRO service reads it. */
  readonly isOfWrongChild: boolean;
  /** It was written down for another child first: who raised it may know nothing of this one. */
  readonly wasMoved: boolean;
  /** A person handed it over, so that the person who holds it need not be the IRO of its child. */
  readonly wasHandedOver: boolean;
  /** Since a child’s death, until somebody lets it go on; null where no child has died. */
  readonly freeze: Freeze | null;
}

export interface TakenToAgencyOnRecord {
  readonly agency: string;
  readonly sentOn: LocalDate;
  readonly dueOn: LocalDate | null;
  /** The day that is said, and the moment at which it went on record. */
  readonly repliedOn: LocalDate | null;
  readonly repliedAt: Instant | null;
  /** The moment since which no reply is waited for: it went on record that none came, or the agency was asked again. Null until then. */
  readonly noReplyAt: Instant | null;
  /** Its date is on record as passed. */
  readonly passed: boolean;
}

export interface NextLook {
  /** The meeting that said so. */
  readonly meeting: string;
  readonly on: LocalDate;
  /** The moment at which it came on another agenda, or the dispute ended; null until then. */
  readonly doneAt: Instant | null;
  /** Its date is on record as passed. */
  readonly passed: boolean;
}

export interface Round {
  readonly number: number;
  /** Code of the ladder that it is in. */
  readonly ladder: string;
  /** Code of the level at which it began; null where the protocol has none. */
  readonly level: string | null;
  /** 0 is the informal stage, then 1, 2, 3 up the ladder. */
  readonly stage: number;
  /** The protocol in force when this stage began; it keeps it. */
  readonly protocolVersion: number;
  readonly addressee: Addressee;
  /** The date in force, beside the first one. */
  readonly deadline: AnswerDeadlineSet | null;
  /** The moment of the first date; null for "none set". */
  readonly firstDueAt: Instant | null;
  readonly answers: readonly AnswerOnRecord[];
  /** The moment at which it had its whole answer: from one of the posts asked, or from each, as the stage says. Null until it has. */
  readonly answeredAt: Instant | null;
  /** Since when it is not needed, because a late answer to an earlier round is accepted; null where none is. */
  readonly recalledAt: Instant | null;
  /** Each judge's latest word, by the post that judges. */
  readonly verdicts: Readonly<Partial<Record<PostKind, Verdict>>>;
  readonly extensionAsked: { readonly askedFor: LocalDate; readonly by: string } | null;
  /** Those who must answer have asked that it goes down to a lower stage; null while nobody has, and once it is decided. */
  readonly sendBackAsked: { readonly toStage: number; readonly by: string } | null;
  /** The meeting that wanted more done first while the round ran; null where none did. */
  readonly moreActionFirst: string | null;
  readonly chases: number;
  /** By when receipt is to be acknowledged; null where the protocol does not ask for it. */
  readonly receipt: ReceiptDeadlineSet | null;
  /** The receipts that were acknowledged; if several teams are asked, each says for which. The latest last. */
  readonly receipts: readonly Pick<ReceiptAcknowledged, 'forTeams'>[];
  /** The moment at which those asked had said so, of several teams each; null until they have. */
  readonly acknowledgedAt: Instant | null;
  /** The last one runs where it has no end yet. */
  readonly pauses: readonly Pause[];
  /** Since when a freeze had stopped its dates that were met, or no longer wanted, before the freeze was over. */
  readonly frozenAt: { readonly answer: Instant | null; readonly receipt: Instant | null };
  /** People have agreed on the date in force, so it no longer follows from counting days. */
  readonly dateIsAgreed: boolean;
  /** The dates of the round that are on record as passed. */
  readonly passed: { readonly answer: boolean; readonly receipt: boolean };
  /** The moment at which the next round began or the dispute ended; null while it runs. */
  readonly overAt: Instant | null;
}

export interface Pause {
  /** The first and the last day on which the clock stands still, both included; the last is not known until it is resumed. */
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate | null;
  /** The moment at which it went on record that the clock stands still, and that it runs again. Only a clock still in time is paused. */
  readonly stoppedAt: Instant;
  readonly resumedAt: Instant | null;
}

export interface Tabled extends TabledForChallenge {
  readonly takenOff?: boolean;
  /** The meeting has decided on it. */
  readonly decided?: boolean;
}

export interface RequestToRead {
  readonly person: string;
  readonly askedOn: LocalDate;
}

export interface Emergency {
  readonly person: string;
  readonly until: Instant;
}

export interface Freeze {
  /** The day of the child’s death. */
  readonly diedOn: LocalDate;
  /** The beginning of that day, however long afterwards it became known; never after it went on record. */
  readonly from: Instant;
  /** The moment at which it went on record. */
  readonly recordedAt: Instant;
  readonly to: Instant | null;
}

export interface AnswerOnRecord extends AnswerGiven {
  readonly person: string;
  readonly answeredAt: string;
  /** The round that ran when it came: later than its own where it came after the dispute had gone up. */
  readonly duringRound: number;
  /** Those who were asked for it when it came: whose answer it is, also where the child has moved to another team since. */
  readonly askedOf: Addressee;
}

export interface AgreedAction extends ActionAgreed {
  /** The round whose answer offered it; null where a meeting decided on it. */
  readonly round: number | null;
  readonly agreedOn: LocalDate;
  /** The posts that are to do it where the person named cannot: whose answer offered it, or who were asked when a meeting agreed on it. */
  readonly askedOf: Addressee;
  /** The day on which it is said to have been done, and the moment at which that went on record. */
  readonly doneOn: LocalDate | null;
  readonly recordedAt: Instant | null;
  /** The IRO has confirmed, after its date, that it was done in time. */
  readonly confirmedInTime: boolean;
  /** Its date is on record as passed. */
  readonly passed: boolean;
}

export const notRaised: NotRaised = { status: 'not-raised' };

export const currentRound = (matter: Matter): Round => matter.rounds.at(-1)!;

export const actionsOutstanding = (matter: Matter): string[] =>
  matter.actions.filter((action) => action.doneOn === null).map((action) => action.actionId);

/** A clock stands still from a pause until it is resumed. Only one that was still in time can be paused. */
export const isPaused = (round: Round): boolean => round.pauses.at(-1)?.resumedAt === null;

/** After a child’s death, until somebody lets it go on: no date goes on record, and nobody is reminded or chased. */
export const isFrozen = ({ freeze }: Pick<Matter, 'freeze'>): boolean => freeze !== null && freeze.to === null;

/** A complaint is open from the day on which it is linked, until it is recorded how it ended. */
export const isOpenComplaint = ({ kind, complaint }: LinkOnRecord): boolean =>
  kind === 'complaint' && (complaint === undefined || complaint.state === 'open');

/** The links of a dispute once a complaint among them stands otherwise. */
export const withComplaint = (
  links: readonly LinkOnRecord[],
  { complaint, state, on }: { readonly complaint: string; readonly state: ComplaintState; readonly on: LocalDate },
): LinkOnRecord[] =>
  links.map((link) =>
    link.kind === 'complaint' && link.to === complaint ? { ...link, complaint: { state, on } } : link,
  );

/** An open row of a register is one with no end in it: neither an outcome nor a date. */
export const isOpenInRegister = (facts: ImportedDisputeFacts): boolean =>
  facts.outcome === null && facts.resolvedOn === null;

const evolveOnce = (state: DisputeState, event: Recorded<DisputeEvent>): DisputeState => {
  switch (event.type) {
    case 'ConcernDiscussed':
      return discussed(state, event.data.subject, event.data.spokeOn);
    case 'InformalDisputeRaised':
      return { status: 'open', matter: raisedMatter('informal', event.data, event, state) };
    case 'FormalDisputeRaised':
      return { status: 'open', matter: raisedMatter('formal', event.data, event, state) };
    case 'AnswerDeadlineSet':
      return onRound(state, event.data.round, (round) => ({
        ...round,
        deadline: event.data,
        firstDueAt: round.firstDueAt ?? (event.data.dueOn === event.data.firstDueOn ? event.data.dueAt : null),
        dateIsAgreed: round.dateIsAgreed || AGREED_BY_PEOPLE.includes(event.data.why),
      }));
    case 'ReceiptDeadlineSet':
      return onRound(state, event.data.round, (round) => ({ ...round, receipt: setAnew(event.data, round.receipt) }));
    case 'ReceiptAcknowledged':
      return onRound(state, event.data.round, (round) => ({
        ...round,
        receipts: [...round.receipts, event.data],
        acknowledgedAt: round.acknowledgedAt ?? (event.data.complete ? event.metadata.occurredAt : null),
      }));
    case 'TotalCapSet':
      return onMatter(state, (matter) => ({ ...matter, totalCap: setAnew(event.data, matter.totalCap) }));
    case 'AnswerDeadlinePassed':
      return onRound(state, event.data.round, (round) => ({ ...round, passed: { ...round.passed, answer: true } }));
    case 'ReceiptDeadlinePassed':
      return onRound(state, event.data.round, (round) => ({ ...round, passed: { ...round.passed, receipt: true } }));
    case 'ActionDeadlinePassed':
      return onAction(state, event.data.actionId, (action) => ({ ...action, passed: true }));
    case 'TotalCapPassed':
      return onMatter(state, (matter) => ({ ...matter, totalCapPassed: true }));
    case 'ClockPaused':
      return onRound(state, event.data.round, (round) => ({
        ...round,
        pauses: [
          ...round.pauses,
          { firstDay: event.data.firstDay, lastDay: null, stoppedAt: event.metadata.occurredAt, resumedAt: null },
        ],
      }));
    case 'ClockResumed':
      return onRound(state, event.data.round, (round) => ({
        ...round,
        pauses: round.pauses.map((pause) =>
          pause.resumedAt === null
            ? { ...pause, lastDay: event.data.lastDay, resumedAt: event.metadata.occurredAt }
            : pause,
        ),
      }));
    case 'AnswerGiven':
      return onMatter(state, (matter) => withAnswer(matter, event.data, event.metadata));
    case 'AnswerAccepted':
      return withVerdict(state, event, 'satisfied');
    case 'AnswerRejected':
      return withVerdict(state, event, event.data.verdict);
    case 'IroViewRecorded':
      return onMatter(state, (matter) => withIroView(matter, event.data.view, event.data.reason));
    case 'ActionAgreed':
      return onMatter(state, (matter) => withAction(matter, event.data.action, londonDate(event.metadata.occurredAt)));
    case 'ActionDone':
      return onAction(state, event.data.actionId, (action) => ({
        ...action,
        doneOn: event.data.doneOn,
        recordedAt: event.metadata.occurredAt,
      }));
    case 'ActionConfirmedInTime':
      return onAction(state, event.data.actionId, (action) => ({ ...action, confirmedInTime: true }));
    case 'ExtensionAsked':
      return onCurrentRound(state, (round) => ({
        ...round,
        extensionAsked: { askedFor: event.data.askedFor, by: event.metadata.actor.person },
      }));
    case 'ExtensionGranted':
    case 'ExtensionRefused':
      return onCurrentRound(state, (round) => ({ ...round, extensionAsked: null }));
    case 'SendBackAsked':
      return onCurrentRound(state, (round) => ({
        ...round,
        sendBackAsked: { toStage: event.data.toStage, by: event.metadata.actor.person },
      }));
    case 'SendBackRefused':
      return onCurrentRound(state, (round) => ({ ...round, sendBackAsked: null }));
    case 'AnswerChased':
      return onCurrentRound(state, (round) => ({ ...round, chases: round.chases + 1 }));
    case 'DisputeEscalated':
    case 'SentBack':
      return onMatter(state, (matter) => withStageBegun(matter, { ...event.data, stage: event.data.to }, event));
    case 'LevelChanged': {
      const { to, ladder, begins } = event.data;
      return onMatter(state, (matter) => {
        const changed = { ...matter, level: to, ladder };
        return begins === undefined ? changed : withStageBegun(changed, begins, event);
      });
    }
    case 'NewDateGiven':
      return onMatter(state, (matter) => {
        const round = currentRound(matter);
        return withNextRound(matter, round, round.addressee, round.protocolVersion, event.metadata.occurredAt);
      });
    case 'DisputeRedirected':
      return onMatter(state, (matter) =>
        redirected(
          event.metadata.actor.role === null ? withActionsPassedOn(matter, event.data) : matter,
          event.data.to,
          event.data.clock,
          event.metadata.occurredAt,
        ),
      );
    case 'DisputeHandedOver':
      if (state.status === 'discussed') return { ...state, handedTo: event.data.toIro };
      return onMatter(state, (matter) => ({
        ...matter,
        heldBy: event.data.toIro,
        wasHandedOver: event.metadata.actor.role !== null,
      }));
    case 'ReferredToCafcass':
      return onMatter(state, (matter) => ({
        ...matter,
        referrals: withReferral(matter.referrals, event.data.sentOn, event.metadata.actor),
      }));
    case 'CafcassReferralWithdrawn':
      return onMatter(state, (matter) => ({
        ...matter,
        referrals: withWithdrawal(matter.referrals, event.data.withdrawnOn),
      }));
    case 'MoreSentToCafcass':
      return onMatter(state, (matter) => ({ ...matter, referrals: withMoreSent(matter.referrals, event.data.sentOn) }));
    case 'CafcassReplied':
      return onMatter(state, (matter) => ({ ...matter, referrals: withReply(matter.referrals, event.data) }));
    case 'ThemeCorrected':
      return onMatter(state, (matter) => ({
        ...matter,
        theme: event.data.to,
        secondaryThemes: event.data.secondary,
      }));
    case 'PopulationCorrected':
      return onMatter(state, (matter) => ({
        ...matter,
        subject: { ...matter.subject, population: event.data.to },
      }));
    case 'DisputeLinked':
      return onMatter(state, (matter) => ({ ...matter, links: [...matter.links, event.data.link] }));
    case 'ComplaintStateRecorded':
      return onMatter(state, (matter) => ({ ...matter, links: withComplaint(matter.links, event.data) }));
    case 'DisputeResolved':
      return ended(state, 'resolved', event.metadata.occurredAt);
    case 'StalemateRecorded':
      return ended(state, 'stalemate', event.metadata.occurredAt);
    case 'DisputeEndedOtherwise':
      return ended(state, 'ended-otherwise', event.metadata.occurredAt);
    case 'DisputeFormalised':
      return ended(state, 'formalised', event.metadata.occurredAt);
    case 'DisputeWithdrawn':
      return ended(state, 'withdrawn', event.metadata.occurredAt);
    case 'DisputeVoided':
      return onMatter(ended(state, 'voided', event.metadata.occurredAt), (matter) => ({
        ...matter,
        isOfWrongChild: event.data.because === 'wrong-child',
      }));
    case 'DisputeMovedToChild':
      return movedToChild(state, event.data);
    case 'DisputeReopened':
      return reopened(state, event.metadata.occurredAt);
    case 'TabledForChallenge':
      return onMatter(state, (matter) => ({
        ...lookedAgain(matter, event.data.meeting, event.metadata.occurredAt),
        tabled: [...matter.tabled.filter(({ meeting }) => meeting !== event.data.meeting), event.data],
      }));
    case 'TakenOffAgenda':
      return onMatter(state, (matter) => ({
        ...matter,
        tabled: matter.tabled.map((each) => (each.meeting === event.data.meeting ? { ...each, takenOff: true } : each)),
      }));
    case 'DisputeRestricted':
      return withReaders(state, event.data.readers, event.data.answeredBy);
    case 'RestrictionLifted':
      return withReaders(state, null, undefined);
    case 'EmergencyAccessTaken':
      return withEmergency(state, { person: event.metadata.actor.person, until: event.data.until });
    case 'ReadingAskedFor': {
      const { actor, occurredAt } = event.metadata;
      const request = { person: actor.person, askedOn: londonDate(occurredAt) };
      return onMatter(state, (matter) => ({ ...matter, requestsToRead: [...matter.requestsToRead, request] }));
    }
    case 'ReadingGranted':
      return onMatter(state, (matter) => {
        const others = withoutReader(matter, event.data.person);
        return { ...others, letRead: [...others.letRead, event.data] };
      });
    case 'ReadingRefused':
      return onMatter(state, (matter) => withoutReader(matter, event.data.person));
    case 'DisputeFrozen':
      return onMatter(state, (matter) => frozenSince(matter, event.data.from, event.metadata.occurredAt));
    case 'DisputeUnfrozen':
      return onMatter(state, (matter) => ({
        ...matter,
        rounds: matter.rounds.map((round) => settledWhileFrozen(round, matter.freeze?.from ?? null)),
        freeze: matter.freeze && { ...matter.freeze, to: event.metadata.occurredAt },
      }));
    case 'TakenToAgency':
      return onMatter(state, (matter) => ({
        ...matter,
        agencies: [
          ...withoutReply(matter, event.metadata.occurredAt).agencies,
          { ...event.data, repliedOn: null, repliedAt: null, noReplyAt: null, passed: false },
        ],
      }));
    case 'AgencyReplyDeadlinePassed':
      return onMatter(state, (matter) => ({
        ...matter,
        agencies: matter.agencies.map((each, index) =>
          index === event.data.asked - 1 ? { ...each, passed: true } : each,
        ),
      }));
    case 'ChallengeDecisionRecorded':
      return onMatter(state, (matter) => ({
        ...withMoreActionFirst(withNextLook(matter, event.data, event.metadata.occurredAt), event.data),
        tabled: matter.tabled.map((each) => (each.meeting === event.data.meeting ? { ...each, decided: true } : each)),
      }));
    case 'NextLookPassed':
      return onMatter(state, (matter) => ({
        ...matter,
        nextLooks: matter.nextLooks.map((each) =>
          each.meeting === event.data.meeting ? { ...each, passed: true } : each,
        ),
      }));
    case 'AgencyDidNotReply':
      return onMatter(state, (matter) => withoutReply(matter, event.metadata.occurredAt));
    case 'AgencyReplied':
      return onMatter(state, (matter) => withAgencyReply(matter, event.data.repliedOn, event.metadata.occurredAt));
    case 'DisputeImported':
      return {
        status: 'imported',
        reference: event.data.reference,
        importId: event.data.importId,
        facts: event.data.facts,
        restrictedTo: null,
        emergencies: [],
      };
    case 'ImportedDisputeCorrected':
      return state.status === 'imported' ? { ...state, facts: event.data.facts } : state;
    case 'ImportedDisputeWithdrawn':
      return { status: 'import-withdrawn' };
    case 'ImportedDisputeTakenOn':
      return state.status === 'imported' ? { status: 'open', matter: takenOn(state, event) } : state;
    case 'EarlierDateAsked':
    case 'ChildViewRecorded':
    case 'NoteAdded':
    case 'FiledOnChildRecord':
    case 'ContinuedAfterCare':
    case 'EntryTakenBack':
      return state;
    default:
      return ignoreUnknown(event, state);
  }
};

/** One event further. Never refuses: events on record happened. An entry that was taken back counts as if it had not. */
export const evolve = takingBack<DisputeEvent, DisputeState>((state, event) => evolveOnce(state, event), notRaised);

const AGREED_BY_PEOPLE: readonly AnswerDeadlineSet['why'][] = [
  'extended',
  'earlier-date-asked',
  'meeting-date-set',
  'new-date-given',
];

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
const discussed = (state: DisputeState, subject: Subject | null, spokenOn: LocalDate): DisputeState => {
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

const takenOn = (
  { reference, facts, restrictedTo, emergencies }: Imported,
  { data, metadata }: Recorded<Extract<DisputeEvent, { type: 'ImportedDisputeTakenOn' }>>,
): Matter => ({
  reference,
  kind: facts.kind,
  // A register of IRO disputes is about looked-after children; its rows do not say so one by one.
  subject: { children: facts.children, population: 'looked-after', team: facts.team },
  heldBy: facts.iro ?? (metadata.actor.role === 'iro' ? (metadata.actor.actingFor ?? metadata.actor.person) : null),
  raisedOn: facts.raisedOn,
  raisedBy: { person: facts.iro, enteredBy: null, role: 'iro' },
  ladder: data.ladder,
  level: null,
  chosenBy: null,
  theme: facts.theme,
  secondaryThemes: [],
  spoken: facts.spokeFirst === true,
  calledOn: null,
  reviewedOn: null,
  actionsWanted: 0,
  asked: [data.addressee],
  rounds: [newRound(1, { ladder: data.ladder, stage: data.stage, level: null }, data.addressee, data.protocolVersion)],
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

/** The place of a round: its ladder, stage and level. */
type Place = Pick<Round, 'ladder' | 'stage' | 'level'>;

const placeOf = ({ ladder, number: stage, level }: StageBegun): Place => ({ ladder, stage, level: level ?? null });

const newRound = (
  number: number,
  { ladder, stage, level }: Place,
  addressee: Addressee,
  protocolVersion: number,
): Round => ({
  number,
  ladder,
  stage,
  level,
  protocolVersion,
  addressee,
  deadline: null,
  firstDueAt: null,
  answers: [],
  answeredAt: null,
  recalledAt: null,
  verdicts: {},
  extensionAsked: null,
  sendBackAsked: null,
  moreActionFirst: null,
  chases: 0,
  receipt: null,
  receipts: [],
  acknowledgedAt: null,
  pauses: [],
  frozenAt: NOT_FROZEN,
  dateIsAgreed: false,
  passed: { answer: false, receipt: false },
  overAt: null,
});

/** It is formal once a stage has begun that counts as formal. */
const withStageBegun = (
  matter: Matter,
  { stage, addressee, protocolVersion }: NonNullable<LevelChanged['begins']>,
  { metadata }: Recorded<DisputeEvent>,
): Matter => {
  const begun = {
    ...matter,
    ladder: stage.ladder,
    kind: stage.countsAs === 'formal' ? 'formal' : matter.kind,
  } as const;
  return withNextRound(begun, placeOf(stage), addressee, protocolVersion, metadata.occurredAt);
};

const withNextRound = (
  matter: Matter,
  place: Place,
  addressee: Addressee,
  protocolVersion: number,
  now: Instant,
): Matter => {
  const before = closingRound(matter, now);
  return {
    ...before,
    asked: [...before.asked, addressee],
    rounds: [...before.rounds, newRound(before.rounds.length + 1, place, addressee, protocolVersion)],
    iroView: null,
  };
};

const closingRound = (matter: Matter, now: Instant): Matter => {
  const round = currentRound(matter);
  return replacingRound(matter, round.number, { ...round, overAt: round.overAt ?? now });
};

/** The child has moved to another team, or one took over: what is not done is for the posts of that one. */
const withActionsPassedOn = (matter: Matter, { from, to }: Record<'from' | 'to', Addressee>): Matter => ({
  ...matter,
  actions: matter.actions.map((action) =>
    action.doneOn === null ? { ...action, askedOf: followedBy(action.askedOf, from, to) } : action,
  ),
});

const redirected = (matter: Matter, to: Addressee, clock: 'runs-on' | 'restarts', now: Instant): Matter => {
  const round = currentRound(matter);
  return clock === 'restarts'
    ? withNextRound(matter, round, to, round.protocolVersion, now)
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
    askedOf: round.addressee,
  };
  const answered = replacingRound(matter, round.number, {
    ...round,
    answers: [...round.answers, onRecord],
    answeredAt: round.answeredAt ?? (answer.complete ? occurredAt : null),
    extensionAsked: null,
    sendBackAsked: null,
  });
  return standingAt(answered, answer.standing, occurredAt);
};

const withVerdict = (
  state: DisputeState,
  { data, metadata }: Recorded<Extract<DisputeEvent, { type: 'AnswerAccepted' | 'AnswerRejected' }>>,
  verdict: Verdict,
): DisputeState =>
  onMatter(
    onRound(state, data.round, (round) => ({ ...round, verdicts: { ...round.verdicts, [data.role]: verdict } })),
    (matter) => {
      const judged = { ...standingAt(matter, data.standing, metadata.occurredAt), lastJudged: data.round };
      return data.role === 'iro' ? withIroView(judged, verdict, data.reason) : judged;
    },
  );

const withIroView = (matter: Matter, view: Verdict, words: string): Matter => ({
  ...matter,
  iroView: view,
  iroViewOnRecord: { view, words },
});

/** A freeze by a death on a day, as it goes on record. */
export const frozenBy = (diedOn: LocalDate, recordedAt: Instant): Freeze => ({
  diedOn,
  from: earliest(startOfDay(diedOn), recordedAt)!,
  recordedAt,
  to: null,
});

/** A date that went on record as passed after that day, before anybody here knew of the death, had not passed: its clock stood still. */
const frozenSince = (matter: Matter, diedOn: LocalDate, recordedAt: Instant): Matter => {
  const freeze = frozenBy(diedOn, recordedAt);
  const { from } = freeze;
  const passedBefore = (dueAt: Instant | null, passed: boolean): boolean =>
    passed && !standsStill({ dueAt, stoppedAt: from });
  return {
    ...matter,
    rounds: matter.rounds.map((round) => ({
      ...round,
      passed: {
        answer: passedBefore(round.deadline?.dueAt ?? null, round.passed.answer),
        receipt: passedBefore(round.receipt?.dueAt ?? null, round.passed.receipt),
      },
    })),
    actions: matter.actions.map((each) => ({ ...each, passed: passedBefore(endOfDayIn(each.by), each.passed) })),
    agencies: matter.agencies.map((each) => ({ ...each, passed: passedBefore(endOfDayIn(each.dueOn), each.passed) })),
    nextLooks: matter.nextLooks.map((each) => ({ ...each, passed: passedBefore(endOfDayIn(each.on), each.passed) })),
    freeze: { ...freeze, recordedAt: isFrozen(matter) ? matter.freeze!.recordedAt : recordedAt },
  };
};

const endOfDayIn = (words: string | null): Instant | null => (isLocalDate(words) ? endOfDay(words) : null);

/** An answer or an end that came during a freeze is not late for a date that passed in it, also when the freeze is over. */
const settledWhileFrozen = (round: Round, from: Instant | null): Round => {
  const over = earliest(round.recalledAt, round.overAt);
  const received = earliest(round.acknowledgedAt, receivedByAnswer(round.answers), over);
  const { answer, receipt } = round.frozenAt;
  const settled = (at: Instant | null): boolean => at !== null && from !== null && at >= from;
  return {
    ...round,
    frozenAt: {
      answer: settled(earliest(round.answeredAt, over)) ? earliest(answer, from) : answer,
      receipt: settled(received) ? earliest(receipt, from) : receipt,
    },
  };
};

/** An earlier answer that is accepted after all takes back the stage that runs. */
const standingAt = (matter: Matter, standing: Standing, at: Instant): Matter => {
  const round = currentRound(matter);
  const recalledAt = recalledSince(round, standing, at);
  const runsAgain = recalledAt === null && round.recalledAt !== null;
  const frozenAt = runsAgain ? NOT_FROZEN : round.frozenAt;
  return replacingRound(matter, round.number, { ...round, recalledAt, frozenAt });
};

const NOT_FROZEN: Round['frozenAt'] = { answer: null, receipt: null };

const offeredIn = (matter: Matter, { agreedIn }: ActionAgreed): Pick<AgreedAction, 'round' | 'askedOf'> => {
  const running = currentRound(matter);
  if (agreedIn !== undefined) return { round: null, askedOf: running.addressee };
  const { number, addressee } = matter.rounds[(matter.lastJudged ?? running.number) - 1] ?? running;
  return { round: number, askedOf: addressee };
};

const withAction = (matter: Matter, action: ActionAgreed, agreedOn: LocalDate): Matter => ({
  ...matter,
  actions: [
    ...matter.actions,
    {
      ...action,
      ...offeredIn(matter, action),
      agreedOn,
      doneOn: null,
      recordedAt: null,
      confirmedInTime: false,
      passed: false,
    },
  ],
});

/** A reply is waited for. */
export const isToReply = ({ repliedOn, noReplyAt }: TakenToAgencyOnRecord): boolean =>
  repliedOn === null && noReplyAt === null;

const withoutReply = (matter: Matter, now: Instant): Matter => ({
  ...matter,
  agencies: matter.agencies.map((each) => (isToReply(each) ? { ...each, noReplyAt: now } : each)),
});

/** An agency replies to what it was last sent. */
const withAgencyReply = (matter: Matter, repliedOn: LocalDate, repliedAt: Instant): Matter => ({
  ...matter,
  agencies: matter.agencies.map((each, index) =>
    index === matter.agencies.length - 1 ? { ...each, repliedOn, repliedAt } : each,
  ),
});

/** A meeting looks again by having it on another agenda; whatever a later meeting says takes the place of what an earlier one did. */
const lookedAgain = (matter: Matter, meeting: string | null, now: Instant): Matter => ({
  ...matter,
  nextLooks: matter.nextLooks.map((each) =>
    each.meeting === meeting ? each : { ...each, doneAt: each.doneAt ?? now },
  ),
});

const withNextLook = (
  matter: Matter,
  { meeting, nextLookOn }: Pick<ChallengeDecisionRecorded, 'meeting' | 'nextLookOn'>,
  now: Instant,
): Matter => {
  const before = lookedAgain(matter, meeting, now);
  if (nextLookOn === null) return before;
  const others = before.nextLooks.filter((look) => look.meeting !== meeting);
  return { ...before, nextLooks: [...others, { meeting, on: nextLookOn, doneAt: null, passed: false }] };
};

/** A meeting that wants more done first has decided that the round which runs may go down again. */
const withMoreActionFirst = (
  matter: Matter,
  { meeting, decision }: Pick<ChallengeDecisionRecorded, 'meeting' | 'decision'>,
): Matter =>
  decision === 'more-action-first'
    ? replacingRound(matter, currentRound(matter).number, { ...currentRound(matter), moreActionFirst: meeting })
    : matter;

const ended = (state: DisputeState, ending: Ending, now: Instant): DisputeState =>
  'matter' in state
    ? { status: 'ended', ending, matter: lookedAgain(closingRound(state.matter, now), null, now) }
    : state;

const reopened = (state: DisputeState, now: Instant): DisputeState => {
  if (!('matter' in state)) return state;
  const round = currentRound(state.matter);
  const { addressee, protocolVersion } = round;
  const matter = withNextRound(state.matter, round, addressee, protocolVersion, now);
  return { status: 'open', matter: { ...matter, iroViewOnRecord: null } };
};

const onMatter = (state: DisputeState, change: (matter: Matter) => Matter): DisputeState =>
  'matter' in state ? { ...state, matter: change(state.matter) } : state;

/** Of a row of a register too: it can be restricted before anybody takes it on. */
const withReaders = (
  state: DisputeState,
  restrictedTo: readonly string[] | null,
  answeredBy: string | undefined,
): DisputeState =>
  state.status === 'imported'
    ? { ...state, restrictedTo }
    : onMatter(state, (matter) => {
        const round = currentRound(matter);
        const addressee = { ...round.addressee, person: answeredBy };
        return { ...replacingRound(matter, round.number, { ...round, addressee }), restrictedTo };
      });

/** The latest answer counts, so it takes the place of what was asked and answered before. */
const withoutReader = (matter: Matter, person: string): Matter => ({
  ...matter,
  requestsToRead: matter.requestsToRead.filter((each) => each.person !== person),
  letRead: matter.letRead.filter((each) => each.person !== person),
});

const withEmergency = (state: DisputeState, emergency: Emergency): DisputeState =>
  state.status === 'imported'
    ? { ...state, emergencies: [...state.emergencies, emergency] }
    : onMatter(state, (matter) => ({ ...matter, emergencies: [...matter.emergencies, emergency] }));

/** The right child's team takes the place of the wrong child's everywhere: a person who was asked about the wrong child reads it no more. */
const movedToChild = (state: DisputeState, { from, to }: MovedToChild): DisputeState => {
  if (state.status === 'discussed') return { ...state, subject: to, handedTo: null };
  if (state.status === 'imported') {
    const { children, team, iro } = to;
    return { ...state, facts: { ...state.facts, children, team, iro } };
  }
  const forTheRightTeam = (addressee: Addressee): Addressee => {
    if (addressee.team === null || isAskedOf(addressee, to)) return addressee;
    const { team: _team, alsoTeams: _alsoTeams, ...asked } = addressee;
    return { ...asked, ...addressedTo(teamsAsked(to)), person: undefined };
  };
  return onMatter(state, (matter) => {
    const { iro, ...about } = to;
    const { practiceOf } = matter.subject;
    return {
      ...matter,
      subject: practiceOf === undefined ? about : { ...about, practiceOf },
      heldBy: practiceOf === undefined ? iro : matter.heldBy,
      wasMoved: true,
      wasHandedOver: false,
      asked: matter.asked.map(forTheRightTeam),
      rounds: matter.rounds.map((round) => ({
        ...round,
        addressee: forTheRightTeam(round.addressee),
        answers: round.answers.map((answer) => ({ ...answer, askedOf: forTheRightTeam(answer.askedOf) })),
      })),
      actions: matter.actions.map((action) => ({ ...action, askedOf: forTheRightTeam(action.askedOf) })),
      tabled: from.children.some((child) => !to.children.includes(child)) ? withoutSeats(matter.tabled) : matter.tabled,
    };
  });
};

/** A person who sat in a meeting that looked at it as another child's matter reads it no more for that. */
const withoutSeats = (tabled: Matter['tabled']): Matter['tabled'] =>
  tabled.map(({ posts: _posts, people: _people, ...tabling }) => tabling);

const onAction = (
  state: DisputeState,
  actionId: string,
  change: (action: AgreedAction) => AgreedAction,
): DisputeState =>
  onMatter(state, (matter) => ({
    ...matter,
    actions: matter.actions.map((action) => (action.actionId === actionId ? change(action) : action)),
  }));

/** A date that is set anew and has not moved this time still says from where it moved last. */
const setAnew = <Set extends { moved?: DateMoved }>(set: Set, before: Set | null): Set =>
  set.moved === undefined && before?.moved !== undefined ? { ...set, moved: before.moved } : set;

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
