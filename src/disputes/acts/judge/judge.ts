import { disputeAct, WORDS } from '../dispute-act.js';
import { Refusal, refuse } from '../../../platform/decider.js';
import { standing as counting } from '../../../platform/taking-back.js';
import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import type { PostKind, Protocol, Stage, Words } from '../../../protocol/protocol.js';
import { londonDate } from '../../../calendar/dates.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { agreedInOrder, offeredBy } from '../../agreed-actions.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter, type Round } from '../../dispute.js';
import type { DisputeEvent, OfferedBy, Verdict, WantedAction } from '../../events.js';
import { isLeftOut } from '../../left-out.js';
import { isGivenByItsSender } from '../../given-by-its-sender.js';
import { invalid, mustBeOpen, mustNotBeFrozen, mustSay, notYours, seatIn } from '../../rules.js';
import { escalate } from '../escalate/escalate.js';
import { daysUntilAgreed } from '../../time/actions-given-back.js';
import { afterThese, judgesOf, roundToJudge, settlingJudges, stageOfRound, withStanding } from '../../time/standing.js';

/** The judge of the stage says whether the answer settles it. */
export interface Judge {
  type: 'judge';
  verdict: Verdict;
  reason: string;
  /** Partly satisfied: numbers of the actions that the answer offers, from 1, which stand all the same. None where left out. */
  actionsThatStand?: readonly number[];
  /** A person who is not satisfied sends it up with the same word and for the same reason; left out where that is decided later. */
  goesUp?: 'now';
}

type Judgement = Extract<DisputeEvent, { type: 'AnswerAccepted' | 'AnswerRejected' }>;

/**
 * A judge of the stage says whether the answer settles it. Each judge's latest word counts; when all who must be satisfied are,
 * the actions of the answer are agreed, with the days in which they were asked of nobody. A judge who is partly satisfied says which of the actions stand: those are agreed, and chased
 * like all others, while the rest goes on. The same word twice is refused, so that nobody is told it twice; and so is any word while it
 * is frozen: then it is decided first whether it goes on.
 *
 * @throws Refusal `frozen`, `judged-already`, `no-answer-to-judge`, `judging-not-yours`, `own-answer`, `actions-stand-in-part-only`, `no-such-offer`,
 *   `satisfied-goes-nowhere`, `has-gone-up`; and those of {@link escalate}
 */
export const judge = (act: Judge, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'the reason');
  const round = roundToJudge(matter);
  if (round === undefined) {
    mustNotBeFrozen(matter);
    return noAnswerToJudge();
  }
  const stage = stageOfRound(round, context.protocols);
  const { protocol } = context.protocols.version(round.protocolVersion);
  const role = mustBeAJudge(matter, round, stage, protocol, context);
  mustNotBeFrozen(matter);
  mustNotJudgeOwnAnswer(round, context.actor.person);
  const offers = offersOf(round, stage);
  const stand = standingOffers(act, offers);
  const agreed = act.verdict === 'satisfied' ? (isSettledBy(role, round, stage) ? offers : []) : stand;
  const actions = actionsAgreed(matter, round, agreed);
  const overturned = actionsOverturned(state, matter, round, role, act, stand);
  const isNews = round.verdicts[role] !== act.verdict || actions.length > 0;
  if (!isNews && act.goesUp === undefined)
    refuse(
      'judged-already',
      'That is what you have said of this answer already. Judge it again only where you think otherwise.',
    );
  const offeredOn = ({ offered }: { offered?: number }): LocalDate =>
    offers.find((offer) => offer.offered === offered)!.offeredOn;
  const days = daysUntilAgreed(actions, offeredOn, round.number, state, context);
  const judged = isNews
    ? [withStanding(judgement(act, round, role, overturned), state, context), ...actions, ...days]
    : [];
  return act.goesUp === undefined ? judged : [...judged, ...goingUp(act, round, judged, state, context)];
};

/** Up to the next stage, from the dispute as the judgement leaves it. */
const goingUp = (
  { verdict, reason }: Judge,
  judged: Round,
  events: readonly DisputeEvent[],
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  if (verdict === 'satisfied')
    throw new Refusal('invalid', 'satisfied-goes-nowhere', 'It goes up only where you are not satisfied, or in part.', {
      pointer: '/goesUp',
    });
  if (currentRound(mustBeOpen(state)).number !== judged.number)
    refuse(
      'has-gone-up',
      'It has gone up already, and this answer came from the stage before. Say only what you think of it.',
    );
  const after = afterThese(events, state, context);
  return escalate({ type: 'escalate', toStage: null, reason, meetingOn: null }, after, context);
};

/** The actions of all answers of the round, each with its number among them. */
const offersOf = (round: Round, stage: Stage): readonly Offer[] =>
  round.answers
    .flatMap((answer) => answer.actions.map((action) => ({ action, answer, by: offeredBy(answer, stage) })))
    .map(({ action, answer, by }, index) => ({
      ...action,
      offered: index + 1,
      offeredOn: londonDate(answer.answeredAt),
      ...(by === undefined ? {} : { offeredBy: by }),
    }));

type Offer = WantedAction & {
  readonly offered: number;
  readonly offeredOn: LocalDate;
  readonly offeredBy?: OfferedBy;
};

const standingOffers = ({ verdict, actionsThatStand = [] }: Judge, offers: readonly Offer[]): readonly Offer[] => {
  if (actionsThatStand.length > 0 && verdict !== 'partly') {
    invalid(
      'actions-stand-in-part-only',
      'Which actions stand is said by a judge who is partly satisfied; whoever is satisfied agrees all of them. Leave the list out.',
    );
  }
  return [...new Set(actionsThatStand)]
    .sort((a, b) => a - b)
    .map(
      (number) =>
        offers.find(({ offered }) => offered === number) ??
        invalid('no-such-offer', `The answer offers ${offers.length} actions, numbered from 1. Choose among those.`),
    );
};

