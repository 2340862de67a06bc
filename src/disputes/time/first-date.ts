import type { Instant } from '../../calendar/calendar.js';
import type { AnswerDeadlineSet } from '../events.js';

/** The moment of the first date, which no later one moves; none where a meeting that had set it is not held for it. */
export const firstDueAtWith = (
  { firstDueOn, dueOn, dueAt }: Pick<AnswerDeadlineSet, 'firstDueOn' | 'dueOn' | 'dueAt'>,
  before: Instant | null,
): Instant | null => (firstDueOn === null ? null : (before ?? (dueOn === firstDueOn ? dueAt : null)));
