import { postThatMay, type RelationsFrom } from '../../access/access.js';
import { actorFrom, type Asker } from '../../access/asker.js';
import { Refusal } from '../../platform/decider.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import type { DisputeAct } from '../acts.js';
import type { DisputeContext } from '../context.js';
import { disputeDecider } from '../decide.js';
import type { DisputeState } from '../dispute.js';
import { legalAdviceDecider } from '../legal-advice/legal-advice.js';
import { type ActOfPeople, sampleActs, sampleLegalAdvice } from './sample-acts.js';

/** What is wrong with these is the words of the sample, which a person would choose better. */
const ABOUT_THE_WORDS: readonly string[] = ['theme-unchanged', 'theme-not-in-use'];

/** The rules themselves are asked, so that nothing is offered that they would refuse. */
const isLetThrough = (decide: () => unknown): boolean => {
  try {
    decide();
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
  const isAllowed = (act: ActOfPeople | 'record-legal-advice', decideAs: (actor: Actor) => unknown): boolean => {
    const post = postThatMay(asker, `dispute.${act}`, relationsFrom);
    return post !== undefined && isLetThrough(() => decideAs(actorFrom(asker, post)));
  };
  const samples = Object.entries(sampleActs('matter' in state ? state.matter : null, context.today)) as [
    ActOfPeople,
    DisputeAct,
  ][];
  const onTheDispute = samples
    .filter(([type, act]) => isAllowed(type, (actor) => disputeDecider.decide(act, state, { ...context, actor })))
    .map(([type]) => type);
  const { type } = sampleLegalAdvice(context.today);
  const besideIt = isAllowed(type, (actor) =>
    legalAdviceDecider.decide(sampleLegalAdvice(context.today), [], {
      ...{ dispute: state, disputeRevision: 0 },
      ...{ actor, today: context.today },
    }),
  );
  return [...onTheDispute, ...(besideIt ? [type] : [])].sort();
};
