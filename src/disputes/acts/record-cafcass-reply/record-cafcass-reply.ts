import { disputeAct } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent, CafcassReply } from '../../events.js';
import { standingReferral } from '../../referrals.js';
import {
  invalid,
  mustTakePartInAsking,
  mustBeRaised,
  mustNotBeInFuture,
  mustNotBeReferredByAnother,
} from '../../rules.js';

export interface RecordCafcassReply {
  type: 'record-cafcass-reply';
  repliedOn: LocalDate;
  reply: CafcassReply;
  summary: string | null;
}

/**
 * Records the reply of Cafcass. It changes nothing by itself: the next step is for the IRO.
 *
 * @throws Refusal `not-referred`, `referral-of-another`, `reply-before-referral`
 */
export const recordCafcassReply = (
  act: RecordCafcassReply,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustTakePartInAsking(matter, context);
  const referral =
    standingReferral(matter) ??
    refuse('not-referred', 'This has not been referred to Cafcass. Record the referral first.');
  mustNotBeReferredByAnother(matter, referral, context);
  mustNotBeInFuture(act.repliedOn, context.today, 'The day of the reply');
  if (act.repliedOn < referral.sentOn) {
    invalid('reply-before-referral', `The referral was sent on ${referral.sentOn}; the reply cannot be earlier.`);
  }
  const { repliedOn, reply, summary } = act;
  return [{ type: 'CafcassReplied', data: { repliedOn, reply, summary } }];
};

const REPLIES = {
  'asks-for-more': 'asks for more',
  advises: 'advises',
  negotiates: 'negotiates',
  declines: 'declines',
  'issues-proceedings': 'issues proceedings',
} as const satisfies Record<CafcassReply, string>;

export const recordCafcassReplyAct = disputeAct({
  type: 'record-cafcass-reply',
  decide: recordCafcassReply,
  route: 'record-cafcass-reply',
  sample: ({ today }): RecordCafcassReply => ({
    type: 'record-cafcass-reply',
    repliedOn: today,
    reply: 'advises',
    summary: null,
  }),
  events: {
    CafcassReplied: {
      version: 1,
      sentence: ({ data, dated }) =>
        `Cafcass replied${dated('on', data.repliedOn)}${data.reply ? `: it ${REPLIES[data.reply]}` : ''}.`,
    },
  },
});
