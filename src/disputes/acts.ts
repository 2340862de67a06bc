import type { LocalDate } from '../calendar/calendar.js';
import type {
  Advice,
  Addressee,
  Agreement,
  CafcassReply,
  ChallengeDecisionRecorded,
  ImpactCode,
  ImportedDispute,
  ImportedDisputeFacts,
  Link,
  ReferredToCafcass,
  ResolutionOutcome,
  Subject,
  TabledForChallenge,
  Verdict,
  WantedAction,
} from './events.js';

/**
 * What a person can ask of a dispute. Each is decided in the folder of its name (`answer/answer.ts` for `answer`).
 * Ids, the actor and the time are not in here: they come in the envelope of the command.
 */
export type DisputeAct =
  | RecordConversation
  | RaiseInformal
  | RaiseFormal
  | Answer
  | Judge
  | RecordIroView
  | AskForExtension
  | GrantExtension
  | RefuseExtension
  | AskForEarlierDate
  | SetMeetingDate
  | Chase
  | Escalate
  | Redirect
  | HandOver
  | MarkActionDone
  | ReferToCafcass
  | RecordCafcassReply
  | RecordChildView
  | CorrectTheme
  | AddNote
  | LinkDispute
  | Formalise
  | Resolve
  | RecordStalemate
  | EndOtherwise
  | Withdraw
  | VoidDispute
  | Reopen
  | NoteFiling
  | TakeOn
  | ImportRow
  | CorrectImported
  | WithdrawImported
  | AcknowledgeReceipt
  | MarkDeadlinePassed
  | MoveDeadlineForHoliday
  | PauseClock
  | ResumeClock
  | SendBack
  | TableForChallenge
  | TakeOffAgenda
  | RecordChallengeDecision
  | RestrictDispute
  | LiftRestriction
  | FreezeDispute
  | UnfreezeDispute
  | CarryOnAfterCare
  | TakeToAgency
  | RecordAgencyReply;

export type DisputeActType = DisputeAct['type'];

/** First contact, with or without a dispute: on a new stream it names the subject. */
export interface RecordConversation {
  type: 'record-conversation';
  reference: string;
  subject: Subject | null;
  spokeTo: string;
  spokeOn: LocalDate;
  result: string;
}

/** What the raising of an informal and of a formal dispute have in common. */
export interface Raising {
  reference: string;
  subject: Subject;
  theme: string;
  secondaryThemes: string[];
  concern: string;
  impactIfNothingChanges: string | null;
  acknowledged: string | null;
  actionsWanted: WantedAction[];
  spokeFirst: { spokeTo: string; spokeOn: LocalDate; result: string } | null;
  childView: {
    view: string | null;
    told: boolean | null;
    advocateOffered: boolean | null;
    advocateOfferedOn: LocalDate | null;
  } | null;
  urgent: boolean;
  links: Link[];
  /** An earlier date than the protocol's, with a reason. */
  earlierDate: { askedFor: LocalDate; reason: string } | null;
  /** For a stage timed by a meeting. */
  meetingOn: LocalDate | null;
  /** Advice that only the outside can give (another open dispute for the same child and theme). */
  outsideAdvice: Advice[];
}
export interface RaiseInformal extends Raising {
  type: 'raise-informal';
}
export interface RaiseFormal extends Raising {
  type: 'raise-formal';
  /** Stage number; 1 unless there is a reason. */
  stage: number;
  /** Why it begins above the first stage (Handbook 6.2: the IRO may bypass any stage). */
  stageReason: string | null;
}
/** The manager's answer. Nobody can alter it afterwards. */
export interface Answer {
  type: 'answer';
  agreement: Agreement;
  reasons: string;
  actions: WantedAction[];
  evidence: string | null;
}
/** The judge of the stage says whether the answer settles it. */
export interface Judge {
  type: 'judge';
  verdict: Verdict;
  reason: string;
}
/** The IRO's own view, always recordable, whoever the judge is. */
export interface RecordIroView {
  type: 'record-iro-view';
  view: Verdict;
  reason: string;
}
export interface AskForExtension {
  type: 'ask-for-extension';
  askedFor: LocalDate;
  reason: string;
}
export interface GrantExtension {
  type: 'grant-extension';
  reason: string | null;
}
export interface RefuseExtension {
  type: 'refuse-extension';
  reason: string;
}
export interface AskForEarlierDate {
  type: 'ask-for-earlier-date';
  askedFor: LocalDate;
  reason: string;
}
/** The date of the meeting that times this stage, given by hand before that of the series. */
export interface SetMeetingDate {
  type: 'set-meeting-date';
  meetingOn: LocalDate;
}
export interface Chase {
  type: 'chase';
  how: string;
}
/** To the next stage, or to any higher one with a reason. */
export interface Escalate {
  type: 'escalate';
  /** The next stage unless told. */
  toStage: number | null;
  reason: string;
  meetingOn: LocalDate | null;
}
export interface Redirect {
  type: 'redirect';
  toTeam: string;
  reason: string;
}
export interface HandOver {
  type: 'hand-over';
  toIro: string;
  reason: string;
}
export interface MarkActionDone {
  type: 'mark-action-done';
  actionId: string;
  evidence: string;
  doneOn: LocalDate;
}
export interface ReferToCafcass extends ReferredToCafcass {
  type: 'refer-to-cafcass';
}
export interface RecordCafcassReply {
  type: 'record-cafcass-reply';
  repliedOn: LocalDate;
  reply: CafcassReply;
  summary: string | null;
}
export interface RecordChildView {
  type: 'record-child-view';
  view: string | null;
  told: boolean | null;
  advocateOffered: boolean | null;
  advocateOfferedOn: LocalDate | null;
}
export interface CorrectTheme {
  type: 'correct-theme';
  theme: string;
  secondaryThemes: string[];
  reason: string;
}
export interface AddNote {
  type: 'add-note';
  text: string;
}
export interface LinkDispute {
  type: 'link';
  link: Link;
}
/** Ends the informal dispute because a formal one, already raised and linked, carries it on. Sent by the formalising use case. */
export interface Formalise {
  type: 'formalise';
  formal: string;
  reason: string;
}
export interface Resolve {
  type: 'resolve';
  outcome: ResolutionOutcome;
  impact: ImpactCode[];
  impactNote: string | null;
}
export interface RecordStalemate {
  type: 'record-stalemate';
  reason: string;
  impact: ImpactCode[];
}
/** The child is no longer looked after, or Cafcass carries it on: decided, never closed by itself. */
export interface EndOtherwise {
  type: 'end-otherwise';
  outcome: 'ENDED-CARE' | 'TO-CAF';
  reason: string;
  impact: ImpactCode[];
}
/** The child has left care and it goes on all the same: decided, as the ending would be. */
export interface CarryOnAfterCare {
  type: 'carry-on-after-care';
  reason: string;
}
export interface Withdraw {
  type: 'withdraw';
  reason: string;
}
export interface VoidDispute {
  type: 'void';
  because: 'raised-in-error' | 'duplicate';
  duplicateOf: string | null;
  reason: string;
}
export interface Reopen {
  type: 'reopen';
  reason: string;
}
export interface NoteFiling {
  type: 'note-filing';
  child: string;
  where: string;
  filedOn: LocalDate;
}
/** An imported open dispute becomes a living one: from now on it has somebody who must act. */
export interface TakeOn {
  type: 'take-on';
  addressee: Addressee;
}

