import type { DisputeEvent } from '../disputes/events.js';
import { actionOf, type Concerned, type Dated, NO_DATE, onDay } from './concerned.js';
import type { NoticeLine } from './events.js';
import type { NoticeKind } from './kinds.js';

/** Kinds of notice that name the date by which the stage that runs is to be answered. */
const NAMES_THE_ANSWER: readonly NoticeKind[] = [
  'dispute-for-you',
  'copied-to-you',
  'escalated-to-you',
  'escalated',
  'answer-due',
  'answer-overdue',
  'no-answer-came',
  'chased',
  'date-moved',
  'extension-granted',
  'extension-refused',
  'send-back-asked',
  'send-back-refused',
  'extended',
  'not-extended',
  'receipt-acknowledged',
  'handed-over',
  'moved-to-your-child',
  'raised-in-your-name',
  'redirected',
  'sent-back',
  'reopened',
  'clock-runs',
  'their-date-moved',
  'goes-on-again',
  'continued-after-care',
];

const NAMES_RECEIPT: readonly NoticeKind[] = ['receipt-date-moved', 'receipt-overdue', 'receipt-not-acknowledged'];
const NAMES_THE_LIMIT: readonly NoticeKind[] = ['total-moved', 'over-total'];
const NAMES_THE_ACTION: readonly NoticeKind[] = ['action-for-you', 'action-due', 'action-overdue', 'action-not-done'];

/** The date that a notice of a dispute speaks of, from the dispute as the event left it. Most speak of none. */
export const dateOf = (kind: NoticeKind, event: DisputeEvent | undefined, dispute: Concerned): Dated => {
  if (NAMES_THE_ANSWER.includes(kind)) return dispute.answerDate();
  if (NAMES_RECEIPT.includes(kind)) return onDay(dispute.round.receipt?.dueOn);
  if (NAMES_THE_LIMIT.includes(kind)) return onDay(dispute.matter.totalCap?.dueOn);
  if (NAMES_THE_ACTION.includes(kind)) return dispute.actionDate(actionOf(event));
  if (kind === 'extension-asked') return onDay(dispute.round.extensionAsked?.askedFor);
  return event === undefined ? NO_DATE : ownDateOf(event, dispute);
};

/** Kinds that say of a date that it has passed: they speak of that one, wherever the date is now. */
const OF_A_DATE_THAT_PASSED: readonly NoticeKind[] = [
  'answer-overdue',
  'no-answer-came',
  'receipt-overdue',
  'receipt-not-acknowledged',
  'over-total',
  'action-overdue',
  'action-not-done',
];

/**
 * The date that a notice of a dispute speaks of when it goes, from the dispute as it is by then: one that has moved since the notice was
 * written is said as it is now.
 */
export const dateNow = (
  { kind, dueOn, dueAt, actionId }: Pick<NoticeLine, 'kind' | 'dueOn' | 'dueAt' | 'actionId'>,
  dispute: Concerned,
): Dated => {
  const asWritten = { dueOn, dueAt };
  if (OF_A_DATE_THAT_PASSED.includes(kind)) return asWritten;
  if (NAMES_THE_ACTION.includes(kind)) return dispute.actionDate(actionId);
  if (kind === 'extension-asked') return onDay(dispute.round.extensionAsked?.askedFor ?? dueOn);
  return [NAMES_THE_ANSWER, NAMES_RECEIPT, NAMES_THE_LIMIT].some((kinds) => kinds.includes(kind))
    ? dateOf(kind, undefined, dispute)
    : asWritten;
};

const ownDateOf = (event: DisputeEvent, { matter }: Concerned): Dated => {
  switch (event.type) {
    case 'ReadingGranted':
      return onDay(event.data.lastDay);
    case 'AgencyReplyDeadlinePassed':
      return onDay(matter.agencies[event.data.asked - 1]?.dueOn);
    case 'NextLookPassed':
      return onDay(event.data.lookOn);
    case 'TabledForChallenge':
    case 'ChallengeDecisionRecorded':
      return onDay(event.data.heldOn);
    default:
      return NO_DATE;
  }
};
