import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { Remembering } from '../platform/taking-back.js';
import type { PostKind } from '../protocol/protocol.js';
import type { ChosenBy } from '../protocol/ladder.js';
import type { Referral } from './referrals.js';
import type { SaidForTeams } from './teams-asked.js';
import type {
  ActionAgreed,
  Addressee,
  AnswerDeadlineSet,
  AnswerGiven,
  DisputeEvent,
  DisputeKind,
  ImportedDisputeFacts,
  LetRead,
  LinkOnRecord,
  ReceiptAcknowledged,
  ReceiptDeadlineSet,
  Subject,
  TabledForChallenge,
  TotalCapSet,
  Verdict,
} from './events.js';

/** A dispute as its events tell it. The next acts depend on the status; an impossible mixture does not compile. */
export type DisputeState = (NotRaised | Discussed | ConversationWithdrawn | Open | Ended | Imported | ImportWithdrawn) &
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

/** It never took place, or was recorded twice: it is counted nowhere, nothing begins from it, and it stays to be read. */
export interface ConversationWithdrawn extends Omit<Discussed, 'status'> {
  readonly status: 'conversation-withdrawn';
}

/** Nothing but a conversation is on record, withdrawn or not. */
export type Conversation = Discussed | ConversationWithdrawn;

export const isConversation = (state: DisputeState): state is Conversation & Remembering<DisputeEvent> =>
  state.status === 'discussed' || state.status === 'conversation-withdrawn';

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
  /** By what its ladder was chosen. */
  readonly chosenBy: Omit<ChosenBy, 'level'>;
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
  /** The moment at which the register's own date for this answer was over; null of every round but one that a row of a register went on with. */
  readonly registerDueAt: Instant | null;
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
  readonly receipts: readonly (Pick<ReceiptAcknowledged, 'forTeams'> & SaidForTeams)[];
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

export interface AnswerOnRecord extends AnswerGiven, Pick<SaidForTeams, 'joinedSince'> {
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

/** An open row of a register is one with no end in it: neither an outcome nor a date. */
export const isOpenInRegister = (facts: ImportedDisputeFacts): boolean =>
  facts.outcome === null && facts.resolvedOn === null;

/** The place of a round: its ladder, stage and level. */
export type Place = Pick<Round, 'ladder' | 'stage' | 'level'>;
