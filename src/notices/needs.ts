import type { NoticeKind } from './kinds.js';

/**
 * The condition that must still hold when a message goes, beside that the person may read the record and is in office. A notice whose need has gone is
 * not sent, and that goes on record.
 *
 * - `must-answer`, `must-say-it-arrived`: they are among those whose answer, or word that it reached them, is still wanted
 * - `is-to-answer-soon`: the same, and the date has not passed
 * - `is-late-to-answer`: the same of an answer that has not come in time, by the date that holds now
 * - `must-find-somebody`: nobody holds the post that must act, or the person who held it has left, and it has fallen to them; or nobody
 *   who must answer a restricted one may read it, and they hold it
 * - `must-allocate`: a child has still no IRO in office, or no team, and it is theirs to say whose the child is
 * - `must-judge`: an answer waits for their judgement
 * - `no-answer-yet`: none has come in time, and they may send it up
 * - `must-grant`: an extension is still asked for, and they may grant it
 * - `must-send-back`: those who must answer still ask for it to go to a lower stage, and they may judge it
 * - `must-let-read`: somebody still asks to read it, and they manage the IROs
 * - `must-send-up`: it may go up, and they may send it
 * - `must-decide`: its judges differ, and they hold it
 * - `must-reopen`: it has ended, and they hold it
 * - `must-do-it`, `not-done-yet`: the action is not done, and it is theirs; and they hold the dispute
 * - `holds-it`: it is open, and they hold it or cover for its holder
 * - `holds-what-runs`: the same, also where it has ended and something of it is still to come
 * - `holds-the-conversation`: nothing was raised from it yet, and it is with them
 * - `is-open`: it is open
 * - `is-on-that-agenda`: it stands on the agenda of a meeting of that day, which has not decided about it
 * - `set-aside`: it is set aside after a child's death
 * - `heard-of-it`: they were told of it before or acted in it: of what they never heard of they need not hear that it is over
 * - `must-agree`: the recommendations are unanswered, and they are asked
 * - `is-to-come`: the meeting is still to be held
 * - `role-waits`: what is proposed is neither agreed to nor refused
 * - `still-given`: the acknowledgement stands
 * - `leads-still`: they hold a post to whose holders the weekly summary goes
 * - `news`: nothing else
 */
export type Need =
  | 'must-answer'
  | 'is-to-answer-soon'
  | 'is-late-to-answer'
  | 'must-say-it-arrived'
  | 'agency-to-reply'
  | 'must-find-somebody'
  | 'must-allocate'
  | 'must-judge'
  | 'no-answer-yet'
  | 'must-grant'
  | 'must-send-back'
  | 'must-let-read'
  | 'must-send-up'
  | 'must-decide'
  | 'must-reopen'
  | 'must-do-it'
  | 'not-done-yet'
  | 'holds-it'
  | 'holds-what-runs'
  | 'holds-the-conversation'
  | 'is-open'
  | 'is-on-that-agenda'
  | 'set-aside'
  | 'heard-of-it'
  | 'must-agree'
  | 'is-to-come'
  | 'role-waits'
  | 'still-given'
  | 'leads-still'
  | 'news';

