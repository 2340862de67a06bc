import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { DocumentNamed } from '../documents/events.js';
import type { DomainEvent } from '../platform/decider.js';
import type { CountedFrom } from '../protocol/deadline.js';
import type { CountsAs, Population, PostKind, Stage } from '../protocol/protocol.js';

/** Everything that can happen to a dispute, in the users' words (domain brief, section 4). Streams: `dispute-<reference>`. */
export type DisputeEvent =
  /** Somebody was spoken to, with or without a dispute. */
  | DomainEvent<'ConcernDiscussed', ConcernDiscussed>
  /** A concern was sent informally, or at a stage of the ladder that does not count as formal. */
  | DomainEvent<'InformalDisputeRaised', DisputeRaised>
  /** A concern was sent formally, at a stage. */
  | DomainEvent<'FormalDisputeRaised', DisputeRaised>
  /** A clock was started or moved: the first date and the date in force. */
  | DomainEvent<'AnswerDeadlineSet', AnswerDeadlineSet>
  /** The child needs an answer sooner than the protocol gives. */
  | DomainEvent<'EarlierDateAsked', { askedFor: LocalDate; reason: string; adviceGiven?: Advice[] }>
  /** Nobody answered in time, and the IRO asks once more, by another date: a new round at the same stage. */
  | DomainEvent<'NewDateGiven', { dueOn: LocalDate; reason: string; adviceGiven?: Advice[] }>
  /** A manager agreed, partly agreed or disagreed, with reasons and actions. */
  | DomainEvent<'AnswerGiven', AnswerGiven>
  /** A judge was satisfied. */
  | DomainEvent<'AnswerAccepted', AnswerAccepted>
  /** A judge was partly or not satisfied. */
  | DomainEvent<'AnswerRejected', AnswerRejected>
  /** An action of an accepted answer was agreed. */
  | DomainEvent<'ActionAgreed', { action: ActionAgreed }>
  /** An agreed action was done, with evidence. */
  | DomainEvent<'ActionDone', ActionDone>
  /** The IRO says, with a reason, that an action recorded after its date was done in time. The recorded miss stays beside it. */
  | DomainEvent<'ActionConfirmedInTime', { actionId: string; doneOn: LocalDate; reason: string }>
  /** The day of an agreed action was moved by the working days on which nobody could do it, or was asked to. */
  | DomainEvent<'ActionDateMoved', { actionId: string; from: LocalDate; to: LocalDate; reason: string }>
  /** The IRO's own verdict. */
  | DomainEvent<'IroViewRecorded', { view: Verdict; reason: string }>
  /** A manager asked for a later date. */
  | DomainEvent<'ExtensionAsked', { askedFor: LocalDate; reason: string; adviceGiven?: Advice[] }>
  /** The later date was given; the first stays beside it. */
  | DomainEvent<'ExtensionGranted', { askedFor: LocalDate; reason: string | null; adviceGiven?: Advice[] }>
  /** The date in force stays. */
  | DomainEvent<'ExtensionRefused', { askedFor: LocalDate; reason: string }>
  /** Somebody was reminded. */
  | DomainEvent<'AnswerChased', { how: string }>
  /** It went up, to the next stage or a higher one. */
  | DomainEvent<'DisputeEscalated', DisputeEscalated>
  /** It belongs to another team. */
  | DomainEvent<'DisputeRedirected', DisputeRedirected>
  /** Another IRO holds it. */
  /** With the id of the hand-over of a caseload, where it is a part of one. */
  | DomainEvent<'DisputeHandedOver', { fromIro: string | null; toIro: string; reason: string; caseload?: string }>
  /** The case was referred; the ladder keeps running. */
  | DomainEvent<'ReferredToCafcass', ReferredToCafcass>
  /** The IRO withdrew a referral that was sent. */
  | DomainEvent<'CafcassReferralWithdrawn', { withdrawnOn: LocalDate; reason: string }>
  /** The reply of Cafcass to a referral. */
  | DomainEvent<'CafcassReplied', { repliedOn: LocalDate; reply: CafcassReply; summary: string | null }>
  /** What Cafcass had asked for was sent to it. */
  | DomainEvent<'MoreSentToCafcass', { sentOn: LocalDate }>
  /** The child's view, whether they were told, whether an advocate was offered. */
  | DomainEvent<'ChildViewRecorded', ChildView>
  /** The raiser's side chose another theme. */
  | DomainEvent<'ThemeCorrected', { from: string; to: string; secondary: string[]; reason: string }>
  /** The raising side finds it more or less pressing. */
  | DomainEvent<'LevelChanged', LevelChanged>
  /** The children are not what they were written down as: looked after, for example. */
  | DomainEvent<'PopulationCorrected', { from: Population; to: Population; reason: string }>
  /** A note; it decides nothing. */
  | DomainEvent<'NoteAdded', { text: string }>
  /** It belongs with another dispute, a complaint or a review. */
  | DomainEvent<'DisputeLinked', { link: Link; adviceGiven?: Advice[] }>
  /** A complaint that is linked to it stands otherwise than before. */
  | DomainEvent<'ComplaintStateRecorded', { complaint: string; state: ComplaintState; on: LocalDate }>
  /** The informal dispute ended because a formal one continues it. */
  | DomainEvent<'DisputeFormalised', { formal: string; reason: string }>
  /** A stated end, with outcome and impact. */
  | DomainEvent<'DisputeResolved', DisputeResolved>
  /** The top was reached without agreement. */
  | DomainEvent<'StalemateRecorded', { reason: string; impact: ImpactCode[] }>
  /** The child is no longer looked after, or Cafcass continues it. */
  | DomainEvent<'DisputeEndedOtherwise', { outcome: 'ENDED-CARE' | 'TO-CAF'; reason: string; impact: ImpactCode[] }>
  /** Taken back, with a reason. */
  | DomainEvent<'DisputeWithdrawn', { reason: string }>
  /** Raised in error, or a duplicate. */
  | DomainEvent<'DisputeVoided', { because: VoidedBecause; duplicateOf: string | null; reason: string }>
  /** It is about another child than was written down. */
  | DomainEvent<'DisputeMovedToChild', MovedToChild>
  /** The same dispute, a new round. */
  | DomainEvent<'DisputeReopened', { reason: string }>
  /** A copy was put on a child's own record. */
  | DomainEvent<'FiledOnChildRecord', { child: string; where: string; filedOn: LocalDate }>
  /** A row of a council's register. */
  | DomainEvent<'DisputeImported', ImportedDispute>
  /** A mistake in such a row was mended. */
  | DomainEvent<'ImportedDisputeCorrected', { facts: ImportedDisputeFacts; reason: string }>
  /** The row went with its whole import. */
  | DomainEvent<'ImportedDisputeWithdrawn', { importId: string; reason: string }>
  /** From now on the row is a living dispute. */
  | DomainEvent<'ImportedDisputeTakenOn', TakenOn>
  /** By when those asked say that it has reached them, where the protocol asks for that. */
  | DomainEvent<'ReceiptDeadlineSet', ReceiptDeadlineSet>
  /** It has reached them. */
  | DomainEvent<'ReceiptAcknowledged', ReceiptAcknowledged>
  /** The end of the limit over all formal stages together; nothing pauses it. */
  | DomainEvent<'TotalCapSet', TotalCapSet>
  /** The moment passed by which an answer was due, and none had come. */
  | DomainEvent<'AnswerDeadlinePassed', AnswerDeadlinePassed>
  /** The moment passed by which receipt was to be acknowledged. */
  | DomainEvent<'ReceiptDeadlinePassed', { round: number; dueAt: Instant }>
  /** The day passed by which an agreed action was to be done. */
  | DomainEvent<'ActionDeadlinePassed', { actionId: string; dueAt: Instant }>
  /** The limit over all stages passed before the last answer. */
  | DomainEvent<'TotalCapPassed', { dueAt: Instant }>
  /** The clock of the stage stands still, where the council's protocol lets it. */
  | DomainEvent<'ClockPaused', { round: number; firstDay: LocalDate; reason: string }>
  /** It runs on with what was left; the first date stays beside the new one. */
  | DomainEvent<'ClockResumed', { round: number; lastDay: LocalDate; reason: string }>
  /** Those who must answer ask that it goes down to a lower stage first. Nothing changes until it is decided. */
  | DomainEvent<'SendBackAsked', { toStage: number; reason: string }>
  /** It stays where it is. */
  | DomainEvent<'SendBackRefused', { toStage: number; reason: string }>
  /** Down the ladder again, to a stage that can put it right. */
  | DomainEvent<'SentBack', SentBack>
  /** It stands on the agenda of a challenge meeting. */
  | DomainEvent<'TabledForChallenge', TabledForChallenge>
  /** It stands on that agenda no more; the meeting has not looked at it. */
  | DomainEvent<'TakenOffAgenda', { meeting: string; heldOn: LocalDate }>
  /** The decision of a challenge meeting about the dispute. */
  | DomainEvent<'ChallengeDecisionRecorded', ChallengeDecisionRecorded>
  /** Only those on a list may read it. */
  | DomainEvent<'DisputeRestricted', DisputeRestricted>
  /** Somebody who is not on the list read it for a while, and said why. */
  | DomainEvent<'EmergencyAccessTaken', EmergencyAccessTaken>
  /** A leader who sees where it stands asks to read what was written. */
  | DomainEvent<'ReadingAskedFor', { reason: string }>
  /** They may, until the end of a day. */
  | DomainEvent<'ReadingGranted', LetRead>
  /** They may not. */
  | DomainEvent<'ReadingRefused', { person: string; reason: string }>
  /** Everybody reads it again who may read such a dispute. */
  | DomainEvent<'RestrictionLifted', { reason: string }>
  /** A child has died, on the day `from`: from then on no date counts, and nobody is reminded or chased. */
  | DomainEvent<'DisputeFrozen', { from: LocalDate; reason: string }>
  /** Somebody lets it go on. */
  | DomainEvent<'DisputeUnfrozen', { reason: string }>
  /** The concern went to another agency, by that agency's own policy. */
  | DomainEvent<'TakenToAgency', { agency: string; sentOn: LocalDate; dueOn: LocalDate | null }>
  /** The child has left care, and it goes on all the same. */
  | DomainEvent<'ContinuedAfterCare', { reason: string }>
  /** The day passed by which the other agency was to reply. */
  | DomainEvent<'AgencyReplyDeadlinePassed', { asked: number; dueAt: Instant }>
  /** The day passed on which a meeting was to look again, and no later agenda has it. */
  | DomainEvent<'NextLookPassed', { meeting: string; lookOn: LocalDate; dueAt: Instant }>
  /** The reply of another agency. */
  | DomainEvent<'AgencyReplied', { repliedOn: LocalDate; summary: string }>
  /** No reply came from it, and none is waited for any longer. */
  | DomainEvent<'AgencyDidNotReply', { summary: string }>
  /** An entry was a mistake: it, and what followed from it by itself, counts no more. */
  | DomainEvent<'EntryTakenBack', EntryTakenBack>;

