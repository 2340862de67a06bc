import { disputeAct, WORDS, ANOTHER } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import type { DocumentNamed } from '../../../documents/events.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { invalid, mustBeRaised, mustNotBeInFuture, mustNotBeVoided, mustSay, notYours } from '../../rules.js';

export interface MarkActionDone {
  type: 'mark-action-done';
  actionId: string;
  evidence: string;
  /** Left out where there is none. */
  documents?: DocumentNamed[];
  doneOn: LocalDate;
}

/**
 * With evidence, by anybody who holds a post in the case, also after the dispute was resolved. The day that is said stands beside the
 * day on which it is recorded: what is recorded after its date counts as late (time/dates.ts), until the IRO confirms otherwise
 * (acts/confirm-action-in-time).
 *
 * @throws Refusal `no-such-action`, `action-already-done`, `done-before-raised`
 */
export const markActionDone = (act: MarkActionDone, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  if (context.actor.role === null) notYours('post-needed', 'A person marks an action done. Sign in from your post.');
  mustSay(act.evidence, 'how we know that it was done');
  mustNotBeInFuture(act.doneOn, context.today, 'The day it was done');
  const action =
    matter.actions.find(({ actionId }) => actionId === act.actionId) ??
    refuse('no-such-action', 'This dispute has no agreed action of that number. Read its actions again.');
  if (act.doneOn < matter.raisedOn) {
    invalid(
      'done-before-raised',
      `This was raised on ${matter.raisedOn}, so nothing was done about it before. Check the date.`,
    );
  }
  if (action.doneOn !== null) refuse('action-already-done', 'This action is marked as done already.');
  const { actionId, evidence, documents, doneOn } = act;
  const withDocuments = documents === undefined ? {} : { documents };
  return [{ type: 'ActionDone', data: { actionId, evidence, ...withDocuments, doneOn } }];
};

export const markActionDoneAct = disputeAct({
  type: 'mark-action-done',
  decide: markActionDone,
  route: 'mark-action-done',
  sample: ({ today, outstanding }): MarkActionDone => ({
    type: 'mark-action-done',
    actionId: outstanding[0] ?? ANOTHER,
    evidence: WORDS,
    doneOn: today,
  }),
  events: {
    ActionDone: {
      version: 1,
      sentence: ({ who, data, dated }) =>
        `${who} recorded that ${data.actionId ? `action ${data.actionId}` : 'an action'} was done${dated('on', data.doneOn)}.`,
    },
  },
});
