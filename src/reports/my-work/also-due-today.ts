import type { LocalDate } from '../../calendar/calendar.js';
import { isDueToday } from '../../disputes/time/due.js';
import { inCouncilWords, referenceShown } from '../../protocol/council-words.js';
import type { Words } from '../../protocol/protocol.js';
import { DOES } from './what-does-it.js';
import type { WorkItem } from './work.js';

/**
 * `One more due today: Answer (DRP-9T2C-5BRK).` Null where nothing else is.
 * @param reference of what somebody has just acted on
 */
export const alsoDueToday = (
  items: readonly WorkItem[],
  reference: string,
  today: LocalDate,
  words: Words,
): string | null => {
  const due = items.filter((item) => item.reference !== reference && isDueToday(item.due, today));
  const [first] = due;
  if (first === undefined) return null;
  const act = `${inCouncilWords(DOES[first.what][0], words)} (${referenceShown(first.reference, words)})`;
  return due.length === 1 ? `One more due today: ${act}.` : `${due.length} more due today, the first: ${act}.`;
};
