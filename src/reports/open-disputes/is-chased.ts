import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { DateShown } from '../../disputes/time/due.js';
import { hasCome } from '../../disputes/time/late.js';

/** Whether somebody has chased the answer since it is late; where it has no date, since its stage began. @param at the latest chase */
export const isChased = (
  at: Instant | null,
  { due, stageBeganOn }: { readonly due: DateShown; readonly stageBeganOn: LocalDate },
): boolean => {
  if (at === null) return false;
  return due.dueAt === null ? londonDate(at) >= stageBeganOn : hasCome(due.dueAt, at);
};
