import type { AcknowledgementEvent } from './acknowledgements/events.js';
import type { TokenEvent } from './access/tokens/events.js';
import type { ViewLogEvent } from './access/view-log/events.js';
import type { CalendarEvent } from './calendar/events.js';
import type { CaseloadEvent } from './caseload/events.js';
import type { ChallengeMeetingEvent, MeetingSeriesEvent } from './challenge/events.js';
import { MEETING_EVENT_VERSIONS } from './challenge/meeting/acts/all-acts.js';
import { SERIES_EVENT_VERSIONS } from './challenge/series/acts/all-acts.js';
import type { ChildEvent, CoverEvent, PersonEvent, PostEvent, TeamEvent } from './directory/events.js';
import { DISPUTE_EVENT_VERSIONS } from './disputes/acts/all-acts.js';
import type { DisputeEvent } from './disputes/events.js';
import type { LegalAdviceEvent } from './disputes/legal-advice/events.js';
import type { DipSampleEvent } from './reports/iro-service/sheet/events.js';
import type { DueDatesEvent } from './reports/my-work/due-dates/events.js';
import type { NoticeEvent, NoticePreferencesEvent, OutboxEvent } from './notices/events.js';
import type { DomainEvent } from './platform/decider.js';
import type { Upcaster } from './platform/event-store/upcasting.js';
import type { ProtocolEvent } from './protocol/events.js';
import type { ImportEvent } from './register/events.js';
import type { RecommendationsEvent } from './reviews/recommendations/events.js';
import type { ReviewEvent } from './reviews/events.js';
import type { ReportEvent } from './reports/events.js';
import type { OtherCouncilEvent } from './reports/other-councils/events.js';
import type { DisclosureEvent } from './reports/publishing/disclosure-log/events.js';
import type { PublishedReportEvent } from './reports/publishing/events.js';
import type { CouncilEvent, RoleProposalEvent } from './roles/events.js';
import type { AccountEvent } from './sign-in/accounts/events.js';

/** Every type of one category with the version in which it is written today; one forgotten does not compile. */
const versions = <Event extends DomainEvent>(ofEach: { readonly [Type in Event['type']]: number }) => ofEach;

/**
 * Every event that this program writes, by the category of its stream; those of a dispute come with its acts. Until a release is
 * announced nobody keeps a log, so an event may still change, and its golden file is made anew in the same commit. At the release they
 * freeze: from then on types are never renamed and never taken away, a new optional field needs no new version, a changed meaning needs
 * a new type, and any other change raises the version here and adds a step to {@link UPCASTERS}.
 */
