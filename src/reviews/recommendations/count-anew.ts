import type { WorkingCalendar } from '../../calendar/calendar.js';
import { endOfDay, startOfDay } from '../../calendar/dates.js';
import { hasTime, isPutOff } from '../../disputes/time/late.js';
import { certainty, recommendationsDeadlineFor } from '../../protocol/deadline.js';
import type { ProtocolBook } from '../../protocol/protocol.js';
import { answerDate } from './answer-date.js';
import type { RecommendationsDateSet, RecommendationsEvent } from './events.js';
import type { RecommendationsState } from './recommendations.js';

export interface Counting {
  readonly protocols: ProtocolBook;
  readonly calendar: WorkingCalendar;
  readonly now: string;
}

/**
 * The date from which silence means agreed, where today's calendar makes it later than it is on record, or makes it certain. Null where
 * nothing changes: it is not counted in working days, it is answered, or it was certain and has passed.
 */
export const dateCountedAnew = (
  state: RecommendationsState,
  { protocols, calendar, now }: Counting,
): Omit<RecommendationsDateSet, 'moved'> | null => {
  const { answer, agreedBySilence, dueOn, notYetCertain = false, countedFrom, protocolVersion } = state;
  const isOver = agreedBySilence || !hasTime(answerDate(state, answer?.answeredAt ?? null), now);
  const rule = isOver ? undefined : protocols.version(protocolVersion).protocol.recommendations;
  if (rule === undefined || rule.clock.unit !== 'working-days') return null;
  const counted = recommendationsDeadlineFor(rule, startOfDay(countedFrom), calendar);
  const isCertain = counted.notYetCertain !== true;
  const isLater = isPutOff(dueOn, counted.dueOn);
  if (!isLater && !(notYetCertain && isCertain)) return null;
  const day = isLater ? counted.dueOn : dueOn;
  return { dueOn: day, dueAt: endOfDay(day), ...certainty(isCertain) };
};

/** The date moves by an event that shows the one before and why; one that stays and is now certain goes on record as such. */
export const countAnew = (reason: string, state: RecommendationsState, counting: Counting): RecommendationsEvent[] => {
  const anew = dateCountedAnew(state, counting);
  if (anew === null) return [];
  const moved = isPutOff(state.dueOn, anew.dueOn) ? { moved: { from: state.dueOn, reason } } : {};
  return [{ type: 'RecommendationsDateSet', data: { ...anew, ...moved } }];
};
