import { mayKnow } from '../access/access.js';
import type { Permission } from '../access/access-table.js';
import type { DisputeState } from '../disputes/dispute.js';
import { relationsToDispute } from '../disputes/relations.js';
import type { Office } from '../work/office.js';
import type { NoticeKind } from './kinds.js';

/** Kinds that say nothing but the reference, to people who had it before or to whom it falls: also to whoever may not read it. */
const HEARD_BY_THE_REFERENCE: readonly NoticeKind[] = [
  'holder-has-left',
  'register-row-for-you',
  'nothing-asked',
  'no-longer-asked',
  'handed-away',
  'reading-refused',
];

export const isHeardByTheReference = (kind: NoticeKind): boolean => HEARD_BY_THE_REFERENCE.includes(kind);

/**
 * Kinds by which somebody hears that it has left them, or that an act was done in their name; and those who look after who reads what, who
 * read no case.
 */
const HEARD_ALL_THE_SAME: readonly NoticeKind[] = [
  ...HEARD_BY_THE_REFERENCE,
  'about-another-child',
  'redirected-away',
  'off-the-agenda',
  'referral-withdrawn',
  'referral-over',
  'taken-back',
  'voided',
  'action-withdrawn',
  'entered-in-your-name',
  'emergency-access',
];

const READING: readonly Permission[] = ['dispute.read', 'dispute.read-outline'];

/**
 * Whether the access table lets a person, from any post that they hold, read the dispute that a notice is about: whatever a protocol or a
 * list names, nobody is told of what their post may not read. What a restriction or a death keeps from them is asked beside it.
 *
 * @param states the dispute as it is, and as it was before the act that is told: whoever could read it until then hears what the act did
 */
export const mayHearOf = (
  { kind, person }: { readonly kind: NoticeKind; readonly person: string },
  states: readonly DisputeState[],
  office: Office,
): boolean => {
  if (HEARD_ALL_THE_SAME.includes(kind)) return true;
  const asker = office.asker(person);
  return states.some((state) => mayKnow(asker, relationsToDispute(state, asker, office.directory, office.on), READING));
};
