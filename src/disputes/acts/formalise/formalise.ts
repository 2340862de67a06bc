import { disputeAct, WORDS, ANOTHER } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Imported, isOpenInRegister, type Matter } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { goesOnFormally } from '../../goes-on-formally.js';
import { isOwnPractice } from '../../own-practice.js';
import { endedInRegister, mustBeAllowedToTakeBack, mustBeOpen, mustSay } from '../../rules.js';
import { afterThese } from '../../time/standing.js';
import { takenOnToGoOnFormally } from '../take-on/take-on.js';

/** Ends the informal dispute because a formal one, already raised and linked, continues it. Sent by the formalising use case. */
export interface Formalise {
  type: 'formalise';
  formal: string;
  reason: string;
}

/**
 * The informal dispute ends because a formal one, raised and linked, continues it. Both are counted. An informal row of a register that is open
 * ends so too.
 *
 * @throws Refusal `formal-already`, `formal-missing`, `taking-back-not-yours`, `ended-in-register`, `not-formal-under-this-protocol`
 */
export const formalise = (act: Formalise, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  if (state.status === 'imported') return rowFormalised(act, state, context);
  const matter = mustBeOpen(state);
  if (currentRound(matter).stage > 0)
    refuse('formal-already', 'This is on the ladder of stages already. Escalate it instead.');
  // It goes up by this and is not suppressed, so the post that raised it may do it too.
  const isOwn = isOwnPractice(matter.subject, context.actor);
  const raisedIt = !isOwn && matter.raisedBy.role !== null && context.actor.role === matter.raisedBy.role;
  if (!raisedIt) mustBeAllowedToTakeBack(matter, context, 'continue this formally');
  mustGoOnFormally(matter, context);
  return formalised(act, matter.reference);
};

const mustGoOnFormally = (matter: Matter, context: DisputeContext): void => {
  if (!goesOnFormally(matter, context))
    refuse(
      'not-formal-under-this-protocol',
      'The protocol in force does not let you continue this formally. Judge its answer, or once that is not enough or late, record that there is no agreement.',
    );
};

/** An informal row of a register goes on formally without being taken on before: it stays informal in its own year, and the formal one is in its own. */
const rowFormalised = (act: Formalise, state: Imported, context: DisputeContext): DisputeEvent[] => {
  if (!isOpenInRegister(state.facts)) endedInRegister();
  if (state.facts.kind === 'formal') refuse('formal-already', 'This is formal already. Take it on instead.');
  const taken = takenOnToGoOnFormally(state, context);
  const after = afterThese(taken, state, context);
  const matter = mustBeOpen(after);
  mustBeAllowedToTakeBack(matter, context, 'continue this formally');
  mustGoOnFormally(matter, context);
  return [...taken, ...formalised(act, state.reference)];
};

const formalised = ({ formal, reason }: Formalise, reference: string): DisputeEvent[] => {
  mustSay(formal, 'which formal dispute continues it');
  mustSay(reason, 'why it becomes formal');
  if (formal === reference) refuse('linked-to-itself', 'The formal dispute needs a reference of its own.');
  return [{ type: 'DisputeFormalised', data: { formal, reason } }];
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
