import { notYours } from '../platform/decider.js';
import type { Actor } from '../platform/event-store/event-store.js';

/**
 * Business support types what an IRO has said. Whether they also send it, or pass the draft on to the IRO, who sends it, is for the council
 * to set.
 * @param businessSupportSends left out, they do
 * @throws Refusal `sent-by-the-iro` (not-yours)
 */
export const mustBeSentByTheIro = (
  { role, actingFor }: Pick<Actor, 'role' | 'actingFor'>,
  businessSupportSends = true,
): void => {
  if (businessSupportSends || role !== 'business-support' || actingFor === undefined) return;
  notYours(
    'sent-by-the-iro',
    'In this council the IRO sends this, not business support. Save it as a draft, open the draft and pass it on to the IRO: it is then among their drafts, for them to send.',
  );
};