export const EVENT_CATALOGUE = {
  dispute: versions<DisputeEvent>(DISPUTE_EVENT_VERSIONS),
  legalAdvice: versions<LegalAdviceEvent>({ LegalAdviceTaken: 1 }),
  viewLog: versions<ViewLogEvent>({ MattersOpened: 1 }),
  account: versions<AccountEvent>({ AccountMet: 1, AccountTied: 1, AccountUntied: 1 }),
  token: versions<TokenEvent>({ TokenCreated: 1, TokenWithdrawn: 1 }),
  acknowledgement: versions<AcknowledgementEvent>({
    PracticeAcknowledged: 1,
    AcknowledgementThanked: 1,
    AcknowledgementThanksTakenBack: 1,
    AcknowledgementCorrected: 1,
    AcknowledgementWithdrawn: 1,
    AcknowledgementMovedToChild: 1,
    AcknowledgementHandedOver: 1,
    AcknowledgementImported: 1,
    ImportedAcknowledgementCorrected: 1,
    ImportedAcknowledgementWithdrawn: 1,
  }),
  team: versions<TeamEvent>({
    TeamRegistered: 1,
    TeamRenamed: 1,
    TeamSpellingsAdded: 1,
    TeamMovedToService: 1,
    TeamEnded: 1,
  }),
  post: versions<PostEvent>({ PostRegistered: 1, PostTaken: 1, PostLeft: 1 }),
  person: versions<PersonEvent>({ PersonRegistered: 1, PersonDetailsCompleted: 1 }),
  cover: versions<CoverEvent>({
    CoverArranged: 1,
    CoverEnded: 1,
  }),
  child: versions<ChildEvent>({
    ChildRegistered: 1,
    ChildDetailsCompleted: 1,
    ChildAllocated: 1,
    SocialWorkerNamed: 1,
    ChildLeftCare: 1,
    ChildCameBackIntoCare: 1,
    ChildDied: 1,
    ChildDeathTakenBack: 1,
  }),
  review: versions<ReviewEvent>({
    CheckBegun: 1,
    StandardChecked: 1,
    RaisedFromCheck: 1,
    DecidedNotToRaise: 1,
    CheckMovedToChild: 1,
    CheckWithdrawn: 1,
  }),
  recommendations: versions<RecommendationsEvent>({
    RecommendationsSent: 1,
    RecommendationsDateSet: 1,
    RecommendationsMovedToTeam: 1,
    RecommendationsAgreed: 1,
    RecommendationsDisagreed: 1,
    RecommendationsAgreedBySilence: 1,
    RaisedOverDisagreement: 1,
    DisagreementLetStand: 1,
    RecommendationsAnswerTakenBack: 1,
    RecommendationsWithdrawn: 1,
  }),
  protocol: versions<ProtocolEvent>({ ProtocolAdopted: 1 }),
  caseload: versions<CaseloadEvent>({ CaseloadHandOverBegun: 1, CaseloadHandedOver: 1 }),
  council: versions<CouncilEvent>({
    FirstAdministratorSet: 1,
    SetUpLinkMade: 1,
    SetUpLinkUsed: 1,
    RoleTurnTaken: 1,
    DirectoryReadingBegun: 1,
    DirectoryReadingEnded: 1,
    CouncilNamed: 1,
    CouncilOpened: 1,
  }),
  roleProposal: versions<RoleProposalEvent>({
    RoleProposed: 1,
    RoleProposalAgreed: 1,
    RoleProposalRefused: 1,
    RoleProposalTakenBack: 1,
  }),
  calendar: versions<CalendarEvent>({ ClosingDaysSet: 1, BankHolidaysEntered: 1 }),
  import: versions<ImportEvent>({
    ImportStarted: 1,
    ImportFinished: 1,
    ImportWithdrawalStarted: 1,
    ImportWithdrawn: 1,
  }),
  meetingSeries: versions<MeetingSeriesEvent>(SERIES_EVENT_VERSIONS),
  challengeMeeting: versions<ChallengeMeetingEvent>(MEETING_EVENT_VERSIONS),
  notice: versions<NoticeEvent>({
    NoticeWritten: 1,
    DigestWritten: 1,
    NoticeSent: 1,
    NoticeDelayed: 1,
    NoticeFailed: 1,
    NoticeNotNeeded: 1,
  }),
  outbox: versions<OutboxEvent>({ NoticesBegan: 1 }),
  noticePreferences: versions<NoticePreferencesEvent>({ NoticePreferencesSet: 1 }),
  dueDates: versions<DueDatesEvent>({ DueDatesAddressMade: 1, DueDatesAddressEnded: 1 }),
  dipSample: versions<DipSampleEvent>({ DipSampleDrawn: 1 }),
  report: versions<ReportEvent | OtherCouncilEvent>({
    FigureNoted: 1,
    PublishedTotalEntered: 1,
    OtherCouncilFigureEntered: 1,
    OtherCouncilFigureCorrected: 1,
    OtherCouncilFigureWithdrawn: 1,
  }),
  disclosure: versions<DisclosureEvent>({ DisclosureEntered: 1, DisclosureWithdrawn: 1 }),
  publishedReport: versions<PublishedReportEvent>({
    ReportDrafted: 1,
    ReportFiguresFrozen: 1,
    ReportSectionWritten: 1,
    ReportFigureEntered: 1,
    ReportStoryWritten: 1,
    ReportStorySignedOff: 1,
    ReportActionEntered: 1,
    ReportPartTakenOut: 1,
    ReportCommentedOn: 1,
    ReportPresented: 1,
    ReportChecked: 1,
    ReportApproved: 1,
    ReportPublished: 1,
    ReportCorrectionBegun: 1,
    ReportDraftGivenUp: 1,
    ReportWithdrawn: 1,
  }),
} as const;

/** The log of who opened which record is kept apart from the log of events (docs/decisions/0024). */
export const VIEW_LOG_CATEGORIES: readonly string[] = ['viewLog'];

/** The categories of every other stream of this program: a log that others share is asked for these only. */
export const CATEGORIES: readonly string[] = Object.keys(EVENT_CATALOGUE).filter(
  (category) => !VIEW_LOG_CATEGORIES.includes(category),
);

const versionsInUse = new Map<string, number>(Object.values(EVENT_CATALOGUE).flatMap((types) => Object.entries(types)));

/**
 * The version in which an event is written today.
 * @throws Error for a type the catalogue does not know, so that none is ever written that it does not list
 */
export const versionOf = (type: string): number => {
  const version = versionsInUse.get(type);
  if (version === undefined) throw new Error(`The catalogue of events does not know ${type}.`);
  return version;
};

/** How an event of an earlier version becomes one of today's. None yet: every event is still in its first version. */
export const UPCASTERS: readonly Upcaster[] = [];
