import { mustSay, refuse } from '../../platform/decider.js';
import type { AcknowledgementAct } from '../acts.js';
import type { Acknowledged, AcknowledgementEvent } from '../events.js';
import { mustBeGiven } from '../rules.js';
import type { AcknowledgementState } from '../state.js';

type MoveToChild = Extract<AcknowledgementAct, { type: 'move-to-child' }>;

/**
 * It was written down for another child than it is about. It leaves that child's record, and counts under the right child's team.
 *
 * @throws Refusal `same-child`
 */
export const moveToChild = ({ to, reason }: MoveToChild, state: AcknowledgementState): AcknowledgementEvent[] => {
  const { children, team } = writtenDown(state);
  mustSay(reason, 'how it came to be written down for another child');
  if (children.toSorted().join(' ') === to.children.toSorted().join(' '))
    refuse('same-child', 'It is about these children already. Check the record numbers.');
  return [{ type: 'AcknowledgementMovedToChild', data: { from: { children, team }, to, reason } }];
};

const writtenDown = (state: AcknowledgementState): Pick<Acknowledged, 'children' | 'team'> =>
  state.status === 'imported' ? state.facts : mustBeGiven(state).acknowledged;
