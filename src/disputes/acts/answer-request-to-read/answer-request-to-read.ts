import type { LocalDate } from '../../../calendar/calendar.js';
import { addDays } from '../../../calendar/dates.js';
import { invalid, notYours, refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mayRead, readersOf } from '../../restriction.js';
import { mustBeRaised, mustNotBeVoided, mustSay } from '../../rules.js';
import { ANOTHER, disputeAct, WORDS } from '../dispute-act.js';

export const ANSWERS_TO_REQUEST = ['let-read', 'refuse'] as const;

export interface AnswerRequestToRead {
  type: 'answer-request-to-read';
  /** Id of the person who asked, or may read it already. */
  person: string;
  answer: (typeof ANSWERS_TO_REQUEST)[number];
  /** The last day on which they may read it; null where it is refused. */
  lastDay: LocalDate | null;
  /** The reason why it is refused; null if it is not. */
  reason: string | null;
}

/** Longest time for which somebody is let read it at once, in days. A person who needs it longer asks again. */
export const MOST_DAYS = 90;

/**
 * An IRO manager lets somebody read a dispute until a day, or refuses it; the latest answer counts, so it also ends earlier or goes on
 * longer what was answered before.
 *
 * @throws Refusal `nobody-asked`, `own-request`, `last-day-missing`, `last-day-too-far`, `restricted-to-others`
 */
export const answerRequestToRead = (
  { person, answer, lastDay, reason }: AnswerRequestToRead,
  state: DisputeState,
  { actor, today }: DisputeContext,
): DisputeEvent[] => {
  const { requestsToRead, letRead } = mustNotBeVoided(mustBeRaised(state));
  if (actor.person === person) notYours('own-request', 'Somebody else answers what you ask.');
  if (![...requestsToRead, ...letRead].some((each) => each.person === person))
    refuse('nobody-asked', 'This person has not asked to read it.');
  if (answer === 'refuse') {
    mustSay(reason, 'why they may not read it');
    return [{ type: 'ReadingRefused', data: { person, reason: reason! } }];
  }
  const readers = readersOf(state);
  if (readers !== null && !mayRead(person, readers))
    refuse('restricted-to-others', 'This is restricted. Whoever is to read it is put on its list of readers.');
  if (lastDay === null || lastDay < today) return invalid('last-day-missing', 'Give the last day, today or later.');
  if (lastDay > addDays(today, MOST_DAYS))
    invalid('last-day-too-far', `The last day must be within ${MOST_DAYS} days. Whoever needs it longer asks again.`);
  return [{ type: 'ReadingGranted', data: { person, lastDay } }];
};

export const answerRequestToReadAct = disputeAct({
  type: 'answer-request-to-read',
  decide: answerRequestToRead,
  route: 'answer-request-to-read',
  sample: ({ matter }): AnswerRequestToRead => ({
    type: 'answer-request-to-read',
    person: [...(matter?.requestsToRead ?? []), ...(matter?.letRead ?? [])][0]?.person ?? ANOTHER,
    answer: 'refuse',
    lastDay: null,
    reason: WORDS,
  }),
  events: {
    ReadingGranted: {
      version: 1,
      sentence: ({ who, data, person, dated }) =>
        `${who} let ${person(data.person) ?? 'somebody'} read this${dated('until', data.lastDay)}.`,
    },
    ReadingRefused: {
      version: 1,
      sentence: ({ who, data, person }) => `${who} did not let ${person(data.person) ?? 'somebody'} read this.`,
    },
  },
});
