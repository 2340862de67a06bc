import type { AcknowledgementEvent } from '../../acknowledgements/events.js';
import type { TokenEvent } from '../../access/tokens/events.js';
import type { CaseloadEvent } from '../../caseload/events.js';
import type { ChallengeMeetingEvent } from '../../challenge/events.js';
import type { ChildEvent, CoverEvent, PersonEvent, TeamEvent } from '../../directory/events.js';
import type { RecommendationsEvent } from '../../reviews/recommendations/events.js';
import type { PublishedReportEvent } from '../../reports/publishing/events.js';
import type { ReviewEvent } from '../../reviews/events.js';
import type { RoleProposalEvent } from '../../roles/events.js';
import type { AccountEvent } from '../../sign-in/accounts/events.js';
import { nobody, type Row, tells } from './row.js';

/** The people whom a row of another record can name, in the words of the printed table. */
export const WHOM_ELSEWHERE = {
  thanked: 'the people thanked, and the whole team where it is',
  'thanked-anew': 'the people thanked now and not before',
  'thanked-still': 'the people thanked now as before',
  'thanked-no-more': 'the people thanked before and not now',
  'their-manager':
    'the team manager of the team, and of the team of each person thanked; where their post has no team, those above it, if they may read it',
  'their-new-manager': 'the team manager of a team that it did not concern before',
  'their-manager-before': 'the team manager of a team that it concerns no more',
  giver: 'whoever gave it, and the IRO to whom it was handed over',
  asked: 'the posts asked',
  'asked-until-now': 'the posts asked until then',
  iro: 'the IRO of the child',
  'new-iro': 'the IRO to whose child it moved',
  seats: 'those who sit in it, by post or as a person',
  'seats-anew': 'those who sit in it and did not before',
  'seats-no-more': 'those who sat in it before and do not now',
  'action-owner': 'the person named for the action, if they may mark it as done',
  concerned:
    'whoever proposed it, gets it, had it or decided it, the managers of a team that changes, and the post above',
  'may-agree': 'the posts that may agree to it',
  'proposed-or-asked': 'whoever proposed it, and the posts that might have agreed to it',
  'may-tie': 'the posts that may say whose it is',
  away: 'the person who is away',
  'stands-in': 'the person who stands in',
  'asked-to-allocate': 'the IRO manager, or those to whom it falls',
  'sides-of-the-cover': 'whichever of the two is still in office, and the IRO managers',
  holder: 'the person whom the token signs in',
  'iro-managers': 'the IRO managers',
  'had-the-child': 'the IRO who had the child, or was to have the child',
  'iro-of-the-sibling':
    'the IRO to whom a child of several comes, of each open dispute about them that stays with another',
  'has-the-child-next': 'the IRO who has the child from then on, in the place of another or as the first',
  'decides-next':
    'the IRO who has the child from then on, of each disagreement with recommendations that is to be decided',
  'iro-of-the-child': 'the IRO of the child, if they do not hear of it with a dispute that they hold',
  'manager-of-the-team': 'the team manager of the child’s team',
  'manager-of-the-next-team':
    'the team manager of the team to which the child goes, from another or as the first, unless a dispute asks the managers of the team that the child leaves for an answer',
  'manager-of-the-team-before':
    'the team manager of the team that the child leaves, unless a dispute asks them for an answer',
  'managers-and-above': 'the managers of the team, and those above',
  'takes-the-post': 'whoever takes it',
  'had-it-meanwhile': 'those to whom it had fallen while nobody else could do it',
  themselves: 'the person, at the address before',
  takers: 'those who took some of it',
  'had-it': 'the IRO who had it',
  'information-governance': 'those who keep information governance',
  signer: 'the person who is to sign it off',
  'may-check': 'those who may check it and did not write in it',
  'managers-of-teams': 'the managers of the children’s teams',
  'iros-of-disputes-open': 'the IRO of each open dispute about the child that was raised by then',
  leaders: 'those who lead: the IRO service’s leaders, heads of service, assistant directors and directors',
  'asked-to-agree': 'the posts asked about recommendations of a review of the child',
  'iros-of-disputes-ended':
    'the IRO of each dispute that ended with the child’s care, where this says that care was not over',
  'iros-of-disputes': 'the IRO of each open dispute about the child that is to be decided now',
  'works-with-the-child': 'the new social worker of each record about the child, from their first day',
  'worked-with-the-child': 'the social worker until then, of each record that asked something of them',
  'answers-for-the-team':
    'those of the next service, of each record that asks something of their posts for the team, from its first day there',
  'answered-for-the-team': 'those of the service until then, of each record that asked something of them for the team',
} as const;
export type WhomElsewhere = keyof typeof WHOM_ELSEWHERE;

