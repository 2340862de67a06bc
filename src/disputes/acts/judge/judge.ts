import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { PostKind, Stage } from '../../../protocol/protocol.js';
import { agreedInOrder } from '../../agreed-actions.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, Matter, Round } from '../../dispute.js';
import type { DisputeEvent, Verdict } from '../../events.js';
import { mustBeOpen, mustSay, notYours, seatIn } from '../../rules.js';
import { judgesOf, roundToJudge, settlingJudges, stageOfRound, withStanding } from '../../time/standing.js';

/** The judge of the stage says whether the answer settles it. */
export interface Judge {
  type: 'judge';
  verdict: Verdict;
  reason: string;
}

type Judgement = Extract<DisputeEvent, { type: 'AnswerAccepted' | 'AnswerRejected' }>;

/**
 * A judge of the stage says whether the answer settles it. Each judge's latest word counts; when all who must be satisfied are,
 * the actions of the answer are agreed.
 *
 * @throws Refusal `no-answer-to-judge`, `judging-not-yours`, `own-answer`
 */
export const judge = (act: Judge, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'the reason');
  const round = roundToJudge(matter) ?? noAnswerToJudge();
  const stage = stageOfRound(round, context.protocols);
  const role = mustBeAJudge(seatIn(matter, context), stage);
  mustNotJudgeOwnAnswer(round, context.actor.person);
  return [
    withStanding(judgement(act, round, role), state, context),
    ...(act.verdict === 'satisfied' && isSettledBy(role, round, stage) ? actionsAgreed(matter, round) : []),
  ];
};

const judgement = ({ verdict, reason }: Judge, { number: round }: Round, role: PostKind): Judgement => {
  const standing = 'awaiting-judgement';
  return verdict === 'satisfied'
    ? { type: 'AnswerAccepted', data: { round, role, reason, standing } }
    : { type: 'AnswerRejected', data: { round, role, verdict, reason, standing } };
};

const noAnswerToJudge = (): never =>
  refuse('no-answer-to-judge', 'There is no complete answer to judge yet. Wait for it, chase it, or escalate.');

const mustBeAJudge = (seat: PostKind | null, stage: Stage): PostKind =>
  seat !== null && judgesOf(stage).includes(seat)
    ? seat
    : notYours(
        'judging-not-yours',
        'The protocol names other judges for this stage. The IRO can record their own view.',
      );

/** The answer and its judgement are separate acts by separate people. Whoever wrote down what a meeting decided gave no answer. */
const mustNotJudgeOwnAnswer = (round: Round, person: string): void => {
  if (round.answers.some((given) => given.meeting === undefined && given.person === person)) {
    notYours('own-answer', 'You gave this answer, so somebody else judges it.');
  }
};

const isSettledBy = (role: PostKind, round: Round, stage: Stage): boolean =>
  settlingJudges(stage).every((each) => each === role || round.verdicts[each] === 'satisfied');

/** Agreed once, however often a judge thinks again. */
const actionsAgreed = (matter: Matter, round: Round): DisputeEvent[] => {
  if (matter.actions.some((action) => action.round === round.number)) return [];
  return agreedInOrder(
    matter,
    round.answers.flatMap((given) => given.actions),
  );
};

export const judgeAct = disputeAct({
  type: 'judge',
  decide: judge,
  route: 'judge',
  sample: (): Judge => ({ type: 'judge', verdict: 'not', reason: WORDS }),
  events: {
    AnswerAccepted: { version: 1, sentence: ({ who }) => `${who} accepted the answer.` },
    AnswerRejected: {
      version: 1,
      sentence: ({ who, data }) => `${who} did not accept the answer${data.verdict === 'partly' ? ' in full' : ''}.`,
    },
    ActionAgreed: {
      version: 1,
      sentence: ({ data, dated }) => `An action was agreed${dated('to be done by', data.action?.by)}.`,
    },
  },
});
