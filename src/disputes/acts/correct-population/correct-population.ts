import { refuse } from '../../../platform/decider.js';
import type { Population } from '../../../protocol/protocol.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeOfTheService, mustBeRaised, mustNotBeVoided, mustSay } from '../../rules.js';
import { disputeAct, WORDS } from '../dispute-act.js';

export interface CorrectPopulation {
  type: 'correct-population';
  to: Population;
  reason: string;
}

/**
 * The children are not what they were written down as when it was raised: the routes that are open, and whose seat is the IRO's, follow
 * what they are.
 *
 * @throws Refusal `service-only`, `population-unchanged`
 */
export const correctPopulation = (
  act: CorrectPopulation,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustBeOfTheService(matter, context);
  mustSay(act.reason, 'how you know what the children are');
  const from = matter.subject.population;
  if (act.to === from) refuse('population-unchanged', 'That is what is written down already.');
  return [{ type: 'PopulationCorrected', data: { from, to: act.to, reason: act.reason } }];
};

export const correctPopulationAct = disputeAct({
  type: 'correct-population',
  decide: correctPopulation,
  route: 'correct-population',
  sample: ({ matter }): CorrectPopulation => ({
    type: 'correct-population',
    to: matter?.subject.population === 'looked-after' ? 'care-leaver' : 'looked-after',
    reason: WORDS,
  }),
  events: {
    PopulationCorrected: {
      version: 1,
      sentence: ({ who, data }) =>
        `${who} corrected what the children are written down as${data.to ? `: ${data.to.replaceAll('-', ' ')}` : ''}.`,
    },
  },
});
