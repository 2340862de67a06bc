import { disputeAct, ANOTHER } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import { adviceOnRestrictedOnes } from '../../advice-on-links.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, Matter } from '../../dispute.js';
import type { DisputeEvent, Link } from '../../events.js';
import { mustTakePartInAsking, mustBeRaised, mustSay } from '../../rules.js';

export interface LinkDispute {
  type: 'link';
  link: Link;
}

/**
 * Linked, never merged: a re-raise, the same matter, a complaint beside it, the review it came from.
 *
 * @throws Refusal `linked-to-itself`, `already-linked`, `raises-this-again`, `raised-later`
 */
export const linkDispute = (act: LinkDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustTakePartInAsking(matter, context);
  const { kind, to } = act.link;
  mustSay(to, 'what it is linked to');
  if (to === matter.reference) refuse('linked-to-itself', 'A dispute cannot be linked to itself. Check the reference.');
  if (kind === 're-raises') mustBeEarlier(to, matter, context);
  if (matter.links.some((link) => link.kind === kind && link.to === to)) {
    refuse('already-linked', 'It is linked to that already.');
  }
  const adviceGiven = adviceOnRestrictedOnes([{ kind, to }], matter.restrictedTo, context);
  return [
    { type: 'DisputeLinked', data: { link: { kind, to }, ...(adviceGiven.length === 0 ? {} : { adviceGiven }) } },
  ];
};

/** A dispute raises an earlier one again: never a later one, nor one that raises itself again. */
const mustBeEarlier = (to: string, { reference, raisedOn }: Matter, { raisedAs }: DisputeContext): void => {
  const other = raisedAs?.(to) ?? null;
  if (other?.raisesAgain.includes(reference) === true)
    refuse(
      'raises-this-again',
      'That one raises this one again, so it cannot be the other way round. Link the later of them to the earlier.',
      { pointer: '/to' },
    );
  if (other !== null && other.raisedOn > raisedOn)
    refuse('raised-later', `That one was raised on ${other.raisedOn}, after this one. Link it there, to this one.`, {
      pointer: '/to',
    });
};

const OTHER_END = {
  formalises: 'an informal one, which it continues,',
  're-raises': 'an earlier one, which it raises again,',
  'same-matter': 'another about the same matter,',
  complaint: 'the complaint',
  review: 'the review',
  unseen: 'the record',
} as const satisfies Record<Link['kind'] | 'unseen', string>;

export const linkDisputeAct = disputeAct({
  type: 'link',
  decide: linkDispute,
  route: 'link',
  sample: (): LinkDispute => ({ type: 'link', link: { kind: 'complaint', to: ANOTHER } }),
  events: {
    DisputeLinked: {
      version: 1,
      sentence: ({ who, words, data, reference }) =>
        data.link?.to
          ? `${who} linked the ${words.dispute} to ${OTHER_END[data.link.kind ?? 'unseen']} ${reference(data.link.to)}.`
          : `${who} linked the ${words.dispute} to another record.`,
    },
  },
});
