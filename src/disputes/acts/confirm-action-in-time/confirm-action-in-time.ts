import { isLocalDate } from '../../../calendar/dates.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { AgreedAction, DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { isTheIro, mustBeRaised, mustNotBeVoided, mustSay, notYours } from '../../rules.js';
import { actionDate } from '../../time/dates.js';
import { dayIsOver, missedAt } from '../../time/late.js';
import { disputeAct, ANOTHER, WORDS } from '../dispute-act.js';

export interface ConfirmActionInTime {
  type: 'confirm-action-in-time';
  actionId: string;
  reason: string;
}

/**
 * An action that was recorded as done after its date counts as late, whatever day is said. If the IRO knows that it was done in time,
 * they say so and why: it then counts as in time, confirmed afterwards, and the recorded miss stays visible beside it.
 *
 * @throws Refusal `iro-only`, `no-such-action`, `action-not-done`, `not-late`, `done-late`
 */
export const confirmActionInTime = (
  act: ConfirmActionInTime,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const raised = mustBeRaised(state);
  const matter = mustNotBeVoided(raised);
  if (!isTheIro(matter, context)) {
    notYours('iro-only', 'Only the IRO confirms that an action was done in time. You can add a note.');
  }
  mustSay(act.reason, 'how you know that it was done in time');
  const action =
    matter.actions.find(({ actionId }) => actionId === act.actionId) ??
    refuse('no-such-action', 'This dispute has no agreed action of that number. Read its actions again.');
  const doneOn =
    action.doneOn ?? refuse('action-not-done', 'This action is not marked as done. Mark it as done first.');
  if (missedAt(actionDate(action, raised), context.now) === null) {
    refuse('not-late', 'This action does not count as late, so there is nothing to confirm.');
  }
  if (wasDoneLate(action, doneOn)) {
    refuse('done-late', `It is recorded as done on ${doneOn}, after its date, so it was late. You can add a note.`);
  }
  return [{ type: 'ActionConfirmedInTime', data: { actionId: act.actionId, doneOn, reason: act.reason } }];
};

const wasDoneLate = ({ by }: Pick<AgreedAction, 'by'>, doneOn: string): boolean =>
  isLocalDate(by) && dayIsOver(by, doneOn);

export const confirmActionInTimeAct = disputeAct({
  type: 'confirm-action-in-time',
  decide: confirmActionInTime,
  route: 'confirm-action-in-time',
  sample: ({ matter }): ConfirmActionInTime => ({
    type: 'confirm-action-in-time',
    actionId:
      matter?.actions.find(({ doneOn, confirmedInTime }) => doneOn !== null && !confirmedInTime)?.actionId ?? ANOTHER,
    reason: WORDS,
  }),
  events: {
    ActionConfirmedInTime: {
      version: 1,
      sentence: ({ who, data, dated }) =>
        `${who} confirmed that ${data.actionId ? `action ${data.actionId}` : 'an action'} was done in time${dated('on', data.doneOn)}.`,
    },
  },
});
