import { dateInWords } from '../calendar/in-words.js';
import type { DigestWritten, NoticeLine } from './events.js';
import { inCouncilWords, referenceShown } from '../protocol/council-words.js';
import type { Words } from '../protocol/protocol.js';
import type { NoticeKind } from './kinds.js';
import { placeOf, whereItLeads } from './where-it-leads.js';
import type { WordsOf } from './words-of-notice.js';

/** The text that a person reads. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** The text of one kind of notice. Of the matter it knows the reference, what the council calls such a thing, and a date. */
export interface Template {
  /** Stands after the reference in the subject, and for itself in a digest. */
  readonly subject: (line: Said) => string;
  /** The event, and the act that is asked for. */
  readonly body: (line: Said) => string;
}

/** A line with its date in words. */
export interface Said {
  /** With its article: "a dispute", "an alert". */
  readonly called: string;
  /** "by Friday 6 October 2023"; "with no date set". */
  readonly by: string;
  /** "Friday 6 October 2023"; "no date set". */
  readonly date: string;
  /** "action A2". */
  readonly action: string;
  /** "1 thing is", "3 things are". */
  readonly things: string;
  /** "1 child", "3 children". */
  readonly children: string;
}

/** Every template there is. None has a place for a name, or for anything that a person wrote. */
export const TEMPLATES: Readonly<Record<NoticeKind, Template>> = {
  'dispute-for-you': {
    subject: ({ called, by }) => `${called} for you to answer, ${by}`,
    body: ({ called, by }) => `${capital(called)} is addressed to the post you hold. An answer is asked of you, ${by}.`,
  },
  'copied-to-you': {
    subject: ({ called }) => `${called}, for your information`,
    body: ({ called }) => `${capital(called)} is sent to you for information. Nothing is asked of you.`,
  },
  'post-vacant': {
    subject: ({ by }) => `nobody holds the post that must act, ${by}`,
    body: ({ called, by }) =>
      `Somebody must act on ${called} ${by}, and nobody holds the post whose turn it is. It has fallen to you: see that somebody does.`,
  },
  'holder-has-left': {
    subject: () => 'its IRO has left',
    body: ({ called }) =>
      `Whoever held ${called} has left, so nobody works on it. It has fallen to you: give it to an IRO.`,
  },
  'register-row-for-you': {
    subject: ({ called }) => `${called} from a register is yours to see to`,
    body: ({ called }) =>
      `${capital(called)} from a register is restricted, and nobody works on it yet. It is for you to see to: who has the child, who is in office or who may read it has changed. If you may read it, take it on. If you may not, say by its reference who reads it.`,
  },
  'children-to-allocate': {
    subject: ({ children }) => `${children} to allocate`,
    body: ({ children }) =>
      `An IRO has left, or a team has ended, and ${children} of theirs must be given to another. Your work names each: say whose the child is.`,
  },
  'cover-lapsed': {
    subject: ({ date }) => `nobody stands in any more, until ${date}`,
    body: ({ date }) =>
      `A cover until ${date} stands for nothing any more: whoever stood in, or whoever is away, holds no post of an IRO or a chair by now. An IRO manager arranges another where it is needed.`,
  },
  'meeting-fallen-to-you': {
    subject: () => 'something of a meeting has fallen to you',
    body: () =>
      'Whoever was to hold a meeting, sat in it, or undertook something in it has left, or nobody in office is named for it. It has fallen to you: your work says what there is to do.',
  },
  'referral-fallen-to-you': {
    subject: () => 'a referral to Cafcass has fallen to you',
    body: ({ called }) =>
      `${capital(called)} about several children was referred to Cafcass by the IRO of one of them, who has none of them any more. The referral has fallen to you: ask Cafcass how it stands, and record what Cafcass says.`,
  },
  'answer-due': {
    subject: ({ by }) => `your answer is due ${by}`,
    body: ({ by }) => `An answer is asked of you ${by}. It has not come yet.`,
  },
  'answer-overdue': {
    subject: () => 'your answer is overdue',
    body: ({ date }) => `Your answer was due by ${date} and has not come. Answer now; it will be recorded as late.`,
  },
  'no-answer-came': {
    subject: () => 'no answer came in time',
    body: ({ date }) =>
      `An answer was due by ${date} and has not come. It is for you to say what happens next. Nothing is closed by silence.`,
  },
  chased: {
    subject: () => 'a reminder that an answer is asked of you',
    body: ({ by }) => `You are reminded that an answer is asked of you, ${by}.`,
  },
  'date-moved': {
    subject: ({ by }) => `the date has moved: answer ${by}`,
    body: ({ by }) => `The date for your answer has moved. It is now asked of you ${by}.`,
  },
  'receipt-date-moved': {
    subject: ({ date }) => `the date has moved: say by ${date} that it has reached you`,
    body: ({ date }) => `The date by which you are to say that this has reached you has moved. Say so by ${date}.`,
  },
  'total-moved': {
    subject: ({ date }) => `the limit for all stages together has moved to ${date}`,
    body: ({ date }) => `A holiday has moved the limit for all stages together. It is now ${date}.`,
  },
  'receipt-overdue': {
    subject: () => 'say that it has reached you',
    body: ({ date }) => `You were asked to say by ${date} that this has reached you. Do so now.`,
  },
  'receipt-not-acknowledged': {
    subject: () => 'nobody has said that it arrived',
    body: ({ date }) => `Those asked were to say by ${date} that this has reached them, and have not.`,
  },
  'receipt-acknowledged': {
    subject: () => 'it has arrived',
    body: ({ by }) => `Those asked say that this has reached them. An answer is asked of them ${by}.`,
  },
  'answered-judge-it': {
    subject: () => 'answered: say if you are satisfied',
    body: () => 'An answer has come. Say whether it settles the matter.',
  },
  'escalated-to-you': {
    subject: ({ called, by }) => `${called} has come up to you, answer ${by}`,
    body: ({ called, by }) =>
      `${capital(called)} has been escalated to the post you hold. An answer is asked of you, ${by}.`,
  },
  escalated: {
    subject: () => 'escalated to the next stage',
    body: ({ by }) => `This has been escalated. An answer is asked at the new stage, ${by}.`,
  },
  'extension-asked': {
    subject: () => 'more time is asked for',
    body: ({ date }) => `More time is asked for, until ${date}. Give it or refuse it.`,
  },
  'extension-granted': {
    subject: ({ by }) => `more time is given: answer ${by}`,
    body: ({ by }) => `More time is given. Your answer is now asked ${by}. The first date stays on record beside it.`,
  },
  'extension-refused': {
    subject: ({ by }) => `no more time is given: answer ${by}`,
    body: ({ by }) => `The extension is refused. Your answer is asked ${by}, as before.`,
  },
  'send-back-asked': {
    subject: () => 'asked to be sent back to a lower stage',
    body: ({ by }) =>
      `Those who must answer ask that a lower stage does something first. Send it back, or decide that it stays. Until then their answer is asked ${by}.`,
  },
  'not-sent-back': {
    subject: () => 'it is not sent back',
    body: ({ called }) =>
      `It is decided: ${called} of which you were asked whether it is sent back stays at its stage.`,
  },
  'send-back-refused': {
    subject: ({ by }) => `it is not sent back: answer ${by}`,
    body: ({ by }) => `It stays at its stage. Your answer is asked ${by}, as before.`,
  },
  'action-due': {
    subject: ({ action, by }) => `${action} is due ${by}`,
    body: ({ action, by }) =>
      `${capital(action)} was agreed and is to be done ${by}. When it is done, mark it as done.`,
  },
  'action-overdue': {
    subject: ({ action }) => `${action} is overdue`,
    body: ({ action, date }) =>
      `${capital(action)} was to be done by ${date} and is not marked as done. Do it, or say what stands in the way.`,
  },
  'action-not-done': {
    subject: ({ action }) => `${action} was not done in time`,
    body: ({ action, date }) => `${capital(action)} was to be done by ${date} and is not marked as done.`,
  },
  'over-total': {
    subject: () => 'over the limit for all stages together',
    body: ({ date }) => `The limit for all stages together was ${date}. The last answer has not come.`,
  },
  'on-the-agenda': {
    subject: ({ date }) => `on the agenda of the meeting on ${date}`,
    body: ({ called, date }) => `${capital(called)} stands on the agenda of the meeting on ${date}.`,
  },
  'added-to-agenda': {
    subject: ({ date }) => `a theme was added to the agenda of ${date}`,
    body: ({ date }) => `A theme was added to the agenda of the meeting on ${date}, in which your post sits.`,
  },
  'agency-reply-overdue': {
    subject: () => 'the other agency has not replied',
    body: ({ date }) =>
      `Another agency was to reply by ${date} and has not. Ask it again, or record its reply, or that none came.`,
  },
  'look-again': {
    subject: ({ date }) => `to be looked at again since ${date}`,
    body: ({ called, date }) =>
      `A meeting was to look at ${called} again on ${date}, and no later agenda has it. Put it on the next one.`,
  },
  'acknowledgement-received': {
    subject: ({ called }) => `${called} for you`,
    body: ({ called }) => `You or your team have been given ${called}. No answer is needed.`,
  },
  'handed-over': {
    subject: ({ called }) => `${called} has been handed over to you`,
    body: ({ called, by }) => `${capital(called)} is now yours to hold. An answer to it is asked ${by}.`,
  },
  'conversation-for-you': {
    subject: () => 'a conversation about a concern is yours from now on',
    body: ({ called }) =>
      `${capital(called)} about a concern is yours from now on: somebody else wrote it down for you, or handed it over. Nothing was raised from it yet. If something is to be raised, you raise it; if it should not be there, withdraw it.`,
  },
  'moved-to-your-child': {
    subject: ({ called }) => `${called} was moved to a child of yours`,
    body: ({ called, by }) =>
      `${capital(called)} that was written down for another child is about a child of yours. It is now yours to hold. An answer to it is asked ${by}.`,
  },
  'find-a-judge': {
    subject: () => 'its IRO gave the answer, so another IRO judges it',
    body: ({ called }) =>
      `The IRO who holds ${called} has given its answer from another post, and nobody judges their own. Hand it over to another IRO.`,
  },
  'choose-who-answers': {
    subject: () => 'nobody who is to act on this may read it',
    body: ({ called }) =>
      `${capital(called)} that you hold is restricted, and nobody who is to act can read it: to answer or judge, to decide about more time, or to let the clock run. Add one of them to its readers; where an answer is waited for, you may name who answers instead.`,
  },
  'emergency-access': {
    subject: () => 'somebody took emergency access',
    body: ({ called }) =>
      `Somebody who is not on its list took emergency access to ${called} that is restricted, for some hours. Who, why and until when is on record.`,
  },
  'reading-asked': {
    subject: () => 'somebody asks to read it',
    body: ({ called }) =>
      `Somebody who sees where ${called} stands asks to read what was written. Let them until a day, or say why not.`,
  },
  'reading-granted': {
    subject: () => 'you may read it',
    body: ({ called, date }) => `You asked to read ${called}. You may, up to and on ${date}.`,
  },
  'reading-refused': {
    subject: () => 'you may not read it',
    body: ({ called }) =>
      `You asked to read ${called}, and may not: that was refused, or it is not there for you to read any more. An IRO manager can say more.`,
  },
  'set-aside': {
    subject: () => 'please read this before you do anything about it',
    body: () =>
      'This has been set aside, for a reason that matters more than any date. Nobody is reminded or chased about it, and only its IRO and the IRO managers can see it. Please read it before anybody is contacted. It goes on when you say so, and not before.',
  },
  'raised-in-your-name': {
    subject: ({ called }) => `${called} was raised for you`,
    body: ({ called, by }) =>
      `Somebody else raised ${called} that is yours to hold. An answer to it is asked ${by}. If it should not be there, withdraw it.`,
  },
  'entered-in-your-name': {
    subject: () => 'something was entered in your name',
    body: () =>
      'Somebody who acts for you has entered something in your name. Read what it is; if it is not what you said, say so to an IRO manager now.',
  },
  'settled-on-the-call': {
    subject: ({ called }) => `${called}, settled on the call`,
    body: ({ called }) => `${capital(called)} is on record and was settled on the call. Nothing is asked of you.`,
  },
  'answer-came': {
    subject: () => 'an answer has come',
    body: () => 'An answer has come. You can read it.',
  },
  'answer-accepted': {
    subject: () => 'the answer is accepted',
    body: () => 'Those who decide whether the answer is enough are satisfied with it.',
  },
  'answer-not-accepted': {
    subject: () => 'the answer is not enough, or not all of it',
    body: () =>
      'Somebody who decides whether the answer is enough is not satisfied with it, or not with all of it. The reason is on record.',
  },
  'judge-satisfied': {
    subject: () => 'a judge is satisfied; the answer is not accepted yet',
    body: () =>
      'One of those who decide whether the answer is enough is satisfied with it. It is accepted once all of them are.',
  },
  'judge-not-satisfied': {
    subject: () => 'a judge is not satisfied with the answer; others decide too',
    body: () =>
      'One of those who decide whether the answer is enough is not satisfied with it, or not with all of it. The reason is on record. Others decide too, and it is neither accepted nor sent up by one of them.',
  },
  'for-you-to-send-up': {
    subject: () => 'the answer is not enough: for you to say what happens next',
    body: () =>
      'The answer is not enough, or not all of it. Send it up, or say what happens next. Nothing goes up by itself.',
  },
  'judges-differ': {
    subject: () => 'the judges differ: decide where it goes',
    body: ({ called }) =>
      `All who judge the answer have spoken, and they differ: ${called} is neither settled nor sent up by that. Speak to them, or take it further; each of them may still think again.`,
  },
  'iro-view': {
    subject: () => 'the IRO has said what they think of the answer',
    body: () => 'The IRO’s own view of the answer is on record.',
  },
  'action-for-you': {
    subject: ({ action, by }) => `${action} is yours to do, ${by}`,
    body: ({ action, by }) =>
      `${capital(action)} was agreed, and you are to do it, ${by}. When it is done, mark it as done.`,
  },
  'action-confirmed': {
    subject: ({ action }) => `${action} counts as done in time`,
    body: ({ action }) =>
      `The IRO has confirmed that ${action} was done in time. That it was recorded after its date stays on record beside it.`,
  },
  'action-withdrawn': {
    subject: ({ action }) => `${action} is asked of you no more`,
    body: ({ action }) =>
      `${capital(action)} is for others to do from now on, or the answer with which it was agreed is not accepted any more. Nothing is asked of you for it.`,
  },
  'action-done': {
    subject: ({ action }) => `${action} is done`,
    body: ({ action }) => `${capital(action)} is marked as done.`,
  },
  extended: {
    subject: ({ by }) => `more time was given: an answer is asked ${by}`,
    body: ({ by }) => `The time that was asked for is given. An answer is asked ${by}.`,
  },
  'not-extended': {
    subject: ({ by }) => `no more time was given: an answer is asked ${by}`,
    body: ({ by }) => `The extension that was asked for is refused. An answer is asked ${by}, as before.`,
  },
  redirected: {
    subject: () => 'sent to others to answer',
    body: ({ by }) => `This was sent to others. They are asked to answer it, ${by}.`,
  },
  'redirected-away': {
    subject: () => 'no longer for you to answer',
    body: () =>
      'This was passed on to others, or the answer of a lower stage is accepted. Nothing is asked of you any more, but an action that names you: that stays in your work.',
  },
  'about-another-child': {
    subject: () => 'about another child from now on',
    body: () =>
      'This was recorded about the wrong child, and has moved to another. It is with those who answer for that child. Nothing is asked of you for it, but an action that names you: that stays in your work.',
  },
  'nothing-asked': {
    subject: () => 'nothing is asked of you any more',
    body: () =>
      'Something was asked of you here: an answer, a judgement, a decision about more time, or an action. It is not asked of you any more. Where you cannot open it now, that is meant so; the IRO manager can say more.',
  },
  'handed-away': {
    subject: () => 'held by somebody else from now on',
    body: ({ called }) =>
      `${capital(called)} that you held is now held by somebody else. Nothing is asked of you any more.`,
  },
  'set-aside-handed-over': {
    subject: () => 'held by another IRO from now on',
    body: ({ called }) =>
      `${capital(called)} that was set aside is held by another IRO from now on. It stays set aside until somebody decides that it goes on, or how it ends.`,
  },
  'sent-back': {
    subject: () => 'sent back to an earlier stage',
    body: ({ by }) => `This was sent back to an earlier stage. An answer is asked there, ${by}.`,
  },
  reopened: {
    subject: () => 'opened again',
    body: ({ by }) => `This was opened again. An answer is asked ${by}.`,
  },
  'open-again': {
    subject: () => 'opened again after it had ended',
    body: ({ called }) =>
      `You were told that ${called} had ended. It was opened again and goes on. Nothing is asked of you by this message.`,
  },
  'ended-though-in-care': {
    subject: () => 'it ended because of what was recorded by mistake: reopen it',
    body: ({ called }) =>
      `${capital(called)} that you hold was ended because of something that was recorded by mistake and has been taken back. Reopen it, so that it goes on or ends as it really does.`,
  },
  resolved: {
    subject: () => 'resolved',
    body: () => 'This is resolved. No answer is asked any more; agreed actions that are not done are still to be done.',
  },
  stalemate: {
    subject: () => 'ended without agreement',
    body: () => 'It is on record that no agreement was reached. No answer is asked any more.',
  },
  'no-agreement': {
    subject: () => 'ended without agreement, whoever raised it remains dissatisfied',
    body: ({ called }) =>
      `The top of the ladder was reached without agreement over ${called}. Whoever raised it remains dissatisfied, and it is on record that it ends here.`,
  },
  ended: {
    subject: () => 'ended',
    body: () => 'This has ended, for the reason on record. No answer is asked any more.',
  },
  withdrawn: {
    subject: () => 'withdrawn',
    body: () => 'This was withdrawn. Nothing is asked of you any more.',
  },
  voided: {
    subject: () => 'recorded by mistake',
    body: () => 'This was recorded by mistake, or twice, and counts no more. Nothing is asked of you.',
  },
  'continued-formally': {
    subject: () => 'continued formally',
    body: () => 'This goes on as a formal one, under a reference of its own. Nothing is asked about this one any more.',
  },
  'clock-paused': {
    subject: () => 'the clock stands still',
    body: () => 'The clock of this stage stands still. What the date will be is told when it runs again.',
  },
  'clock-runs': {
    subject: ({ by }) => `the clock runs again: an answer is asked ${by}`,
    body: ({ by }) => `The clock of this stage runs again. An answer is asked ${by}.`,
  },
  'their-date-moved': {
    subject: ({ by }) => `the date has moved: an answer is asked ${by}`,
    body: ({ by }) => `Somebody has set another date for the answer that you wait for. It is asked ${by}.`,
  },
  'goes-on-again': {
    subject: () => 'goes on again',
    body: ({ by }) => `This was set aside and goes on again. An answer is asked ${by}.`,
  },
  'referred-to-cafcass': {
    subject: () => 'referred to Cafcass',
    body: () => 'The case was referred to Cafcass. What was asked at the stage that runs is asked all the same.',
  },
  'referral-withdrawn': {
    subject: () => 'no longer referred to Cafcass',
    body: () =>
      'The referral to Cafcass of which you were told stands no more. Why is on record. What was asked at the stage that runs is asked all the same.',
  },
  'cafcass-replied': {
    subject: () => 'Cafcass has replied',
    body: () => 'A reply from Cafcass is on record. What follows from it is for the IRO to say.',
  },
  'more-sent-to-cafcass': {
    subject: () => 'what Cafcass asked for was sent',
    body: ({ called }) => `Cafcass had asked for more about ${called}. It is on record that it was sent.`,
  },
  'referral-over': {
    subject: () => 'Cafcass has ended the referral',
    body: () =>
      'Cafcass has replied to the referral of which you were told, and has ended it. What was asked at the stage that runs is asked all the same.',
  },
  'no-longer-asked': {
    subject: () => 'no longer for you to decide',
    body: ({ called }) =>
      `Something that you were asked about ${called} is decided, or is asked no more. Nothing is left for you to do about it.`,
  },
  'off-the-agenda': {
    subject: () => 'off the agenda of a meeting',
    body: ({ called }) =>
      `${capital(called)} was on the agenda of a meeting and is not any more. The meeting has not looked at it.`,
  },
  'meeting-decided': {
    subject: ({ date }) => `the meeting on ${date} has decided`,
    body: ({ called, date }) => `The meeting on ${date} has decided about ${called}. What it decided is on record.`,
  },
  'meeting-decided-for-you': {
    subject: ({ date }) => `the meeting on ${date} has decided, for you to go on`,
    body: ({ called, date }) =>
      `The meeting on ${date} has decided about ${called} that you hold. Read what it decided, and say what follows: it ends nothing by itself.`,
  },
  'goes-on-to-cafcass': {
    subject: ({ date }) => `the meeting on ${date} has it go on to Cafcass, by you`,
    body: ({ called, date }) =>
      `The meeting on ${date} was not accepted about ${called} that you hold, and it goes on to Cafcass. Only you can refer it: consider the referral now, and record it when it is sent.`,
  },
  'goes-on-up': {
    subject: ({ date }) => `the meeting on ${date} has it go further up, by you`,
    body: ({ called, date }) =>
      `The meeting on ${date} was not accepted about ${called} that you hold, and it goes on to the director or the chief executive, as on record. Escalate it where its ladder has a stage for them. Where it has none, put it to them and add a note of what comes of it.`,
  },
  'restriction-changed': {
    subject: () => 'who may read this has changed',
    body: ({ called }) => `Who may read ${called} has changed. Who, and why, is on record.`,
  },
  'record-corrected': {
    subject: () => 'something on its record was corrected',
    body: ({ called }) =>
      `Something on the record of ${called} that you hold was corrected. The first version stays readable.`,
  },
  'taken-back': {
    subject: () => 'something you were told was taken back',
    body: ({ called }) =>
      `Something that you were told of ${called} was recorded by mistake, and counts no more. What it was, and why, is on record.`,
  },
  'note-added': {
    subject: () => 'a note was added',
    body: ({ called }) => `Somebody added a note to ${called} that you hold. A note decides nothing. You can read it.`,
  },
  'child-left-care': {
    subject: () => 'to be decided: the child has left care',
    body: ({ called }) =>
      `${capital(called)} that you hold is open, and the child is looked after no more. Decide what becomes of it: resolved, ended, or continued. It is not closed by itself.`,
  },
  'child-turned-18': {
    subject: () => 'to be decided: the child has turned 18',
    body: ({ called }) =>
      `${capital(called)} that you hold is open, and the child is 18. Decide what becomes of it: resolved, ended, or continued. It is not closed by itself.`,
  },
  'child-back-in-care': {
    subject: () => 'the child is looked after again',
    body: ({ called }) =>
      `By the record the child whom ${called} is about is looked after again, or still is. Nothing is to be decided about it for having left care, or for being 18.`,
  },
  'continued-after-care': {
    subject: ({ by }) => `continued after care: an answer is asked ${by}`,
    body: ({ by }) => `This is continued although the child is looked after no more. An answer is asked ${by}.`,
  },
  'taken-to-agency': {
    subject: () => 'taken to another agency',
    body: ({ called }) =>
      `Somebody has recorded that another agency was asked to reply about ${called} that you hold. Follow it up, and record the reply.`,
  },
  'agency-did-not-reply': {
    subject: () => 'no reply came from the other agency',
    body: () =>
      'It is on record that no reply came from another agency, and none is waited for any longer. Ask its next level or another agency, if the concern is not settled.',
  },
  'agency-replied': {
    subject: () => 'the other agency has replied',
    body: () => 'A reply from another agency is on record.',
  },
  'recommendations-for-you': {
    subject: ({ by }) => `recommendations of a review: agree or disagree ${by}`,
    body: ({ by }) =>
      `The recommendations of a review are sent to the post you hold. Say ${by} whether you agree. If you say nothing, they count as agreed.`,
  },
  'recommendations-due': {
    subject: ({ by }) => `agree or disagree ${by}`,
    body: ({ by }) =>
      `You are asked to say ${by} whether you agree with the recommendations of a review. If you say nothing, they count as agreed.`,
  },
  'recommendations-agreed': {
    subject: () => 'the recommendations are agreed',
    body: () => 'Those asked agree with the recommendations of the review.',
  },
  'recommendations-disagreed': {
    subject: () => 'the recommendations are disagreed with, for you to decide',
    body: () =>
      'Those asked disagree with the recommendations of the review. Raise a dispute over it, or write down why not.',
  },
  'counted-as-agreed': {
    subject: () => 'the recommendations count as agreed',
    body: ({ date }) =>
      `Nobody said by ${date} whether they agree, so the recommendations of the review count as agreed. An answer can still be given; it will be recorded as late.`,
  },
  'recommendations-withdrawn': {
    subject: () => 'recommendations of a review were withdrawn',
    body: () => 'The recommendations of a review, of which you were told, are withdrawn. Nothing is asked any more.',
  },
  'disagreement-let-stand': {
    subject: () => 'your disagreement stands',
    body: () => 'No dispute is raised over your disagreement with the recommendations. Why not is on record.',
  },
  'check-moved-to-you': {
    subject: () => 'a check was moved to a child of yours',
    body: () => 'A check that was written down for another child is about a child of yours. It is now yours.',
  },
  'acknowledgement-thanked': {
    subject: ({ called }) => `thanks for ${called} that you gave`,
    body: ({ called }) => `Somebody has thanked you for ${called} that you gave.`,
  },
  'thanks-taken-back': {
    subject: ({ called }) => `thanks for ${called} that you gave were taken back`,
    body: ({ called }) =>
      `Somebody who had thanked you for ${called} that you gave has taken it back: it was a mistake. Why is on record.`,
  },
  'acknowledgement-corrected': {
    subject: ({ called }) => `${called} was corrected`,
    body: ({ called }) =>
      `${capital(called)} that you gave or were given was corrected. The first version stays readable.`,
  },
  'acknowledgement-withdrawn': {
    subject: ({ called }) => `${called} was taken back`,
    body: ({ called }) => `${capital(called)} that you gave or were given was taken back. Why is on record.`,
  },
  'acknowledgement-moved-away': {
    subject: ({ called }) => `${called} is about another child from now on`,
    body: ({ called }) =>
      `${capital(called)} that you gave was written down for the wrong child, and is about another one from now on. Where you cannot open it now, that is meant so; the IRO manager can say more.`,
  },
  'acknowledgement-moved-to-you': {
    subject: ({ called }) => `${called} was moved to a child of yours`,
    body: ({ called }) =>
      `${capital(called)} that was written down for another child is about a child of yours. Nothing is asked of you.`,
  },
  'you-sit-in-meeting': {
    subject: ({ date }) => `a meeting on ${date}, in which you sit`,
    body: ({ date }) => `A meeting is arranged for ${date}, and you or your post sits in it.`,
  },
  'no-seat-in-meeting': {
    subject: ({ date }) => `you sit no more in the meeting on ${date}`,
    body: ({ date }) =>
      `Others sit in the meeting on ${date} from now on, and you or your post no more. Its agenda is not open to you any more.`,
  },
  'meeting-moved': {
    subject: ({ date }) => `the meeting has moved to ${date}`,
    body: ({ date }) => `A meeting in which you or your post sits has moved. It is now on ${date}.`,
  },
  'meeting-cancelled': {
    subject: ({ date }) => `the meeting on ${date} is cancelled`,
    body: ({ date }) => `The meeting on ${date}, in which you or your post sits, is cancelled.`,
  },
  'taken-off-agenda': {
    subject: ({ date }) => `a theme was taken off the agenda of ${date}`,
    body: ({ date }) => `A theme was taken off the agenda of the meeting on ${date}, in which you or your post sits.`,
  },
  'meeting-action-for-you': {
    subject: ({ date }) => `an action of a meeting is yours to do by ${date}`,
    body: ({ date }) =>
      `A meeting agreed on an action, and you are to do it by ${date}. When it is done, mark it as done.`,
  },
  'meeting-action-done': {
    subject: ({ action }) => `${action} of the meeting is done`,
    body: ({ action }) => `${capital(action)} of a meeting in which you or your post sits is marked as done.`,
  },
  'cover-arranged': {
    subject: ({ by }) => `cover is arranged, ${by}`,
    body: () =>
      'Somebody stands in while an IRO or chair is away, and you are one of the two. Who, and from when to when, is on record.',
  },
  'cover-ended': {
    subject: () => 'cover has ended',
    body: () => 'Somebody stands in for another no longer, and you are one of the two.',
  },
  'token-made': {
    subject: () => 'somebody can sign in as you with a token',
    body: () =>
      'A token was made that signs in as you. If you did not ask for it, tell an administrator now, so that it is withdrawn.',
  },
  'token-made-here': {
    subject: () => 'a token was made that signs in as a person or a program',
    body: () =>
      'A token was made, for somebody or for a program. For whom, in which role and until when is on record among the tokens. If nobody should ' +
      'have it, tell an administrator now, so that it is withdrawn.',
  },
  'token-withdrawn': {
    subject: () => 'a token of yours was withdrawn',
    body: () => 'A token that signed in as you was withdrawn. It opens nothing any more.',
  },
  'caseload-for-you': {
    subject: () => 'children are handed over to you, with what is open',
    body: ({ things }) =>
      `An IRO’s caseload, or a part of it, is yours from now on: ${things} handed over to you, children and what is open about them. What there is to do stands in your work.`,
  },
  'work-of-post': {
    subject: ({ things }) => `you have taken a post: ${things} in your work`,
    body: ({ things }) =>
      `From a post that you hold from now on ${things} asked of you, as it stood when this was written. All of it stands in your work, with its dates.`,
  },
  'caseload-handed-over': {
    subject: () => 'children have another IRO',
    body: () =>
      'An IRO’s caseload, or a part of it, was handed over. Those who took it hold what is open from now on; dates and those who must answer stay as they were.',
  },
  'team-changed': {
    subject: () => 'a team of yours has changed',
    body: () =>
      'A team for which you answer, or whose managers you manage, was renamed, left its service, or has ended. What changed is on record. If it is not right, say so to an administrator now.',
  },
  'child-not-yours': {
    subject: () => 'a child is not allocated to you any more',
    body: ({ date }) =>
      `A child whose IRO you were, or were to be, is allocated to somebody else, or to nobody; first day: ${date}. No message names a child: the list of your children has them no more. If it is not right, say so to an IRO manager now.`,
  },
  'child-of-team-has-another-iro': {
    subject: () => 'the IRO of a child of your team changes',
    body: ({ date }) =>
      `A child of your team has another IRO, or none for now; first day: ${date}. No message names a child: the list of children shows who it is.`,
  },
  'child-comes-to-your-team': {
    subject: () => 'a child comes to your team',
    body: ({ date }) =>
      `A child comes to your team; first day: ${date}. From then on the child stands in the list of your team’s children.`,
  },
  'child-leaves-your-team': {
    subject: () => 'a child of your team goes to another team',
    body: ({ date }) =>
      `A child of your team goes to another team; first day there: ${date}. No message names a child: the list of your team’s children has them no more.`,
  },
  'your-child-left-care': {
    subject: () => 'a child of yours has left care',
    body: ({ date }) =>
      `It is on record that a child who is allocated to you has left care; last day, or day of a correction that says so: ${date}. No message names a child: the list of your children shows who it is. If it is not right, say so to an IRO manager now.`,
  },
  'your-child-back-in-care': {
    subject: () => 'a child of yours is in care again',
    body: ({ date }) =>
      `It is on record that a child who is allocated to you is in care again; first day, or day of a correction that says so: ${date}. No message names a child: the list of your children shows who it is.`,
  },
  'your-child-turned-18': {
    subject: () => 'a young person of yours has turned 18',
    body: ({ date }) =>
      `A young person whose IRO you are turned 18 on ${date}. Statutory reviews end, and so does your part as their IRO. No message names a child: the list of your children shows who it is. If the day of birth on record is not right, say so to an IRO manager now.`,
  },
  'child-set-aside': {
    subject: () => 'please read this before you do anything about a child',
    body: () =>
      'Something was recorded of a child for whom you answer that matters more than any date. No message names a child: the list of children shows who it is. Please read the record before anybody is contacted.',
  },
  'child-set-aside-no-more': {
    subject: () => 'what was recorded of a child was taken back',
    body: () =>
      'You were asked to read the record of a child before anybody is contacted. What was recorded there was a mistake and has been taken back. The record says why.',
  },
  'child-now-yours': {
    subject: () => 'a child is allocated to you',
    body: ({ date }) =>
      `A child whom another IRO had, or nobody, is allocated to you; first day: ${date}. From then on the child stands in the list of your children, and what is open about them in your work.`,
  },
  'details-changed': {
    subject: () => 'your name or address was changed',
    body: () =>
      'Your name, or the address to which you are told, was changed in the directory. This goes to the address that you had before. If you did not ask for it, tell an administrator and an IRO manager now.',
  },
  'role-to-agree': {
    subject: ({ called, date }) => `${called} waits for a second person, until ${date}`,
    body: ({ called, date }) =>
      `${capital(called)} is proposed. You may agree or refuse until ${date}; without a second person nothing is given.`,
  },
  'role-proposed': {
    subject: ({ called }) => `${called} is proposed`,
    body: ({ called }) =>
      `${capital(called)} is proposed, and waits for a second person. You hear of it because you proposed it, it is for you or about your team, or you hold the post above. If it is not right, say so to an IRO manager now.`,
  },
  'role-given': {
    subject: ({ called }) => `${called} is agreed`,
    body: ({ called }) =>
      `A second person has agreed to what was proposed: ${called}. You hear of it because you proposed it or agreed to it, it is for you or about your team, or you hold the post above. If it is not right, say so to an IRO manager now.`,
  },
  'role-not-given': {
    subject: () => 'a role is not given',
    body: () => 'What was proposed was refused or taken back. Nobody has got anything by it.',
  },
  'role-agreed-or-not': {
    subject: () => 'a role waits for you no more',
    body: () =>
      'You were asked to agree to a role, or to an account that signs somebody in. Somebody else has agreed or refused, or it was taken back, so nothing is left for you to do.',
  },
  'role-lapsed': {
    subject: () => 'a role was not given: nobody agreed in time',
    body: () =>
      'What was proposed waited for a second person, and nobody agreed or refused in time. Nobody has got anything by it. If it is still needed, propose it again.',
  },
  'account-to-tie': {
    subject: () => 'an account waits for you to say whose it is',
    body: () =>
      'Somebody signed in with a council account that belongs to nobody in Footprint yet. Find out from the person, and not from the name of the account, whose it is; then say so, or leave it.',
  },
  'account-tied': {
    subject: () => 'an account signs somebody in',
    body: () =>
      'A council account was tied to a person, or to another person than before. It signs you in, or did, or somebody whose post is below yours, or you said so. If it is not right, tell an administrator now.',
  },
  'account-untied': {
    subject: () => 'an account signs nobody in any more',
    body: () =>
      'A council account that signed you in, or somebody whose post is below yours, opens nothing any more, or you said so. If it is not right, tell an administrator.',
  },
  'weekly-summary': {
    subject: ({ date }) => `the week from ${date} in counts`,
    body: ({ date }) =>
      `What was raised, moved up, settled and acknowledged in the week from ${date} stands ready, beside what is late now and with whom. Each count leads to what it counts. Nothing is asked of you.`,
  },
  'story-to-sign-off': {
    subject: () => 'a story of a report is yours to sign off',
    body: () =>
      'A report tells a story of one child or of good work, and names you to sign it off. Read whether anybody could be recognised by it, and whether it is true. Nobody else can sign it off.',
  },
  'report-to-check': {
    subject: () => 'a report waits to be checked',
    body: () =>
      'A report that is to be given out has its figures, and no story of it waits. Read it for what could be worked out about a child, and record that you have. Whoever wrote in it cannot check it.',
  },
  'report-to-approve': {
    subject: () => 'a report was checked and is yours to approve',
    body: () =>
      'Another person has checked what the report gives away. Read it as it stands, with the comments on it, and approve it, or change what is not right.',
  },
  'report-commented-on': {
    subject: () => 'somebody commented on a report',
    body: () => 'A comment on the facts of a report stands with it. It changes nothing by itself.',
  },
  'report-withdrawn': {
    subject: () => 'a published report was withdrawn',
    body: () =>
      'A report that the council had published does not stand any more. Read why. Where it gave away who somebody is, it is for you to see who has it, and what must be done.',
  },
};

