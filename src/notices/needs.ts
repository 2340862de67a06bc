import type { NoticeKind } from './kinds.js';

/**
 * The condition that must still hold when a message goes, beside that the person may read the record and is in office: whether what it says
 * still stands, and whether its reader is still the one to hear it. A notice whose need has gone is not sent, and that goes on record. Of
 * each but those that ask for something the event that it tells of must count still too: not taken back, and nothing said otherwise since.
 *
 * - `must-answer`, `must-say-it-arrived`: they are among those whose answer, or word that it reached them, is still wanted
 * - `is-to-answer-soon`: the same, and the date has not passed
 * - `is-late-to-answer`: the same of an answer that has not come in time, by the date that holds now
 * - `must-find-somebody`: nobody holds the post that must act, or the person who held it has left, and it has fallen to them; or nobody
 *   who must answer a restricted one may read it, and they hold it; or a restricted row of a register is theirs
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
 * - `must-agree`: the recommendations are unanswered, and they are asked
 * - `must-decide-on-disagreement`: those asked disagree, and the child’s IRO has neither raised a dispute nor written why not
 * - `must-tie`: the account signs nobody in
 * - `must-sign-off`, `must-check`, `must-approve`: a report waits for that, and from them
 * - `agency-to-reply`: another agency is to reply by that day, and they hold it
 * - `has-work`: something is asked of them from the post that they took
 * - `role-waits`: what is proposed is neither agreed to nor refused
 *
 * - `counts-still`: the event that it tells of counts still, and nothing else is needed
 * - `holds-it`: it is open, and they hold it or cover for its holder
 * - `holds-what-runs`: the same, also where it has ended and something of it is still to come, or it is to be reopened
 * - `holds-it-no-more`: somebody else holds it
 * - `holds-the-conversation`: nothing was raised from it yet, and it is with them
 * - `is-open`: it is open
 * - `is-on-that-agenda`: it stands on the agenda of a meeting of that day, which has not decided about it
 * - `set-aside`: it is set aside after a child's death
 * - `heard-of-it`: they were told of it before or acted in it: of what they never heard of they need not hear that it is over
 * - `asked-no-more`: they were told of it before, and it is not asked of them again
 * - `hidden-or-set-aside`: they were told of it before, and it is hidden from them, or set aside
 * - `is-to-come`: the meeting is still to be held, and they sit in it
 * - `sits-no-more`: they were told of the meeting, and do not sit in it
 * - `still-given`: the acknowledgement stands, and it is for them
 * - `given-no-more`: they were told of the acknowledgement, and it stands no more, or is not for them
 * - `has-the-child`, `has-the-child-no-more`: the child is allocated to them, or is not
 * - `team-has-the-child`, `team-has-the-child-no-more`: the child is with a team of theirs, or is not
 * - `in-care`, `out-of-care`, `is-18`, `has-died`, `has-not-died`: so the record of the child says
 * - `took-children`: something of the caseload is with them
 * - `leads-still`: they hold a post to whose holders the weekly summary goes
 */
export type Need =
  | 'must-answer'
  | 'is-to-answer-soon'
  | 'is-late-to-answer'
  | 'must-say-it-arrived'
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
  | 'must-agree'
  | 'must-decide-on-disagreement'
  | 'must-tie'
  | 'must-sign-off'
  | 'must-check'
  | 'must-approve'
  | 'agency-to-reply'
  | 'has-work'
  | 'role-waits'
  | 'counts-still'
  | 'holds-it'
  | 'holds-what-runs'
  | 'holds-it-no-more'
  | 'holds-the-conversation'
  | 'is-open'
  | 'is-on-that-agenda'
  | 'set-aside'
  | 'heard-of-it'
  | 'asked-no-more'
  | 'hidden-or-set-aside'
  | 'is-to-come'
  | 'sits-no-more'
  | 'still-given'
  | 'given-no-more'
  | 'has-the-child'
  | 'has-the-child-no-more'
  | 'team-has-the-child'
  | 'team-has-the-child-no-more'
  | 'in-care'
  | 'out-of-care'
  | 'is-18'
  | 'has-died'
  | 'has-not-died'
  | 'took-children'
  | 'leads-still';

