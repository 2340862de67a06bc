import { disputeAct } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent, CafcassReply } from '../../events.js';
import { type Referral, standingReferral } from '../../referrals.js';
import {
  invalid,
  mustBeOnTheAskingSide,
  mustTakePartInAsking,
  protocolOf,
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
  const standing = standingReferral(matter);
  // The route to Cafcass is an IRO's own, also where the dispute is about their practice: who referred it sees to it to its end.
  if (standing !== null && isSentBy(standing, context)) mustBeOnTheAskingSide(protocolOf(matter, context), context);
  else mustTakePartInAsking(matter, context);
  const referral =
    standing ?? refuse('not-referred', 'This has not been referred to Cafcass. Record the referral first.');
  mustNotBeReferredByAnother(matter, referral, context);
  mustNotBeInFuture(act.repliedOn, context.today, 'The day of the reply');
  if (act.repliedOn < referral.sentOn) {
    invalid('reply-before-referral', `The referral was sent on ${referral.sentOn}; the reply cannot be earlier.`);
  }
  const { repliedOn, reply, summary } = act;
  return [{ type: 'CafcassReplied', data: { repliedOn, reply, summary } }];
};

const isSentBy = ({ by }: Referral, { actor }: DisputeContext): boolean => by === (actor.actingFor ?? actor.person);

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