const judgement = (
  { verdict, reason, actionsThatStand = [] }: Judge,
  { number: round }: Round,
  role: PostKind,
  overturned: readonly string[],
): Judgement => {
  const standing = 'awaiting-judgement';
  if (verdict === 'satisfied') return { type: 'AnswerAccepted', data: { round, role, reason, standing } };
  const stand = actionsThatStand.length === 0 ? {} : { actionsThatStand: [...actionsThatStand] };
  const withdrawn = overturned.length === 0 ? {} : { actionsWithdrawn: [...overturned] };
  return { type: 'AnswerRejected', data: { round, role, verdict, reason, ...stand, ...withdrawn, standing } };
};

/**
 * The actions that were agreed by the word that the judge takes for another, and are not done: they are asked of nobody any more, but for
 * those that stand all the same by this word, or by that of another judge who is partly satisfied.
 */
const actionsOverturned = (
  { story = [] }: DisputeState,
  { actions }: Matter,
  { number, verdicts }: Round,
  role: PostKind,
  { verdict }: Judge,
  stand: readonly Offer[],
): string[] => {
  const before = verdicts[role];
  if (before === undefined || verdict === 'satisfied' || (before !== 'satisfied' && verdict === 'partly')) return [];
  const words = counting(story).flatMap(({ type, data }) =>
    (type === 'AnswerAccepted' || type === 'AnswerRejected') && data.round === number && data.role !== role
      ? [data]
      : [],
  );
  const lastOfEach = [...Map.groupBy(words, (each) => each.role).values()].map((each) => each.at(-1)!);
  const ofOthers = lastOfEach.flatMap((word) => ('actionsThatStand' in word ? (word.actionsThatStand ?? []) : []));
  const stillStand = new Set([...stand.map(({ offered }) => offered), ...ofOthers]);
  return actions.flatMap(({ actionId, round, offered, doneOn }) =>
    round === number && doneOn === null && offered !== undefined && !stillStand.has(offered) ? [actionId] : [],
  );
};

const noAnswerToJudge = (): never =>
  refuse('no-answer-to-judge', 'There is no complete answer to judge yet. Wait for it, chase it, or escalate.');

/**
 * The post as which somebody judges: their own, or where a list keeps all who hold another one from it, the IRO who holds it in their place, or
 * nobody could.
 */
const mustBeAJudge = (
  matter: Matter,
  round: Round,
  stage: Stage,
  protocol: Protocol,
  context: DisputeContext,
): PostKind => {
  const seat = seatIn(matter, context);
  const judges = judgesOf(stage);
  if (seat !== null && judges.includes(seat)) return seat;
  const leftOut = seat === 'iro' ? judges.filter((judge) => isJudgeLeftOut(judge, matter, context)) : [];
  return (
    leftOut.find((judge) => round.verdicts[judge] === undefined) ??
    leftOut[0] ??
    notYours(
      'judging-not-yours',
      `An answer at this stage is judged by ${anyOfPosts(judges, protocol)}. The IRO can record their own view.`,
    )
  );
};

const isJudgeLeftOut = (
  judge: PostKind,
  { subject, heldBy, restrictedTo }: Matter,
  context: DisputeContext,
): boolean => {
  const addressee = { team: subject.team, posts: [judge] };
  return isLeftOut({ addressee, children: subject.children, heldBy, readers: restrictedTo }, context);
};

/** The answer and its judgement are separate acts by separate people. A person who wrote down a meeting’s or a partner’s answer gave none. */
const mustNotJudgeOwnAnswer = (round: Round, person: string): void => {
  if (round.answers.some((answer) => isGivenByItsSender(answer) && answer.person === person)) {
    notYours(
      'own-answer',
      'You gave this answer, so somebody else judges it: another judge of the stage, or another IRO, to whom an IRO manager hands this over.',
    );
  }
};

const isSettledBy = (role: PostKind, round: Round, stage: Stage): boolean =>
  settlingJudges(stage).every((each) => each === role || round.verdicts[each] === 'satisfied');

/** Each is agreed once, however often a judge thinks again. */
const actionsAgreed = (matter: Matter, round: Round, offers: readonly Offer[]): ReturnType<typeof agreedInOrder> => {
  const isAgreed = ({ offered }: Offer): boolean =>
    matter.actions.some((action) => action.round === round.number && action.offered === offered);
  return agreedInOrder(
    matter,
    offers.filter((offer) => !isAgreed(offer)),
  );
};

/** A meeting writes down the view that the IRO had on record: whoever takes its notes judges nothing. */
const judging = (who: string, { meeting }: { readonly meeting?: string | null }, words: Words): string =>
  meeting == null ? who : `The IRO, by the view on record at the ${words.meeting},`;

export const judgeAct = disputeAct({
  type: 'judge',
  decide: judge,
  route: 'judge',
  sample: (): Judge => ({ type: 'judge', verdict: 'not', reason: WORDS }),
  events: {
    AnswerAccepted: {
      version: 1,
      sentence: ({ who, data, words }) => `${judging(who, data, words)} accepted the answer.`,
    },
    AnswerRejected: {
      version: 1,
      sentence: ({ who, data, words }) =>
        `${judging(who, data, words)} did not accept the answer${data.verdict === 'partly' ? ' in full' : ''}.`,
    },
    ActionAgreed: {
      version: 1,
      sentence: ({ data, dated }) => `An action was agreed${dated('to be done by', data.action?.by)}.`,
    },
  },
});
