import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { PostKind } from '../../../protocol/protocol.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, Matter, Round } from '../../dispute.js';
import type { DisputeEvent, Agreement, WantedAction } from '../../events.js';
import { mustBeOpen, mustSay, notYours, postAnswering } from '../../rules.js';
import { completes, isAnswered, stageOfRound, withStanding } from '../../time/standing.js';
import { helpWithAnswer } from '../../writing-help.js';

/** The manager's answer. Nobody can alter it afterwards. */
export interface Answer {
  type: 'answer';
  agreement: Agreement;
  reasons: string;
  actions: WantedAction[];
  evidence: string | null;
}

/**
 * The manager says agree, partly or disagree, with reasons and actions. The answer stands as given: nobody alters it, and lateness
 * is worked out from its date for ever.
 *
 * @throws Refusal `answer-not-yours`, `answer-already-given`
 */
export const answer = (act: Answer, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reasons, 'the reasons for the answer');
  act.actions.forEach((action) => mustSay(action.what, 'what will be done, in each action'));
  const { round, role } = roundToAnswer(matter, context);
  mustNotBeAnswered(round, role);
  const given: AnswerGivenEvent = {
    type: 'AnswerGiven',
    data: {
      round: round.number,
      stage: round.stage,
      answeredOn: context.today,
      role,
      agreement: act.agreement,
      reasons: act.reasons,
      actions: act.actions,
      evidence: act.evidence,
      adviceGiven: helpWithAnswer(act.actions),
      complete: completes(role, round, stageOfRound(round, context.protocols)),
      standing: 'awaiting-answer',
    },
  };
  return [withStanding(given, state, context)];
};

type AnswerGivenEvent = Extract<DisputeEvent, { type: 'AnswerGiven' }>;

/**
 * The round that runs, for those it is addressed to. A manager whose stage was left without an answer may still give it: it is
 * recorded against that stage, late, and lets the judge recall the higher one.
 */
const roundToAnswer = (matter: Matter, context: DisputeContext): { readonly round: Round; readonly role: PostKind } => {
  for (const round of matter.rounds.toReversed()) {
    const role = postAnswering(round, context);
    if (role !== null) return { round, role };
  }
  return answeringIsForAddressees();
};

const answeringIsForAddressees = (): never =>
  notYours('answer-not-yours', 'This is not addressed to your post. Add a note, or ask for it to be redirected.');

const mustNotBeAnswered = (round: Round, role: PostKind): void => {
  const alreadyByThisPost = round.answers.some((given) => given.role === role);
  if (alreadyByThisPost || isAnswered(round)) {
    refuse('answer-already-given', 'This stage has its answer, and an answer is never changed. Add a note instead.');
  }
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
      sentence: ({ who, words, data }) =>
        `${data.meeting === undefined ? who : 'A challenge meeting'} ${ANSWERED[data.agreement ?? 'unseen']} the ${words.dispute}.`,
    },
  },
});
