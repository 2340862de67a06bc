import { Refusal } from '../platform/decider.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { DisputeState, Matter } from './dispute.js';

/**
 * One IRO decides about a dispute: its holder, and the person who stands in for them. So it is once a person has handed it over, when the
 * IRO of its child goes on reading it; and of siblings with several IROs, when the IRO of each reads it. If the only child was
 * allocated to another IRO it goes to them by itself, and they need not wait for that.
 */
export const isHeldByAnother = (
  { heldBy, wasHandedOver, subject }: Matter,
  { person, actingFor }: Pick<Actor, 'person' | 'actingFor'>,
): boolean => (wasHandedOver || isOfSiblings(subject)) && heldBy !== null && heldBy !== (actingFor ?? person);

/** Posts whose holders would sit in the IRO’s seat. */
const SIT_AS_IRO: readonly Actor['role'][] = ['iro', 'conference-chair'];

const isOfSiblings = ({ children }: Matter['subject']): boolean => children.length > 1;

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
    if (!isRefused || !SIT_AS_IRO.includes(actor.role) || !('matter' in state) || !isHeldByAnother(state.matter, actor))
      throw error;
    const why = state.matter.wasHandedOver ? 'This was handed over' : 'This is about siblings with several IROs';
    throw new Refusal(
      error.kind,
      error.code,
      `${why}, and the IRO who holds it decides. You can read it and add a note.`,
      error.details,
    );
  }
};