/** The further conditions of a row of another record, in the words of the printed table. */
export const WHEN_ELSEWHERE = {
  'theme-added': 'it is a theme, added and not carried over',
  'corrected-out-of-care': 'the child is by it in care no more',
  'corrected-into-care': 'the child is by it in care after all',
  'corrected-to-18': 'the young person is by it 18, and the birthday was before people were told of birthdays',
  'corrected-to-under-18': 'the young person is by it not 18 after all',
  'by-one-person': 'one person in office did it by themselves',
  'about-a-theme': 'it is about a theme',
  'is-to-be-checked': 'the report waits for its check, and did not until then',
  'moved-by-holiday': 'a holiday moved it, and nobody has answered',
  'not-over': 'there is time left to answer',
} as const;
export type WhenElsewhere = keyof typeof WHEN_ELSEWHERE;

type RowsOf<Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: Row<WhomElsewhere, WhenElsewhere>;
};

/** Another team may be meant than before: its manager has heard nothing yet. */
const TO_MANAGERS_NOW = [
  {
    notice: 'acknowledgement-received',
    to: 'their-new-manager',
    why: 'It is about their team, or thanks somebody of it.',
  },
  {
    notice: 'acknowledgement-corrected',
    to: 'their-manager',
    why: 'It is about their team, or thanks somebody of it.',
  },
] as const;

const TO_MANAGERS_BEFORE = {
  notice: 'acknowledgement-withdrawn',
  to: 'their-manager-before',
  why: 'It is about their team no more, and thanks nobody of it.',
} as const;

export const TOLD_OF_ACKNOWLEDGEMENT: RowsOf<AcknowledgementEvent> = {
  PracticeAcknowledged: tells(
    { notice: 'acknowledgement-received', to: 'thanked', why: 'It is for them.' },
    {
      notice: 'acknowledgement-received',
      to: 'their-manager',
      why: 'It is about their team, or thanks somebody of it.',
    },
  ),
  AcknowledgementThanked: tells({ notice: 'acknowledgement-thanked', to: 'giver', why: 'The thanks are for them.' }),
  AcknowledgementThanksTakenBack: tells({
    notice: 'thanks-taken-back',
    to: 'giver',
    why: 'They were told of the thanks.',
  }),
  AcknowledgementCorrected: tells(
    { notice: 'acknowledgement-corrected', to: 'thanked-still', why: 'It is for them, in other words.' },
    { notice: 'acknowledgement-received', to: 'thanked-anew', why: 'It is for them.' },
    // Somebody who was thanked may be the manager for whom it stands: that comes first, as nobody is told twice.
    ...TO_MANAGERS_NOW,
    { notice: 'acknowledgement-corrected', to: 'giver', why: 'They gave it, and somebody else corrected it.' },
    { notice: 'acknowledgement-withdrawn', to: 'thanked-no-more', why: 'It was not for them.' },
    TO_MANAGERS_BEFORE,
  ),
  AcknowledgementWithdrawn: tells(
    { notice: 'acknowledgement-withdrawn', to: 'thanked', why: 'They were told of it.' },
    { notice: 'acknowledgement-withdrawn', to: 'their-manager', why: 'They were told of it.' },
    { notice: 'acknowledgement-withdrawn', to: 'giver', why: 'They gave it, and somebody else withdrew it.' },
  ),
  AcknowledgementHandedOver: nobody('Whoever looks after it now is told of the caseload.'),
  AcknowledgementMovedToChild: tells(
    { notice: 'acknowledgement-corrected', to: 'thanked-still', why: 'It is for them, and about another child.' },
    { notice: 'acknowledgement-received', to: 'thanked-anew', why: 'It thanks a whole team, which is theirs.' },
    ...TO_MANAGERS_NOW,
    {
      notice: 'acknowledgement-moved-away',
      to: 'giver',
      why: 'They gave it, somebody else moved it, and they may not read of the other child.',
    },
    { notice: 'acknowledgement-moved-to-you', to: 'new-iro', why: 'It is on the record of their child.' },
    { notice: 'acknowledgement-withdrawn', to: 'thanked-no-more', why: 'It thanks a whole team, which is not theirs.' },
    TO_MANAGERS_BEFORE,
  ),
  AcknowledgementImported: nobody('A row of a register is history.'),
  ImportedAcknowledgementCorrected: nobody('A row of a register is history.'),
  ImportedAcknowledgementWithdrawn: nobody('A row of a register is history.'),
};

