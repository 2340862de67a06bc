import { postThatMay, type RelationsFrom } from '../../access/access.js';
import { actorFrom, type Asker } from '../../access/asker.js';
import { Refusal } from '../../platform/decider.js';
import type { DisputeAct } from '../acts.js';
import type { DisputeContext } from '../context.js';
import { disputeDecider } from '../decide.js';
import type { DisputeState } from '../dispute.js';
import { sampleActs } from './sample-acts.js';

/** What is wrong with these is the words of the sample, which a person would choose better. */
const ABOUT_THE_WORDS: readonly string[] = ['theme-unchanged', 'theme-not-in-use'];

/** The rules themselves are asked, so that nothing is offered that they would refuse. */
const wouldBeLetThrough = (act: DisputeAct, state: DisputeState, context: DisputeContext): boolean => {
  try {
    disputeDecider.decide(act, state, context);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return ABOUT_THE_WORDS.includes(error.code);
  }
};

/**
 * The acts that the access table and the rules of the process allow this person now, in alphabetical order. Nothing is written.
 *
 * @param context what a decision would look at, but for who acts
 */
export const allowedActs = (
  state: DisputeState,
  asker: Asker,
  relationsFrom: RelationsFrom,
  context: Omit<DisputeContext, 'actor'>,
): string[] => {
  const samples = sampleActs('matter' in state ? state.matter : null, context.today);
  return Object.values(samples)
    .filter((act) => {
      const post = postThatMay(asker, `dispute.${act.type}`, relationsFrom);
      return post !== undefined && wouldBeLetThrough(act, state, { ...context, actor: actorFrom(asker, post) });
    })
    .map(({ type }) => type)
    .sort();
};
