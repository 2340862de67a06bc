import type { LocalDate } from '../../calendar/calendar.js';
import { addDays, isLocalDate } from '../../calendar/dates.js';
import type { DisputeContext } from '../context.js';
import type { Matter } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { dayIsOver } from './late.js';

/**
 * Gives the working days of a time in which nobody could do them, or was asked to, back to the agreed actions that are not done: from one
 * day on, to yesterday. An action whose day was over before that stays missed, and one without a day has none to move.
 */
export const actionsGivenBack = (
  day: LocalDate,
  { actions }: Pick<Matter, 'actions'>,
  reason: string,
  { calendar, today }: Pick<DisputeContext, 'calendar' | 'today'>,
): DisputeEvent[] =>
  actions.flatMap((action): DisputeEvent[] => {
    const { actionId, by } = action;
    if (action.doneOn !== null || !isLocalDate(by) || dayIsOver(by, day)) return [];
    const firstDay = action.agreedOn > day ? action.agreedOn : day;
    const lost = calendar.workingDaysBetween(addDays(firstDay, -1), addDays(today, -1));
    if (lost <= 0) return [];
    const to = calendar.addWorkingDays(by, lost).day;
    return [{ type: 'ActionDateMoved', data: { actionId, from: by, to, reason } }];
  });
