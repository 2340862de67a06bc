import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import { isToReply } from '../../fold/evolve.js';
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
  protocolOf,
} from '../../rules.js';

/** The concern is about another agency: its own escalation policy, its own clock, counted apart. */
export interface TakeToAgency {
  type: 'take-to-agency';
  agency: string;
  sentOn: LocalDate;
  dueOn: LocalDate | null;
}

/**
 * The concern is about another agency, and goes by that agency's own escalation policy: recorded, with a clock of its own, beside
 * the ladder, which runs on (domain brief 4.6). The agency that has not replied yet is asked again by its name; another one is asked once
 * the reply is on record, or that none came.
 *
 * @throws Refusal `no-agency-route`, `agency-still-to-reply`, `asking-side-only`, `holder-decides`
 */
export const takeToAgency = (act: TakeToAgency, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  const protocol = protocolOf(matter, context);
  mustTakePartInAsking(matter, context);
  mustNotBeHeldByAnother(matter, context);
  mustSay(act.agency, 'which agency');
  if (!protocol.parallelRoutes.includes('other-agency')) {
    refuse('no-agency-route', 'The protocol has no route to other agencies. Take it up the ladder instead.');
  }
  mustNotBeInFuture(act.sentOn, context.today, 'The day it was sent');
  if (act.dueOn !== null && dayIsOver(act.dueOn, act.sentOn)) {
    invalid('due-before-sent', 'The reply cannot be due before it was asked for. Check the dates.');
  }
  const last = matter.agencies.at(-1);
  if (last !== undefined && isToReply(last) && !isSameAgency(last.agency, act.agency)) {
    refuse(
      'agency-still-to-reply',
      'The agency last written to has not replied yet. Record its reply first, or that none came; or ask it again by the same name.',
    );
  }
  return [{ type: 'TakenToAgency', data: { agency: act.agency, sentOn: act.sentOn, dueOn: act.dueOn } }];
};

const isSameAgency = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

export const takeToAgencyAct = disputeAct({
  type: 'take-to-agency',
  decide: takeToAgency,
  route: 'take-to-agency',
  sample: ({ today }): TakeToAgency => ({ type: 'take-to-agency', agency: WORDS, sentOn: today, dueOn: null }),
  events: {
    TakenToAgency: {
      version: 1,
      sentence: ({ who, data, dated }) =>
        `${who} took the concern to ${data.agency ?? 'another agency'}${dated('on', data.sentOn)}.`,
    },
  },
});
