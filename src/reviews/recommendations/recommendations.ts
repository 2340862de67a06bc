import type { Instant, LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { isLocalDate, londonDate } from '../../calendar/dates.js';
import { isLate, missedAt } from '../../disputes/time/late.js';
import {
  assertNever,
  type Decider,
  invalid,
  mustBeTheProgram,
  notYours,
  Refusal,
  refuse,
} from '../../platform/decider.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { recommendationsDeadlineFor } from '../../protocol/deadline.js';
import { anyOfPosts } from '../../protocol/posts-in-words.js';
import type { PostKind, ProtocolBook } from '../../protocol/protocol.js';
import { mustBeSentByTheIro } from '../../protocol/sent-by-the-iro.js';
import { answerDate } from './answer-date.js';
import type {
  Agree,
  Disagree,
  LetStand,
  MoveToTeam,
  NoteRaised,
  RecommendationsAct,
  SendRecommendations,
  TakeBackAnswer,
  WithdrawRecommendations,
} from './acts.js';
import { NO_CLOCK_FOR_RECOMMENDATIONS } from './clock-for-recommendations.js';
import { countAnew } from './count-anew.js';
import type { RecommendationsEvent, RecommendationsMovedToTeam, RecommendationsSent } from './events.js';

/** The recommendations of a review as their events tell them; null until they are sent. */
export interface RecommendationsState extends RecommendationsSent {
  readonly answer: RecommendationsAnswer | null;
  /** The day from which the time to answer is counted: that of sending, or of the move to the team that is asked. */
  readonly countedFrom: LocalDate;
  /** It is on record that nobody had answered when the time was over. */
  readonly agreedBySilence: boolean;
  /** Reference of the dispute raised over a disagreement. */
  readonly dispute: string | null;
  readonly letStandBecause: string | null;
  /** The person who let it stand, and for whom; null if nobody has. */
  readonly letStandBy: Actor | null;
  readonly letStandAt: Instant | null;
  /** The reason why they were withdrawn; null while they stand. */
  readonly withdrawnBecause: string | null;
}

export interface RecommendationsAnswer {
  readonly what: 'agreed' | 'disagreed';
  readonly person: string;
  readonly role: PostKind;
  readonly answeredAt: Instant;
  readonly words: string | null;
}

/**
 * - `awaiting-answer`: there is time left, or the end of it is not yet on record
 * - `agreed`, `agreed-by-silence`: nothing more is asked
 * - `to-decide`: disagreed with, in time or late, and the IRO has neither raised a dispute nor written why not
 * - `decided`: the IRO has
 * - `withdrawn`: sent by mistake, and nothing is asked
 */
export type RecommendationsStanding =
  | 'awaiting-answer'
  | 'agreed'
  | 'agreed-by-silence'
  | 'to-decide'
  | 'decided'
  | 'withdrawn';

/** The data that a decision may look at besides the act and the recommendations themselves. */
export interface RecommendationsContext {
  readonly protocols: ProtocolBook;
  readonly calendar: WorkingCalendar;
  readonly actor: Actor;
  readonly now: Instant;
  /** The day it is in London at `now`. */
  readonly today: LocalDate;
  /** Whether business support sends what an IRO has said, and not only types it; left out, they do. */
  readonly businessSupportSends?: boolean;
  /** Person ids of those who hold some posts for a team on a day; left out, it is taken that somebody does. */
  readonly holdersOf?: (
    asked: { readonly team: string | null; readonly posts: PostKind[] },
    children: readonly string[],
    on: LocalDate,
  ) => readonly string[];
}

export const recommendationsStream = (reference: string): string => `recommendations-${reference}`;

export const standingOf = (
  state: Pick<RecommendationsState, 'answer' | 'agreedBySilence' | 'dispute' | 'letStandBecause' | 'withdrawnBecause'>,
): RecommendationsStanding => {
  if (state.withdrawnBecause !== null) return 'withdrawn';
  if (state.answer?.what === 'disagreed') {
    return state.dispute === null && state.letStandBecause === null ? 'to-decide' : 'decided';
  }
  if (state.answer !== null) return 'agreed';
  return state.agreedBySilence ? 'agreed-by-silence' : 'awaiting-answer';
};

const NOTHING_DECIDED = {
  ...{ dispute: null, letStandBecause: null, letStandBy: null, letStandAt: null },
  withdrawnBecause: null,
} as const;

type Asked = Pick<RecommendationsState, 'answer' | 'agreedBySilence' | 'dueAt' | 'notYetCertain' | 'withdrawnBecause'>;

/** An answer that came when silence had spoken already. */
export const isAnsweredAfterSilence = (state: Pick<Asked, 'answer' | 'dueAt' | 'notYetCertain'>): boolean => {
  const { answer } = state;
  return answer !== null && missedAt(answerDate(state, answer.answeredAt), answer.answeredAt) !== null;
};

/** Nobody has answered and the time is over, which is not on record yet. */
export const isSilentTooLong = (state: Asked, now: Instant): boolean =>
  state.withdrawnBecause === null &&
  !state.agreedBySilence &&
  isLate(answerDate(state, state.answer?.answeredAt ?? null), now);

export const recommendationsDecider: Decider<
  RecommendationsState | null,
  RecommendationsAct,
  RecommendationsEvent,
  RecommendationsContext
> = {
  initial: null,

  evolve: (state, event) => {
    if (event.type === 'RecommendationsSent') {
      const { sentOn: countedFrom } = event.data;
      return { ...event.data, countedFrom, answer: null, agreedBySilence: false, ...NOTHING_DECIDED };
    }
    if (state === null) return state;
    const { actor, occurredAt: answeredAt } = event.metadata;
    const { person } = actor;
    switch (event.type) {
      case 'RecommendationsDateSet': {
        const { dueOn, dueAt, notYetCertain } = event.data;
        return { ...state, dueOn, dueAt, notYetCertain };
      }
      case 'RecommendationsMovedToTeam': {
        const { from: _from, to: team, notYetCertain, ...date } = event.data;
        return { ...state, ...date, team, notYetCertain, countedFrom: londonDate(answeredAt) };
      }
      case 'RecommendationsAgreed': {
        const { role, note: words } = event.data;
        return { ...state, answer: { what: 'agreed', person, role, answeredAt, words } };
      }
      case 'RecommendationsDisagreed': {
        const { role, reason: words } = event.data;
        return { ...state, answer: { what: 'disagreed', person, role, answeredAt, words } };
      }
      case 'RecommendationsAgreedBySilence':
        return { ...state, agreedBySilence: true };
      case 'RaisedOverDisagreement':
        return { ...state, dispute: event.data.dispute };
      case 'DisagreementLetStand':
        return { ...state, letStandBecause: event.data.reason, letStandBy: actor, letStandAt: answeredAt };
      case 'RecommendationsAnswerTakenBack':
        return { ...state, answer: null };
      case 'RecommendationsWithdrawn':
        return { ...state, withdrawnBecause: event.data.reason };
      default:
        return state;
    }
  },

  decide: (act, state, context) => {
    if (act.type === 'send') return send(act, state, context);
    if (state === null) return notSent();
    switch (act.type) {
      case 'agree':
        return agree(act, state, context);
      case 'disagree':
        return disagree(act, state, context);
      case 'count-as-agreed':
        mustBeTheProgram(context);
        return silenceOf(state, context);
      case 'count-anew':
        mustBeTheProgram(context);
        return countAnew(act.reason, state, context);
      case 'move-to-team':
        mustBeTheProgram(context);
        return moveToTeam(act, state, context);
      case 'note-raised':
        return noteRaised(act, state);
      case 'let-stand':
        return letStand(act, state);
      case 'take-back-answer':
        return takeBackAnswer(act, state, context);
      case 'withdraw':
        return withdraw(act, state);
      default:
        return assertNever(act);
    }
  },
};

const send = (
  { type: _, recommendations, ...review }: SendRecommendations,
  state: RecommendationsState | null,
  { protocols, calendar, now, today, actor, businessSupportSends }: RecommendationsContext,
): RecommendationsEvent[] => {
  mustBeSentByTheIro(actor, businessSupportSends);
  if (state !== null) return refuse('sent-already', 'These recommendations were sent already. Read what came of them.');
  const { version: protocolVersion, protocol } = protocols.inForceOn(today);
  if (protocol.recommendations === undefined) {
    return refuse('no-clock-for-recommendations', NO_CLOCK_FOR_RECOMMENDATIONS);
  }
  mustBeRecommendations(recommendations);
  mustBeADayUntil(review.reviewedOn, today);
  return [
    {
      type: 'RecommendationsSent',
      data: {
        ...review,
        recommendations: recommendations.map((each, index) => ({ number: `R${index + 1}`, ...each })),
        protocolVersion,
        answeredBy: [...protocol.recommendations.answeredBy],
        sentOn: today,
        ...recommendationsDeadlineFor(protocol.recommendations, now, calendar),
      },
    },
  ];
};

const mustBeRecommendations = (recommendations: SendRecommendations['recommendations']): void => {
  if (recommendations.length === 0) invalid('no-recommendations', 'List at least one recommendation of the review.');
  for (const { what, by } of recommendations) {
    if (what.trim() === '') invalid('words-missing', 'Write what each recommendation asks for.');
    if (by !== null && !isLocalDate(by))
      invalid('not-a-date', 'This is not a date that exists. Write it as 2022-04-14.');
  }
};

const mustBeADayUntil = (reviewedOn: LocalDate, today: LocalDate): void => {
  if (!isLocalDate(reviewedOn)) invalid('not-a-date', 'This is not a date that exists. Write it as 2022-04-14.');
  if (reviewedOn > today) invalid('date-in-future', 'The day of the review cannot be after today. Check the date.');
};

const agree = (
  { note }: Agree,
  state: RecommendationsState,
  context: RecommendationsContext,
): RecommendationsEvent[] => [
  ...silenceOf(state, context),
  { type: 'RecommendationsAgreed', data: { role: mustBeAsked(state, context), note } },
];

/** Late too: it then stands beside the agreement by silence, which is not taken back. */
const disagree = (
  { reason }: Disagree,
  state: RecommendationsState,
  context: RecommendationsContext,
): RecommendationsEvent[] => {
  if (reason.trim() === '') invalid('words-missing', 'Write why you disagree: the IRO goes on from there.');
  return [
    ...silenceOf(state, context),
    { type: 'RecommendationsDisagreed', data: { role: mustBeAsked(state, context), reason } },
  ];
};

/** @throws Refusal `withdrawn`, `answered-already`, `answer-not-yours` */
const mustBeAsked = (state: RecommendationsState, { actor }: RecommendationsContext): PostKind => {
  mustStand(state);
  if (state.answer !== null)
    refuse(
      'answered-already',
      'These recommendations were answered. Whoever answered can take that back, if it was a mistake.',
    );
  const role = state.answeredBy.find((post) => post === actor.role);
  if (role !== undefined) return role;
  return notYours(
    'answer-not-yours',
    `Whether the team agrees is for ${anyOfPosts(state.answeredBy)} to say. Ask them.`,
  );
};

/**
 * Once, with the moment that passed, whoever notices and however late. A date that is not yet certain lets nobody have agreed; nor was
 * anybody silent where nobody held a post that is asked on that day.
 */
const silenceOf = (state: RecommendationsState, { now, holdersOf }: RecommendationsContext): RecommendationsEvent[] => {
  const { dueOn, dueAt, team, answeredBy: posts, child } = state;
  if (!isSilentTooLong(state, now) || holdersOf?.({ team, posts }, [child], dueOn).length === 0) return [];
  return [{ type: 'RecommendationsAgreedBySilence', data: { dueOn, dueAt } }];
};

/**
 * The child went to another team while an answer is awaited: that team is asked. Where other people are asked by it, the time to answer
 * begins anew, for silence means agreed, and nobody agrees who was not asked in time.
 */
const moveToTeam = (
  { to }: MoveToTeam,
  state: RecommendationsState,
  context: RecommendationsContext,
): RecommendationsEvent[] => {
  const silence = silenceOf(state, context);
  if (silence.length > 0 || standingOf(state) !== 'awaiting-answer' || to === state.team) return silence;
  const { team: from } = state;
  return [{ type: 'RecommendationsMovedToTeam', data: { from, to, ...dateAt(to, state, context) } }];
};

const dateAt = (
  to: string,
  { team, child, answeredBy: posts, protocolVersion, dueOn, dueAt, rule, notYetCertain }: RecommendationsState,
  { protocols, calendar, now, today, holdersOf }: RecommendationsContext,
): Omit<RecommendationsMovedToTeam, 'from' | 'to'> => {
  const asked = (of: string | null): string | undefined => holdersOf?.({ team: of, posts }, [child], today).join(' ');
  const byRule = protocols.version(protocolVersion).protocol.recommendations;
  return byRule === undefined || (holdersOf !== undefined && asked(team) === asked(to))
    ? { dueOn, dueAt, rule, ...(notYetCertain === true ? { notYetCertain } : {}) }
    : recommendationsDeadlineFor(byRule, now, calendar);
};

/** A disagreement that was first let stand may be raised after all; both stay on record. */
const noteRaised = ({ dispute, isHidden }: NoteRaised, state: RecommendationsState): RecommendationsEvent[] => {
  if (state.dispute === dispute) return [];
  mustAwaitTheIro(state, isHidden);
  return [{ type: 'RaisedOverDisagreement', data: { dispute } }];
};

const letStand = ({ reason, isHidden }: LetStand, state: RecommendationsState): RecommendationsEvent[] => {
  if (reason.trim() === '') invalid('words-missing', 'Write why nothing is raised: that is what the record keeps.');
  mustAwaitTheIro(state, isHidden);
  if (state.letStandBecause === reason) return [];
  return [{ type: 'DisagreementLetStand', data: { reason } }];
};

/**
 * A mistake of the person who answered: they, or others of those asked, answer again. If the time is over, silence has spoken by then.
 *
 * @throws Refusal `withdrawn`, `not-answered`, `answer-not-yours`, `decided-already`
 */
const takeBackAnswer = (
  { reason, isHidden = false }: TakeBackAnswer,
  state: RecommendationsState,
  context: RecommendationsContext,
): RecommendationsEvent[] => {
  const { actor } = context;
  mustStand(state);
  if (reason.trim() === '') invalid('words-missing', 'Write what was wrong about the answer.');
  const { answer, dispute, letStandBecause } = state;
  if (answer === null) return refuse('not-answered', 'Nobody has answered, so there is nothing to take back.');
  if (answer.person !== actor.person) notYours('answer-not-yours', 'Only whoever answered takes it back. Tell them.');
  if ((dispute !== null && !isHidden) || letStandBecause !== null)
    refuse('decided-already', 'The IRO has decided what follows from this answer. Tell the IRO that it was a mistake.');
  return [
    { type: 'RecommendationsAnswerTakenBack', data: { reason } },
    ...silenceOf({ ...state, answer: null }, context),
  ];
};

/**
 * Sent by mistake. The answer stays on record, and nothing follows from it.
 *
 * @throws Refusal `withdrawn`, `raised-already`
 */
const withdraw = (
  { reason, isHidden = false }: WithdrawRecommendations,
  state: RecommendationsState,
): RecommendationsEvent[] => {
  mustStand(state);
  if (reason.trim() === '') invalid('words-missing', 'Write why they are withdrawn.');
  if (state.dispute !== null && !isHidden)
    refuse('raised-already', 'A dispute was raised over this disagreement. Go on there.');
  return [{ type: 'RecommendationsWithdrawn', data: { reason } }];
};

/** @throws Refusal `withdrawn` */
const mustStand = ({ withdrawnBecause }: Pick<RecommendationsState, 'withdrawnBecause'>): void => {
  if (withdrawnBecause !== null)
    refuse('withdrawn', 'These recommendations were withdrawn, so nothing is asked. Send new ones if they are needed.');
};

/**
 * @param isHidden the sender may not know of the dispute on record
 * @throws Refusal `withdrawn`, `not-disagreed`, `raised-already`
 */
export const mustAwaitTheIro = (state: RecommendationsState, isHidden = false): void => {
  const { answer, dispute } = state;
  mustStand(state);
  if (dispute !== null && !isHidden)
    refuse('raised-already', 'A dispute was raised over this disagreement. Go on there.');
  if (answer?.what !== 'disagreed') {
    refuse('not-disagreed', 'Nobody has disagreed with these recommendations, so there is nothing to decide.');
  }
};

const notSent = (): never => {
  throw new Refusal('not-found', 'recommendations-not-sent', 'There are no such recommendations. Send them first.');
};
