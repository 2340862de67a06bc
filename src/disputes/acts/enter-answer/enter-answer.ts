import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import { codeOfPost, isOutside } from '../../../protocol/own-posts.js';
import type { PostKind } from '../../../protocol/protocol.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, Matter } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import {
  invalid,
  mustTakePartInAsking,
  mustNotBeHeldByAnother,
  mustBeOpen,
  mustNotBeInFuture,
  mustSay,
} from '../../rules.js';
import { isAnswered } from '../../time/standing.js';
import { type Answer, answered, type RoundToAnswer } from '../answer/answer.js';
import { disputeAct, WORDS } from '../dispute-act.js';

export interface EnterAnswer extends Omit<Answer, 'type'> {
  type: 'enter-answer';
  /** Code of the post outside of the council; null where one alone is asked. */
  post: string | null;
  /** The person who gave the answer, and on which day. */
  saidBy: string;
  saidOn: LocalDate;
}

/**
 * The answer of a post outside of the council, whose holders do not sign in, as the IRO service has it from them. It is theirs: the person who
 * enters it may judge it. It counts from the moment at which it is entered, and the day on which it was given stands beside that.
 *
 * @throws Refusal `nobody-outside-asked`, `which-post-outside`, `said-before-raised`, and those of answering
 */
export const enterAnswer = (
  { type: _, post, saidBy, saidOn, ...answer }: EnterAnswer,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustTakePartInAsking(matter, context);
  mustNotBeHeldByAnother(matter, context);
  const asked = roundOfThePost(post, matter);
  mustSay(saidBy, 'who gave the answer');
  mustNotBeInFuture(saidOn, context.today, 'The day the answer was given');
  if (saidOn < matter.raisedOn)
    invalid(
      'said-before-raised',
      'The answer cannot be from before it was raised. Check the day on which it was given.',
    );
  return answered(answer, asked, matter, state, context, { enteredFor: { saidBy, saidOn } });
};

/** The round that runs, or the last one before it that such a post left without an answer. */
const roundOfThePost = (post: string | null, matter: Matter): RoundToAnswer => {
  const asked = matter.rounds
    .toReversed()
    .map((round) => ({ round, posts: round.addressee.posts.filter(isOutside) }))
    .filter(({ posts }) => posts.length > 0);
  const open = asked.find(({ round }) => !isAnswered(round)) ?? asked[0];
  if (open === undefined)
    return refuse(
      'nobody-outside-asked',
      'No post outside of the council is asked here, so there is no answer to enter. Those who are asked answer.',
    );
  return { round: open.round, role: postMeant(post, open) };
};

const postMeant = (
  post: string | null,
  { round, posts }: { readonly round: RoundToAnswer['round']; readonly posts: readonly PostKind[] },
): PostKind => {
  const left = posts.filter((each) => !round.answers.some(({ role }) => role === each));
  const [only, another] = left.length === 0 ? posts : left;
  if (post === null && another === undefined) return only!;
  const codes = posts.map(codeOfPost).join(', ');
  return (
    posts.find((each) => each === post || codeOfPost(each) === post) ??
    refuse('which-post-outside', `Say in post whose answer it is: ${codes}.`)
  );
};

export const enterAnswerAct = disputeAct({
  type: 'enter-answer',
  decide: enterAnswer,
  route: 'enter-answer',
  sample: ({ today }): EnterAnswer => ({
    type: 'enter-answer',
    post: null,
    saidBy: WORDS,
    saidOn: today,
    agreement: 'agree',
    reasons: WORDS,
    actions: [],
    evidence: null,
  }),
  events: {},
});
