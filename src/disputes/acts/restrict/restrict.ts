import { disputeAct, WORDS, ANOTHER } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { Advice, DisputeEvent } from '../../events.js';
import { listedIn } from '../../restriction.js';
import { advice, mustBeAllowedToRestrict, mustSay } from '../../rules.js';

export interface RestrictDispute {
  type: 'restrict';
  /** Person ids of those who may read it, besides the IRO who holds it. */
  readers: string[];
  reason: string;
}

/**
 * From now on only those on a list read it, besides the IRO who holds it: an adoption, or a member of staff's own family. A second
 * list takes the place of the first.
 *
 * @throws Refusal `service-only`, `same-readers`, `nobody-left`
 */
export const restrictDispute = (act: RestrictDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const restrictedTo = mustBeAllowedToRestrict(state, context);
  mustSay(act.reason, 'why it is restricted');
  const readers = [...new Set(act.readers)];
  if (restrictedTo?.toSorted().join(' ') === readers.toSorted().join(' ')) {
    refuse('same-readers', 'It is restricted to the same people already.');
  }
  const holder = listedIn(state)?.heldBy ?? null;
  if (holder === null && readers.length === 0) {
    refuse('nobody-left', 'No IRO holds this, so nobody at all could read it. Name at least one person.');
  }
  const adviceGiven = adviceOnBeingLeftOut(holder, readers, context);
  return [
    {
      type: 'DisputeRestricted',
      data: { readers, reason: act.reason, ...(adviceGiven.length === 0 ? {} : { adviceGiven }) },
    },
  ];
};

/** Whoever leaves themselves off the list learns it here, or not at all: from now on the record is not there for them. */
const adviceOnBeingLeftOut = (
  holder: string | null,
  readers: readonly string[],
  { actor }: DisputeContext,
): Advice[] => {
  if (actor.person === holder || readers.includes(actor.person)) return [];
  const holding = holder === null ? [] : [`${holder}, who holds it`];
  const others = readers.filter((reader) => reader !== holder);
  return [
    advice(
      'left-yourself-out',
      'You are not on the list, so from now on this record is not there for you, and you can neither change the list nor lift it. ' +
        `It can still be read by ${[...holding, ...others].join('; ')}. The IRO who holds it can lift it or add you, and so can ` +
        'anybody on the list who answers for the IRO service.',
      '/readers',
    ),
  ];
};

export const restrictDisputeAct = disputeAct({
  type: 'restrict',
  decide: restrictDispute,
  route: 'restrict',
  sample: (): RestrictDispute => ({ type: 'restrict', readers: [ANOTHER], reason: WORDS }),
  events: {
    DisputeRestricted: {
      version: 1,
      sentence: ({ who, words }) => `${who} restricted who may read the ${words.dispute}.`,
    },
  },
});
