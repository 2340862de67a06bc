import { disputeAct } from '../dispute-act.js';
import type { Instant } from '../../../calendar/calendar.js';
import type { DeadlineNamed } from '../../time/deadline-named.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, Ended, Open } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeTheProgram } from '../../rules.js';
import { datesOf, isSame } from '../../time/every-date.js';
import { missedAt } from '../../time/late.js';
import { stageOfRound } from '../../time/standing.js';

/** Sent by the clock, as often as it likes: a date that was met, has moved or is marked already gives nothing. */
export type MarkDeadlinePassed = DeadlineNamed & { type: 'mark-deadline-passed' };

/**
 * A date that was missed goes on record once, with the moment it passed, however late somebody noticed. The clock may ask as often
 * as it likes: a date that was met, has moved, or is on record already gives nothing.
 *
 * @throws Refusal `program-only`
 */
export const markDeadlinePassed = (
  act: MarkDeadlinePassed,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  mustBeTheProgram(context);
  if (state.status !== 'open' && state.status !== 'ended') return [];
  const found = datesOf(state).find(({ named }) => isSame(named, act));
  if (found === undefined || found.onRecord) return [];
  const dueAt = missedAt(found.date, context.now);
  return dueAt === null ? [] : [passed(found.named, dueAt, state, context)];
};

const passed = (
  named: DeadlineNamed,
  dueAt: Instant,
  { matter }: Open | Ended,
  { protocols }: DisputeContext,
): DisputeEvent => {
  switch (named.deadline) {
    case 'answer': {
      const round = matter.rounds[named.round - 1]!;
      const { onSilence } = stageOfRound(round, protocols);
      const data = { round: named.round, stage: round.stage, dueOn: round.deadline!.dueOn!, dueAt, onSilence };
      return { type: 'AnswerDeadlinePassed', data };
    }
    case 'receipt':
      return { type: 'ReceiptDeadlinePassed', data: { round: named.round, dueAt } };
    case 'action':
      return { type: 'ActionDeadlinePassed', data: { actionId: named.actionId, dueAt } };
    case 'total-cap':
      return { type: 'TotalCapPassed', data: { dueAt } };
    case 'agency-reply':
      return { type: 'AgencyReplyDeadlinePassed', data: { asked: named.asked, dueAt } };
    case 'next-look': {
      const { on } = matter.nextLooks.find(({ meeting }) => meeting === named.meeting)!;
      return { type: 'NextLookPassed', data: { meeting: named.meeting, lookOn: on, dueAt } };
    }
  }
};

export const markDeadlinePassedAct = disputeAct({
  type: 'mark-deadline-passed',
  decide: markDeadlinePassed,
  route: null,
  events: {
    AnswerDeadlinePassed: {
      version: 1,
      sentence: ({ data, dated }) => `The date for an answer passed${dated('on', data.dueOn)}, and none had come.`,
    },
    ReceiptDeadlinePassed: { version: 1, sentence: () => 'The date for acknowledging receipt passed.' },
    ActionDeadlinePassed: {
      version: 1,
      sentence: ({ data }) => `${data.actionId ? `Action ${data.actionId}` : 'An action'} was not done by its date.`,
    },
    TotalCapPassed: { version: 1, sentence: ({ words }) => `The limit over all ${words.stages} together passed.` },
    AgencyReplyDeadlinePassed: { version: 1, sentence: () => 'The date for the other agency’s reply passed.' },
    NextLookPassed: {
      version: 1,
      sentence: ({ words, data, dated }) => `No ${words.meeting} looked at it again${dated('by', data.lookOn)}.`,
    },
  },
});
