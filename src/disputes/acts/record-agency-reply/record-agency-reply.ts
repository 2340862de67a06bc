import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import {
  invalid,
  mustBeOnTheAskingSide,
  mustBeRaised,
  mustNotBeInFuture,
  mustNotBeVoided,
  mustSay,
  protocolOf,
} from '../../rules.js';

export interface RecordAgencyReply {
  type: 'record-agency-reply';
  repliedOn: LocalDate;
  summary: string;
}

/**
 * Records the reply of the other agency. It ends nothing here.
 *
 * @throws Refusal `not-taken-to-agency`, `reply-before-sent`, `asking-side-only`
 */
export const recordAgencyReply = (
  act: RecordAgencyReply,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustBeOnTheAskingSide(protocolOf(matter, context), context);
  mustSay(act.summary, 'what the agency said');
  mustNotBeInFuture(act.repliedOn, context.today, 'The day of the reply');
  const last = matter.agencies.at(-1);
  if (last === undefined || last.repliedOn !== null) {
    return refuse('not-taken-to-agency', 'No agency has been asked and not replied. Record first what it was sent.');
  }
  if (act.repliedOn < last.sentOn) {
    invalid('reply-before-sent', 'The reply cannot be from before it was asked for. Check the date.');
  }
  return [{ type: 'AgencyReplied', data: { repliedOn: act.repliedOn, summary: act.summary } }];
};

export const recordAgencyReplyAct = disputeAct({
  type: 'record-agency-reply',
  decide: recordAgencyReply,
  route: 'record-agency-reply',
  sample: ({ today }): RecordAgencyReply => ({ type: 'record-agency-reply', repliedOn: today, summary: WORDS }),
  events: {
    AgencyReplied: {
      version: 1,
      sentence: ({ data, dated }) => `The other agency replied${dated('on', data.repliedOn)}.`,
    },
  },
});