/** A day of birth, a day of leaving care, what the child is or a death was on record that was a mistake. */
const ENDED_THOUGH_IN_CARE = {
  notice: 'ended-though-in-care',
  to: 'iros-of-disputes-ended',
  why: 'They reopen it: care was not over, and that it was had been recorded by mistake.',
} as const;

const TO_BE_DECIDED = {
  notice: 'child-left-care',
  to: 'iros-of-disputes',
  why: 'They decide what becomes of it; it is not closed by itself.',
} as const;
const REVIEWED_NO_MORE = {
  notice: 'your-child-left-care',
  to: 'iro-of-the-child',
  why: 'The child is theirs to review no more.',
} as const;
const DECIDED_NO_MORE = {
  notice: 'child-back-in-care',
  to: 'iros-of-disputes-open',
  why: 'They were asked what becomes of it, and are not any more.',
} as const;
const REVIEWED_AGAIN = {
  notice: 'your-child-back-in-care',
  to: 'iro-of-the-child',
  why: 'The child is theirs to review again.',
} as const;

/** The social worker of a child is asked in person: what the record asks is asked of another. */
const OF_ANOTHER_WORKER = [
  { notice: 'dispute-for-you', to: 'works-with-the-child', why: 'The answer is asked of them from then on.' },
  { notice: 'answered-judge-it', to: 'works-with-the-child', why: 'They judge it from then on.' },
  { notice: 'action-for-you', to: 'works-with-the-child', why: 'They are to do it from then on.' },
  { notice: 'copied-to-you', to: 'works-with-the-child', why: 'The protocol names the social worker.' },
  { notice: 'recommendations-for-you', to: 'works-with-the-child', why: 'They agree or disagree from then on.' },
  { notice: 'redirected-away', to: 'worked-with-the-child', why: 'The answer, or the action, is theirs no more.' },
  { notice: 'no-longer-asked', to: 'worked-with-the-child', why: 'Another social worker is asked from then on.' },
] as const;