export type DisputeKind = 'informal' | 'formal';
/** `wrong-child`: it is about another child than was written down, so nobody but the IRO service reads it from then on. */
export const VOIDED_BECAUSE = ['raised-in-error', 'duplicate', 'wrong-child'] as const;
export type VoidedBecause = (typeof VOIDED_BECAUSE)[number];

/** The first is the entry that was the mistake. */
export interface EntryTakenBack {
  /** Places in the history of the dispute, from 0. */
  revisions: number[];
  reason: string;
  /** Person id of the one because of whom the program did it; left out where a person did it here. */
  by?: string;
  /** The answers of others that stay, with what each says otherwise of the answer of the stage as a whole; left out where there is none. */
  restated?: { revision: number; data: RestatedAnswer }[];
}

export type RestatedAnswer = Pick<AnswerGiven, 'wholeForTeams' | 'receivedByAll' | 'complete'> &
  Partial<Pick<AnswerGiven, 'standing'>>;

export interface DisputeRestricted {
  /** Person ids of those who may read it, besides the IRO who holds it. */
  readers: string[];
  /** The person who answers the stage that runs, in place of holders of the posts asked who are not on the list; left out if these are. */
  answeredBy?: string;
  reason: string;
  adviceGiven?: Advice[];
}

/** Ends by itself at `until`. The actor of the event is who took it. */
export interface EmergencyAccessTaken {
  reason: string;
  until: Instant;
}

