import type { DisputeEvent } from '../../disputes/events.js';
import { nobody, type Row, tells } from './row.js';

/** The people whom a row of a dispute can name, in the words of the printed table. `concerned.ts` works each of them out. */
export const WHOM_OF_DISPUTE = {
  'still-to-answer': 'those who have still to answer',
  'not-reached': 'those who have neither answered nor said that it has reached them',
  addressed: 'the posts that the stage is addressed to',
  'addressed-before': 'those whose answer the stage before has, or who were asked there where not all have answered',
  'ever-asked': 'every post that was ever asked',
  answerers: 'those whose answer it is, as they were asked when it came',
  'asked-before':
    'those of whom an answer, a judgement, more time or to follow their referral to Cafcass was asked until then',
  'asked-for-time': 'those of whom more time was asked until then',
  'owed-before': 'those who were to do an action that was outstanding until then',
  'owes-from-now-on': 'those to whom an action that is outstanding has passed, for nobody who is named can do it',
  'owes-anew': 'those of whom an action is asked, and was not until then',
  'owes-what-is-withdrawn': 'those who were to do an action that is agreed no more',
  'owes-until-then': 'those who were to do an action that is outstanding until then, and are not any more',
  'owes-no-more': 'those from whom such an action has passed',
  'answers-anew': 'those who have still to answer, and had not, or could not read it, until then',
  'answers-more':
    'those who had still to answer, or had answered, for the children of their team, and must now for another of the children too',
  'judges-anew': 'the judges who are to judge an answer, and were not, or could not read it, until then',
  'grants-anew': 'those who are to decide about more time, and were not, or could not read it, until then',
  'redirected-from': 'the posts it was redirected from, where they had still to answer, and have not any more',
  'told-of-it': 'those who were told of what is taken back',
  'told-of-its-end': 'those who were told that it had ended',
  'followed-it': 'the IRO managers and the director, where they were told of a step of it',
  'knew-of-it': 'the posts that were asked, or had a copy, before',
  copied: 'the posts with a copy or only notified',
  'copied-anew': 'the posts with a copy or only notified, and not until then',
  'ever-copied': 'every post that ever had a copy or was only notified',
  iro: 'the IRO who holds it',
  'holds-the-conversation': 'the IRO with whom a conversation is, from which nothing was raised',
  'held-the-conversation': 'the IRO with whom such a conversation was before',
  'whose-practice-it-is': 'the IRO whose practice it is about',
  'other-iros': 'the IROs of the other children whom it is about',
  'other-iros-before': 'the IROs of children whom it was about until then, and is not any more',
  referrer: 'the IRO of one of its children who sent the referral and does not hold it',
  'iro-before': 'the IRO who held it before',
  judges: 'the judges of the stage and the IRO',
  'ever-judges': 'the judges of the stage and of every other whose answer came, and the IRO',
  'judges-before': 'the judges of the stage before and the IRO',
  'judges-to-speak': 'the judges who have not spoken',
  'asked-to-judge': 'the judges whose word is awaited on an answer',
  'may-send-up': 'the IRO, and the posts that may send it up',
  granters: 'the posts that may grant more time',
  'action-owner':
    'the person named for the action who may read it, or else the posts whose answer offered it, or else the IRO',
  'iro-manager': 'the IRO managers',
  director: 'the director',
  'information-governance': 'information governance',
  'asked-to-read': 'whoever asked to read it',
  'asked-in-vain': 'whoever had asked to read it and had no answer, and may not read it now',
  seated: 'those who sit in that meeting, by a post only where it answers for the team',
} as const;
export type WhomOfDispute = keyof typeof WHOM_OF_DISPUTE;

/** Those to whom each action of theirs is told by itself. */
const WHOM_OF_ACTIONS = ['owes-from-now-on', 'owes-anew', 'owes-until-then', 'owes-what-is-withdrawn'] as const;
export type WhomOfActions = (typeof WHOM_OF_ACTIONS)[number];
export const isOfActions = (whom: WhomOfDispute): whom is WhomOfActions =>
  (WHOM_OF_ACTIONS as readonly WhomOfDispute[]).includes(whom);