/** It goes whatever came after: why, for somebody who reads the list. */
export interface GoesAllTheSame {
  readonly allTheSame: string;
}

const allTheSame = (why: string): GoesAllTheSame => ({ allTheSame: why });
const IN_THEIR_NAME = allTheSame('Nobody is to learn late, or never, that somebody could act in their name.');
const WHO_READS = allTheSame('Somebody could read cases meanwhile, or was to, and who answers for that hears of it.');

/** Asks for something: whether it is asked still says all, whichever event asked for it. */
export const asks = (need: Need): boolean => need.startsWith('must-') || ASKS.includes(need);

const ASKS: readonly Need[] = [
  'is-to-answer-soon',
  'is-late-to-answer',
  'no-answer-yet',
  'not-done-yet',
  'agency-to-reply',
  'has-work',
  'role-waits',
  'leads-still',
];

/**
 * Kinds that say nothing but that something is over. Where a person was to be told of that something, and was not because it was over when
 * the message would have gone, they need not hear that it is.
 */
const SAYS_WHAT_IS_OVER: readonly NoticeKind[] = [
  'open-again',
  'goes-on-again',
  'clock-runs',
  'referral-withdrawn',
  'off-the-agenda',
  'taken-off-agenda',
  'taken-back',
  'record-corrected',
  'thanks-taken-back',
  'cover-ended',
  'child-back-in-care',
  'your-child-back-in-care',
  'child-set-aside-no-more',
];

export const saysWhatIsOver = (kind: NoticeKind): boolean => SAYS_WHAT_IS_OVER.includes(kind);