/** The need of every kind of notice; one forgotten does not compile. */
export const NEEDS: { readonly [Kind in NoticeKind]: Need } = {
  'dispute-for-you': 'must-answer',
  'copied-to-you': 'is-open',
  'post-vacant': 'must-find-somebody',
  'holder-has-left': 'must-find-somebody',
  'meeting-fallen-to-you': 'must-find-somebody',
  'cover-lapsed': 'news',
  'children-to-allocate': 'must-allocate',
  'answer-due': 'is-to-answer-soon',
  'answer-overdue': 'is-late-to-answer',
  'no-answer-came': 'no-answer-yet',
  chased: 'must-answer',
  'date-moved': 'must-answer',
  'receipt-date-moved': 'must-say-it-arrived',
  'total-moved': 'is-open',
  'receipt-overdue': 'must-say-it-arrived',
  'receipt-not-acknowledged': 'is-open',
  'receipt-acknowledged': 'is-open',
  'answered-judge-it': 'must-judge',
  'escalated-to-you': 'must-answer',
  escalated: 'is-open',
  'send-back-asked': 'must-send-back',
  'send-back-refused': 'must-answer',
  'not-sent-back': 'is-open',
  'extension-asked': 'must-grant',
  'extension-granted': 'must-answer',
  'extension-refused': 'must-answer',
  'action-due': 'must-do-it',
  'action-overdue': 'must-do-it',
  'action-not-done': 'not-done-yet',
  'over-total': 'is-open',
  'agency-reply-overdue': 'agency-to-reply',
  'look-again': 'is-open',
  'on-the-agenda': 'is-on-that-agenda',
  'added-to-agenda': 'is-to-come',
  'acknowledgement-received': 'still-given',
  'handed-over': 'holds-what-runs',
  'conversation-for-you': 'holds-the-conversation',
  'caseload-for-you': 'news',
  'work-of-post': 'news',
  'caseload-handed-over': 'news',
  'moved-to-your-child': 'holds-what-runs',
  'choose-who-answers': 'must-find-somebody',
  'find-a-judge': 'must-find-somebody',
  'emergency-access': 'news',
  'reading-asked': 'must-let-read',
  'reading-granted': 'news',
  'reading-refused': 'news',
  'set-aside': 'set-aside',
  'raised-in-your-name': 'holds-it',
  'entered-in-your-name': 'news',
  'settled-on-the-call': 'news',
  'answer-came': 'news',
  'answer-accepted': 'news',
  'answer-not-accepted': 'news',
  'judge-satisfied': 'news',
  'judge-not-satisfied': 'news',
  'for-you-to-send-up': 'must-send-up',
  'judges-differ': 'must-decide',
  'iro-view': 'news',
  'action-for-you': 'must-do-it',
  'action-done': 'news',
  'action-confirmed': 'news',
  extended: 'is-open',
  'not-extended': 'is-open',
  redirected: 'is-open',
  'redirected-away': 'heard-of-it',
  'about-another-child': 'heard-of-it',
  'handed-away': 'news',
  'nothing-asked': 'heard-of-it',
  'sent-back': 'is-open',
  reopened: 'is-open',
  'open-again': 'heard-of-it',
  'ended-though-in-care': 'must-reopen',
  resolved: 'heard-of-it',
  stalemate: 'heard-of-it',
  'no-agreement': 'news',
  ended: 'heard-of-it',
  withdrawn: 'heard-of-it',
  voided: 'heard-of-it',
  'continued-formally': 'heard-of-it',
  'clock-paused': 'is-open',
  'clock-runs': 'is-open',
  'their-date-moved': 'is-open',
  'goes-on-again': 'is-open',
  'referred-to-cafcass': 'news',
  'referral-withdrawn': 'heard-of-it',
  'cafcass-replied': 'news',
  'more-sent-to-cafcass': 'news',
  'referral-over': 'heard-of-it',
  'no-longer-asked': 'heard-of-it',
  'off-the-agenda': 'heard-of-it',
  'meeting-decided': 'news',
  'meeting-decided-for-you': 'holds-it',
  'goes-on-to-cafcass': 'holds-it',
  'goes-on-up': 'holds-it',
  'restriction-changed': 'news',
  'record-corrected': 'news',
  'taken-back': 'heard-of-it',
  'note-added': 'news',
  'child-left-care': 'holds-it',
  'child-turned-18': 'holds-it',
  'child-back-in-care': 'holds-it',
  'continued-after-care': 'is-open',
  'taken-to-agency': 'news',
  'agency-replied': 'news',
  'agency-did-not-reply': 'news',
  'recommendations-for-you': 'must-agree',
  'recommendations-due': 'must-agree',
  'recommendations-agreed': 'news',
  'recommendations-disagreed': 'news',
  'counted-as-agreed': 'news',
  'disagreement-let-stand': 'news',
  'recommendations-withdrawn': 'heard-of-it',
  'check-moved-to-you': 'news',
  'acknowledgement-thanked': 'news',
  'acknowledgement-corrected': 'still-given',
  'acknowledgement-withdrawn': 'heard-of-it',
  'you-sit-in-meeting': 'is-to-come',
  'no-seat-in-meeting': 'heard-of-it',
  'meeting-moved': 'is-to-come',
  'meeting-cancelled': 'heard-of-it',
  'taken-off-agenda': 'heard-of-it',
  'meeting-action-for-you': 'must-do-it',
  'meeting-action-done': 'news',
  'cover-arranged': 'news',
  'cover-ended': 'news',
  'token-made': 'news',
  'token-made-here': 'news',
  'token-withdrawn': 'news',
  'team-changed': 'news',
  'child-not-yours': 'news',
  'child-of-team-has-another-iro': 'news',
  'child-comes-to-your-team': 'news',
  'child-leaves-your-team': 'news',
  'your-child-left-care': 'news',
  'your-child-back-in-care': 'news',
  'your-child-turned-18': 'news',
  'child-set-aside': 'news',
  'child-set-aside-no-more': 'news',
  'child-now-yours': 'news',
  'details-changed': 'news',
  'role-to-agree': 'role-waits',
  'role-lapsed': 'news',
  'role-agreed-or-not': 'news',
  'role-proposed': 'news',
  'role-given': 'news',
  'role-not-given': 'news',
  'account-to-tie': 'news',
  'account-tied': 'news',
  'account-untied': 'news',
  'weekly-summary': 'leads-still',
  'report-withdrawn': 'news',
  'story-to-sign-off': 'news',
  'report-to-check': 'news',
  'report-to-approve': 'news',
  'report-commented-on': 'news',
};