/** The further conditions of a row, in the words of the printed table. `who-is-told.ts` asks each of them. */
export const WHEN_OF_DISPUTE = {
  'answer-is-asked': 'an answer is asked',
  'nobody-is-named': 'nobody is named to answer in place of those asked',
  'only-reports': 'the stage only reports upwards',
  'settled-on-the-call': 'it was settled on the call',
  'ended-later': 'it was not raised and ended in one act',
  'raised-by-another': 'somebody else raised it',
  'date-moved': 'the date moved, and nothing else in the same act says so',
  'date-chosen': 'somebody chose it: an earlier one, or the day of a meeting',
  'date-stayed': 'no date moved',
  'moved-by-holiday': 'a holiday moved it',
  'since-we-tell': 'it fell due since notices began',
  'answer-waited-for': 'that answer is still waited for',
  'nobody-sends-it-up': 'the program does not send it up by itself',
  'still-paused': 'the clock was not started again at once, and no child has died',
  'stays-at-its-stage': 'it does not go up a stage with it',
  'on-its-own': 'it is not part of a child’s death becoming known, or of going on after it',
  'by-a-person': 'a person did it, and not the program because a child has died',
  'still-open': 'it is open',
  'is-set-aside': 'it is set aside after a child’s death',
  'answered-in-full': 'all who must answer have',
  'answered-by-a-post': 'a post answered it: what a meeting decided is told as such',
  'action-outstanding': 'the action is not done',
  'may-go-up': 'it may go up now',
  'not-with-a-caseload': 'it is no part of a caseload that is handed over',
  'judges-differ': 'all judges have spoken, and they differ',
  'settles-it': 'the answer is accepted by it',
  'leaves-it-unsettled': 'it takes others for the answer to be accepted',
  'others-decide-too': 'it takes others for it to go up, or they differ',
  'nobody-else-decides': 'it takes nobody else for it to go up',
  'goes-on-to-cafcass': 'the meeting has it go on to Cafcass',
  'goes-on-up': 'the meeting has it go on to the director or the chief executive',
  'goes-on-nowhere': 'the meeting has it go on nowhere, and does not take it up from the stage that waited for it',
  'asked-others': 'others were asked before',
  'referral-taken-back': 'a referral to Cafcass was taken back',
  'referral-stands-again': 'that a referral to Cafcass was withdrawn was taken back',
  'on-no-agenda': 'it was not carried to another agenda',
  'on-another-agenda': 'it is another meeting or another day, and not only others who sit in it',
  'recalls-the-stage': 'it is the answer of a lower stage, and the stage that runs is not asked any more',
  'recalled-no-longer': 'the stage that runs was not asked any more, and is asked again',
  'asks-anew': 'after it others answer than before, or by another date',
  'cafcass-ended-it': 'Cafcass does nothing more about it, or goes to court',
  'may-go-up-again': 'it may go up, and could not until then',
  'ended-for-that-death': 'it had ended because the child died, and the death was taken back',
  'was-to-go-up': 'it could go up before',
  'send-back-was-asked': 'those who must answer had asked for it',
  'answered-by-it': 'by it what had been answered is the whole answer',
  'reading-was-asked': 'somebody had asked to read it and had no answer',
  'was-judged': 'its answer was not judged by all, or its judges differed',
} as const;
export type WhenOfDispute = keyof typeof WHEN_OF_DISPUTE;

type RowOfDispute = Row<WhomOfDispute, WhenOfDispute>;

/** Those who must answer a stage that begins, and those who only hear of it. */
const begun = (
  notice: 'dispute-for-you' | 'escalated-to-you',
  to: 'still-to-answer' | 'answers-anew' = 'still-to-answer',
  copied: 'copied' | 'copied-anew' = 'copied',
) =>
  [
    { notice, to, why: 'An answer is asked of them.', when: ['answer-is-asked'] },
    { notice: 'copied-to-you', to: 'addressed', why: 'The stage reports to them.', when: ['only-reports'] },
    { notice: 'copied-to-you', to: copied, why: 'The protocol names them.', when: ['still-open'] },
  ] as const;

/** Those who were told that a case was referred to Cafcass hear also that it is not any more, and that it is after all. */
const ofTheReferral = (notice: 'referral-withdrawn' | 'referred-to-cafcass', when: readonly WhenOfDispute[]) =>
  [
    { notice, to: 'iro-manager', why: 'The IRO manager is told of every referral.', when },
    { notice, to: 'director', why: 'The council may be taken to court, or no longer.', when },
    { notice, to: 'addressed', why: 'They go on having to answer.', when },
  ] as const;

/** Siblings may be with several IROs: one holds it, and the others know of it. */
const TO_SIBLINGS_IROS = {
  notice: 'copied-to-you',
  to: 'other-iros',
  why: 'A sibling whom it is about is with them.',
} as const;

/** A concern about the practice of an IRO is read by that IRO, who has no part in it. */
const TO_WHOSE_PRACTICE_IT_IS = {
  notice: 'copied-to-you',
  to: 'whose-practice-it-is',
  why: 'It is about their own practice, and they read it.',
} as const;

/** The protocol makes nothing of it: neither is it settled, nor does it go up by the word of a judge. */
const THE_JUDGES_DIFFER = {
  notice: 'judges-differ',
  to: 'iro',
  why: 'They decide where it goes from here.',
  when: ['judges-differ'],
} as const;