/** Somebody who asked may read it, up to and on a day. */
export interface LetRead {
  person: string;
  lastDay: LocalDate;
}

/** Everything about it is taken over for the right children: the team it is counted under, who holds it, who is asked. */
export interface MovedToChild {
  from: Pick<Subject, 'children' | 'team'>;
  to: Subject;
  reason: string;
  /**
   * What had come before is the whole answer of the round that runs, for the team whose answer was missing is asked no more: since when it was
   * whole, and the standing of the dispute with it. Left out where nothing of the kind is so.
   */
  answered?: { round: number; at: Instant; standing: Standing };
}

export interface DisputeRedirected {
  from: Addressee;
  to: Addressee;
  reason: string;
  clock: 'runs-on' | 'restarts';
  /**
   * The one of several teams that was asked already and takes over the part of another: where it has answered, it answers once more, for the
   * children who came. Left out where a team comes that was not asked.
   */
  joins?: string;
}

export type Verdict = 'satisfied' | 'partly' | 'not';
export type Agreement = 'agree' | 'partly' | 'disagree';

/**
 * The standing of an open dispute, by the rules of its stage (domain brief 4.2):
 *
 * - `awaiting-answer`: those it is addressed to have not all answered
 * - `reported`: the stage only reports upwards, and nothing came back; it is for the IRO to say how it ends
 * - `awaiting-judgement`: answered, and a judge has not yet spoken
 * - `judges-differ`: all have spoken, not enough to settle it and not enough to send it up
 * - `not-accepted`: every judge who must be dissatisfied for it to go up is
 * - `accepted`: every judge who must be satisfied is; it may be closed
 */