export const TOLD_OF_CHILD: RowsOf<ChildEvent> = {
  ChildRegistered: nobody('Nothing is asked yet.'),
  ChildDetailsCompleted: tells(
    { ...TO_BE_DECIDED, when: ['corrected-out-of-care'] },
    { ...REVIEWED_NO_MORE, when: ['corrected-out-of-care'] },
    { ...DECIDED_NO_MORE, when: ['corrected-into-care'] },
    { ...REVIEWED_AGAIN, when: ['corrected-into-care'] },
    { ...TO_BE_DECIDED, notice: 'child-turned-18', when: ['corrected-to-18'] },
    { ...REVIEWED_NO_MORE, notice: 'your-child-turned-18', when: ['corrected-to-18'] },
    { ...DECIDED_NO_MORE, when: ['corrected-to-under-18'] },
    { ...REVIEWED_AGAIN, when: ['corrected-to-under-18'] },
    ENDED_THOUGH_IN_CARE,
  ),
  ChildAllocated: tells(
    {
      notice: 'child-not-yours',
      to: 'had-the-child',
      why: 'They read the child’s record no more; a whole caseload is told as such.',
    },
    {
      notice: 'child-now-yours',
      to: 'has-the-child-next',
      why: 'What concerns the child is theirs from then on; a whole caseload is told as such.',
    },
    {
      notice: 'child-of-team-has-another-iro',
      to: 'manager-of-the-team',
      why: 'They deal with another IRO; a whole caseload is told as such.',
    },
    {
      notice: 'child-comes-to-your-team',
      to: 'manager-of-the-next-team',
      why: 'They answer for the child from then on.',
    },
    { notice: 'child-leaves-your-team', to: 'manager-of-the-team-before', why: 'They answer for the child no more.' },
    {
      notice: 'recommendations-disagreed',
      to: 'decides-next',
      why: 'They raise a dispute over it or write why not; a whole caseload is told as such.',
    },
    {
      notice: 'copied-to-you',
      to: 'iro-of-the-sibling',
      why: 'It is about the child too, whose IRO reads it and hears how it ends; another IRO holds it.',
    },
  ),
  SocialWorkerNamed: tells(...OF_ANOTHER_WORKER),
  ChildLeftCare: tells(TO_BE_DECIDED, REVIEWED_NO_MORE, ENDED_THOUGH_IN_CARE),
  ChildCameBackIntoCare: tells(DECIDED_NO_MORE, REVIEWED_AGAIN, ENDED_THOUGH_IN_CARE),
  // Each dispute is set aside, and goes on, by an event of its own.
  ChildDied: tells(
    {
      notice: 'nothing-asked',
      to: 'asked-to-agree',
      why: 'They are not asked any more, and it leaves their work; what was asked in a dispute is told with that.',
    },
    { notice: 'child-set-aside', to: 'iro-of-the-child', why: 'They read the record before anybody is contacted.' },
    {
      notice: 'child-set-aside',
      to: 'iro-managers',
      why: 'They look after the record; where a dispute that they may read is set aside, they hear of that.',
    },
  ),
  ChildDeathTakenBack: tells(
    {
      notice: 'recommendations-for-you',
      to: 'asked-to-agree',
      why: 'They are asked again; what was asked in a dispute is told with that.',
    },
    { notice: 'child-set-aside-no-more', to: 'iro-of-the-child', why: 'They were told of it.' },
    { notice: 'child-set-aside-no-more', to: 'iro-managers', why: 'They were told of it.' },
    ENDED_THOUGH_IN_CARE,
  ),
};

/** Others who are to read the cases of a team are told with the proposal. */
const CHANGED_BY_ONE = {
  notice: 'team-changed',
  to: 'managers-and-above',
  why: 'They answer for it, and somebody else changed it.',
  when: ['by-one-person'],
} as const;

/** A team takes with it what is asked for it of the posts of its service. */
const OF_ANOTHER_SERVICE = [
  { notice: 'dispute-for-you', to: 'answers-for-the-team', why: 'The answer is asked of them from then on.' },
  { notice: 'answered-judge-it', to: 'answers-for-the-team', why: 'They judge it from then on.' },
  { notice: 'extension-asked', to: 'answers-for-the-team', why: 'They decide about more time from then on.' },
  { notice: 'send-back-asked', to: 'answers-for-the-team', why: 'They decide about it from then on.' },
  { notice: 'for-you-to-send-up', to: 'answers-for-the-team', why: 'They say where it goes from here.' },
  { notice: 'action-for-you', to: 'answers-for-the-team', why: 'They are to do it from then on.' },
  { notice: 'copied-to-you', to: 'answers-for-the-team', why: 'The protocol names their post.' },
  { notice: 'recommendations-for-you', to: 'answers-for-the-team', why: 'They agree or disagree from then on.' },
  { notice: 'redirected-away', to: 'answered-for-the-team', why: 'The answer, or the action, is theirs no more.' },
  { notice: 'no-longer-asked', to: 'answered-for-the-team', why: 'It is asked of another service from then on.' },
] as const;

