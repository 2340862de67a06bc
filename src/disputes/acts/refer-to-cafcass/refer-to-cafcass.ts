import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, Matter } from '../../dispute.js';
import type { DisputeEvent, ReferredToCafcass } from '../../events.js';
import { mustBeRaised, mustNotBeInFuture, mustSay, notYours, protocolOf } from '../../rules.js';

export interface ReferToCafcass extends ReferredToCafcass {
  type: 'refer-to-cafcass';
}

/**
 * The IRO may refer the case of a looked-after child to Cafcass at any point (Children Act 1989 s25B(3)), before, beside or after
 * the ladder, which keeps running. No protocol and no state of the dispute can forbid it.
 *
 * @throws Refusal `referring-not-yours`, `no-cafcass-route`
 */
export const referToCafcass = (act: ReferToCafcass, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustBeAReferrer(matter, context);
  mustHaveTheRoute(matter, context);
  mustSay(act.grounds, 'the grounds of the referral');
  mustNotBeInFuture(act.sentOn, context.today, 'The day it was sent');
  const { grounds, legalAdviceTaken, told, sentOn } = act;
  return [{ type: 'ReferredToCafcass', data: { grounds, legalAdviceTaken, told, sentOn } }];
};

/** The IRO always; others as the protocol says; a conference chair never, who has no such route. */
const mustBeAReferrer = (matter: Matter, context: DisputeContext): void => {
  const { role } = context.actor;
  const named = protocolOf(matter, context).cafcass.by.some((post) => post === role && post !== 'conference-chair');
  if (role !== 'iro' && !named) {
    notYours('referring-not-yours', 'Only the child’s IRO refers to Cafcass. Speak to the IRO.');
  }
};

const mustHaveTheRoute = (matter: Matter, context: DisputeContext): void => {
  const { population } = matter.subject;
  if (population !== 'looked-after' && !protocolOf(matter, context).cafcass.populations.includes(population)) {
    refuse('no-cafcass-route', 'The Cafcass route is for looked-after children only. Take it up the ladder instead.');
  }
};

export const referToCafcassAct = disputeAct({
  type: 'refer-to-cafcass',
  decide: referToCafcass,
  route: 'refer-to-cafcass',
  sample: ({ today }): ReferToCafcass => ({
    type: 'refer-to-cafcass',
    grounds: WORDS,
    legalAdviceTaken: false,
    told: [],
    sentOn: today,
  }),
  events: {
    ReferredToCafcass: {
      version: 1,
      sentence: ({ who, data, dated }) => `${who} referred the case to Cafcass${dated('on', data.sentOn)}.`,
    },
  },
});
