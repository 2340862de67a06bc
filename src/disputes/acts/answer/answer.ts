import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import type { PostKind } from '../../../protocol/protocol.js';
import type { DocumentNamed } from '../../../documents/events.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter, type Round } from '../../dispute.js';
import type { Agreement, AnswerGiven, DisputeEvent, WantedAction, WantedResponse } from '../../events.js';
import {
  invalid,
  mustBeOpen,
  mustSay,
  mustStillBeAsked,
  notYours,
  ownTeamsAmong,
  postAnswering,
  protocolOf,
} from '../../rules.js';
import { isOfSeveralTeams, teamsAsked } from '../../teams-asked.js';
import { answering, isAnswered, stageOfRound, stillToAnswer, withStanding } from '../../time/standing.js';
import { helpWithAnswer } from '../../writing-help.js';
import { helpWithResponses, responsesMustBeSound } from './responses.js';

/** The manager's answer. Nobody can alter it afterwards. */
export interface Answer {
  type: 'answer';
  agreement: Agreement;
  reasons: string;
  /** The responses to the actions that were asked for; may be left out. */
  responses?: WantedResponse[];
  actions: WantedAction[];
  evidence: string | null;
  /** Left out where there is none. */
  documents?: DocumentNamed[];
  /** If siblings' teams must each answer, the ids of the teams for which this does; those of the sender unless told. */
  forTeams?: string[];
}

/**
 * The manager says agree, partly or disagree, with reasons and actions. The answer stands as given: nobody alters it, and lateness
 * is worked out from its date for ever.
 *
 * @throws Refusal `answer-not-yours`, `answer-already-given`, `accepted-already`, `team-not-asked`, and those of {@link responsesMustBeSound}
 */
export const answer = (act: Answer, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  return answered(act, roundToAnswer(matter, context), matter, state, context);
};

/** One answer to a round, from one of the posts asked. @param entered where it was entered for somebody outside of the council */
export const answered = (
  act: Omit<Answer, 'type'>,
  { round, role }: RoundToAnswer,
  matter: Matter,
  state: DisputeState,
  context: DisputeContext,
  entered: Pick<AnswerGiven, 'enteredFor'> = {},
): DisputeEvent[] => {
  mustSay(act.reasons, 'the reasons for the answer');
  act.actions.forEach((action) => mustSay(action.what, 'what will be done, in each action'));
  const responses = act.responses ?? [];
  responsesMustBeSound(responses, matter);
  mustNotBeAnswered(round);
  mustStillBeAsked(matter);
  const from = answeringFor(act, round, role, matter, context);
  const given: AnswerGivenEvent = {
    type: 'AnswerGiven',
    data: {
      round: round.number,
      stage: round.stage,
      answeredOn: context.today,
      agreement: act.agreement,
      reasons: act.reasons,
      ...(responses.length === 0 ? {} : { responses }),
      actions: act.actions,
      evidence: act.evidence,
      ...(act.documents === undefined ? {} : { documents: act.documents }),
      adviceGiven: [...helpWithAnswer(act.actions, context.today), ...helpWithResponses(responses, matter)],
      ...from,
      ...entered,
      standing: 'awaiting-answer',
    },
  };
  return [withStanding(given, state, context)];
};

/** A round, and the post from which it is answered. */
export interface RoundToAnswer {
  readonly round: Round;
  readonly role: PostKind;
}

type AnswerGivenEvent = Extract<DisputeEvent, { type: 'AnswerGiven' }>;

/**
 * The round that runs, for those it is addressed to. A manager whose stage was left without an answer may still give it: it is
 * recorded against that stage, late, and lets the judge recall the higher one.
 */
const roundToAnswer = (matter: Matter, context: DisputeContext): RoundToAnswer => {
  for (const round of matter.rounds.toReversed()) {
    const role = postAnswering(round, context);
    if (role !== null) return { round, role };
  }
  return answeringIsForAddressees(matter, context);
};

const answeringIsForAddressees = (matter: Matter, context: DisputeContext): never =>
  notYours(
    'answer-not-yours',
    `This is addressed to ${anyOfPosts(currentRound(matter).addressee.posts, protocolOf(matter, context))}. Add a note, or ask for it to be redirected.`,
  );

const mustNotBeAnswered = (round: Round): void => {
  if (isAnswered(round))
    refuse('answer-already-given', 'This stage has its answer, and an answer is never changed. Add a note instead.');
};

/** From which post the answer comes, for which of several teams, and whether it makes the answer of the stage whole. */
const answeringFor = (
  act: Omit<Answer, 'type'>,
  round: Round,
  role: PostKind,
  matter: Matter,
  context: DisputeContext,
): ReturnType<typeof answering> => {
  const stage = stageOfRound(round, context.protocols);
  const open = stillToAnswer(round, stage).filter(({ posts }) => posts.includes(role));
  if (open.length === 0)
    refuse(
      'answer-already-given',
      'Your post has given its answer, and an answer is never changed. Add a note instead.',
    );
  const teams = open.flatMap(({ team }) => team ?? []);
  return answering(role, teamsAnswered(act, teams, round, matter, context), round, stage);
};

/** One says for whom; who says nothing answers for their own team, and who answers alone in place of the others for every team. */
const teamsAnswered = (
  act: Omit<Answer, 'type'>,
  open: readonly string[],
  round: Round,
  matter: Matter,
  context: DisputeContext,
): readonly string[] => {
  mustNameAsked(act, round);
  if (!isOfSeveralTeams(round.addressee)) return open;
  const { forTeams = [] } = act;
  const own = ownTeamsAmong(open, round, matter, context);
  const answered = forTeams.length > 0 ? open.filter((team) => forTeams.includes(team)) : own;
  if (answered.length > 0) return answered;
  return refuse(
    'answer-already-given',
    'Your team has given its answer, and an answer is never changed. Add a note, or name in forTeams the other team for which you answer.',
  );
};

const mustNameAsked = ({ forTeams = [] }: Pick<Answer, 'forTeams'>, { addressee }: Round): void => {
  const asked = teamsAsked(addressee);
  if (forTeams.some((team) => !asked.includes(team)))
    invalid('team-not-asked', 'Name in forTeams only teams that must answer this stage, or leave it out.');
};

const ANSWERED = {
  agree: 'agreed with',
  partly: 'partly agreed with',
  disagree: 'disagreed with',
  unseen: 'answered',
} as const satisfies Record<Agreement | 'unseen', string>;

export const answerAct = disputeAct({
  type: 'answer',
  decide: answer,
  route: 'answer',
  sample: (): Answer => ({ type: 'answer', agreement: 'agree', reasons: WORDS, actions: [], evidence: null }),
  events: {
    AnswerGiven: {
      version: 1,
      sentence: ({ who, words, A, data }) =>
        data.inRegister
          ? `The register has it that ${data.inRegister.saidBy ?? 'somebody'} ${ANSWERED[data.agreement ?? 'unseen']} the ${words.dispute}.`
          : !data.enteredFor
            ? `${data.meeting === undefined ? who : A(words.meeting)} ${ANSWERED[data.agreement ?? 'unseen']} the ${words.dispute}.`
            : `${who} entered the answer of ${data.enteredFor.saidBy}, who ${ANSWERED[data.agreement ?? 'unseen']} the ${words.dispute}.`,
    },
  },
});