export const TOLD_OF_TEAM: RowsOf<TeamEvent> = {
  TeamRegistered: nobody('It says who is who, and asks nothing.'),
  TeamRenamed: tells(CHANGED_BY_ONE),
  TeamSpellingsAdded: nobody('It says who is who, and asks nothing.'),
  TeamMovedToService: tells(CHANGED_BY_ONE, ...OF_ANOTHER_SERVICE),
  TeamEnded: tells(CHANGED_BY_ONE),
};

export const TOLD_OF_PERSON: RowsOf<PersonEvent> = {
  PersonRegistered: nobody('It says who is who, and asks nothing.'),
  PersonDetailsCompleted: tells({
    notice: 'details-changed',
    to: 'themselves',
    why: 'Whoever bears their name, or reads their notices, may be somebody else.',
  }),
};

export const TOLD_OF_CASELOAD: RowsOf<CaseloadEvent> = {
  CaseloadHandOverBegun: nobody('What came of it is told.'),
  CaseloadHandedOver: tells(
    { notice: 'caseload-for-you', to: 'takers', why: 'The children are theirs from now on.' },
    { notice: 'caseload-handed-over', to: 'had-it', why: 'The children are theirs no more.' },
    { notice: 'caseload-handed-over', to: 'managers-of-teams', why: 'They deal with another IRO.' },
  ),
};

export const TOLD_OF_COVER: RowsOf<CoverEvent> = {
  CoverArranged: tells(
    { notice: 'cover-arranged', to: 'away', why: 'Somebody acts for them.' },
    { notice: 'cover-arranged', to: 'stands-in', why: 'They act for somebody, and get what goes to that person.' },
  ),
  CoverEnded: tells(
    { notice: 'cover-ended', to: 'away', why: 'Nobody acts for them any more.' },
    { notice: 'cover-ended', to: 'stands-in', why: 'They act for nobody any more.' },
  ),
};

export const TOLD_OF_REVIEW: RowsOf<ReviewEvent> = {
  CheckBegun: nobody('It is the IRO’s own.'),
  StandardChecked: nobody('It is the IRO’s own.'),
  RaisedFromCheck: nobody('The dispute that was raised is told.'),
  DecidedNotToRaise: nobody('It is the IRO’s own decision, and asks nothing.'),
  CheckMovedToChild: tells({ notice: 'check-moved-to-you', to: 'new-iro', why: 'It is theirs from now on.' }),
  CheckWithdrawn: nobody('It is the IRO’s own, and was asked of nobody else.'),
};

