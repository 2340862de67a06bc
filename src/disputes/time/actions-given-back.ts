import type { LocalDate } from '../../calendar/calendar.js';
import { addDays, isLocalDate, londonDate } from '../../calendar/dates.js';
import type { DisputeContext } from '../context.js';
import { standing } from '../../platform/taking-back.js';
import type { AgreedAction, DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { dayIsOver } from './late.js';

type DatedAction = Pick<AgreedAction, 'actionId' | 'by' | 'doneOn' | 'agreedOn'>;

/**
 * Gives the working days of a time in which nobody could do them, or was asked to, back to the agreed actions that are not done: from one
 * day on, to yesterday. An action whose day was over before that stays missed, and one without a day has none to move.
 */
export const actionsGivenBack = (
  day: LocalDate,
  { actions }: { readonly actions: readonly DatedAction[] },
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

type ActionsAgreed = Extract<DisputeEvent, { type: 'ActionAgreed' }>;

/**
 * Gives actions that are agreed the working days in which they were asked of nobody, so that none is missed because a judge took long or
 * thought otherwise for a while. An action that was agreed before has the days since it was agreed no more; one that is agreed for the first
 * time keeps the day that was offered, unless that is over: then it has the days since it was offered. What was missed while it was asked
 * stays missed.
 *
 * @param offeredOn the day on which each was offered: of the answer, or of the meeting that decided on it
 */
export const daysUntilAgreed = (
  agreed: readonly ActionsAgreed[],
  offeredOn: (action: ActionsAgreed['data']['action']) => LocalDate,
  round: number | null,
  { story = [] }: DisputeState,
  context: Pick<DisputeContext, 'calendar' | 'today'>,
): DisputeEvent[] =>
  agreed.flatMap(({ data: { action } }): DisputeEvent[] => {
    const { actionId, by } = action;
    if (!isLocalDate(by)) return [];
    const before = round === null ? undefined : agreedBefore(action, round, story);
    const since = before?.until ?? offeredOn(action);
    if (before === undefined && !dayIsOver(by, context.today)) return [];
    const asked = { actionId, by: before?.by ?? by, doneOn: null, agreedOn: since };
    const reason = before === undefined ? AFTER_ITS_DAY : ASKED_OF_NOBODY;
    const moved = actionsGivenBack(since, { actions: [asked] }, reason, context);
    if (moved.length > 0 || asked.by === by) return moved.map((each) => movedFrom(by, each));
    return [{ type: 'ActionDateMoved', data: { actionId, from: by, to: asked.by, reason } }];
  });

const AFTER_ITS_DAY = 'It was agreed only after its day.';
const ASKED_OF_NOBODY = 'For a while it was agreed no more, and asked of nobody.';

const movedFrom = (from: LocalDate, event: DisputeEvent): DisputeEvent =>
  event.type === 'ActionDateMoved' ? { ...event, data: { ...event.data, from } } : event;

/** The day that an action had when it was agreed before, and the day since which it was agreed no more. */
const agreedBefore = (
  { offered }: ActionsAgreed['data']['action'],
  round: number,
  story: NonNullable<DisputeState['story']>,
): { readonly by: LocalDate; readonly until: LocalDate } | undefined => {
  const isOfTheRound = (commandId: string): boolean =>
    story.some(
      ({ type, data, metadata }) =>
        (type === 'AnswerAccepted' || type === 'AnswerRejected') &&
        data.round === round &&
        metadata.commandId === commandId,
    );
  const revision = story.findLastIndex(
    ({ type, data, metadata }) =>
      type === 'ActionAgreed' && data.action.offered === offered && isOfTheRound(metadata.commandId),
  );
  const event = story[revision];
  if (offered === undefined || event?.type !== 'ActionAgreed') return undefined;
  const { actionId } = event.data.action;
  const counting = new Set(standing(story));
  const end = story.findIndex((each, index) => {
    if (index < revision) return false;
    if (each.type === 'EntryTakenBack') return each.data.revisions.includes(revision);
    return (
      each.type === 'AnswerRejected' && counting.has(each) && each.data.actionsWithdrawn?.includes(actionId) === true
    );
  });
  if (end === -1) return undefined;
  const by = story
    .slice(revision, end)
    .reduce<string | null>(
      (day, each) => (each.type === 'ActionDateMoved' && each.data.actionId === actionId ? each.data.to : day),
      event.data.action.by,
    );
  return isLocalDate(by) ? { by, until: londonDate(story[end]!.metadata.occurredAt) } : undefined;
};
