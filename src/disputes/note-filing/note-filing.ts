import { invalid, mustBeOnTheAskingSide, mustBeRaised, mustNotBeInFuture, mustSay, protocolOf } from '../rules.js';
import type { NoteFiling } from '../acts.js';
import type { DisputeContext } from '../context.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';

/**
 * A copy was put on the child's own record (Handbook 6.1); for siblings, on each one's.
 *
 * @throws Refusal `another-child`
 */
export const noteFiling = (act: NoteFiling, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustBeOnTheAskingSide(protocolOf(matter, context), context);
  mustSay(act.where, 'where it was filed');
  mustNotBeInFuture(act.filedOn, context.today, 'The day it was filed');
  if (!matter.subject.children.includes(act.child)) {
    invalid(
      'another-child',
      'This dispute is not about that child. A copy belongs on the record of a child it is about.',
    );
  }
  return [{ type: 'FiledOnChildRecord', data: { child: act.child, where: act.where, filedOn: act.filedOn } }];
};