export const TOLD_OF_RECOMMENDATIONS: RowsOf<RecommendationsEvent> = {
  RecommendationsSent: tells({ notice: 'recommendations-for-you', to: 'asked', why: 'They agree or disagree.' }),
  RecommendationsDateSet: tells({
    notice: 'recommendations-due',
    to: 'asked',
    why: 'They work to that date.',
    when: ['moved-by-holiday'],
  }),
  RecommendationsMovedToTeam: tells(
    { notice: 'recommendations-for-you', to: 'asked', why: 'They agree or disagree from now on.' },
    { notice: 'no-longer-asked', to: 'asked-until-now', why: 'Others are asked from now on.' },
  ),
  RecommendationsAgreed: tells({ notice: 'recommendations-agreed', to: 'iro', why: 'They wait for the answer.' }),
  RecommendationsDisagreed: tells({
    notice: 'recommendations-disagreed',
    to: 'iro',
    why: 'They raise a dispute, or write why not.',
  }),
  RecommendationsAgreedBySilence: tells(
    { notice: 'counted-as-agreed', to: 'asked', why: 'Their silence counts as agreed.' },
    { notice: 'counted-as-agreed', to: 'iro', why: 'They wait for the answer.' },
  ),
  RaisedOverDisagreement: nobody('The dispute that was raised is told.'),
  DisagreementLetStand: tells({
    notice: 'disagreement-let-stand',
    to: 'asked',
    why: 'No dispute is raised over what they said.',
  }),
  RecommendationsAnswerTakenBack: tells(
    { notice: 'recommendations-for-you', to: 'asked', why: 'They are asked again.', when: ['not-over'] },
    { notice: 'taken-back', to: 'iro', why: 'They were told of the answer.' },
  ),
  RecommendationsWithdrawn: tells(
    { notice: 'recommendations-withdrawn', to: 'asked', why: 'Nothing is asked of them any more.' },
    { notice: 'recommendations-withdrawn', to: 'iro', why: 'They sent them, and somebody else withdrew them.' },
  ),
};

export const TOLD_OF_MEETING: RowsOf<ChallengeMeetingEvent> = {
  MeetingArranged: tells({ notice: 'you-sit-in-meeting', to: 'seats', why: 'They sit in it.' }),
  MeetingMoved: tells({ notice: 'meeting-moved', to: 'seats', why: 'They sit in it.' }),
  SeatsChanged: tells(
    { notice: 'you-sit-in-meeting', to: 'seats-anew', why: 'They sit in it from now on.' },
    { notice: 'no-seat-in-meeting', to: 'seats-no-more', why: 'They sit in it no more.' },
  ),
  AgendaItemAdded: tells({
    notice: 'added-to-agenda',
    to: 'seats',
    why: 'They prepare for it; a case is told with its dispute.',
    when: ['theme-added'],
  }),
  AgendaItemPlaced: nobody('The order of an agenda is seen by those who open it.'),
  AgendaItemTakenOff: tells({
    notice: 'taken-off-agenda',
    to: 'seats',
    why: 'They were told of it; a case is told with its dispute.',
    when: ['about-a-theme'],
  }),
  MeetingBegun: nobody('Those who sit in it are there.'),
  MeetingBegunTakenBack: nobody('Nobody was told that it had begun; it is held as they know.'),
  AttendanceCorrected: nobody('It says who was there; who may read the record follows from it.'),
  AgendaItemDecided: tells({
    notice: 'meeting-action-for-you',
    to: 'action-owner',
    why: 'They are to do it; what is decided about a case is told with its dispute.',
    when: ['about-a-theme'],
  }),
  MeetingActionDone: tells(
    {
      notice: 'meeting-action-done',
      to: 'action-owner',
      why: 'They were to do it, and somebody else marked it as done.',
      when: ['about-a-theme'],
    },
    {
      notice: 'meeting-action-done',
      to: 'seats',
      why: 'They agreed on it; one about a case is told with its dispute.',
      when: ['about-a-theme'],
    },
  ),
  AgendaItemDecisionTakenBack: tells({
    notice: 'taken-back',
    to: 'action-owner',
    why: 'They were to do what was agreed; what becomes of a case is told with its dispute.',
    when: ['about-a-theme'],
  }),
  MeetingActionDoneTakenBack: tells(
    {
      notice: 'meeting-action-for-you',
      to: 'action-owner',
      why: 'It is theirs to do again.',
      when: ['about-a-theme'],
    },
    { notice: 'taken-back', to: 'seats', why: 'They were told that it is done.', when: ['about-a-theme'] },
  ),
  MeetingClosed: nobody('Those who sit in it were there; what was not dealt with is told of each case.'),
  MeetingCancelled: tells({ notice: 'meeting-cancelled', to: 'seats', why: 'They sit in it.' }),
};

