import type { DisputeAct } from '../disputes/acts/all-acts.js';
import { type DisputeState } from '../disputes/dispute.js';
import { entriesOf } from '../disputes/taken-back.js';
import { derivedId } from '../platform/ids.js';

/**
 * Informal disputes of which it is on record that a formal one continues them, where that one is void. The rule ({@link givenBackBy}) says
 * whether they are given back.
 */
export const CONTINUED_BY_ONE_THAT_IS_VOID = `SELECT informal.reference, informal.formalised_by AS formal
  FROM dispute_register AS informal JOIN dispute_register AS formal ON formal.reference = informal.formalised_by
  WHERE informal.status = 'formalised' AND formal.outcome = 'VOID' AND (:formal IS NULL OR formal.reference = :formal)
  ORDER BY informal.reference`;

/** What is sent about the informal dispute, under an id of its own for each time that the formal one was voided. */
export interface GivenBack {
  readonly act: DisputeAct;
  readonly commandId: string;
}

/**
 * A formal dispute that is void was never one, so the informal matter that it would have continued goes on where it was, and whoever had it
 * has it again. Where it is void as a duplicate, the one that counts goes on with the matter.
 */
export const givenBackBy = (
  { reference, state: informal }: { readonly reference: string; readonly state: DisputeState },
  formal: DisputeState,
): GivenBack | null => {
  const isIt = entriesOf(informal).findLast(({ event }) => event.type === 'DisputeFormalised');
  const isVoid = entriesOf(formal).findLast(({ event }) => event.type === 'DisputeVoided');
  if (isIt === undefined || isVoid?.event.type !== 'DisputeVoided') return null;
  const { because } = isVoid.event.data;
  if (because === 'duplicate') return null;
  const by = isVoid.event.metadata.actor.person;
  return {
    act: { type: 'take-back-entry', entry: isIt.revision, reason: 'The formal one that continued it is void.', by },
    commandId: derivedId('given-back', reference, String(isIt.revision), String(isVoid.revision)),
  };
};
