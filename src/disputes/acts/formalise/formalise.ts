import { disputeAct, WORDS, ANOTHER } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { isOwnPractice } from '../../own-practice.js';
import { mustBeAllowedToTakeBack, mustBeOpen, mustSay } from '../../rules.js';

/** Ends the informal dispute because a formal one, already raised and linked, continues it. Sent by the formalising use case. */
export interface Formalise {
  type: 'formalise';
  formal: string;
  reason: string;
}

/**
 * The informal dispute ends because a formal one, raised and linked, continues it. Both are counted.
 *
 * @throws Refusal `formal-already`, `formal-missing`, `taking-back-not-yours`
 */
export const formalise = (act: Formalise, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  if (currentRound(matter).stage > 0)
    refuse('formal-already', 'This is on the ladder of stages already. Escalate it instead.');
  // It goes up by this and is not suppressed, so the post that raised it may do it too.
  const isOwn = isOwnPractice(matter.subject, context.actor);
  const raisedIt = !isOwn && matter.raisedBy.role !== null && context.actor.role === matter.raisedBy.role;
  if (!raisedIt) mustBeAllowedToTakeBack(matter, context, 'continue this formally');
  mustSay(act.formal, 'which formal dispute continues it');
  mustSay(act.reason, 'why it becomes formal');
  if (act.formal === matter.reference) refuse('linked-to-itself', 'The formal dispute needs a reference of its own.');
  return [{ type: 'DisputeFormalised', data: { formal: act.formal, reason: act.reason } }];
};

export const formaliseAct = disputeAct({
  type: 'formalise',
  decide: formalise,
  route: 'formalise',
  sample: (): Formalise => ({ type: 'formalise', formal: ANOTHER, reason: WORDS }),
  events: {
    DisputeFormalised: {
      version: 1,
      sentence: ({ who, words, a, data, reference }) =>
        `${who} continued the ${words.informal} as ${a(words.formal)}${data.formal ? `, ${reference(data.formal)}` : ''}.`,
    },
  },
});
