import type { EVENT_CATALOGUE } from '../../event-catalogue.js';
import { TOLD_OF_DISPUTE } from './disputes.js';
import {
  TOLD_OF_ACKNOWLEDGEMENT,
  TOLD_OF_CASELOAD,
  TOLD_OF_CHILD,
  TOLD_OF_COVER,
  TOLD_OF_MEETING,
  TOLD_OF_PERSON,
  TOLD_OF_RECOMMENDATIONS,
  TOLD_OF_REPORT,
  TOLD_OF_REVIEW,
  TOLD_OF_ACCOUNT,
  TOLD_OF_ROLE,
  TOLD_OF_TEAM,
  TOLD_OF_TOKEN,
} from './other-records.js';
import { nobody, type Row, type Tell } from './row.js';

type Catalogue = typeof EVENT_CATALOGUE;

const SET_UP = nobody('It says who is who, and asks nothing.');
const ON_THE_FIRST_DAY = nobody(
  'A post from which cases are read is told with the proposal that gave it; what is asked from it, on the first day.',
);
const TELLING = nobody('It is the telling itself.');
const OF_THE_REGISTER = nobody('Whoever reads a register in sees the result.');
const BY_THE_MEETINGS = nobody('Each meeting that is arranged, moved or cancelled by it is told.');

/**
 * The table of notices: a row for every event that the program writes, by the category of its stream. One that is missing does not compile.
 * A notice without an event, because a date comes near, stands in `BEFOREHAND`.
 */
export const TOLD = {
  dispute: TOLD_OF_DISPUTE,
  legalAdvice: { LegalAdviceTaken: nobody('It is privileged: nobody but the IRO and the IRO manager may know of it.') },
  viewLog: { MattersOpened: nobody('Who opened what is read from the view log.') },
  token: TOLD_OF_TOKEN,
  acknowledgement: TOLD_OF_ACKNOWLEDGEMENT,
  team: TOLD_OF_TEAM,
  post: { PostRegistered: SET_UP, PostTaken: ON_THE_FIRST_DAY, PostLeft: SET_UP },
  person: TOLD_OF_PERSON,
  cover: TOLD_OF_COVER,
  child: TOLD_OF_CHILD,
  review: TOLD_OF_REVIEW,
  recommendations: TOLD_OF_RECOMMENDATIONS,
  caseload: TOLD_OF_CASELOAD,
  protocol: {
    ProtocolAdopted: nobody('Rules that give posts more are told with their proposal; the council announces the rest.'),
  },
  council: {
    FirstAdministratorSet: SET_UP,
    SetUpLinkMade: SET_UP,
    SetUpLinkUsed: SET_UP,
    RoleTurnTaken: nobody('What is given in the turn is told.'),
    DirectoryReadingBegun: nobody('What the file gives is told.'),
    DirectoryReadingEnded: nobody('What the file gave is told.'),
    CouncilNamed: nobody('It stands at the top of every page.'),
    CouncilOpened: nobody('Whoever opens the council tells its people that they can sign in.'),
  },
  roleProposal: TOLD_OF_ROLE,
  account: TOLD_OF_ACCOUNT,
  calendar: {
    ClosingDaysSet: nobody('Each date that moves is told.'),
    BankHolidaysEntered: nobody('Each date that moves is told.'),
  },
  import: {
    ImportStarted: OF_THE_REGISTER,
    ImportFinished: OF_THE_REGISTER,
    ImportWithdrawalStarted: OF_THE_REGISTER,
    ImportWithdrawn: OF_THE_REGISTER,
  },
  meetingSeries: {
    MeetingSeriesStarted: BY_THE_MEETINGS,
    MeetingSeriesChanged: BY_THE_MEETINGS,
    MeetingSeriesEnded: BY_THE_MEETINGS,
  },
  challengeMeeting: TOLD_OF_MEETING,
  notice: {
    NoticeWritten: TELLING,
    DigestWritten: TELLING,
    NoticeSent: TELLING,
    NoticeDelayed: TELLING,
    NoticeNotNeeded: nobody('Nobody needs it any more; health says how many there were.'),
    NoticeFailed: nobody('It reached nobody; health tells those who run the program.'),
  },
  outbox: { NoticesBegan: TELLING },
  noticePreferences: { NoticePreferencesSet: nobody('They chose it themselves.') },
  dueDates: {
    DueDatesAddressMade: nobody('They had it made themselves.'),
    DueDatesAddressEnded: nobody('They ended it themselves.'),
  },
  dipSample: { DipSampleDrawn: nobody('It is for the supervision of the IRO, where it is read together.') },
  report: {
    FigureNoted: nobody('It stands beside the figure.'),
    PublishedTotalEntered: nobody('It stands beside the figure.'),
    OtherCouncilFigureEntered: nobody('It stands beside this council’s own figure.'),
    OtherCouncilFigureCorrected: nobody('The corrected figure stands in its place, and the reason on record.'),
    OtherCouncilFigureWithdrawn: nobody('It stands nowhere any more, and the reason on record.'),
  },
  disclosure: {
    DisclosureEntered: nobody('Whoever takes the figures of a report has it taken into account.'),
    DisclosureWithdrawn: nobody('Information governance does it, and it stays in the log with its reason.'),
  },
  publishedReport: TOLD_OF_REPORT,
} satisfies { readonly [Category in keyof Catalogue]: { readonly [Type in keyof Catalogue[Category]]: Row } };

