import type { Work } from '../../work/matter.js';

/**
 * The words of each kind of work, and the act that does it, under the page of its record; empty if several acts do, which that page
 * offers.
 */
export const DOES: Readonly<Record<Work, readonly [words: string, act: string]>> = {
  acknowledge: ['Say that it has reached you', 'acknowledge-receipt'],
  answer: ['Answer', 'answer'],
  'enter-answer': ['Ask the partner outside of the council for the answer, and enter it', 'enter-answer'],
  judge: ['Say if you are satisfied with the answer', 'judge'],
  decide: ['Decide where it goes from here', ''],
  close: ['Resolve it, with what changed for the child', 'resolve'],
  chase: ['No answer came: chase, or escalate', ''],
  'decide-extension': ['More time is asked for: give or refuse it', ''],
  'judge-late-answer': ['An earlier stage was answered late: say whether it is enough', 'judge'],
  'decide-send-back': ['It is asked back down: send it back, or keep it', ''],
  action: ['Do what was agreed', 'mark-action-done'],
  'check-action': ['Check that the agreed action was done', 'mark-action-done'],
  agenda: ['Be ready for the meeting', 'record-iro-view'],
  'set-meeting-date': ['Set the day of the meeting that times this stage', 'set-meeting-date'],
  'end-pause': ['The clock stands still without a last day: let it run on when the reason is over', 'resume-clock'],
  'chase-cafcass': ['Cafcass has a referral: ask how it stands, and record its reply', 'record-cafcass-reply'],
  'answer-cafcass': ['Cafcass asks for more: send it, and record that you have', 'send-more-to-cafcass'],
  'no-longer-with-cafcass': ['Cafcass does not continue it: reopen it, and say where it goes', 'reopen'],
  reopen: ['It ended because of what was recorded by mistake: reopen it', 'reopen'],
  'chase-agency': [
    'Another agency is to reply: ask it again when it is late, or record that no reply came',
    'record-agency-reply',
  ],
  'look-again': ['Put it on an agenda again', ''],
  'answer-recommendations': ['Agree or disagree with the recommendations', ''],
  'decide-on-disagreement': ['Raise a dispute over the disagreement, or write why not', ''],
  'decide-after-care': ['Decide what becomes of it after care', ''],
  'answer-check': ['Answer the standards of this check', ''],
  'decide-on-check': ['A standard is not met: raise it, or write why not', ''],
  'hold-meeting': ['Hold the meeting, and write it up', ''],
  'close-meeting': ['Close the meeting', ''],
  'meeting-action': ['Do what was agreed in the meeting', ''],
  'fill-seat': ['Somebody who sits in this meeting has left: say who sits in it', 'change-seats'],
  'decide-item-again': ['A decision of this meeting was taken back: decide on the item again', ''],
  'look-again-at-theme': ['The meeting wanted to look at a theme again: put it on an agenda', ''],
  'check-meeting-action': ['Check that what was agreed in the meeting was done', ''],
  'answer-request-to-read': ['Somebody asks to read it: let them, or say why not', 'answer-request-to-read'],
  'choose-who-answers': ['Nobody who is to answer, judge or decide about time may read it: say who does', 'restrict'],
  'find-a-judge': ['Its IRO gave the answer, and does not judge it: hand it over to another IRO', 'hand-over'],
  'fill-vacancy': ['Nobody holds the post that must act: see that somebody does', ''],
  'hand-over': ['Whoever held it has left: hand it over', 'hand-over'],
  allocate: ['Yours to allocate: nobody in office whose it is may read it', 'hand-over'],
  'allocate-child': ['A child has no IRO in office, or no team: say whose the child is', 'allocate'],
  'agree-to-role': ['A role waits for a second person: agree or refuse', ''],
  'sign-off-story': ['A story of a report waits for you to sign it off', ''],
  'check-report': ['Check what could be worked out from this report', ''],
  'approve-report': ['Approve this report, which is checked', ''],
  'publish-report': ['Publish this report, which is approved', ''],
  // Its page offers what can be done: to take it on, or to continue an informal one formally.
  'take-on': ['Take on this imported one', ''],
  'waits-long': ['It has waited for the IRO without a date: ask how it stands', ''],
  'look-at': ['Look at it: what it waits for could not be worked out', ''],
};

/** Of an answer that has not come, for those who may not send anything up. */
export const CHASES_ONLY = ['No answer came: chase it', ''] as const;