/**
 * @param site address at which people reach the program, without a slash at the end
 * @param words what the council calls things when it goes
 */
export const letterOf = (notice: NoticeLine & { readonly notice: string }, site: string, words: Words): Letter => ({
  subject: messageOf(notice, words).subject,
  text: [
    messageOf(notice, words).text,
    `${isOfAPlace(notice) ? PLACE : REFERENCE} ${aboutShown(notice, words)}
${linkOf(notice, site)}`,
    lastLines(notice.notice),
  ].join('\n\n'),
});

/** The text of a message, before it is known when it goes and under which number: without its link and its number. */
export const messageOf = (line: NoticeLine, words: Words): Letter => ({
  subject: `${aboutShown(line, words)}: ${subjectOf(line, words)}`,
  text: inCouncilWords(TEMPLATES[line.kind].body(saidOf(line)), words, [line.called]),
});

/** One message for all that waited, each line in its own words. */
export const digestLetterOf = ({ notice, notices }: DigestWritten, site: string, wordsOf: WordsOf): Letter => ({
  subject: notices.length === 1 ? 'Footprint: 1 thing to know' : `Footprint: ${notices.length} things to know`,
  text: [
    ...notices.map((each) => {
      const words = wordsOf(each);
      return `${aboutShown(each, words)}: ${subjectOf(each, words)}\n${linkOf(each, site)}`;
    }),
    lastLines(notice),
  ].join('\n\n'),
});

