import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { AdviceDto } from '../../platform/http/written.dto.js';
import { WantedActionShownDto } from '../acts/wanted-action.dto.js';
import { WantedResponseDto } from '../acts/wanted-response.dto.js';

/** A person by id, with the name where the reader may know it. */
@ApiSchema({ name: 'PersonShown' })
export class PersonShownDto {
  id: string;
  name: string | null;
}

@ApiSchema({ name: 'ActorShown' })
export class ActorShownDto {
  person: PersonShownDto;
  role: string | null;
  actingFor: PersonShownDto | null;
}

@ApiSchema({ name: 'TeamShown' })
export class TeamShownDto {
  id: string;
  /** As it was called on the day in question. */
  name: string | null;
}

@ApiSchema({ name: 'ChildShown' })
export class ChildShownDto {
  /** Record number. */
  id: string;
  initials: string | null;
}

@ApiSchema({ name: 'ThemeShown' })
export class ThemeShownDto {
  code: string;
  label: string;
  /** Code of its group: `DD` for everything of drift and delay. */
  group: string;
}

/** Both days are included; the last is not known while the clock stands still. */
@ApiSchema({ name: 'Pause' })
export class PauseDto {
  firstDay: string;
  lastDay: string | null;
}

@ApiSchema({ name: 'Deadline' })
export class DeadlineDto {
  /** Day on which the stage began; day 0, unless the protocol counts from another. */
  startedOn: string;
  /** Day 0, where the time is counted from the raising, a review or a call. Null where it is not. */
  countedFrom: string | null;
  /** The date that the protocol gives, or else the first that people chose. A later date never hides it. */
  firstDueOn: string | null;
  /** The date in force. Null where none is set. */
  dueOn: string | null;
  /** From this moment an answer is late. */
  dueAt: string | null;
  /** In words: "5 working days, stage 1". */
  rule: string;
  /** An answer is awaited, and it has passed. */
  overdue: boolean;
  /** Since when the clock stands still; null while it runs. */
  pausedSince: string | null;
  /** The days on which the clock stood still. */
  pauses: PauseDto[];
  /** The date before, where a holiday announced late has moved it. */
  movedFrom: string | null;
  /** False: not yet certain. The bank holidays of a year it was counted over were not known, and it moves once they are. */
  certain: boolean;
}

/** A date beside that of the answer: for word that it has been received, or for all stages together. */
@ApiSchema({ name: 'OtherDeadline' })
export class OtherDeadlineDto {
  startedOn: string;
  dueOn: string;
  dueAt: string;
  rule: string;
  /** It passed before it was met. For ever. */
  missed: boolean;
  movedFrom: string | null;
  /** As of the deadline for an answer. */
  certain: boolean;
}

@ApiSchema({ name: 'DocumentShown' })
export class DocumentShownDto {
  /** Opened with `GET /disputes/:reference/document?id=`. */
  id: string;
  name: string;
  /** Media type, by its content. */
  type: string;
  /** Bytes. */
  size: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
}

@ApiSchema({ name: 'AnswerShown' })
export class AnswerShownDto {
  answeredOn: string;
  /** The person who sent it: where it was entered for somebody outside of the council, who entered it. */
  answeredBy: PersonShownDto;
  role: string;
  /** The person who gave it outside of the council, or before its register was read, as they were written down; null where the person who gave it sent it. */
  saidBy?: string | null;
  /** The day on which they gave it; it counts from the day on which it was entered. */
  saidOn: string | null;
  /** The teams for which it answers, where several must. */
  forTeams: TeamShownDto[];
  /** It was decided in a meeting, and written down by the person who took its notes. */
  inMeeting: boolean;
  /** `agree`, `partly` or `disagree`; null where a meeting decided, or a row of a register does not say. */
  agreement: string | null;
  reasons?: string;
  /** The response to each action that was asked for. */
  @ApiProperty({ type: [WantedResponseDto], required: false })
  responses?: WantedResponseDto[];
  @ApiProperty({ type: [WantedActionShownDto], required: false })
  actions?: WantedActionShownDto[];
  evidence?: string | null;
  @ApiProperty({ type: [DocumentShownDto], required: false })
  documents?: DocumentShownDto[];
  /** Against the date in force. For ever. */
  late: boolean;
  /** Against the first date; where a row of a register went on at its stage, against the date of the register. */
  lateAgainstFirst: boolean;
}

