import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { Stage } from '../../../protocol/protocol.js';
import { clockMoved, deadlineOf } from '../../time/clock.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import { adviceOnDay } from '../../writing-help.js';
import type { AnswerDeadlineSet, DisputeEvent } from '../../events.js';
import {
  currentStage,
  invalid,
  mustAwaitAnswer,
  mustTakePartInAsking,
  mustNotBeHeldByAnother,
  mustBeOpen,
  mustSay,
} from '../../rules.js';

export interface AskForEarlierDate {
  type: 'ask-for-earlier-date';
  askedFor: LocalDate;
  reason: string;
}

/**
 * "Maximum 5" means that the child may need an answer sooner.
 *
 * @throws Refusal `earlier-date-not-allowed`, `date-passed`, `not-earlier`, `already-answered`
 */
export const askForEarlierDate = (
  act: AskForEarlierDate,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustTakePartInAsking(matter, context);
  mustNotBeHeldByAnother(matter, context);
  const round = mustAwaitAnswer(matter, context);
  return earlierDateAsked(act, currentStage(matter, context), deadlineOf(round), context, '/askedFor');
};

/**
 * Also used in raising, where the earlier date comes with the dispute itself.
 *
 * @param pointer to the field of the request that holds the date
 * @throws Refusal `date-passed` (invalid), `not-earlier`
 */
export const earlierDateAsked = (
  { askedFor, reason }: Pick<AskForEarlierDate, 'askedFor' | 'reason'>,
  stage: Stage,
  deadline: AnswerDeadlineSet,
  context: DisputeContext,
  pointer: string,
): DisputeEvent[] => {
  const { today } = context;
  mustSay(reason, 'why the child needs an answer sooner');
  mustAllowEarlierDate(stage);
  if (askedFor < today) invalid('date-passed', 'An earlier date must be today or later.');
  const latest = [deadline.dueOn, deadline.firstDueOn].filter((date) => date !== null).sort()[0];
  if (latest !== undefined && askedFor >= latest) {
    refuse('not-earlier', `That is not before ${latest}, when the answer is due anyway. Choose an earlier date.`);
  }
  return [
    { type: 'EarlierDateAsked', data: { askedFor, reason, ...adviceOnDay(askedFor, pointer, context) } },
    clockMoved('earlier-date-asked', deadline, askedFor),
  ];
};

/** A stage with no timescale of its own takes one "appropriate to the child" (Handbook 6.1), so a date may always be asked there. */
const mustAllowEarlierDate = (stage: Stage): void => {
  if (stage.needs === 'report-only')
    refuse('no-answer-asked', 'This stage only reports upwards, so no answer has a date.');
  if (!stage.earlierDate && stage.clock.unit !== 'none') {
    refuse(
      'earlier-date-not-allowed',
      'The protocol keeps this stage to its own date. If it cannot wait, escalate with a reason.',
    );
  }
};

export const askForEarlierDateAct = disputeAct({
  type: 'ask-for-earlier-date',
  decide: askForEarlierDate,
  route: 'ask-for-earlier-date',
  sample: ({ today }): AskForEarlierDate => ({ type: 'ask-for-earlier-date', askedFor: today, reason: WORDS }),
  events: {
    EarlierDateAsked: {
      version: 1,
      sentence: ({ who, data, dated }) => `${who} asked for an earlier answer${dated('by', data.askedFor)}.`,
      inNoReadModel: 'the date that was asked for comes with AnswerDeadlineSet',
    },
  },
});