/** The word of one judge: where the answer stands or falls only by the word of all, the notice claims no more than that. */
const saidOfTheAnswer = <
  Notice extends 'answer-accepted' | 'judge-satisfied' | 'answer-not-accepted' | 'judge-not-satisfied',
  When extends WhenOfDispute,
>(
  notice: Notice,
  when: When,
) =>
  [
    { notice, to: 'answerers', why: 'It was their answer.', when: [when] },
    { notice, to: 'judges', why: 'They judge beside each other.', when: [when] },
  ] as const;

/** An end goes to everybody who was asked or told, so that nobody goes on working at it. */
const over = <Notice extends 'resolved' | 'stalemate' | 'ended' | 'withdrawn' | 'voided'>(notice: Notice) =>
  [
    { notice, to: 'iro', why: 'They hold it, and somebody else ended it.' },
    { notice, to: 'ever-asked', why: 'Nothing is asked of them any more.' },
    { notice, to: 'other-iros', why: 'A sibling whom it was about is with them.' },
    { notice, to: 'whose-practice-it-is', why: 'It was about their own practice.' },
    { notice, to: 'ever-judges', why: 'They judged it, or were to, and nothing is left to judge.' },
    { notice, to: 'ever-copied', why: 'They had a copy.' },
    { notice, to: 'asked-for-time', why: 'They were asked for more time, and need no longer decide.' },
    { notice, to: 'may-send-up', why: 'Nothing is left to send up.', when: ['was-to-go-up'] },
    { notice, to: 'followed-it', why: 'They were told of a step of it, and hear the end.' },
  ] as const;

/** A dispute that was withdrawn or voided leaves nobody an action to do, the agreed ones included. */
const takenBack = <Notice extends 'withdrawn' | 'voided'>(notice: Notice) =>
  [...over(notice), { notice, to: 'owed-before', why: 'Their action is not asked of them any more.' }] as const;

/** An action of which no person can be asked goes with the child to the posts of another team. */
const ACTIONS_PASS = [
  { notice: 'action-for-you', to: 'owes-from-now-on', why: 'It was asked of the posts of another team until then.' },
  { notice: 'redirected-away', to: 'owes-no-more', why: 'It is asked of the posts of another team from now on.' },
] as const;

/** It is hidden from some of whom something was asked, or nobody is asked anything in it until somebody decides that it goes on. */
const NOTHING_ASKED = (['asked-before', 'owed-before'] as const).map((to) => ({
  notice: 'nothing-asked' as const,
  to,
  why: 'Nothing is asked of them any more, and it leaves their work.',
}));

/** A request to read it that nobody has answered has ended. */
const NOT_TO_BE_READ = [
  { notice: 'reading-refused', to: 'asked-in-vain', why: 'They asked, and nobody lets them any more.' },
  {
    notice: 'no-longer-asked',
    to: 'iro-manager',
    why: 'They were to say who reads it, and need no longer decide.',
    when: ['reading-was-asked'],
  },
] as const;

/** A judgement, an action or more time is asked of them again. */
const ASKED_AGAIN = [
  { notice: 'answered-judge-it', to: 'judges-anew', why: 'They judge it, again or for the first time.' },
  { notice: 'action-for-you', to: 'owes-anew', why: 'Their action is asked of them again.' },
  { notice: 'extension-asked', to: 'grants-anew', why: 'They decide about more time, again or for the first time.' },
] as const;

/** A list of readers, or its end, leaves with others what was asked of some who go on reading it. */
const ASKED_OF_OTHERS = [
  {
    notice: 'redirected-away',
    to: 'redirected-from',
    why: 'Others answer from now on.',
    when: ['on-its-own'],
  },
  { notice: 'action-withdrawn', to: 'owes-until-then', why: 'Others are to do it from now on.', when: ['on-its-own'] },
] as const;