const subjectOf = (line: NoticeLine, words: Words): string =>
  inCouncilWords(TEMPLATES[line.kind].subject(saidOf(line)), words, [line.called]);

/** The subject of a notice: its reference, or the place where it is looked up. */
const aboutShown = ({ about }: NoticeLine, words: Words): string => placeOf(about) ?? referenceShown(about, words);

const isOfAPlace = ({ about }: NoticeLine): boolean => placeOf(about) !== null;

const REFERENCE = 'Reference:';
const PLACE = 'Where to look:';
const AFTER_SIGNING_IN = 'What it is about can be read only after signing in.';

/** Whether a paragraph of a letter says something only to a person who reads it outside of Footprint. */
export const isForTheMailAlone = (paragraph: string): boolean =>
  [REFERENCE, PLACE, AFTER_SIGNING_IN].some((beginning) => paragraph.startsWith(beginning));

const lastLines = (id: string): string =>
  `${AFTER_SIGNING_IN} A message with the same number is the same message.\nMessage number: ${id}`;

const linkOf = ({ about }: NoticeLine, site: string): string => `${site}${whereItLeads(about)}`;

const saidOf = ({ called, dueOn, dueAt, actionId, howMany = 1 }: NoticeLine): Said => {
  const date = dueOn === null ? 'no date set' : dateInWords(dueOn, dueAt);
  return {
    called: `${/^[aeiou]/i.test(called) ? 'an' : 'a'} ${called}`,
    by: dueOn === null ? 'with no date set' : `by ${date}`,
    date,
    action: actionId === null ? 'an action' : `action ${actionId}`,
    things: howMany === 1 ? '1 thing is' : `${howMany} things are`,
    children: howMany === 1 ? '1 child' : `${howMany} children`,
  };
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
