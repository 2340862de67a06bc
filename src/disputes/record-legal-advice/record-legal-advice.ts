import type { RecordLegalAdvice } from '../acts.js';
import type { DisputeContext } from '../context.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { mustBeRaised, mustNotBeInFuture, mustNotBeVoided, mustSay, notYours } from '../rules.js';

/**
 * What the IRO's own lawyer, who is not the council's, has advised. Privileged: nobody but the IRO and the IRO's manager records it
 * or ever sees that it is there (domain brief, section 2).
 *
 * @throws Refusal `legal-advice-not-yours`
 */
export const recordLegalAdvice = (
  act: RecordLegalAdvice,
  state: DisputeState,
  { actor, today }: DisputeContext,
): DisputeEvent[] => {
  mustNotBeVoided(mustBeRaised(state));
  if (actor.role !== 'iro' && actor.role !== 'iro-manager') {
    notYours('legal-advice-not-yours', 'Legal advice to the IRO is for the IRO and the IRO’s manager alone.');
  }
  mustSay(act.advice, 'what was advised');
  mustNotBeInFuture(act.takenOn, today, 'The day it was taken');
  return [{ type: 'LegalAdviceTaken', data: { takenOn: act.takenOn, advice: act.advice } }];
};
