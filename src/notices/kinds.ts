/**
 * Every kind of notice there is, and whether it is about something that the person told must do. A new one is named here, gets its
 * words in `templates.ts` (and its page there, where it is not about a dispute), is told in `who-is-told.ts` (of a meeting in
 * `told-of-meetings.ts`, of recommendations in `told-of-recommendations.ts`, of a role in `told-of-roles.ts`; `reminders.ts` sends those
 * that come before a date), falls to the post above where nobody holds the post if it is in `ASKS_FOR_AN_ANSWER` (`recipients.ts`), is
 * tested in `who-is-told.spec.ts` or `told-of-roles.spec.ts` and seen in `test/notices/no-names.spec.ts`, and stands in the table of
 * `docs/processes/notices.md`; below, say whether a child's death stops it.
 */
export const NOTICE_KINDS = {
  'dispute-for-you': 'theirs-to-do',
  'copied-to-you': 'for-information',
  'post-vacant': 'theirs-to-do',
  'answer-due': 'theirs-to-do',
  'answer-overdue': 'theirs-to-do',
  'no-answer-came': 'theirs-to-do',
  chased: 'theirs-to-do',
  'date-moved': 'theirs-to-do',
  'receipt-date-moved': 'theirs-to-do',
  'total-moved': 'for-information',
  'receipt-overdue': 'theirs-to-do',
  'receipt-not-acknowledged': 'for-information',
  'receipt-acknowledged': 'for-information',
  'answered-judge-it': 'theirs-to-do',
  'escalated-to-you': 'theirs-to-do',
  escalated: 'for-information',
  'extension-asked': 'theirs-to-do',
  'extension-granted': 'theirs-to-do',
  'extension-refused': 'theirs-to-do',
  'action-due': 'theirs-to-do',
  'action-overdue': 'theirs-to-do',
  'action-not-done': 'for-information',
  'over-total': 'for-information',
  'agency-reply-overdue': 'theirs-to-do',
  'look-again': 'theirs-to-do',
  'on-the-agenda': 'for-information',
  'added-to-agenda': 'for-information',
  'acknowledgement-received': 'for-information',
  'handed-over': 'theirs-to-do',
  'moved-to-your-child': 'theirs-to-do',
  'choose-who-answers': 'theirs-to-do',
  'emergency-access': 'for-information',
  'set-aside': 'theirs-to-do',
  'recommendations-for-you': 'theirs-to-do',
  'recommendations-due': 'theirs-to-do',
  'recommendations-agreed': 'for-information',
  'recommendations-disagreed': 'theirs-to-do',
  'counted-as-agreed': 'for-information',
  // Nobody switches off what tells them that a role was given, in their name perhaps.
  'role-to-agree': 'theirs-to-do',
  'role-proposed': 'theirs-to-do',
  'role-given': 'theirs-to-do',
  'role-not-given': 'theirs-to-do',
} as const satisfies Readonly<Record<string, 'theirs-to-do' | 'for-information'>>;

export type NoticeKind = keyof typeof NOTICE_KINDS;

export const isTheirsToDo = (kind: NoticeKind): boolean => NOTICE_KINDS[kind] === 'theirs-to-do';

/** Reminders and chasers, which stop when a child has died. */
const ROUTINE: readonly NoticeKind[] = [
  'answer-due',
  'answer-overdue',
  'no-answer-came',
  'chased',
  'date-moved',
  'receipt-date-moved',
  'total-moved',
  'receipt-overdue',
  'receipt-not-acknowledged',
  'action-due',
  'action-overdue',
  'action-not-done',
  'agency-reply-overdue',
  'look-again',
  'over-total',
  'post-vacant',
];

export const isRoutine = (kind: NoticeKind): boolean => ROUTINE.includes(kind);