export type Standing =
  | 'awaiting-answer'
  | 'reported'
  | 'awaiting-judgement'
  | 'judges-differ'
  | 'not-accepted'
  | 'accepted';

/** Outcome and impact codes of the domain brief, section 7. */
export const IMPACT_CODES = [
  'plan-moving',
  'service-started',
  'contact-restored',
  'placement-changed-or-secured',
  'legal-step-taken',
  'child-informed-or-heard',
  'record-corrected',
  'no-change-yet',
  'not-known',
] as const;
export type ImpactCode = (typeof IMPACT_CODES)[number];
export const RESOLUTION_OUTCOMES = ['RES-FULL', 'RES-ACT', 'RES-PART'] as const;
export type ResolutionOutcome = (typeof RESOLUTION_OUTCOMES)[number];

/** First contact before or beside a dispute (Handbook 6.1). Alone it is counted apart, not as an informal dispute. */
export interface ConcernDiscussed {
  /** On the first event of a stream only: the children, their team and the IRO. */
  subject: Subject | null;
  spokeTo: string;
  spokeOn: LocalDate;
  result: string;
}

/** The subject of a matter, as on the day it was written down. */
export interface Subject {
  /** Record numbers; siblings share one dispute. */
  children: string[];
  population: Population;
  /** Person id of the allocated IRO (or chair), who holds it. */
  iro: string;
  /** Team id that it is counted under for ever. */
  team: string;
  /** The other teams of siblings, who are asked too; left out where all the children are of one. */
  alsoTeams?: string[];
  /**
   * Person id of the IRO whose own practice it is about: they never hold, judge, void or withdraw it, and it is not counted under them.
   * Left out where it is about a child.
   */
  practiceOf?: string;
}

/** The team and posts that must answer now. A team may be null where a senior post answers for the whole council. */
export interface Addressee {
  team: string | null;
  /** Other teams whose posts must answer as well, because siblings are with them; left out where one team answers for all. */
  alsoTeams?: string[];
  posts: PostKind[];
  /** Posts that get a copy, or are told, for the same team; left out where there are none. */
  copiedTo?: PostKind[];
  /** The person who answers in place of the holders of the posts, while a restriction keeps those out. */
  person?: string;
}

