import { describe, expect, it } from '@jest/globals';
import { EVENT_CATALOGUE } from '../../src/event-catalogue.js';
import { WAYS_BACK } from '../../src/disputes/acts/take-back-entry/ways-back.js';

/*
 * What mends a mistake in each event of each record but a dispute, for which WAYS_BACK says it: an event of the same record, or why none is
 * needed. An event without a row does not compile.
 */

type Catalogue = typeof EVENT_CATALOGUE;
type Records = Exclude<keyof Catalogue, 'dispute'>;
type TypeIn<Category extends keyof Catalogue> = keyof Catalogue[Category] & string;

type Way<Category extends keyof Catalogue> =
  /** A later event of the same record says otherwise, or takes it back. */
  | { readonly by: TypeIn<Category> }
  /** Nothing is to be mended, or not here. */
  | { readonly none: string }
  /** There is none yet. */
  | { readonly missing: string };

type Table = { readonly [Category in Records]: { readonly [Type in TypeIn<Category>]: Way<Category> } };

const byTheProgram = { none: 'The program wrote it by itself, from what people recorded.' };
const isTheMending = { none: 'It is itself how a mistake is mended; what was mended can be done again.' };
const register = { none: 'A register brought it: correct the row, or withdraw the import.' };

const TABLE: Table = {
  legalAdvice: { LegalAdviceTaken: { missing: 'Advice recorded in the wrong dispute stays there.' } },
  viewLog: { MattersOpened: { none: 'It says what somebody saw, which stays so.' } },
  account: { AccountMet: byTheProgram, AccountTied: { by: 'AccountUntied' }, AccountUntied: { by: 'AccountTied' } },
  token: {
    TokenCreated: { by: 'TokenWithdrawn' },
    TokenWithdrawn: { none: 'Another is made: the text of the first may have been seen.' },
  },
  acknowledgement: {
    PracticeAcknowledged: { by: 'AcknowledgementWithdrawn' },
    AcknowledgementThanked: { by: 'AcknowledgementThanksTakenBack' },
    AcknowledgementThanksTakenBack: { by: 'AcknowledgementThanked' },
    AcknowledgementCorrected: { by: 'AcknowledgementCorrected' },
    AcknowledgementWithdrawn: { none: 'It was told to those who were thanked; another is given.' },
    AcknowledgementMovedToChild: { by: 'AcknowledgementMovedToChild' },
    AcknowledgementHandedOver: { by: 'AcknowledgementHandedOver' },
    AcknowledgementImported: register,
    ImportedAcknowledgementCorrected: register,
    ImportedAcknowledgementWithdrawn: register,
  },
  team: {
    TeamRegistered: { by: 'TeamEnded' },
    TeamRenamed: { by: 'TeamRenamed' },
    TeamSpellingsAdded: { none: 'A spelling opens nothing; a register that it misled is corrected.' },
    TeamMovedToService: { by: 'TeamMovedToService' },
    TeamEnded: {
      none: 'Its id ends with it: another team is registered that succeeds it, and figures read the two together.',
    },
  },
  post: { PostRegistered: { by: 'PostLeft' }, PostTaken: { by: 'PostLeft' }, PostLeft: { by: 'PostTaken' } },
  person: {
    PersonRegistered: { by: 'PersonDetailsCompleted' },
    PersonDetailsCompleted: { by: 'PersonDetailsCompleted' },
  },
  cover: { CoverArranged: { by: 'CoverEnded' }, CoverEnded: { by: 'CoverArranged' } },
  child: {
    ChildRegistered: { missing: 'A record number that was registered by mistake stays.' },
    ChildDetailsCompleted: { by: 'ChildDetailsCompleted' },
    ChildAllocated: { by: 'ChildAllocated' },
    SocialWorkerNamed: { by: 'SocialWorkerNamed' },
    ChildLeftCare: { by: 'ChildCameBackIntoCare' },
    ChildCameBackIntoCare: { by: 'ChildLeftCare' },
    ChildDied: { by: 'ChildDeathTakenBack' },
    ChildDeathTakenBack: { by: 'ChildDied' },
  },
  review: {
    CheckBegun: { by: 'CheckWithdrawn' },
    StandardChecked: { by: 'StandardChecked' },
    RaisedFromCheck: { none: 'Where the dispute is voided, the standard is to be decided again.' },
    DecidedNotToRaise: { by: 'RaisedFromCheck' },
    CheckMovedToChild: { by: 'CheckMovedToChild' },
    CheckWithdrawn: { none: 'Another is begun.' },
  },
  recommendations: {
    RecommendationsSent: { by: 'RecommendationsWithdrawn' },
    RecommendationsDateSet: byTheProgram,
    RecommendationsMovedToTeam: byTheProgram,
    RecommendationsAgreed: { by: 'RecommendationsAnswerTakenBack' },
    RecommendationsDisagreed: { by: 'RecommendationsAnswerTakenBack' },
    RecommendationsAgreedBySilence: byTheProgram,
    RaisedOverDisagreement: { none: 'Where the dispute is voided, the disagreement is to be decided again.' },
    DisagreementLetStand: { by: 'RaisedOverDisagreement' },
    RecommendationsAnswerTakenBack: isTheMending,
    RecommendationsWithdrawn: { none: 'They are sent again.' },
  },
  protocol: { ProtocolAdopted: { by: 'ProtocolAdopted' } },
  caseload: {
    CaseloadHandOverBegun: byTheProgram,
    CaseloadHandedOver: { none: 'It is handed over again, to the right person.' },
  },
  council: {
    FirstAdministratorSet: { none: 'Another administrator is proposed, and this one leaves the post.' },
    SetUpLinkMade: { by: 'SetUpLinkMade' },
    SetUpLinkUsed: { none: 'It says who set the council up.' },
    RoleTurnTaken: byTheProgram,
    DirectoryReadingBegun: byTheProgram,
    DirectoryReadingEnded: byTheProgram,
    CouncilNamed: { by: 'CouncilNamed' },
    CouncilOpened: { none: 'Two people have opened it, and from then on it is open.' },
  },
  roleProposal: {
    RoleProposed: { by: 'RoleProposalTakenBack' },
    RoleProposalAgreed: { none: 'What it gave ends on its own record.' },
    RoleProposalRefused: { none: 'It is proposed again.' },
    RoleProposalTakenBack: { none: 'It is proposed again.' },
  },
  calendar: { ClosingDaysSet: { by: 'ClosingDaysSet' }, BankHolidaysEntered: { by: 'BankHolidaysEntered' } },
  import: {
    ImportStarted: { by: 'ImportWithdrawn' },
    ImportFinished: { by: 'ImportWithdrawn' },
    ImportWithdrawalStarted: { none: 'The files are read in again.' },
    ImportWithdrawn: { none: 'The files are read in again.' },
  },
  meetingSeries: {
    MeetingSeriesStarted: { by: 'MeetingSeriesEnded' },
    MeetingSeriesChanged: { by: 'MeetingSeriesChanged' },
    MeetingSeriesEnded: { none: 'Another series is started.' },
  },
  challengeMeeting: {
    MeetingArranged: { by: 'MeetingCancelled' },
    MeetingMoved: { by: 'MeetingMoved' },
    SeatsChanged: { by: 'SeatsChanged' },
    AgendaItemAdded: { by: 'AgendaItemTakenOff' },
    AgendaItemPlaced: { by: 'AgendaItemPlaced' },
    AgendaItemTakenOff: { by: 'AgendaItemAdded' },
    MeetingBegun: { by: 'MeetingBegunTakenBack' },
    MeetingBegunTakenBack: { by: 'MeetingBegun' },
    AttendanceCorrected: { by: 'AttendanceCorrected' },
    AgendaItemDecided: { by: 'AgendaItemDecisionTakenBack' },
    MeetingActionDone: { by: 'MeetingActionDoneTakenBack' },
    AgendaItemDecisionTakenBack: { by: 'AgendaItemDecided' },
    MeetingActionDoneTakenBack: { by: 'MeetingActionDone' },
    MeetingClosed: { none: 'Decisions and attendance are put right after it as before; another meeting is arranged.' },
    MeetingCancelled: { none: 'Another meeting is arranged.' },
  },
  notice: {
    NoticeWritten: byTheProgram,
    DigestWritten: byTheProgram,
    NoticeSent: byTheProgram,
    NoticeDelayed: byTheProgram,
    NoticeFailed: byTheProgram,
    NoticeNotNeeded: byTheProgram,
  },
  outbox: { NoticesBegan: byTheProgram },
  noticePreferences: { NoticePreferencesSet: { by: 'NoticePreferencesSet' } },
  dueDates: {
    DueDatesAddressMade: { by: 'DueDatesAddressEnded' },
    DueDatesAddressEnded: { by: 'DueDatesAddressMade' },
  },
  dipSample: { DipSampleDrawn: { by: 'DipSampleDrawn' } },
  report: {
    FigureNoted: { by: 'FigureNoted' },
    PublishedTotalEntered: { by: 'PublishedTotalEntered' },
    OtherCouncilFigureEntered: { by: 'OtherCouncilFigureCorrected' },
    OtherCouncilFigureCorrected: { by: 'OtherCouncilFigureCorrected' },
    OtherCouncilFigureWithdrawn: { none: 'It is entered again.' },
  },
  disclosure: {
    DisclosureEntered: { by: 'DisclosureWithdrawn' },
    DisclosureWithdrawn: { none: 'It is entered again.' },
  },
  publishedReport: {
    ReportDrafted: { by: 'ReportDraftGivenUp' },
    ReportFiguresFrozen: { by: 'ReportFiguresFrozen' },
    ReportSectionWritten: { by: 'ReportSectionWritten' },
    ReportFigureEntered: { by: 'ReportPartTakenOut' },
    ReportStoryWritten: { by: 'ReportPartTakenOut' },
    ReportActionEntered: { by: 'ReportPartTakenOut' },
    ReportPartTakenOut: { none: 'It is entered again.' },
    ReportStorySignedOff: { by: 'ReportStoryWritten' },
    ReportCommentedOn: { none: 'Another comment says so.' },
    ReportPresented: { none: 'It says where it was presented; a correction says otherwise.' },
    ReportChecked: { by: 'ReportSectionWritten' },
    ReportApproved: { by: 'ReportDraftGivenUp' },
    ReportPublished: { by: 'ReportWithdrawn' },
    ReportCorrectionBegun: { by: 'ReportDraftGivenUp' },
    ReportDraftGivenUp: { none: 'Another is drafted.' },
    ReportWithdrawn: { none: 'A corrected edition is published.' },
  },
};