/** The date for an answer that a row of a register tells of. Once the row is taken on, a date of the service stands beside it. */
@ApiSchema({ name: 'RegisterDate' })
export class RegisterDateDto {
  dueOn: string;
  /** The day of the answer, as the register has it; null where it has none. */
  answeredOn: string | null;
  /** The answer came after it, or it had passed without one when the row was read. For ever. */
  missed: boolean;
}

@ApiSchema({ name: 'VerdictShown' })
export class VerdictShownDto {
  /** The post that judges. */
  role: string;
  /** The post from which it was judged: a conference chair judges in the place of the IRO. */
  post: string;
  verdict: string;
  judgedOn: string | null;
  /** Left out for readers who may not read what was written; so is every other text of this page. */
  reason?: string | null;
}

/** One for every stage begun, redirection that restarted the clock, and reopening. */
@ApiSchema({ name: 'Round' })
export class RoundDto {
  number: number;
  /** Code of its ladder: `main` unless the protocol has another for it. */
  ladder: string;
  /** 0 for an informal stage. */
  stage: number;
  stageName: string;
  /** `informal`, `pre-formal` or `formal`: what the stage counts as in figures, and for the limit over the formal ones. */
  countsAs: string;
  protocolVersion: number;
  addressedTo: string[];
  addressedTeam: TeamShownDto | null;
  /** The other teams of siblings, who must answer too. */
  alsoAddressed: TeamShownDto[];
  deadline: DeadlineDto | null;
  answers: AnswerShownDto[];
  verdicts: VerdictShownDto[];
  /** Posts that get a copy. */
  copiedTo: string[];
  /** Posts that are told, of whom nothing more is asked. */
  alsoTold: string[];
  /** Null where the protocol does not ask for word that it has been received. */
  receipt: OtherDeadlineDto | null;
  receiptAcknowledgedAt: string | null;
  extensionAskedFor: string | null;
  /** The lower stage to which those who must answer ask that it goes; null where nobody asks, or it is decided. */
  sendBackAskedTo: number | null;
  chases: number;
}

@ApiSchema({ name: 'WaitingFor' })
export class WaitingForDto {
  /** `answer`, `judgement`, `decision` or `closing`. */
  what: string;
  /** Kinds of post, any of which it waits for. */
  roles: string[];
  team: TeamShownDto | null;
  /** The other teams of siblings whose answer is still to come. */
  alsoTeams: TeamShownDto[];
  /** Who is named to answer a restricted one in place of the posts; left out where nobody is. */
  person?: PersonShownDto;
  /** Null where none is set, and while the clock stands still. */
  dueOn: string | null;
  dueAt: string | null;
}

/** The IRO has confirmed, after its date, that an action was done in time. */
@ApiSchema({ name: 'ConfirmedInTime' })
export class ConfirmedInTimeDto {
  on: string;
  reason?: string;
}