/** The person who is to do an action: a person, or free words. */
export interface Owned {
  /** As it was written, or the name of the person: for reading. Words alone open nothing to anybody. */
  who: string | null;
  /** Person id of the one who is meant; left out where the words name nobody in office. */
  person?: string;
}

export interface WantedAction extends Owned {
  what: string;
  /** An ISO date, or the words the writer chose ("ASAP"), which writing help will speak about. */
  by: string | null;
  /** How we will know that it was done. */
  measure: string | null;
}

export interface OfferedBy {
  role?: PostKind;
  forTeams?: string[];
}

export interface ActionAgreed extends Owned {
  /** `A1`, `A2`, … in the order agreed within the dispute. */
  actionId: string;
  what: string;
  by: string | null;
  /** Its number among the actions that the answer of its round offered, from 1; absent where a meeting decided on it. */
  offered?: number;
  /** The post and the teams whose answer it is from, where others answered the same stage; absent where one answer stands for all who were asked. */
  offeredBy?: OfferedBy;
  /** Absent where it comes from an answer. */
  agreedIn?: 'challenge-meeting';
}

export interface Link {
  kind: 'formalises' | 're-raises' | 'same-matter' | 'complaint' | 'review';
  /** A dispute's reference, or the other system's own number. */
  to: string;
}

/** An e-mail to the worker or their manager before raising. */
export interface WroteFirst {
  wroteTo: string;
  wroteOn: LocalDate;
  /** The result of the conversation. */
  result: string;
}