/** Nobody adds to these unseen: each is to have an act that takes it back. */
const STILL_MISSING = ['ChildRegistered', 'LegalAdviceTaken'];

describe('A mistake in a record', () => {
  const ways: [type: string, way: { by?: string; none?: string; missing?: string }][] = Object.values(TABLE).flatMap(
    (types) => Object.entries(types) as [string, { by?: string }][],
  );

  it('is mended by an event of that record, or it is said why none is needed, for every event that there is', () => {
    const types = Object.entries(EVENT_CATALOGUE).flatMap(([category, of]) =>
      category === 'dispute' ? [] : Object.keys(of),
    );
    expect(ways.map(([type]) => type).sort()).toEqual(types.sort());
    for (const [, { by, none, missing }] of ways)
      expect(by ?? none ?? missing).toMatch(by === undefined ? /^[A-Z].*\.$/ : /^[A-Z]\w+$/);
  });

  it('has no way back in these alone', () => {
    expect(ways.flatMap(([type, { missing }]) => (missing === undefined ? [] : [type])).sort()).toEqual(STILL_MISSING);
  });

  it('of a dispute has a way back in the table of its own entries', () => {
    expect(Object.keys(WAYS_BACK).sort()).toEqual(Object.keys(EVENT_CATALOGUE.dispute).sort());
  });
});