@ApiSchema({ name: 'AgreedAction' })
export class AgreedActionDto {
  actionId: string;
  /** Its number among the actions that the answers of its round offer, from 1; null where a meeting decided on it. */
  offered: number | null;
  what?: string;
  /** As it was written. */
  who?: string | null;
  /** Person id; null where the words name nobody in office. */
  person?: string | null;
  by: string | null;
  agreedOn: string;
  /** The day on which it is said to have been done. */
  doneOn: string | null;
  /** The day on which that was recorded: what is recorded after its date counts as late. */
  recordedOn: string | null;
  doneBeforeAgreed: boolean;
  /** How it is known to be done. */
  evidence?: string | null;
  @ApiProperty({ type: [DocumentShownDto], required: false })
  documents?: DocumentShownDto[];
  /** It counts as not done by its date. Null where the words agreed are not a date. */
  missed: boolean | null;
  /** By the record alone, whatever the IRO has confirmed since. */
  recordedLate: boolean | null;
  /** Null unless it counts as in time because the IRO has confirmed it afterwards. */
  confirmedInTime: ConfirmedInTimeDto | null;
}

/** The record of the raising. */
@ApiSchema({ name: 'RaisedWith' })
export class RaisedWithDto {
  concern: string | null;
  impactIfNothingChanges: string | null;
  acknowledged: string | null;
  @ApiProperty({ type: [WantedActionShownDto] })
  actionsWanted: WantedActionShownDto[];
  urgent: boolean;
  /** The reason why it did not wait for what the protocol requires before raising. */
  urgentBecause: string | null;
  /** Evidence that was sent with it. */
  @ApiProperty({ type: [DocumentShownDto] })
  documents: DocumentShownDto[];
  advice: AdviceDto[];
}

@ApiSchema({ name: 'DisputeEnding' })
export class DisputeEndingDto {
  /** `resolved`, `stalemate`, `ended-otherwise`, `formalised`, `withdrawn` or `voided`. */
  how: string;
  /** Outcome code: `RES-FULL`, `RES-ACT`, `RES-PART`, `UNRES`, `WDRAWN`, `VOID`, `ENDED-CARE`, `TO-CAF`; null where continued formally. */
  outcome: string | null;
  endedOn: string | null;
  /** The change for the child. */
  impact: string[];
  /** The judges of the protocol were satisfied and the IRO was not. */
  iroDissents: boolean;
  /** The formal dispute that continues it; null where there is none that this reader may open. */
  continuedIn: string | null;
  /** The dispute that it repeats; null where there is none that this reader may open. */
  duplicateOf: string | null;
  /** Why it was withdrawn, voided, continued formally, or closed otherwise; null where none was asked for. */
  reason?: string | null;
  /** The text about the impact. */
  impactNote?: string | null;
}

/** It ended, and was opened again. */
@ApiSchema({ name: 'Reopening' })
export class ReopeningDto {
  reopenedOn: string;
  /** How it had ended before. */
  ended: DisputeEndingDto | null;
  reason?: string;
}

/** Somebody was spoken or written to, before it was raised or since. */
@ApiSchema({ name: 'Conversation' })
export class ConversationDto {
  spokeTo: string;
  spokeOn: string;
  result: string;
  /** It was an e-mail. */
  byEmail: boolean;
}

/** The child's view of it, as recorded on one day; a question that was not asked is null. */
@ApiSchema({ name: 'ChildViewShown' })
export class ChildViewShownDto {
  recordedOn: string;
  view: string | null;
  told: boolean | null;
  toldOn: string | null;
  advocateOffered: boolean | null;
  advocateOfferedOn: string | null;
}

@ApiSchema({ name: 'NoteShown' })
export class NoteShownDto {
  writtenOn: string;
  writtenBy: ActorShownDto;
  text: string;
}

/** A copy was put on a child’s own record. */
@ApiSchema({ name: 'Filing' })
export class FilingDto {
  child: ChildShownDto;
  filedOn: string;
  where?: string;
}

/** Something it belongs with: another record by its reference, or another system's own number. */
@ApiSchema({ name: 'LinkShown' })
export class LinkShownDto {
  kind: string;
  /** Left out, for readers who may not read what was written, where it is no reference but somebody's own words. */
  to?: string;
  /** How a complaint stands: `open` from the day on which it is linked. Left out of other links. */
  state?: string;
  /** Since when; left out while nothing but the link is on record. */
  stateOn?: string;
}

