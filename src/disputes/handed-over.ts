import { Refusal } from '../platform/decider.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { DisputeContext } from './context.js';
import type { DisputeState, Matter } from './dispute.js';

/** The facts on which it depends who decides. */
type WhoHoldsIt = Pick<DisputeContext, 'isApart'> & { readonly actor: Pick<Actor, 'person' | 'actingFor'> };

/**
 * One IRO decides about a dispute: its holder, and the person who stands in for them. So it is once a person has handed it over, when the
 * IRO of its child goes on reading it; where somebody else than the IRO of its child has held it since it was raised, as of a concern about an
 * IRO’s practice; and of siblings with several IROs, when the IRO of each reads it. If the only child was allocated to another IRO it
 * goes to them by itself, and they need not wait for that.
 */
export const isHeldByAnother = (matter: Matter, context: WhoHoldsIt): boolean => {
  const { person, actingFor } = context.actor;
  if (matter.heldBy === null || matter.heldBy === (actingFor ?? person)) return false;
  return whyItStaysWithItsHolder(matter, context) !== null;
};

/** In the words of a refusal; null where it goes with its child. */
const whyItStaysWithItsHolder = (
  { heldBy, wasHandedOver, raisedOn, subject: { children, practiceOf } }: Matter,
  { isApart }: Pick<DisputeContext, 'isApart'>,
): string | null => {
  if (wasHandedOver) return 'This was handed over';
  if (children.length > 1) return 'This is about siblings with several IROs';
  if (practiceOf !== undefined) return 'This is about the practice of an IRO';
  const isHeldApart = heldBy !== null && isApart?.(children, { heldBy, raisedOn }) === true;
  return isHeldApart ? 'This is held by another than the child’s IRO' : null;
};

/** Posts whose holders would sit in the IRO’s seat. */
const SIT_AS_IRO: readonly Actor['role'][] = ['iro', 'conference-chair'];

/**
 * Whichever act the IRO of the child tries where another holds it, they hear why it is not theirs: the rules themselves say that it is the
 * IRO's.
 * @throws Refusal those of the act
 */
export const sayingWhoDecides = <Decided>(
  state: DisputeState,
  context: DisputeContext,
  decide: () => Decided,
): Decided => {
  try {
    return decide();
  } catch (error) {
    const isRefused = error instanceof Refusal && error.kind === 'not-yours';
    if (!isRefused || !SIT_AS_IRO.includes(context.actor.role) || !('matter' in state)) throw error;
    const { matter } = state;
    if (!isHeldByAnother(matter, context)) throw error;
    throw new Refusal(
      error.kind,
      error.code,
      `${whyItStaysWithItsHolder(matter, context)}, and ${whoHolds(matter)} decides. You can read it and add a note.`,
      error.details,
    );
  }
};

/** Of a concern about an IRO’s practice the holder may be an IRO manager. */
const whoHolds = ({ subject }: Matter): string =>
  subject.practiceOf === undefined ? 'the IRO who holds it' : 'whoever holds it';
