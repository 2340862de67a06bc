import { Refusal } from '../platform/decider.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { DisputeState, Matter } from './dispute.js';

/**
 * Once a person has handed it over, its holder sits in the IRO’s seat, and whoever stands in for them; the IRO of its child goes on
 * reading it. Where the child was allocated to another IRO it goes to them by itself, and they need not wait for that.
 */
export const isHeldByAnother = ({ heldBy, wasHandedOver }: Matter, { person, actingFor }: Actor): boolean =>
  wasHandedOver && heldBy !== (actingFor ?? person);

/**
 * Whichever act the IRO of the child tries where another holds it, they hear why it is not theirs: the rules themselves say that it is the
 * IRO's.
 * @throws Refusal those of the act
 */
export const sayingWhoDecides = <Decided>(state: DisputeState, actor: Actor, decide: () => Decided): Decided => {
  try {
    return decide();
  } catch (error) {
    const isRefused = error instanceof Refusal && error.kind === 'not-yours';
    if (!isRefused || actor.role !== 'iro' || !('matter' in state) || !isHeldByAnother(state.matter, actor))
      throw error;
    throw new Refusal(
      error.kind,
      error.code,
      'This was handed over, and the IRO who holds it now decides. You can read it and add a note.',
      error.details,
    );
  }
};