/** Of every event that somebody sent in another person’s name: that person, beside what its own row tells. */
export const IN_ANOTHERS_NAME = {
  notice: 'entered-in-your-name',
  to: 'acted-for',
  why: 'They learn what was entered in their name, once for each act.',
} as const satisfies Tell;

/** Notices without an event: a date comes near. */
export const BEFOREHAND = {
  'an answer is due in one working day': {
    notice: 'answer-due',
    to: 'still-to-answer',
    why: 'They have not answered yet.',
  },
  'an agreed action is due in one working day': { notice: 'action-due', to: 'action-owner', why: 'They are to do it.' },
  'recommendations are due in one working day': {
    notice: 'recommendations-due',
    to: 'asked',
    why: 'Silence counts as agreed.',
  },
  'somebody takes a post from which something is asked': {
    notice: 'work-of-post',
    to: 'takes-the-post',
    why: 'They hear once of all that is theirs to do from it; each thing stands in their work.',
  },
  'somebody who is named for an action is in office again': {
    notice: 'action-for-you',
    to: 'takes-the-post',
    why: 'It names them, and comes back to them from those to whom it had fallen.',
  },
  'an action that had fallen to others goes back to whom it names': {
    notice: 'redirected-away',
    to: 'had-it-meanwhile',
    why: 'It is theirs to do no more.',
  },
  'whoever stands in for an IRO, or is away, leaves their post': {
    notice: 'cover-lapsed',
    to: 'sides-of-the-cover',
    why: 'Nobody acts for whoever is away any more: another cover is arranged.',
  },
  'a role waits for a second person until it lapses': {
    notice: 'role-lapsed',
    to: 'proposed-or-asked',
    why: 'Nothing is given, and it leaves their work: whoever needs it proposes it again.',
  },
  'an IRO leaves, or a team ends, and children are to be allocated': {
    notice: 'children-to-allocate',
    to: 'asked-to-allocate',
    why: 'A child is not to be without an IRO or a team; each stands in their work.',
  },
  'a child turns 18': {
    notice: 'child-turned-18',
    to: 'iros-of-disputes',
    why: 'They decide what becomes of it; it is not closed by itself.',
  },
  'a child in care turns 18': {
    notice: 'your-child-turned-18',
    to: 'iro-of-the-child',
    why: 'The young person is theirs to review no more.',
  },
  'a week is over': {
    notice: 'weekly-summary',
    to: 'leaders',
    why: 'They see what goes wrong and what goes well without looking for it.',
  },
} as const satisfies Readonly<Record<string, Tell>>;

/**
 * The notices that an event of this type may give rise to; none where the table says that nobody is told, and of a type that a newer
 * program has written. Everything that tells people asks here.
 */
export const tellsOf = <Category extends keyof Catalogue>(
  category: Category,
  type: string,
): readonly TellOf<Category>[] => {
  const rows: Readonly<Record<string, Row>> = TOLD[category];
  const row = Object.hasOwn(rows, type) ? rows[type] : undefined;
  return row === undefined || 'nobody' in row ? [] : (row.tells as readonly TellOf<Category>[]);
};

/** With those alone to whom a row of this category can go. */
type TellOf<Category extends keyof Catalogue> =
  RowIn<Category> extends Row<infer Whom, infer When> ? Tell<Whom, When> : never;
type RowIn<Category extends keyof Catalogue> = (typeof TOLD)[Category][keyof (typeof TOLD)[Category]];
