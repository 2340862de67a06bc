import type { Instant, LocalDate } from '../calendar/calendar.js';
import { endOfDay, isLocalDate } from '../calendar/dates.js';
import type { AcknowledgementEvent } from '../acknowledgements/events.js';
import { type AgreedAction, currentRound, type DisputeState, type Matter, type Round } from '../disputes/dispute.js';
import type { AnswerDeadlineSet, DisputeEvent } from '../disputes/events.js';
import { seatsOf } from '../disputes/seats.js';
import { answerDate } from '../disputes/time/dates.js';
import { hasCome } from '../disputes/time/late.js';
import {
  isAnswered,
  judgesOf,
  judgesStillToSpeak,
  postsStillToAnswer,
  stageOfRound,
} from '../disputes/time/standing.js';
import type { PostKind, Protocol, ProtocolBook, Stage } from '../protocol/protocol.js';
import type { NoticeLine } from './events.js';
import type { NoticeKind } from './kinds.js';

/*
 * Who is told what, by role and post. From one event and the dispute as it left it, and nothing else: the same history tells the
 * same people the same things. Who holds a post is looked up afterwards (recipients.ts).
 */

/** A notice as the rules want it, before anybody has looked up who holds the post. */
export interface Wanted extends NoticeLine {
  readonly to: Recipient;
}

/** A post for a team, or one person: the IRO who holds the dispute, whoever asked for an extension. */
export type Recipient =
  /** Of social workers, those of the children, whose record numbers are given. */
  | { readonly post: PostKind; readonly team: string | null; readonly children?: readonly string[] }
  | { readonly person: string }
  /** The person who is to do an action, and who is told where that person is in office no more. */
  | { readonly owner: string; readonly otherwise: readonly Recipient[] };

/** A dispute as the events of one act left it. */
export interface Situation {
  readonly state: DisputeState;
  readonly protocols: ProtocolBook;
  /** The types of all events of the act: a date that is set together with a raising is told with the raising. */
  readonly act: readonly string[];
  /** What fell due before this moment is told to nobody. */
  readonly began: Instant;
}

/** The notices that one event of a dispute gives rise to, the most pressing for each person first. */
export const toldOfDispute = (event: DisputeEvent, situation: Situation): Wanted[] => {
  const { state } = situation;
  // A row of a register is told to nobody until it is taken on; then there is a matter.
  if (state.status !== 'open' && state.status !== 'ended') return [];
  const { matter } = state;
  const rules = new Rules(matter, state.status === 'open', situation.protocols);
  switch (event.type) {
    case 'InformalDisputeRaised':
    case 'FormalDisputeRaised':
    case 'ImportedDisputeTakenOn':
    case 'DisputeReopened':
    case 'DisputeRedirected':
    case 'SentBack':
      return [...rules.asked('dispute-for-you'), ...rules.copies()];
    case 'DisputeEscalated':
      return [
        ...rules.asked('escalated-to-you'),
        ...rules.iro('escalated'),
        ...rules.earlierAddressees('escalated'),
        ...rules.copies(),
      ];
    case 'AnswerDeadlineSet':
      return isTheNews(event.data, situation.act) ? rules.stillToAnswer('date-moved') : [];
    case 'ReceiptDeadlineSet':
      return event.data.moved === undefined ? [] : rules.stillToAnswer('receipt-date-moved', rules.receiptDate());
    case 'TotalCapSet':
      return event.data.moved === undefined ? [] : rules.iro('total-moved', rules.totalDate());
    case 'AnswerDeadlinePassed':
      return fellDueBefore(event.data, situation) || !rules.isWaitedFor(event.data.round)
        ? []
        : [...rules.stillToAnswer('answer-overdue'), ...rules.judges('no-answer-came')];
    case 'ReceiptDeadlinePassed':
      return fellDueBefore(event.data, situation) || !rules.isWaitedFor(event.data.round)
        ? []
        : [
            ...rules.stillToAnswer('receipt-overdue', rules.receiptDate()),
            ...rules.iro('receipt-not-acknowledged', rules.receiptDate()),
          ];
    case 'ReceiptAcknowledged':
      return rules.iro('receipt-acknowledged');
    case 'AnswerChased':
      return rules.isWaitedFor(currentRound(matter).number) ? rules.stillToAnswer('chased') : [];
    case 'AnswerGiven':
      return rules.judgesOfAnswer(event.data.round);
    case 'ExtensionAsked':
      return rules.granters('extension-asked', onDay(event.data.askedFor));
    case 'ExtensionGranted':
      return rules.stillToAnswer('extension-granted');
    case 'ExtensionRefused':
      return rules.stillToAnswer('extension-refused');
    case 'ActionDeadlinePassed':
      return fellDueBefore(event.data, situation)
        ? []
        : [
            ...rules.ownersOfAction('action-overdue', event.data.actionId),
            ...rules.iroOfAction('action-not-done', event.data.actionId),
          ];
    case 'TotalCapPassed':
      return fellDueBefore(event.data, situation) || state.status === 'ended'
        ? []
        : [
            ...rules.iro('over-total', rules.totalDate()),
            ...rules.post('over-total', 'iro-manager', rules.totalDate()),
          ];
    case 'AgencyReplyDeadlinePassed':
      return fellDueBefore(event.data, situation)
        ? []
        : rules.iro('agency-reply-overdue', rules.agencyDate(event.data.asked));
    case 'NextLookPassed':
      return fellDueBefore(event.data, situation) || state.status === 'ended'
        ? []
        : [
            ...rules.iro('look-again', onDay(event.data.lookOn)),
            ...rules.post('look-again', 'iro-manager', onDay(event.data.lookOn)),
          ];
    case 'TabledForChallenge':
      return [
        ...rules.iro('on-the-agenda', onDay(event.data.heldOn)),
        ...rules.addressees('on-the-agenda', onDay(event.data.heldOn)),
      ];
    case 'DisputeFrozen':
      return [...rules.iro('set-aside', NO_DATE), ...rules.post('set-aside', 'iro-manager', NO_DATE)];
    case 'DisputeHandedOver':
      return rules.iro('handed-over');
    case 'DisputeMovedToChild':
      return [...rules.iro('moved-to-your-child'), ...rules.stillToAnswer('dispute-for-you')];
    case 'DisputeRestricted':
      return event.data.answeredBy === undefined ? [] : rules.stillToAnswer('dispute-for-you');
    case 'EmergencyAccessTaken':
      return [
        ...rules.iro('emergency-access', NO_DATE),
        ...rules.post('emergency-access', 'information-governance', NO_DATE),
      ];
    default:
      return [];
  }
};

