import type { PostKind } from '../../../protocol/protocol.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { ChallengeDecisionRecorded, DisputeEvent, Verdict } from '../../events.js';
import { currentStage, stagesAbove } from '../../rules.js';
import {
  afterThese,
  answering,
  isAnswered,
  judgesOf,
  roundToJudge,
  stageOfRound,
  standingOf,
  type StillToAnswer,
  stillToAnswer,
  withStanding,
} from '../../time/standing.js';

type Decided = Pick<ChallengeDecisionRecorded, 'meeting' | 'decision' | 'discussion' | 'actions' | 'iroView'>;

/** The decisions about the answer of a stage, or in its place. */
const DECIDES: readonly Decided['decision'][] = ['decided', 'decided-accepted', 'decided-not-accepted', 'take-it-up'];

/**
 * The decision of a challenge meeting about a case is the answer of the stage that waits for one, and with the IRO's own view, said since that
 * stage began, the verdict on it. Without that view, or with one on an answer of a stage below, there is no verdict: it is for the IRO. If the protocol names other judges, they judge. Nothing is
 * ended by it.
 *
 * A tracking meeting that takes a case up has decided what its stage waited for, and that it goes up: nobody answers or judges it there.
 *
 * @param times whether the meeting times the stage
 * @param state as the decision itself has left it
 * @param words the IRO's own in the meeting; null where they said none there
 */
export const answerOfMeeting = (
  decided: Decided,
  state: DisputeState,
  words: string | null,
  times: boolean,
  context: DisputeContext,
): DisputeEvent[] => {
  if (!DECIDES.includes(decided.decision)) return [];
  if (decided.decision === 'take-it-up' && !(times && waitsToBeTakenUp(state, context))) return [];
  const answers = answersOf(decided, state, times, context);
  const after = afterThese(answers, state, context);
  return [...answers, ...verdictOf(decided, after, words, context)];
};

/** Its stage waits for what a meeting decides, and the ladder goes on above it. */
const waitsToBeTakenUp = (state: DisputeState, context: DisputeContext): boolean =>
  state.status === 'open' &&
  currentStage(state.matter, context).needs === 'meeting-decision' &&
  stagesAbove(state.matter, context).length > 0;

/** For one of the posts still to answer, or for each of them, as the stage says. The actions are agreed already, by the decision. */
const answersOf = (decided: Decided, state: DisputeState, times: boolean, context: DisputeContext): DisputeEvent[] => {
  const answers: DisputeEvent[] = [];
  let before = state;
  for (;;) {
    if (before.status !== 'open') return answers;
    const { matter } = before;
    const round = currentRound(matter);
    if (isAnswered(round) || standingOf(matter, context.protocols) !== 'awaiting-answer') return answers;
    const stage = stageOfRound(round, context.protocols);
    const still = stillToAnswer(round, stage);
    const role = postAnswering(matter, decided.meeting, still, times, context);
    if (role === undefined) return answers;
    const teams = still.filter(({ posts }) => posts.includes(role)).flatMap(({ team }) => team ?? []);
    const given: Extract<DisputeEvent, { type: 'AnswerGiven' }> = {
      type: 'AnswerGiven',
      data: {
        ...{ round: round.number, stage: round.stage, answeredOn: context.today },
        agreement: null,
        reasons: decided.discussion,
        ...{ actions: [], evidence: null, adviceGiven: [] },
        ...answering(role, teams, round, stage),
        standing: 'awaiting-answer',
        meeting: decided.meeting,
        ...(decided.decision === 'take-it-up' && { takenUp: true as const }),
      },
    };
    const answer = withStanding(given, before, context);
    answers.push(answer);
    before = afterThese([answer], before, context);
  }
};

/**
 * A post of those asked that sits in the meeting; else any of them, where the meeting times the stage or somebody sits in it who answers at a
 * stage above. A meeting of others takes no manager's answer from them.
 */
const postAnswering = (
  matter: Matter,
  meeting: string,
  still: readonly StillToAnswer[],
  times: boolean,
  context: DisputeContext,
): PostKind | undefined => {
  const { posts = [] } = matter.tabled.find((each) => each.meeting === meeting) ?? {};
  const stillTo = still.flatMap((each) => each.posts);
  const sits = stillTo.find((post) => posts.includes(post));
  const above = stagesAbove(matter, context).flatMap(({ addressees }) => addressees);
  if (sits !== undefined) return sits;
  return times || above.some((post) => posts.includes(post)) ? stillTo[0] : undefined;
};

/** The IRO's, on record since the stage began, where it is the IRO who judges and has not yet. */
const verdictOf = (
  { meeting, decision, discussion, iroView }: Decided,
  state: DisputeState,
  words: string | null,
  context: DisputeContext,
): DisputeEvent[] => {
  if (state.status !== 'open' || decision === 'take-it-up' || decision === 'decided') return [];
  const round = roundToJudge(state.matter);
  if (round === undefined || round.number !== currentRound(state.matter).number) return [];
  if (state.matter.iroView === null) return [];
  const view = iroView ?? state.matter.iroView;
  if (isAccepting(view) !== (decision === 'decided-accepted')) return [];
  const stage = stageOfRound(round, context.protocols);
  if (!judgesOf(stage).includes('iro') || round.verdicts.iro === view) return [];
  const said = {
    round: round.number,
    role: 'iro',
    reason: words ?? discussion,
    meeting,
    standing: 'awaiting-judgement',
  } as const;
  const verdict: Extract<DisputeEvent, { type: 'AnswerAccepted' | 'AnswerRejected' }> =
    view === 'satisfied'
      ? { type: 'AnswerAccepted', data: said }
      : { type: 'AnswerRejected', data: { ...said, verdict: view } };
  return [withStanding(verdict, state, context)];
};

const isAccepting = (view: Verdict): boolean => view === 'satisfied';
