import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { addDays } from '../../../calendar/dates.js';
import { refuse } from '../../../platform/decider.js';
import { clockMoved, clocksStarted } from '../../time/clock.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeAnsweredAt } from '../../left-out.js';
import { currentStage, invalid, mustAwaitAnswer, mustBeAllowedToTakeBack, mustBeOpen, mustSay } from '../../rules.js';
import { answerDate } from '../../time/dates.js';
import { dayHasCome, isLate } from '../../time/late.js';
import { adviceOnDay } from '../../writing-help.js';

export interface GiveNewDate {
  type: 'give-new-date';
  dueOn: LocalDate;
  reason: string;
}

/**
 * Nobody answered an informal dispute in time, and the IRO decides to ask once more by another date (Handbook 6.1: in a timescale that is
 * right for the child). A new round begins: the date that was missed stays missed, and each of the two counts by itself. A formal dispute
 * that nobody answers goes up.
 *
 * @throws Refusal `formal-goes-up`, `taking-back-not-yours`, `not-late-yet`, `date-passed`, `already-answered`
 */
export const giveNewDate = (act: GiveNewDate, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  if (matter.kind === 'formal')
    refuse('formal-goes-up', 'A formal dispute that nobody answers gets no other date. Escalate it.');
  mustBeAllowedToTakeBack(matter, context, 'give this a new date');
  mustSay(act.reason, 'why it is asked again');
  const round = mustAwaitAnswer(matter, context);
  if (!isLate(answerDate(round, matter), context.now))
    refuse('not-late-yet', 'Its date has not passed. Until then whoever must answer can ask for more time.');
  if (dayHasCome(act.dueOn, context.today)) invalid('date-passed', 'The new date must be after today.');
  mustBeAnsweredAt(matter, round.addressee, context);
  const { number, protocolVersion } = currentRound(matter);
  const stage = currentStage(matter, context);
  const { dueOn, reason } = act;
  const [started, ...others] = clocksStarted('new-date-given', number + 1, protocolVersion, stage, null, context);
  const unset = { ...started.data, firstDueOn: null, rule: 'the new date that the IRO gave' };
  return [
    { type: 'NewDateGiven', data: { dueOn, reason, ...adviceOnDay(dueOn, '/dueOn', context) } },
    clockMoved('new-date-given', unset, dueOn),
    ...others,
  ];
};

export const giveNewDateAct = disputeAct({
  type: 'give-new-date',
  decide: giveNewDate,
  route: 'give-new-date',
  sample: ({ today }): GiveNewDate => ({ type: 'give-new-date', dueOn: addDays(today, 7), reason: WORDS }),
  events: {
    NewDateGiven: {
      version: 1,
      sentence: ({ who, data, dated }) => `${who} asked once more for an answer${dated('by', data.dueOn)}.`,
    },
  },
});