/** One row for every event of a dispute. */
export const TOLD_OF_DISPUTE: { readonly [Type in DisputeEvent['type']]: RowOfDispute } = {
  ConcernDiscussed: tells({
    notice: 'conversation-for-you',
    to: 'holds-the-conversation',
    why: 'Somebody else wrote it down for them, and it is theirs to go on with; the person spoken to was there.',
    when: ['raised-by-another'],
  }),
  InformalDisputeRaised: tells(
    ...begun('dispute-for-you'),
    TO_SIBLINGS_IROS,
    TO_WHOSE_PRACTICE_IT_IS,
    {
      notice: 'settled-on-the-call',
      to: 'addressed',
      why: 'It is on record, and nothing is asked of them.',
      when: ['settled-on-the-call'],
    },
    { notice: 'raised-in-your-name', to: 'iro', why: 'It is theirs to hold from now on.', when: ['raised-by-another'] },
  ),
  FormalDisputeRaised: tells(...begun('dispute-for-you'), TO_SIBLINGS_IROS, TO_WHOSE_PRACTICE_IT_IS, {
    notice: 'raised-in-your-name',
    to: 'iro',
    why: 'It is theirs to hold from now on.',
    when: ['raised-by-another'],
  }),
  AnswerDeadlineSet: tells(
    { notice: 'date-moved', to: 'still-to-answer', why: 'They work to that date.', when: ['date-moved'] },
    {
      notice: 'their-date-moved',
      to: 'iro',
      why: 'They wait for that answer, and somebody else set the date.',
      when: ['date-moved', 'date-chosen'],
    },
  ),
  EarlierDateAsked: nobody('The date that is set by it is told.'),
  AnswerGiven: tells(
    {
      notice: 'answered-judge-it',
      to: 'judges-to-speak',
      why: 'They judge it.',
      when: ['still-open', 'answered-in-full'],
    },
    { notice: 'for-you-to-send-up', to: 'may-send-up', why: 'They say where it goes from here.', when: ['may-go-up'] },
    { notice: 'answer-came', to: 'iro', why: 'They hold it, also where others judge.', when: ['answered-by-a-post'] },
    {
      notice: 'answer-came',
      to: 'asked-for-time',
      why: 'They were asked for more time, and need no longer decide.',
      when: ['answered-in-full'],
    },
  ),
  AnswerAccepted: tells(
    THE_JUDGES_DIFFER,
    ...saidOfTheAnswer('answer-accepted', 'settles-it'),
    ...saidOfTheAnswer('judge-satisfied', 'leaves-it-unsettled'),
    {
      notice: 'redirected-away',
      to: 'addressed',
      why: 'Nothing is asked of them any more.',
      when: ['recalls-the-stage'],
    },
  ),
  AnswerRejected: tells(
    { notice: 'for-you-to-send-up', to: 'may-send-up', why: 'They say where it goes from here.', when: ['may-go-up'] },
    THE_JUDGES_DIFFER,
    {
      notice: 'action-withdrawn',
      to: 'owes-what-is-withdrawn',
      why: 'It was agreed with the answer, which is accepted no more.',
    },
    ...saidOfTheAnswer('answer-not-accepted', 'nobody-else-decides'),
    ...saidOfTheAnswer('judge-not-satisfied', 'others-decide-too'),
    {
      notice: 'dispute-for-you',
      to: 'still-to-answer',
      why: 'An answer is asked of them again.',
      when: ['recalled-no-longer'],
    },
  ),
  ActionAgreed: tells({
    notice: 'action-for-you',
    to: 'action-owner',
    why: 'They are to do it.',
    when: ['action-outstanding'],
  }),
  ActionDone: tells(
    { notice: 'action-done', to: 'iro', why: 'They asked for it on behalf of the child.' },
    { notice: 'action-done', to: 'action-owner', why: 'Somebody else marked it as done.' },
  ),
  ActionConfirmedInTime: tells({
    notice: 'action-confirmed',
    to: 'action-owner',
    why: 'It counted as late until then.',
  }),
  ActionDateMoved: nobody('The act that lets it go on, or agrees it, tells by when it is asked.'),
  IroViewRecorded: tells({ notice: 'iro-view', to: 'judges', why: 'They judge the same answer.' }),
  ExtensionAsked: tells({ notice: 'extension-asked', to: 'granters', why: 'They grant it or refuse it.' }),
  ExtensionGranted: tells(
    { notice: 'extension-granted', to: 'still-to-answer', why: 'They work to that date.' },
    { notice: 'extended', to: 'granters', why: 'They were asked too, and need no longer decide.' },
    { notice: 'extended', to: 'iro', why: 'They wait for that answer.' },
  ),
  ExtensionRefused: tells(
    { notice: 'extension-refused', to: 'still-to-answer', why: 'They work to the date as before.' },
    { notice: 'not-extended', to: 'granters', why: 'They were asked too, and need no longer decide.' },
    { notice: 'not-extended', to: 'iro', why: 'They wait for that answer.' },
  ),
  AnswerChased: tells({
    notice: 'chased',
    to: 'still-to-answer',
    why: 'They have not answered.',
    when: ['answer-waited-for'],
  }),
  DisputeEscalated: tells(
    { notice: 'escalated', to: 'iro', why: 'They hold it.' },
    { notice: 'escalated', to: 'addressed-before', why: 'It has left their stage.' },
    { notice: 'escalated', to: 'asked-for-time', why: 'They were asked for more time, and need no longer decide.' },
    ...begun('escalated-to-you'),
    {
      notice: 'no-longer-asked',
      to: 'may-send-up',
      why: 'Somebody else sent it up.',
      when: ['was-to-go-up'],
    },
    {
      notice: 'no-longer-asked',
      to: 'judges-before',
      why: 'It is not sent back any more.',
      when: ['send-back-was-asked'],
    },
    {
      notice: 'escalated',
      to: 'judges-before',
      why: 'They were to judge its answer, or had judged it, and it has left their stage.',
      when: ['was-judged'],
    },
  ),
  NewDateGiven: tells(
    { notice: 'date-moved', to: 'still-to-answer', why: 'They are asked once more.', when: ['answer-is-asked'] },
    { notice: 'their-date-moved', to: 'iro', why: 'They hold it, and somebody else gave the date.' },
  ),
  DisputeRedirected: tells(
    { notice: 'redirected-away', to: 'redirected-from', why: 'They need not answer it any more.' },
    {
      notice: 'redirected',
      to: 'iro',
      why: 'Others answer it from now on.',
      when: ['answer-is-asked', 'nobody-is-named'],
    },
    ...begun('dispute-for-you', 'answers-anew', 'copied-anew'),
    { notice: 'dispute-for-you', to: 'answers-more', why: 'Another of its children is for them to answer about.' },
    ...ACTIONS_PASS,
  ),
  DisputeHandedOver: tells(
    {
      notice: 'conversation-for-you',
      to: 'holds-the-conversation',
      why: 'It is theirs to go on with; of a caseload they are told once.',
      when: ['not-with-a-caseload'],
    },
    {
      notice: 'handed-away',
      to: 'held-the-conversation',
      why: 'It is theirs no longer; of a caseload they are told once.',
      when: ['not-with-a-caseload'],
    },
    {
      notice: 'handed-over',
      to: 'iro',
      why: 'It is theirs to hold from now on; of a caseload they are told once.',
      when: ['not-with-a-caseload'],
    },
    {
      notice: 'handed-away',
      to: 'iro-before',
      why: 'It is theirs no longer; of a caseload they are told once.',
      when: ['not-with-a-caseload'],
    },
    {
      notice: 'set-aside-handed-over',
      to: 'iro-manager',
      why: 'They were told that it was set aside, and follow what becomes of it.',
      when: ['is-set-aside'],
    },
  ),
  ReferredToCafcass: tells(
    { notice: 'referred-to-cafcass', to: 'iro', why: 'Somebody else recorded it.' },
    { notice: 'referred-to-cafcass', to: 'iro-manager', why: 'The IRO manager is told of every referral.' },
    { notice: 'referred-to-cafcass', to: 'director', why: 'The council may be taken to court.' },
    { notice: 'referred-to-cafcass', to: 'addressed', why: 'They go on having to answer.' },
  ),
  CafcassReferralWithdrawn: tells(
    { notice: 'referral-withdrawn', to: 'iro', why: 'Somebody else recorded it.' },
    { notice: 'referral-withdrawn', to: 'referrer', why: 'It is their referral.' },
    ...ofTheReferral('referral-withdrawn', []),
  ),
  CafcassReplied: tells(
    { notice: 'cafcass-replied', to: 'iro', why: 'What Cafcass says is for them to act on.' },
    { notice: 'cafcass-replied', to: 'referrer', why: 'It is their referral.' },
    { notice: 'cafcass-replied', to: 'iro-manager', why: 'They follow every referral.' },
    { notice: 'cafcass-replied', to: 'director', why: 'They were told of the referral.' },
    {
      notice: 'referral-over',
      to: 'ever-asked',
      why: 'They were told of the referral, and hear that it is over.',
      when: ['cafcass-ended-it'],
    },
  ),
  MoreSentToCafcass: tells(
    { notice: 'more-sent-to-cafcass', to: 'iro', why: 'They were to send it, and somebody else did.' },
    { notice: 'more-sent-to-cafcass', to: 'referrer', why: 'It is their referral.' },
    { notice: 'more-sent-to-cafcass', to: 'iro-manager', why: 'They follow every referral.' },
  ),
  ChildViewRecorded: nobody('It is for whoever opens the record, and asks nothing.'),
  ThemeCorrected: tells({ notice: 'record-corrected', to: 'iro', why: 'They chose the theme.' }),
  LevelChanged: tells(
    { notice: 'record-corrected', to: 'iro', why: 'They hold it, and somebody else changed its level.' },
    { notice: 'redirected-away', to: 'redirected-from', why: 'They need not answer it any more.' },
    ...begun('dispute-for-you', 'still-to-answer', 'copied-anew'),
  ),
  PopulationCorrected: tells({ notice: 'record-corrected', to: 'iro', why: 'They raised it as something else.' }),
  NoteAdded: tells({ notice: 'note-added', to: 'iro', why: 'They hold it, and a refusal may have ended in a note.' }),
  DisputeLinked: nobody('A link decides nothing and asks nothing.'),
  ComplaintStateRecorded: nobody('A complaint has people of its own who are told of it.'),
  DisputeFormalised: tells(
    { notice: 'continued-formally', to: 'ever-asked', why: 'They answer the formal one, not this.' },
    { notice: 'continued-formally', to: 'ever-copied', why: 'They had a copy.' },
    {
      notice: 'continued-formally',
      to: 'asked-for-time',
      why: 'They were asked for more time, and need no longer decide.',
    },
    { notice: 'continued-formally', to: 'iro', why: 'They hold it, and somebody else did this.' },
    { notice: 'continued-formally', to: 'other-iros', why: 'A sibling whom it is about is with them.' },
    { notice: 'continued-formally', to: 'whose-practice-it-is', why: 'It is about their own practice.' },
    { notice: 'continued-formally', to: 'followed-it', why: 'They were told of a step of it.' },
  ),
  DisputeResolved: tells(
    ...over('resolved').map((each) => ({
      ...each,
      when: [...('when' in each ? each.when : []), 'ended-later'] as const,
    })),
  ),
  StalemateRecorded: tells(
    { notice: 'no-agreement', to: 'iro-manager', why: 'Whoever raised it remains dissatisfied.' },
    ...over('stalemate'),
  ),
  DisputeEndedOtherwise: tells(...over('ended')),
  DisputeWithdrawn: tells(...takenBack('withdrawn')),
  DisputeVoided: tells(...takenBack('voided'), ...NOT_TO_BE_READ),
  DisputeMovedToChild: tells(
    {
      notice: 'answered-judge-it',
      to: 'judges-to-speak',
      why: 'They judge it: the team whose answer was missing is asked no more.',
      when: ['answered-by-it'],
    },
    { notice: 'moved-to-your-child', to: 'iro', why: 'It is theirs to hold from now on.' },
    { notice: 'handed-away', to: 'iro-before', why: 'It is theirs no longer.' },
    ...begun('dispute-for-you'),
    TO_SIBLINGS_IROS,
    { notice: 'about-another-child', to: 'knew-of-it', why: 'It is about another child than theirs.' },
    { notice: 'about-another-child', to: 'other-iros-before', why: 'It is not about the child who is with them.' },
    ...ACTIONS_PASS,
  ),
  DisputeReopened: tells(
    ...begun('dispute-for-you'),
    { notice: 'reopened', to: 'iro', why: 'They hold it, and somebody else reopened it.' },
    { notice: 'open-again', to: 'told-of-its-end', why: 'They were told that it had ended.' },
  ),
  FiledOnChildRecord: nobody('It says where a copy lies, and asks nothing.'),
  DisputeImported: nobody('A row of a register is history until somebody takes it on.'),
  ImportedDisputeCorrected: nobody('A row of a register is history until somebody takes it on.'),
  ImportedDisputeWithdrawn: nobody('A row of a register is history until somebody takes it on.'),
  ImportedDisputeTakenOn: tells(...begun('dispute-for-you'), TO_SIBLINGS_IROS, {
    notice: 'handed-over',
    to: 'iro',
    why: 'It is theirs to hold from now on.',
    when: ['raised-by-another'],
  }),
  ReceiptDeadlineSet: tells({
    notice: 'receipt-date-moved',
    to: 'not-reached',
    why: 'They work to that date.',
    when: ['moved-by-holiday'],
  }),
  ReceiptAcknowledged: tells({ notice: 'receipt-acknowledged', to: 'iro', why: 'They sent it.' }),
  TotalCapSet: tells({ notice: 'total-moved', to: 'iro', why: 'They watch the limit.', when: ['moved-by-holiday'] }),
  AnswerDeadlinePassed: tells(
    {
      notice: 'answer-overdue',
      to: 'still-to-answer',
      why: 'They have not answered.',
      when: ['since-we-tell', 'answer-waited-for'],
    },
    {
      notice: 'no-answer-came',
      to: 'may-send-up',
      why: 'They say what happens next.',
      when: ['since-we-tell', 'answer-waited-for', 'nobody-sends-it-up'],
    },
    {
      notice: 'no-longer-asked',
      to: 'asked-for-time',
      why: 'They were asked for more time, and no later date can make up for it.',
      when: ['since-we-tell', 'answer-waited-for'],
    },
  ),
  ReceiptDeadlinePassed: tells(
    {
      notice: 'receipt-overdue',
      to: 'not-reached',
      why: 'They have not said that it reached them.',
      when: ['since-we-tell', 'answer-waited-for'],
    },
    {
      notice: 'receipt-not-acknowledged',
      to: 'iro',
      why: 'They sent it.',
      when: ['since-we-tell', 'answer-waited-for'],
    },
  ),
  ActionDeadlinePassed: tells(
    {
      notice: 'action-overdue',
      to: 'action-owner',
      why: 'They are to do it.',
      when: ['since-we-tell', 'action-outstanding'],
    },
    {
      notice: 'action-not-done',
      to: 'iro',
      why: 'They asked for it on behalf of the child.',
      when: ['since-we-tell', 'action-outstanding'],
    },
  ),
  TotalCapPassed: tells(
    { notice: 'over-total', to: 'iro', why: 'They watch the limit.', when: ['since-we-tell', 'still-open'] },
    { notice: 'over-total', to: 'iro-manager', why: 'They watch the limit.', when: ['since-we-tell', 'still-open'] },
  ),
  ClockPaused: tells(
    { notice: 'clock-paused', to: 'still-to-answer', why: 'Their time stands still.', when: ['still-paused'] },
    { notice: 'clock-paused', to: 'iro', why: 'They wait for that answer.', when: ['still-paused'] },
  ),
  ClockResumed: tells(
    {
      notice: 'clock-runs',
      to: 'still-to-answer',
      why: 'Their time runs again.',
      when: ['on-its-own', 'date-stayed', 'still-open'],
    },
    { notice: 'clock-runs', to: 'iro', why: 'They wait for that answer.', when: ['on-its-own', 'still-open'] },
  ),
  SendBackAsked: tells({
    notice: 'send-back-asked',
    to: 'judges',
    why: 'They decide whether a lower stage does something first.',
  }),
  SendBackRefused: tells(
    { notice: 'send-back-refused', to: 'still-to-answer', why: 'They answer by the date as before.' },
    { notice: 'not-sent-back', to: 'judges', why: 'They were asked too, and need no longer decide.' },
  ),
  SentBack: tells(
    { notice: 'sent-back', to: 'iro', why: 'They hold it.' },
    { notice: 'sent-back', to: 'addressed-before', why: 'It has left their stage.' },
    ...begun('dispute-for-you'),
    {
      notice: 'no-longer-asked',
      to: 'judges-before',
      why: 'They were asked too, and need no longer decide.',
      when: ['send-back-was-asked'],
    },
    {
      notice: 'no-longer-asked',
      to: 'asked-for-time',
      why: 'They were asked for more time, and need no longer decide.',
    },
  ),
  TabledForChallenge: tells(
    { notice: 'on-the-agenda', to: 'iro', why: 'Their view is asked there.', when: ['on-another-agenda'] },
    { notice: 'on-the-agenda', to: 'addressed', why: 'Their answer is looked at there.', when: ['on-another-agenda'] },
    { notice: 'on-the-agenda', to: 'seated', why: 'They prepare for it.', when: ['on-another-agenda'] },
  ),
  TakenOffAgenda: tells(
    { notice: 'off-the-agenda', to: 'iro', why: 'They were told that it stands there.', when: ['on-no-agenda'] },
    { notice: 'off-the-agenda', to: 'addressed', why: 'They were told that it stands there.', when: ['on-no-agenda'] },
    { notice: 'off-the-agenda', to: 'seated', why: 'They were told that it stands there.', when: ['on-no-agenda'] },
  ),
  ChallengeDecisionRecorded: tells(
    {
      notice: 'goes-on-to-cafcass',
      to: 'iro',
      why: 'Only the IRO refers to Cafcass.',
      when: ['goes-on-to-cafcass'],
    },
    { notice: 'goes-on-up', to: 'iro', why: 'The IRO takes it there.', when: ['goes-on-up'] },
    { notice: 'meeting-decided-for-you', to: 'iro', why: 'They say what follows.', when: ['goes-on-nowhere'] },
    { notice: 'meeting-decided', to: 'addressed', why: 'Their answer was looked at.' },
    { notice: 'meeting-decided', to: 'iro-manager', why: 'They keep the tracker.' },
  ),
  DisputeRestricted: tells(
    {
      notice: 'dispute-for-you',
      to: 'answers-anew',
      why: 'They answer in place of others, or may read what they must answer.',
      when: ['by-a-person', 'stays-at-its-stage'],
    },
    ...ASKED_AGAIN.map((each) => ({ ...each, when: ['by-a-person'] as const })),
    ...ASKED_OF_OTHERS.map((each) => ({ ...each, when: [...each.when, 'by-a-person'] as const })),
    ...NOT_TO_BE_READ,
    {
      notice: 'restriction-changed',
      to: 'iro',
      why: 'They hold it, and somebody else did this.',
      when: ['on-its-own'],
    },
    { notice: 'restriction-changed', to: 'iro-manager', why: 'They look after who may read it.', when: ['on-its-own'] },
    ...NOTHING_ASKED,
  ),
  EmergencyAccessTaken: tells(
    { notice: 'emergency-access', to: 'iro', why: 'They hold it.' },
    { notice: 'emergency-access', to: 'information-governance', why: 'They look after who may read what.' },
  ),
  ReadingAskedFor: tells({ notice: 'reading-asked', to: 'iro-manager', why: 'They let them read it, or refuse.' }),
  ReadingGranted: tells(
    { notice: 'reading-granted', to: 'asked-to-read', why: 'They asked.' },
    { notice: 'no-longer-asked', to: 'iro-manager', why: 'They were asked too, and need no longer decide.' },
  ),
  ReadingRefused: tells(
    { notice: 'reading-refused', to: 'asked-to-read', why: 'They asked.' },
    { notice: 'no-longer-asked', to: 'iro-manager', why: 'They were asked too, and need no longer decide.' },
  ),
  EntryTakenBack: tells(
    {
      notice: 'ended-though-in-care',
      to: 'iro',
      why: 'They reopen it: it ended because of what was recorded by mistake.',
      when: ['ended-for-that-death'],
    },
    { notice: 'record-corrected', to: 'iro', why: 'They hold it, and somebody else did this.' },
    { notice: 'redirected-away', to: 'redirected-from', why: 'They were asked by mistake.', when: ['asked-others'] },
    { notice: 'dispute-for-you', to: 'still-to-answer', why: 'An answer is asked of them again.', when: ['asks-anew'] },
    ...ASKED_AGAIN,
    {
      notice: 'for-you-to-send-up',
      to: 'may-send-up',
      why: 'They say again where it goes from here.',
      when: ['may-go-up-again'],
    },
    { notice: 'referral-withdrawn', to: 'referrer', why: 'It is their referral.', when: ['referral-taken-back'] },
    ...ofTheReferral('referral-withdrawn', ['referral-taken-back']),
    { notice: 'referred-to-cafcass', to: 'referrer', why: 'It is their referral.', when: ['referral-stands-again'] },
    ...ofTheReferral('referred-to-cafcass', ['referral-stands-again']),
    { notice: 'taken-back', to: 'told-of-it', why: 'They were told of what counts no more.' },
    ...NOTHING_ASKED,
  ),
  RestrictionLifted: tells(
    { notice: 'restriction-changed', to: 'iro', why: 'They hold it, and somebody else did this.' },
    { notice: 'restriction-changed', to: 'iro-manager', why: 'They look after who may read it.' },
    ...ASKED_OF_OTHERS,
    { notice: 'dispute-for-you', to: 'answers-anew', why: 'An answer is asked of them again.' },
    ...ASKED_AGAIN,
  ),
  DisputeFrozen: tells(
    { notice: 'set-aside', to: 'iro', why: 'They read it first.' },
    { notice: 'set-aside', to: 'iro-manager', why: 'They read it first.' },
    ...NOTHING_ASKED,
  ),
  DisputeUnfrozen: tells(
    { notice: 'goes-on-again', to: 'iro', why: 'They hold it.' },
    { notice: 'goes-on-again', to: 'iro-manager', why: 'They were told that it was set aside.' },
    { notice: 'dispute-for-you', to: 'answers-anew', why: 'An answer is asked of them again.', when: ['date-stayed'] },
    ...ASKED_AGAIN,
  ),
  TakenToAgency: tells({
    notice: 'taken-to-agency',
    to: 'iro',
    why: 'They follow the reply, and somebody else wrote it down.',
  }),
  ContinuedAfterCare: tells(
    {
      notice: 'continued-after-care',
      to: 'still-to-answer',
      why: 'An answer is asked of them all the same.',
      when: ['on-its-own'],
    },
    {
      notice: 'continued-after-care',
      to: 'iro',
      why: 'They hold it, and somebody else did this.',
      when: ['on-its-own'],
    },
  ),
  AgencyReplyDeadlinePassed: tells({
    notice: 'agency-reply-overdue',
    to: 'iro',
    why: 'They ask the agency again.',
    when: ['since-we-tell'],
  }),
  NextLookPassed: tells(
    { notice: 'look-again', to: 'iro', why: 'They put it on the next agenda.', when: ['since-we-tell', 'still-open'] },
    { notice: 'look-again', to: 'iro-manager', why: 'They keep the tracker.', when: ['since-we-tell', 'still-open'] },
  ),
  AgencyDidNotReply: tells({
    notice: 'agency-did-not-reply',
    to: 'iro',
    why: 'They hold it, and somebody else recorded it.',
  }),
  AgencyReplied: tells({ notice: 'agency-replied', to: 'iro', why: 'They hold it, and somebody else recorded it.' }),
};