/** It fell due before anybody was told of anything, so nobody is told of it now. */
const fellDueBefore = ({ dueAt }: { readonly dueAt: Instant }, { began }: Situation): boolean => !hasCome(began, dueAt);

/** A practice acknowledgement goes to whoever is thanked and to their manager (domain brief 4.3). */
export const toldOfAcknowledgement = (event: AcknowledgementEvent, called: string): Wanted[] => {
  if (event.type !== 'PracticeAcknowledged') return [];
  const { reference, acknowledged } = event.data;
  const line = { kind: 'acknowledgement-received' as const, about: reference, called, ...NO_DATE, actionId: null };
  return [
    ...acknowledged.people.flatMap(({ person }) => (person === null ? [] : [{ ...line, to: { person } }])),
    { ...line, to: { post: 'team-manager', team: acknowledged.team } },
  ];
};

/** The reminder that an answer or an agreed action is due in one working day. */
export const toldBeforehand = (
  due: { readonly round: number } | { readonly actionId: string },
  state: DisputeState,
  protocols: ProtocolBook,
): Wanted[] => {
  if (state.status !== 'open' && state.status !== 'ended') return [];
  const rules = new Rules(state.matter, state.status === 'open', protocols);
  if ('actionId' in due) return rules.ownersOfAction('action-due', due.actionId);
  return rules.isWaitedFor(due.round) ? rules.stillToAnswer('answer-due') : [];
};

type Dated = Pick<NoticeLine, 'dueOn' | 'dueAt'>;

const NO_DATE: Dated = { dueOn: null, dueAt: null };
const onDay = (day: LocalDate | null): Dated => ({ dueOn: day, dueAt: null });

/** Dates that move by themselves are told; one that is set with something else is told with that. */
const isTheNews = ({ why }: AnswerDeadlineSet, act: readonly string[]): boolean =>
  why === 'holiday-announced' ||
  why === 'resumed' ||
  why === 'meeting-date-set' ||
  (why === 'earlier-date-asked' && !act.some((type) => type.endsWith('DisputeRaised')));

/** Everybody that a rule can name, of one dispute as it stands. */
class Rules {
  private readonly round: Round;
  private readonly stage: Stage;
  private readonly protocol: Protocol;

  constructor(
    private readonly matter: Matter,
    private readonly isOpen: boolean,
    private readonly protocols: ProtocolBook,
  ) {
    this.round = currentRound(matter);
    this.stage = stageOfRound(this.round, protocols);
    this.protocol = protocols.version(this.round.protocolVersion).protocol;
  }

  /** Those whom the stage that runs is addressed to. Where it only reports upwards, nothing is asked of them. */
  asked(kind: NoticeKind): Wanted[] {
    return this.addressees(this.stage.needs === 'report-only' ? 'copied-to-you' : kind, this.answerDate());
  }

  addressees(kind: NoticeKind, dated: Dated): Wanted[] {
    return this.answering(kind, this.round.addressee.posts, dated);
  }

  earlierAddressees(kind: NoticeKind): Wanted[] {
    const before = this.matter.rounds.at(-2);
    return before === undefined ? [] : this.posts(kind, before.addressee.posts, this.answerDate(), before.addressee);
  }