/** Another dispute that names this one. */
@ApiSchema({ name: 'LinkedFrom' })
export class LinkedFromDto {
  /** The relation of this one to it: `formalises` where the other continues this one. */
  kind: string;
  /** Reference of the other. */
  from: string;
}

@ApiSchema({ name: 'CafcassReply' })
export class CafcassReplyDto {
  repliedOn: string;
  reply: string;
  /** For those who may read what passed between the IRO and Cafcass. */
  summary?: string | null;
}

@ApiSchema({ name: 'CafcassReferral' })
export class CafcassReferralDto {
  sentOn: string;
  /** The latest of its replies. */
  reply: string | null;
  repliedOn: string | null;
  /** The day on which what that reply asked for was sent; null where it was not. */
  moreSentOn: string | null;
  /** Every reply, the first first. */
  replies: CafcassReplyDto[];
  /** The day on which the IRO withdrew it; null where it stands. */
  withdrawnOn: string | null;
  /** Why, for those who may read what passed between the IRO and Cafcass. */
  withdrawnBecause?: string;
  /** For those who may read what passed between the IRO and Cafcass. */
  grounds?: string;
  /** The child was looked after when it was raised, and not any more when it was referred; left out otherwise. */
  lookedAfterWhenRaised?: boolean;
}

/** A referral that is on record in another dispute about the same matter. */
@ApiSchema({ name: 'CafcassBeside' })
export class CafcassBesideDto {
  reference: string;
  sentOn: string;
  /** The latest reply on it. */
  reply: string | null;
  withdrawnOn: string | null;
}

/** Privileged advice that the IRO has taken. */
@ApiSchema({ name: 'LegalAdvice' })
export class LegalAdviceDto {
  takenOn: string;
  advice: string;
}

/** A request that went to another agency, by that agency's own policy. */
@ApiSchema({ name: 'AgencyAsked' })
export class AgencyAskedDto {
  /** Left out for readers who may not read what was written. */
  agency?: string;
  sentOn: string;
  dueOn: string | null;
  repliedOn: string | null;
  /** No reply came, and none is waited for: that is on record, or the agency was asked again. */
  noReply: boolean;
  /** It was to reply by a date that has passed, and is waited for still. */
  overdue: boolean;
  /** The reply of the agency; or what was done to get one, where none came. */
  summary?: string | null;
}

@ApiSchema({ name: 'Tabled' })
export class TabledDto {
  /** Id of the challenge meeting. */
  meeting: string;
  heldOn: string;
  /** That meeting has dealt with it. */
  decided: boolean;
}

/** Somebody who sees where it stands asked to read it. */
@ApiSchema({ name: 'RequestToRead' })
export class RequestToReadDto {
  person: PersonShownDto;
  /** Null once it is answered. */
  askedOn: string | null;
  /** The reason for which they need it; null once it is answered. */
  reason: string | null;
  /** The last day on which they may read it; null while nobody has let them. */
  lastDay: string | null;
}