export const TOLD_OF_ACCOUNT: RowsOf<AccountEvent> = {
  AccountMet: tells({
    notice: 'account-to-tie',
    to: 'may-tie',
    why: 'Nobody signs in with it until they say whose it is.',
  }),
  AccountTied: tells({ notice: 'account-tied', to: 'concerned', why: 'Whoever has the account signs in as them.' }),
  AccountUntied: tells({ notice: 'account-untied', to: 'concerned', why: 'They cannot sign in with it any more.' }),
};

const NO_LONGER_TO_AGREE = {
  notice: 'role-agreed-or-not',
  to: 'may-agree',
  why: 'They were asked to agree, and it leaves their work.',
} as const;

export const TOLD_OF_ROLE: RowsOf<RoleProposalEvent> = {
  RoleProposed: tells(
    { notice: 'role-proposed', to: 'concerned', why: 'Nobody is to learn late that somebody acted in their name.' },
    { notice: 'role-to-agree', to: 'may-agree', why: 'They agree or refuse.' },
  ),
  RoleProposalAgreed: tells(
    { notice: 'role-given', to: 'concerned', why: 'Somebody reads cases who did not.' },
    NO_LONGER_TO_AGREE,
  ),
  RoleProposalRefused: tells(
    { notice: 'role-not-given', to: 'concerned', why: 'They were told that it waits.' },
    NO_LONGER_TO_AGREE,
  ),
  RoleProposalTakenBack: tells(
    { notice: 'role-not-given', to: 'concerned', why: 'They were told that it waits.' },
    NO_LONGER_TO_AGREE,
  ),
};

export const TOLD_OF_TOKEN: RowsOf<TokenEvent> = {
  TokenCreated: tells(
    { notice: 'token-made', to: 'holder', why: 'Whoever has it signs in as them.' },
    {
      notice: 'token-made-here',
      to: 'iro-managers',
      why: 'A token for another person is to be seen by more than one.',
    },
  ),
  TokenWithdrawn: tells({ notice: 'token-withdrawn', to: 'holder', why: 'It signs them in no longer.' }),
};

/** With its figures taken and no story that waits, or changed after its check. */
const IS_TO_BE_CHECKED = {
  notice: 'report-to-check',
  to: 'may-check',
  why: 'They look for what could be worked out from it, and nobody approves it before.',
  when: ['is-to-be-checked'],
} as const;

export const TOLD_OF_REPORT: RowsOf<PublishedReportEvent> = {
  ReportDrafted: nobody('Whoever writes it says so to those who help.'),
  ReportFiguresFrozen: tells(IS_TO_BE_CHECKED),
  ReportSectionWritten: tells(IS_TO_BE_CHECKED),
  ReportFigureEntered: tells(IS_TO_BE_CHECKED),
  ReportStoryWritten: tells({
    notice: 'story-to-sign-off',
    to: 'signer',
    why: 'Nobody else can sign it off, and it is not published before.',
  }),
  ReportStorySignedOff: tells(IS_TO_BE_CHECKED),
  ReportActionEntered: tells(IS_TO_BE_CHECKED),
  ReportPartTakenOut: tells(IS_TO_BE_CHECKED),
  ReportCommentedOn: tells({
    notice: 'report-commented-on',
    to: 'iro-managers',
    why: 'They say whether something is put right before they approve it.',
  }),
  ReportPresented: nobody('Those before whom it came were there.'),
  ReportChecked: tells({
    notice: 'report-to-approve',
    to: 'iro-managers',
    why: 'They approve it, or do not.',
  }),
  ReportApproved: nobody('Whoever writes it sees that it was approved.'),
  ReportPublished: nobody('The council tells the public and its board itself.'),
  ReportCorrectionBegun: nobody('It is a draft again.'),
  ReportDraftGivenUp: nobody('Those who wrote in it see that it is given up.'),
  ReportWithdrawn: tells({
    notice: 'report-withdrawn',
    to: 'information-governance',
    why: 'They see to it where somebody could be recognised.',
  }),
};