  /** Copies and those who are only notified. */
  copies(): Wanted[] {
    const { copyTo, notifyOnly } = this.stage;
    return this.posts('copied-to-you', seatsOf([...copyTo, ...notifyOnly]), this.answerDate());
  }

  stillToAnswer(kind: NoticeKind, dated = this.answerDate()): Wanted[] {
    return this.isWaitedFor(this.round.number) ? this.answering(kind, postsStillToAnswer(this.round), dated) : [];
  }

  judges(kind: NoticeKind): Wanted[] {
    return this.posts(kind, ['iro', ...judgesOf(this.stage)], this.answerDate());
  }

  /** Once all who must answer have: the judges who have not spoken. Nothing says by when they must. */
  judgesOfAnswer(number: number): Wanted[] {
    const round = this.matter.rounds[number - 1];
    if (!this.isOpen || round === undefined) return [];
    const stage = stageOfRound(round, this.protocols);
    if (!isAnswered(round)) return [];
    return this.posts('answered-judge-it', judgesStillToSpeak(round, stage), NO_DATE, round.addressee);
  }

  granters(kind: NoticeKind, dated: Dated): Wanted[] {
    return this.posts(kind, seatsOf(this.protocol.extensions.grantedBy), dated);
  }

  iro(kind: NoticeKind, dated = this.answerDate()): Wanted[] {
    return this.posts(kind, ['iro'], dated);
  }

  post(kind: NoticeKind, post: PostKind, dated: Dated): Wanted[] {
    return this.posts(kind, [post], dated);
  }

  /** The person who is to do it; where its owner is in words, those whose answer offered it. */
  ownersOfAction(kind: NoticeKind, actionId: string): Wanted[] {
    const action = this.actionOutstanding(actionId);
    if (action === undefined) return [];
    const { addressee } = this.matter.rounds[(action.round ?? this.round.number) - 1] ?? this.round;
    const otherwise = this.posts(kind, addressee.posts, this.actionDate(actionId), addressee);
    const { person: owner } = action;
    const told =
      owner === undefined
        ? otherwise
        : otherwise.slice(0, 1).map((each) => ({ ...each, to: { owner, otherwise: otherwise.map(({ to }) => to) } }));
    return told.map((each) => ({ ...each, actionId }));
  }

  /** The IRO, of an action that was not done. */
  iroOfAction(kind: NoticeKind, actionId: string): Wanted[] {
    if (this.actionOutstanding(actionId) === undefined) return [];
    return this.iro(kind, this.actionDate(actionId)).map((each) => ({ ...each, actionId }));
  }

  /** Whether this is the round that runs, and its answer is still to come and still wanted. */
  isWaitedFor(number: number): boolean {
    const { metAt, overAt } = answerDate(this.round, this.matter);
    return number === this.round.number && metAt === null && overAt === null;
  }

  receiptDate(): Dated {
    return onDay(this.round.receipt?.dueOn ?? null);
  }

  totalDate(): Dated {
    return onDay(this.matter.totalCap?.dueOn ?? null);
  }

  agencyDate(asked: number): Dated {
    return onDay(this.matter.agencies[asked - 1]?.dueOn ?? null);
  }

  /** Words that are no date ("ASAP") are left where they were written. */
  private actionDate(actionId: string): Dated {
    const by = this.actionOutstanding(actionId)?.by ?? null;
    return onDay(isLocalDate(by) ? by : null);
  }

  private actionOutstanding(actionId: string): AgreedAction | undefined {
    return this.matter.actions.find((each) => each.actionId === actionId && each.doneOn === null);
  }

  /** By when the round that runs is to be answered: a day, or an hour of it. */
  private answerDate(): Dated {
    const { dueOn, dueAt } = this.round.deadline ?? NO_DATE;
    return { dueOn, dueAt: dueOn === null || dueAt === endOfDay(dueOn) ? null : dueAt };
  }

  /** Those asked; where a restriction keeps them out, the one who is named to answer instead. */
  private answering(kind: NoticeKind, posts: readonly PostKind[], dated: Dated): Wanted[] {
    const { person } = this.round.addressee;
    const wanted = this.posts(kind, posts, dated);
    return person === undefined ? wanted : wanted.slice(0, 1).map((line) => ({ ...line, to: { person } }));
  }

  private posts(kind: NoticeKind, posts: readonly PostKind[], dated: Dated, { team } = this.round.addressee): Wanted[] {
    const line = { kind, about: this.matter.reference, called: this.protocol.words.dispute, ...dated, actionId: null };
    const forTeam = team ?? this.matter.subject.team;
    return [...new Set(seatsOf(posts))].flatMap((post): Wanted[] => {
      if (post === 'social-worker')
        return [{ ...line, to: { post, team: forTeam, children: this.matter.subject.children } }];
      if (post !== 'iro') return [{ ...line, to: { post, team: forTeam } }];
      return this.matter.heldBy === null ? [] : [{ ...line, to: { person: this.matter.heldBy } }];
    });
  }
}
