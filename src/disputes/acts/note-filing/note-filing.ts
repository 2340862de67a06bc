import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { invalid, mustTakePartInAsking, mustBeRaised, mustNotBeInFuture, mustSay } from '../../rules.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';

export interface NoteFiling {
  type: 'note-filing';
  child: string;
  where: string;
  filedOn: LocalDate;
}

/**
 * A copy was put on the child's own record (Handbook 6.1); for siblings, on each one's.
 *
 * @throws Refusal `another-child`
 */
export const noteFiling = (act: NoteFiling, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustTakePartInAsking(matter, context);
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

export const noteFilingAct = disputeAct({
  type: 'note-filing',
  decide: noteFiling,
  route: 'note-filing',
  sample: ({ today, matter }): NoteFiling => ({
    type: 'note-filing',
    child: matter?.subject.children[0] ?? '',
    where: WORDS,
    filedOn: today,
  }),
  events: {
    FiledOnChildRecord: {
      version: 1,
      sentence: ({ who, data, child, dated }) =>
        `${who} noted that a copy was put on the record of ${child(data.child) ?? 'the child'}${dated('on', data.filedOn)}.`,
    },
  },
});