/** One dispute as it stands, folded from its own events, so always current. */
@ApiSchema({ name: 'Dispute' })
export class DisputeDto {
  reference: string;
  /** As the council wrote it, where it came from a register. */
  ownReference: string | null;
  /** `informal` or `formal`; `conversation` where nothing was raised yet. */
  kind: string;
  /** `discussed`, `open`, `ended` or `imported`. */
  status: string;
  waitingFor: WaitingForDto | null;
  ending: DisputeEndingDto | null;
  /** Left out for readers who may not know the children. */
  children?: ChildShownDto[];
  population: string | null;
  /** Counted under this team for ever. */
  team: TeamShownDto | null;
  raisedOn: string | null;
  /** The IRO or chair whose concern it is, and under whom it is counted. */
  raisedBy: PersonShownDto | null;
  /** The person who sent it, where another did so in their place. */
  enteredBy: PersonShownDto | null;
  /** The IRO or chair who holds it now. */
  heldBy: PersonShownDto | null;
  /** The IRO whose own practice it is about, and who has no part in it; null where it is about the child. */
  practiceOf: PersonShownDto | null;
  /** Name of its ladder; null of the main one. */
  ladderName: string | null;
  /** Code of its level; null where the protocol has none. */
  level: string | null;
  theme: ThemeShownDto | null;
  secondaryThemes: ThemeShownDto[];
  /** Highest stage reached; 0 for informal. */
  stageReached: number;
  rounds: RoundDto[];
  actions: AgreedActionDto[];
  /** The IRO's latest word on the round that runs. */
  iroView: string | null;
  /** The reason why the IRO says so. */
  iroViewReason?: string | null;
  cafcass: CafcassReferralDto[];
  /** Referrals that are on record in the informal dispute which this one continues, or in the formal one that continues it. */
  cafcassBeside: CafcassBesideDto[];
  agencies: AgencyAskedDto[];
  /** The challenge meeting on whose agenda it last stood, and was not taken off. */
  tabled: TabledDto | null;
  /** Since a child’s death nobody is reminded or chased and no date counts, until somebody lets it go on. */
  frozenSince: string | null;
  /** The date of the register for an answer. Null of what was raised here, and of a row without such a date. */
  registerDate: RegisterDateDto | null;
  /** The limit of all stages together. No pause stops it. */
  totalCap: OtherDeadlineDto | null;
  /** For the IRO and the IRO’s manager alone; left out for everybody else. */
  @ApiProperty({ type: [LegalAdviceDto], required: false })
  legalAdvice?: LegalAdviceDto[];
  /** Another dispute is in here only if this reader may open it. */
  links: LinkShownDto[];
  /** Other disputes that link to this one, of those that this reader may open. */
  linkedFrom: LinkedFromDto[];
  /** The latest last. */
  reopenings: ReopeningDto[];
  /** Left out for readers who may not know the children. */
  @ApiProperty({ type: [FilingDto], required: false })
  filings?: FilingDto[];
  @ApiProperty({ type: [ConversationDto], required: false })
  conversations?: ConversationDto[];
  @ApiProperty({ type: [ChildViewShownDto], required: false })
  childViews?: ChildViewShownDto[];
  @ApiProperty({ type: [NoteShownDto], required: false })
  notes?: NoteShownDto[];
  /** Left out for readers who may not read what was written. */
  raisedWith?: RaisedWithDto;
  /** The people who ask to read it, and those who were let. Left out for readers who may not read what was written. */
  @ApiProperty({ type: [RequestToReadDto], required: false })
  requestsToRead?: RequestToReadDto[];
  /** The acts open to this reader now, by the names in the addresses. */
  allowedActs: string[];
  /** The people who may read it besides the person who holds it; left out where it is not restricted. */
  @ApiProperty({ type: [PersonShownDto], required: false })
  restrictedTo?: PersonShownDto[];
  revision: number;
}

/** One thing that happened. */
@ApiSchema({ name: 'HistoryEntry' })
export class HistoryEntryDto {
  /** Revision of the dispute; for what stands beside its own events, that at which it was recorded. */
  revision: number;
  /** In the past tense: `AnswerGiven`. */
  what: string;
  /** The moment at which it happened. */
  occurredAt: string;
  /** The moment at which the record learned of it. */
  recordedAt: string;
  by: ActorShownDto;
  /** `revision` of the entry by which this one was taken back as a mistake; null of what counts. */
  takenBackBy: number | null;
  /** The event in a sentence, in the council’s words; made of nothing but what this reader may see. */
  sentence: string;
  /** The recorded data. Left out for readers who may not read what was written. */
  @ApiProperty({ type: Object, required: false })
  data?: object;
}

@ApiSchema({ name: 'History' })
export class HistoryDto {
  reference: string;
  entries: HistoryEntryDto[];
}