/** How a complaint stands, by its own timetable: it is open from the day on which it is linked. */
export const COMPLAINT_STATES = ['open', 'upheld', 'partly-upheld', 'not-upheld', 'withdrawn'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** A link as it stands: a complaint has a state of its own, and is open where none has been recorded. */
export interface LinkOnRecord extends Link {
  readonly complaint?: { readonly state: ComplaintState; readonly on: LocalDate };
}

export interface ChildView {
  view: string | null;
  told: boolean | null;
  /** Left out where no day is said. */
  toldOn?: LocalDate;
  advocateOffered: boolean | null;
  advocateOfferedOn: LocalDate | null;
}

export interface DisputeRaised {
  reference: string;
  subject: Subject;
  raisedOn: LocalDate;
  /** Version of the council's protocol under which this stage runs. */
  protocolVersion: number;
  stage: StageBegun;
  addressee: Addressee;
  /** One primary theme drives every published share; any number of secondary ones. */
  theme: string;
  secondaryThemes: string[];
  concern: string;
  /** Impact on the child if nothing changes. */
  impactIfNothingChanges: string | null;
  acknowledged: string | null;
  actionsWanted: WantedAction[];
  spokeFirst: { spokeTo: string; spokeOn: LocalDate; result: string } | null;
  /** An e-mail before raising; left out where none is on record. */
  wroteFirst?: WroteFirst;
  /** Day of the review that it comes from; left out where none is said. */
  reviewedOn?: LocalDate;
  childView: ChildView | null;
  urgent: boolean;
  /** The reason why it did not wait for what the protocol requires before raising; left out if nothing was waived. */
  urgentBecause?: string;
  links: Link[];
  /** Evidence that was sent with it; left out where there is none. */
  documents?: DocumentNamed[];
  /** Codes of the writing help that was given, so that the same command gets the same answer again. */
  adviceGiven: Advice[];
}

export interface StageBegun {
  /** Code of its ladder: `main` where the protocol has no other for such a dispute. */
  ladder: string;
  number: number;
  code: string;
  name: string;
  /** The dispute counts as formal from the first stage on that does. */
  countsAs: CountsAs;
  /** Code of the level at which it begins; left out where the protocol has none. */
  level?: string;
  /** The reason why it did not begin at the first stage; null if it did. */
  reason: string | null;
}

/** Help for the writer, returned beside the result. Never a refusal. */
export interface Advice {
  code: string;
  message: string;
  /** JSON pointer to the field it speaks of. */
  pointer?: string;
}

/** Computed once, from the protocol and the calendar; a later date never hides the first. */
export interface AnswerDeadlineSet {
  /** `<reference>/<round>`; a new round begins with each stage, redirection that restarts, or reopening. */
  round: number;
  /** Code of the ladder of which the stage is one. */
  ladder: string;
  stage: number;
  /** The need of the stage: from one that only reports upwards no answer is due, so it has no date. */
  needs: Stage['needs'];
  protocolVersion: number;
  why:
    | 'raised'
    | 'level-changed'
    | 'escalated'
    | 'redirected'
    | 'reopened'
    | 'extended'
    | 'earlier-date-asked'
    | 'new-date-given'
    | 'meeting-date-set'
    | 'taken-off-agenda'
    | 'next-meeting'
    | 'taken-on'
    | 'sent-back'
    | 'resumed'
    | 'holiday-announced'
    | 'bank-holidays-known';
  /** Day on which the stage began: day 0 of its clock, unless it is counted from another. */
  startedOn: LocalDate;
  /** The date that the protocol gives, or else the first that people chose; no extension or earlier date moves it. Null for "none set". */
  firstDueOn: LocalDate | null;
  dueOn: LocalDate | null;
  /** The moment from which an answer is late: the end of the due day in London, or the hour itself. Null for "none set". */
  dueAt: Instant | null;
  /** In words, for people: "5 working days, stage 1". */
  rule: string;
  /** From which day it was counted, and how much time there was; left out where it is the time of the stage from its first day. */
  counted?: CountedFrom;
  /** The date that was in force before, and why it moved, if a holiday announced late moved it. */
  moved?: DateMoved;
  /**
   * Counted over a year whose bank holidays were not known, without any; the event by which it is counted anew takes the mark away.
   * Left out where the date is certain.
   */
  notYetCertain?: true;
}

/** A date moves only by a recorded event that shows the date it moved from. */
export interface DateMoved {
  from: LocalDate;
  reason: string;
}

/** By when those asked say that it has reached them, where the protocol asks for it. */
export interface ReceiptDeadlineSet {
  round: number;
  startedOn: LocalDate;
  dueOn: LocalDate;
  dueAt: Instant;
  rule: string;
  moved?: DateMoved;
  notYetCertain?: true;
}

/** Those asked say that it has reached them. */
export interface ReceiptAcknowledged {
  round: number;
  /** Post from which it was said. */
  role: PostKind;
  note: string | null;
  /** The teams for which it is said; left out where one team was asked. */
  forTeams?: string[];
  /** With this the round has reached every team asked. */
  complete: boolean;
}

/** The limit of all formal stages together (Handbook 6.2). Nothing pauses it. */
export interface TotalCapSet {
  startedOn: LocalDate;
  dueOn: LocalDate;
  dueAt: Instant;
  rule: string;
  moved?: DateMoved;
  notYetCertain?: true;
}

/** The moment passed by which an answer was due. Recorded once, with that moment, however late it was noticed. */
export interface AnswerDeadlinePassed {
  round: number;
  stage: number;
  dueOn: LocalDate;
  dueAt: Instant;
  /** The step that the protocol has taken on silence. Silence never closes. */
  onSilence: Stage['onSilence'];
}

/** Down the ladder again, to a stage that can put it right. */
export interface SentBack {
  from: StageBegun['number'];
  to: StageBegun;
  addressee: Addressee;
  protocolVersion: number;
  reason: string;
}

export interface LevelChanged {
  from: string;
  to: string;
  reason: string;
  /** Code of the ladder in which it goes on. */
  ladder: string;
  /**
   * The round that ran was still in time, so it ends as replaced and this one begins; left out where its date had passed or its answer
   * had come: then it stays as it is, and the level holds from the next stage on.
   */
  begins?: { stage: StageBegun; addressee: Addressee; protocolVersion: number };
}

export interface TabledForChallenge {
  /** Id of the meeting on whose agenda it stands. */
  meeting: string;
  heldOn: LocalDate;
  /** The seats of the meeting, by post: their holders may read it if their post answers for its team, until the meeting has dealt with it. */
  posts?: PostKind[];
  /** Person ids of those who sit in it whatever their post, and may read it as long. */
  people?: string[];
}

export const CHALLENGE_DECISIONS = [
  'more-action-first',
  'take-it-up',
  'deferred',
  'decided',
  'decided-accepted',
  'decided-not-accepted',
  'dropped',
] as const;
export type ChallengeDecision = (typeof CHALLENGE_DECISIONS)[number];

/** A meeting's decision about this dispute, as its minutes have it. Each action follows as one agreed. */
export interface ChallengeDecisionRecorded {
  meeting: string;
  heldOn: LocalDate;
  decision: ChallengeDecision;
  discussion: string;
  actions: WantedAction[];
  /** The one on record when the meeting decided: the IRO records it (`IroViewRecorded`, or as a judge), no meeting does. */
  iroView: Verdict | null;
  /** The place to which the IRO is to take it, because they do not accept the decision; left out if it goes on nowhere. */
  goesOnTo?: GoesOnTo;
  nextLookOn: LocalDate | null;
}

/** The places to which a decision goes on that the IRO does not accept. */
export const GOES_ON_TO = ['director', 'chief-executive', 'cafcass'] as const;
export type GoesOnTo = (typeof GOES_ON_TO)[number];

export const RESPONSES = ['accepted', 'changed', 'declined'] as const;

/** The response of an answer to one action that was asked for. */
export interface WantedResponse {
  /** Its number among those that were asked for, from 1. */
  wanted: number;
  response: (typeof RESPONSES)[number];
  /** The reason why it is changed or declined; null if nothing was said. */
  reason: string | null;
}

export interface AnswerGiven {
  round: number;
  stage: number;
  answeredOn: LocalDate;
  /** Post from which the answer was given. */
  role: PostKind;
  /** Null where nobody said it: a meeting decided, or a register has the day of the answer and not what it said. */
  agreement: Agreement | null;
  reasons: string;
  /** The response to each action that was asked for; left out if there is none. */
  responses?: WantedResponse[];
  actions: WantedAction[];
  evidence: string | null;
  /** Evidence that was sent with it; left out where there is none. */
  documents?: DocumentNamed[];
  adviceGiven: Advice[];
  /** The teams for which it answers; left out where one team was asked. */
  forTeams?: string[];
  /** Those of these teams whose answer is whole with this, for the figures; left out where one team was asked. */
  wholeForTeams?: string[];
  /** Each of several teams asked has answered with this, or said that it has reached them; left out where one team was asked. */
  receivedByAll?: boolean;
  /** The round has its whole answer with this: one of the posts asked, or each of them, as its stage says, of every team asked. */
  complete: boolean;
  /** The standing that the answer gives the dispute. The rules of a stage never change once it has begun, so this stays true. */
  standing: Standing;
  /** The challenge meeting whose decision is the answer; left out where a post answered by itself. */
  meeting?: string;
  /** That meeting takes it up, so it goes up without a verdict; left out otherwise. */
  takenUp?: true;
  /** The person who gave it outside of the council, where it was entered for them; left out where the person who gave it sent it. */
  enteredFor?: { saidBy: string; saidOn: LocalDate };
  /** The row of a register that was taken on has it, with whom it names as the manager; left out where it was given here. */
  inRegister?: { saidBy: string | null };
}

export interface ActionDone {
  actionId: string;
  evidence: string;
  /** Evidence that was sent with it; left out where there is none. */
  documents?: DocumentNamed[];
  doneOn: LocalDate;
}

export interface AnswerAccepted {
  round: number;
  role: PostKind;
  reason: string;
  /** The meeting that wrote it down with its decision, from the view that the IRO had on record; left out where a judge sent it. */
  meeting?: string;
  standing: Standing;
}

export interface AnswerRejected {
  round: number;
  role: PostKind;
  verdict: 'partly' | 'not';
  reason: string;
  /** Numbers of the actions offered in the answer that stand all the same, each agreed by an event that follows; left out where none does. */
  actionsThatStand?: number[];
  /** As of an acceptance. */
  meeting?: string;
  /** Actions that were agreed by the word that this one overturns, and are not done: agreed no more. Left out where there are none. */
  actionsWithdrawn?: string[];
  /** The standing that the verdict gives the dispute. */
  standing: Standing;
}

export interface DisputeEscalated {
  from: StageBegun['number'];
  to: StageBegun;
  addressee: Addressee;
  protocolVersion: number;
  because: 'not-satisfied' | 'no-answer' | 'taken-up' | 'bypassed';
  reason: string;
  /** Stage numbers left out on the way up. */
  skipped: number[];
  /** The warning, if the protocol would not have let this person end it and the guidance does. */
  adviceGiven: Advice[];
}

export interface ReferredToCafcass {
  grounds: string;
  legalAdviceTaken: boolean;
  told: ('child' | 'iro-manager' | 'assistant-director' | 'director' | 'chief-executive')[];
  sentOn: LocalDate;
  /** Only where no child of it is looked after on the day: it was raised about a looked-after child, which keeps the route open. */
  lookedAfterWhenRaised?: true;
}
export const CAFCASS_REPLIES = ['asks-for-more', 'advises', 'negotiates', 'declines', 'issues-proceedings'] as const;
export type CafcassReply = (typeof CAFCASS_REPLIES)[number];

export interface DisputeResolved {
  outcome: ResolutionOutcome;
  /** The change for the child. */
  impact: ImpactCode[];
  impactNote: string | null;
  stageReached: number;
  /** Ids of agreed actions not done on the day it was resolved. */
  actionsOutstanding: string[];
  /** Judges of the protocol were satisfied and the IRO was not: the dissent stands in the record and the figures. */
  iroDissents: boolean;
}

/** One row of a council's register: only the facts in the row, no invented times, no actions nobody wrote. */
export interface ImportedDispute {
  importId: string;
  reference: string;
  /** As the council wrote it: `I21/001`. */
  ownReference: string;
  source: RegisterSource;
  facts: ImportedDisputeFacts;
}

/** The file and line from which a row was read, and the facts for which that file has no column. */
export interface RegisterSource {
  file: string;
  row: number;
  /** Absent where it has a column for every fact. */
  lacks?: RegisterFact[];
}

/**
 * Facts for which a register may have no column. A figure that needs one of them cannot be worked out from its rows: an empty cell says
 * "none", a missing column says nothing.
 */
export type RegisterFact =
  | 'child'
  | 'stage'
  | 'answer due'
  | 'answer date'
  | 'outcome'
  /** That it ended: by its outcome or by the day. */
  | 'end'
  | 'impact'
  | 'challenge meeting';

/** A row of a register that goes on from today, by the protocol in force. */
export interface TakenOn {
  ladder: string;
  stage: number;
  /** What the children are by the directory, as the ladder was chosen by it; left out where it is looked-after, as in most registers. */
  population?: Population;
  /** Kind of post of the person who holds it, as the ladder was chosen by it; left out where it is the IRO. */
  raiser?: PostKind;
  /** Person id of the IRO of its children today, where that is another than the register names. */
  heldBy?: string;
  addressee: Addressee;
  protocolVersion: number;
  /** A formal one that begins with this continues it, so nobody is asked for anything in it; left out where it is worked on itself. */
  goesOnFormally?: true;
  /** Left out where there is none. */
  adviceGiven?: Advice[];
}

export interface ImportedDisputeFacts {
  kind: DisputeKind;
  children: string[];
  iro: string | null;
  team: string;
  teamManager: string | null;
  raisedOn: LocalDate;
  theme: string;
  concern: string | null;
  spokeFirst: boolean | null;
  dueOn: LocalDate | null;
  answeredOn: LocalDate | null;
  agreement: Agreement | null;
  /** Highest stage reached; 0 for informal. */
  stageReached: number;
  challengeMeeting: boolean | null;
  outcome: ResolutionOutcome | 'UNRES' | 'WDRAWN' | 'VOID' | 'ENDED-CARE' | 'TO-CAF' | null;
  /** The council's own words for the outcome and the impact. */
  outcomeWords: string | null;
  resolvedOn: LocalDate | null;
  impact: ImpactCode | null;
  impactWords: string | null;
}
