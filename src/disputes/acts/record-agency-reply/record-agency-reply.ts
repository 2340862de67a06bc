import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, TakenToAgencyOnRecord } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { dayIsOver } from '../../time/late.js';
import {
  invalid,
  mustTakePartInAsking,
  mustBeRaised,
  mustNotBeHeldByAnother,
  mustNotBeInFuture,
  mustNotBeVoided,
  mustSay,
} from '../../rules.js';

export interface RecordAgencyReply {
  type: 'record-agency-reply';
  /** Null where no reply has come, and none is waited for any longer. */
  repliedOn: LocalDate | null;
  summary: string;
}

/**
 * Records the reply of the other agency, or that none came, so that the concern can go to its next level or to another agency. A reply that
 * comes after all is recorded too. It ends nothing here.
 *
 * @throws Refusal `not-taken-to-agency`, `reply-before-sent`, `reply-not-due`, `asking-side-only`, `holder-decides`
 */
export const recordAgencyReply = (
  act: RecordAgencyReply,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustTakePartInAsking(matter, context);
  mustNotBeHeldByAnother(matter, context);
  const { repliedOn, summary } = act;
  mustSay(summary, repliedOn === null ? 'what was done to get a reply' : 'what the agency said');
  const last = matter.agencies.at(-1);
  if (last === undefined || last.repliedOn !== null) {
    return refuse('not-taken-to-agency', 'No agency has been asked and not replied. Record first what it was sent.');
  }
  if (repliedOn === null) return noReply(last, summary, context);
  mustNotBeInFuture(repliedOn, context.today, 'The day of the reply');
  if (repliedOn < last.sentOn) {
    invalid('reply-before-sent', 'The reply cannot be from before it was asked for. Check the date.');
  }
  return [{ type: 'AgencyReplied', data: { repliedOn, summary } }];
};

const noReply = (
  { dueOn, noReplyAt }: TakenToAgencyOnRecord,
  summary: string,
  { today }: DisputeContext,
): DisputeEvent[] => {
  if (noReplyAt !== null)
    return refuse(
      'no-reply-on-record',
      'It is on record already that no reply came. Ask an agency again, or record its reply.',
    );
  if (dueOn !== null && !dayIsOver(dueOn, today))
    refuse(
      'reply-not-due',
      `The agency has time to reply until ${dueOn}. Record that none came once that day is over.`,
    );
  return [{ type: 'AgencyDidNotReply', data: { summary } }];
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
    AgencyDidNotReply: {
      version: 1,
      sentence: ({ who }) => `${who} recorded that no reply came from the other agency.`,
    },
  },
});