/** The need of every kind of notice, or why it goes all the same; one forgotten does not compile. */
export const NEEDS = {
  'dispute-for-you': 'must-answer',
  'copied-to-you': 'is-open',
  'post-vacant': 'must-find-somebody',
  'holder-has-left': 'must-find-somebody',
  'meeting-fallen-to-you': 'must-find-somebody',
  'referral-fallen-to-you': 'must-find-somebody',
  'cover-lapsed': 'counts-still',
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
  'caseload-for-you': 'took-children',
  'work-of-post': 'has-work',
  'caseload-handed-over': allTheSame('What is handed over again is told again, each time to those whom it concerns.'),
  'moved-to-your-child': 'holds-what-runs',
  'choose-who-answers': 'must-find-somebody',
  'find-a-judge': 'must-find-somebody',
  'register-row-for-you': 'must-find-somebody',
  'emergency-access': WHO_READS,
  'reading-asked': 'must-let-read',
  'reading-granted': 'counts-still',
  'reading-refused': 'counts-still',
  'set-aside': 'set-aside',
  'raised-in-your-name': 'holds-it',
  'entered-in-your-name': IN_THEIR_NAME,
  'settled-on-the-call': 'counts-still',
  'answer-came': 'counts-still',
  'answer-accepted': 'counts-still',
  'answer-not-accepted': 'counts-still',
  'judge-satisfied': 'counts-still',
  'judge-not-satisfied': 'counts-still',
  'for-you-to-send-up': 'must-send-up',
  'judges-differ': 'must-decide',
  'iro-view': 'counts-still',
  'action-for-you': 'must-do-it',
  'action-withdrawn': 'asked-no-more',
  'action-done': 'counts-still',
  'action-confirmed': 'counts-still',
  extended: 'is-open',
  'not-extended': 'is-open',
  redirected: 'is-open',
  'redirected-away': 'asked-no-more',
  'about-another-child': 'asked-no-more',
  'handed-away': 'holds-it-no-more',
  'set-aside-handed-over': 'set-aside',
  'nothing-asked': 'hidden-or-set-aside',
  'sent-back': 'is-open',
  reopened: 'is-open',
  'open-again': 'heard-of-it',
  'ended-though-in-care': 'must-reopen',
  resolved: 'heard-of-it',
  stalemate: 'heard-of-it',
  'no-agreement': 'counts-still',
  ended: 'heard-of-it',
  withdrawn: 'heard-of-it',
  voided: 'heard-of-it',
  'continued-formally': 'heard-of-it',
  'clock-paused': 'is-open',
  'clock-runs': 'is-open',
  'their-date-moved': 'is-open',
  'goes-on-again': 'is-open',
  'referred-to-cafcass': 'counts-still',
  'referral-withdrawn': 'heard-of-it',
  'cafcass-replied': 'counts-still',
  'more-sent-to-cafcass': 'counts-still',
  'referral-over': 'heard-of-it',
  'no-longer-asked': 'heard-of-it',
  'off-the-agenda': 'heard-of-it',
  'meeting-decided': 'counts-still',
  'meeting-decided-for-you': 'holds-it',
  'goes-on-to-cafcass': 'holds-it',
  'goes-on-up': 'holds-it',
  'restriction-changed': 'counts-still',
  'record-corrected': 'counts-still',
  'taken-back': 'heard-of-it',
  'note-added': 'counts-still',
  'child-left-care': 'holds-it',
  'child-turned-18': 'holds-it',
  'child-back-in-care': 'holds-it',
  'continued-after-care': 'is-open',
  'taken-to-agency': 'counts-still',
  'agency-replied': 'counts-still',
  'agency-did-not-reply': 'counts-still',
  'recommendations-for-you': 'must-agree',
  'recommendations-due': 'must-agree',
  'recommendations-agreed': 'counts-still',
  'recommendations-disagreed': 'must-decide-on-disagreement',
  'counted-as-agreed': 'counts-still',
  'disagreement-let-stand': 'counts-still',
  'recommendations-withdrawn': 'heard-of-it',
  'check-moved-to-you': 'counts-still',
  'acknowledgement-thanked': 'counts-still',
  'thanks-taken-back': 'heard-of-it',
  'acknowledgement-corrected': 'still-given',
  'acknowledgement-withdrawn': 'given-no-more',
  'acknowledgement-moved-away': 'counts-still',
  'acknowledgement-moved-to-you': 'counts-still',
  'you-sit-in-meeting': 'is-to-come',
  'no-seat-in-meeting': 'sits-no-more',
  'meeting-moved': 'is-to-come',
  'meeting-cancelled': 'heard-of-it',
  'taken-off-agenda': 'heard-of-it',
  'meeting-action-for-you': 'must-do-it',
  'meeting-action-done': 'counts-still',
  'cover-arranged': 'counts-still',
  'cover-ended': 'counts-still',
  'token-made': IN_THEIR_NAME,
  'token-made-here': IN_THEIR_NAME,
  'token-withdrawn': IN_THEIR_NAME,
  'team-changed': WHO_READS,
  'child-not-yours': 'has-the-child-no-more',
  'child-of-team-has-another-iro': 'team-has-the-child',
  'child-comes-to-your-team': 'team-has-the-child',
  'child-leaves-your-team': 'team-has-the-child-no-more',
  'your-child-left-care': 'out-of-care',
  'your-child-back-in-care': 'in-care',
  'your-child-turned-18': 'is-18',
  'child-set-aside': 'has-died',
  'child-set-aside-no-more': 'has-not-died',
  'child-now-yours': 'has-the-child',
  'details-changed': IN_THEIR_NAME,
  'role-to-agree': 'role-waits',
  'role-lapsed': allTheSame('Nothing was given; whoever needs it proposes it again.'),
  'role-agreed-or-not': 'heard-of-it',
  'role-proposed': WHO_READS,
  'role-given': WHO_READS,
  'role-not-given': WHO_READS,
  'account-to-tie': 'must-tie',
  'account-tied': IN_THEIR_NAME,
  'account-untied': IN_THEIR_NAME,
  'weekly-summary': 'leads-still',
  'report-withdrawn': allTheSame('Somebody may have it, whatever is published since.'),
  'story-to-sign-off': 'must-sign-off',
  'report-to-check': 'must-check',
  'report-to-approve': 'must-approve',
  'report-commented-on': 'counts-still',
} as const satisfies { readonly [Kind in NoticeKind]: Need | GoesAllTheSame };

/** The need of a kind; null where it goes whatever came after. */
export const needOf = (kind: NoticeKind): Need | null => {
  const need: Need | GoesAllTheSame = NEEDS[kind];
  return typeof need === 'string' ? need : null;
};