/** One row of a council's register becomes a dispute. Sent by the import only. */
export interface ImportRow extends ImportedDispute {
  type: 'import-row';
}
/** A mistake in an imported row, mended as a recorded act. */
export interface CorrectImported {
  type: 'correct-imported';
  facts: ImportedDisputeFacts;
  reason: string;
}
/** The whole import is withdrawn; each of its rows says so in its own stream. */
export interface WithdrawImported {
  type: 'withdraw-imported';
  importId: string;
  reason: string;
}

/** Those asked say that it has reached them. */
export interface AcknowledgeReceipt {
  type: 'acknowledge-receipt';
  /** A word with it: who looks into it, when to expect an answer. */
  note: string | null;
}
/** The dates that can pass or move, each named by what it belongs to. */
export type DeadlineNamed =
  | { readonly deadline: 'answer' | 'receipt'; readonly round: number }
  | { readonly deadline: 'action'; readonly actionId: string }
  | { readonly deadline: 'total-cap' }
  /** `asked` counts from 1: an agency may be asked again. */
  | { readonly deadline: 'agency-reply'; readonly asked: number }
  /** When a meeting said that it would look again. */
  | { readonly deadline: 'next-look'; readonly meeting: string };
/** Sent by the clock, as often as it likes: a date that was met, has moved or is marked already gives nothing. */
export type MarkDeadlinePassed = DeadlineNamed & { type: 'mark-deadline-passed' };
/** Sent by the program when the council announces a day on which it is closed. A date that stays where it is gives nothing. */
export type MoveDeadlineForHoliday = MovableDeadline & { type: 'move-deadline-for-holiday'; reason: string };
/** What people agreed or set themselves, no holiday moves. */
export type MovableDeadline = Extract<DeadlineNamed, { deadline: 'answer' | 'receipt' | 'total-cap' }>;
export interface PauseClock {
  type: 'pause-clock';
  reason: string;
  /** Today where null; an earlier day where the pause is entered afterwards. */
  firstDay: LocalDate | null;
  /** Of a pause that is over when it is entered; null while it lasts. */
  lastDay: LocalDate | null;
}
export interface ResumeClock {
  type: 'resume-clock';
  reason: string;
  /** The last day of the pause; yesterday where null, for today the clock runs. */
  lastDay: LocalDate | null;
}
/** To the stage below, or to any lower formal one. */
export interface SendBack {
  type: 'send-back';
  /** The stage below unless told. */
  toStage: number | null;
  reason: string;
  meetingOn: LocalDate | null;
}
/** Sent when an item of an agenda is about this dispute. */
export interface TableForChallenge extends TabledForChallenge {
  type: 'table-for-challenge';
  /** Codes of the stages that the meeting times, none for every stage that a meeting times; left out where it times nothing. */
  times?: readonly string[];
}
/** Sent when such an item comes off again. */
export interface TakeOffAgenda {
  type: 'take-off-agenda';
  meeting: string;
}
export interface RecordChallengeDecision extends ChallengeDecisionRecorded {
  type: 'record-challenge-decision';
}
export interface RestrictDispute {
  type: 'restrict';
  /** Person ids of those who may read it, besides the IRO who holds it. */
  readers: string[];
  reason: string;
}
export interface LiftRestriction {
  type: 'lift-restriction';
  reason: string;
}
/** Sent by the program when a child has died. */
export interface FreezeDispute {
  type: 'freeze';
  reason: string;
}
export interface UnfreezeDispute {
  type: 'unfreeze';
  reason: string;
}
/** The concern is about another agency: its own escalation policy, its own clock, counted apart. */
export interface TakeToAgency {
  type: 'take-to-agency';
  agency: string;
  sentOn: LocalDate;
  dueOn: LocalDate | null;
}
export interface RecordAgencyReply {
  type: 'record-agency-reply';
  repliedOn: LocalDate;
  summary: string;
}
