import { PLAIN_WORDS } from '../../src/protocol/plain-words.js';
import { EXAMPLES_OF_ACTS } from '../support/examples-of-acts.js';
import {
  DISPUTE,
  ACKNOWLEDGEMENT,
  IMPORTED_ACKNOWLEDGEMENT,
  THROUGH_CARE,
  LOCALITY,
  INES_THE_IRO,
  JO_THE_IRO,
  SAM_THE_SOCIAL_WORKER,
  TEAM_MANAGER_POST,
  IMPORT,
  PROPOSAL,
  CASELOAD,
} from './invented.js';
import { EXAMPLES_OF_MEETINGS, EXAMPLES_OF_SERIES, eventsIn } from '../support/examples-of-meetings.js';
import type { TokenEvent } from '../../src/access/tokens/events.js';
import type { ViewLogEvent } from '../../src/access/view-log/events.js';
import type { AcknowledgementEvent } from '../../src/acknowledgements/events.js';
import type { CalendarEvent } from '../../src/calendar/events.js';
import type { CaseloadEvent } from '../../src/caseload/events.js';
import type { ChildEvent, CoverEvent, PersonEvent, PostEvent, TeamEvent } from '../../src/directory/events.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import type { LegalAdviceEvent } from '../../src/disputes/legal-advice/events.js';
import type { DipSampleEvent } from '../../src/reports/iro-service/sheet/events.js';
import type { DueDatesEvent } from '../../src/reports/my-work/due-dates/events.js';
import type { NoticeEvent, NoticePreferencesEvent, OutboxEvent } from '../../src/notices/events.js';
import type { DomainEvent } from '../../src/platform/decider.js';
import type { ProtocolEvent } from '../../src/protocol/events.js';
import type { Protocol, Stage } from '../../src/protocol/protocol.js';
import type { ImportEvent } from '../../src/register/events.js';
import type { RecommendationsEvent } from '../../src/reviews/recommendations/events.js';
import type { ReviewEvent } from '../../src/reviews/events.js';
import type { ReportEvent } from '../../src/reports/events.js';
import type { OtherCouncilEvent } from '../../src/reports/other-councils/events.js';
import type { DisclosureEvent } from '../../src/reports/publishing/disclosure-log/events.js';
import type { PublishedReportEvent } from '../../src/reports/publishing/events.js';
import type { CouncilEvent, RoleProposalEvent } from '../../src/roles/events.js';
import type { AccountEvent } from '../../src/sign-in/accounts/events.js';

/** Data of one event of each type, in today's shape. Children, people and words are invented. */
type Examples<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: Extract<Event, { type: Type }>['data'];
};

/** Each stands in the folder of the act that brought the event with it. */
const dispute = Object.assign(
  {},
  ...[...EXAMPLES_OF_ACTS.values()].map(({ events }) => events),
) as Examples<DisputeEvent>;

const acknowledged: Examples<AcknowledgementEvent>['PracticeAcknowledged']['acknowledged'] = {
  children: ['2041187', '2041188'],
  team: THROUGH_CARE,
  people: [
    { person: SAM_THE_SOCIAL_WORKER, name: null, agency: null },
    { person: null, name: 'Ms Osei', agency: 'Hillside School' },
  ],
  wholeTeam: false,
  theme: 'PA-SIB',
  whatTheyDid: 'Found one home for both sisters within a week.',
  differenceForChild: 'They start the school year together.',
};

const acknowledgement: Examples<AcknowledgementEvent> = {
  PracticeAcknowledged: {
    reference: ACKNOWLEDGEMENT,
    givenOn: '2022-07-08',
    giverRole: 'iro',
    giver: INES_THE_IRO,
    protocolVersion: 1,
    acknowledged,
    adviceGiven: [],
  },
  AcknowledgementThanked: { text: 'Thank you. This made my week.' },
  AcknowledgementThanksTakenBack: { reason: 'It was meant for another one.' },
  AcknowledgementCorrected: {
    acknowledged: { ...acknowledged, wholeTeam: true, people: [] },
    reason: 'The whole team had worked on it.',
  },
  AcknowledgementWithdrawn: { reason: 'Written on the wrong child’s file.' },
  AcknowledgementMovedToChild: {
    from: { children: ['2041187'], team: 'through-care-3' },
    to: { children: ['1568441'], team: 'through-care-1' },
    reason: 'Two children have the same initials.',
  },
  AcknowledgementHandedOver: { fromIro: INES_THE_IRO, toIro: JO_THE_IRO, reason: 'Ines has left the service.' },
  AcknowledgementImported: {
    importId: IMPORT,
    reference: IMPORTED_ACKNOWLEDGEMENT,
    ownReference: 'PA22/009',
    source: { file: 'acknowledgements-2022-23.csv', row: 10 },
    facts: {
      children: ['2077310'],
      giver: JO_THE_IRO,
      team: LOCALITY,
      givenOn: '2022-05-06',
      theme: 'PA-DIRECT',
      whatTheyDid: 'Made a memory box with him.',
    },
  },
  ImportedAcknowledgementCorrected: {
    facts: {
      children: ['2077310'],
      giver: JO_THE_IRO,
      team: THROUGH_CARE,
      givenOn: '2022-05-06',
      theme: 'PA-LIFE',
      whatTheyDid: null,
    },
    reason: 'The team was written down wrongly.',
  },
  ImportedAcknowledgementWithdrawn: { importId: IMPORT, reason: 'The wrong year was imported.' },
};

const team: Examples<TeamEvent> = {
  TeamRegistered: {
    teamId: THROUGH_CARE,
    code: 'TC3',
    name: 'Through Care 3',
    alsoWrittenAs: ['Thru Care 3'],
    service: 'Through care',
    from: null,
    to: null,
    succeeds: [],
  },
  TeamRenamed: { name: 'Care Leavers North', from: '2023-04-01' },
  TeamSpellingsAdded: { alsoWrittenAs: ['TC 3', 'Throughcare 3'] },
  TeamMovedToService: {
    service: 'Care leavers',
    from: '2023-04-01',
    agreed: { how: 'second-person', by: JO_THE_IRO, proposal: PROPOSAL },
  },
  TeamEnded: {
    on: '2024-03-31',
    succeededBy: [LOCALITY],
    agreed: { how: 'second-person', by: JO_THE_IRO, proposal: PROPOSAL },
  },
};

const post: Examples<PostEvent> = {
  PostRegistered: {
    postId: TEAM_MANAGER_POST,
    kind: 'team-manager',
    title: 'Team manager, Through Care 3',
    team: THROUGH_CARE,
    service: null,
  },
  PostTaken: {
    person: SAM_THE_SOCIAL_WORKER,
    from: '2022-09-01',
    agreed: { how: 'second-person', by: JO_THE_IRO, proposal: PROPOSAL },
  },
  PostLeft: { person: SAM_THE_SOCIAL_WORKER, on: '2023-08-31' },
};

const person: Examples<PersonEvent> = {
  PersonRegistered: { personId: INES_THE_IRO, name: 'Inés Marlow', email: null, fromRegister: true },
  PersonDetailsCompleted: { name: 'Inés Marlow-Żak', email: 'ines.marlow@council.example' },
};

const cover: Examples<CoverEvent> = {
  CoverArranged: {
    iro: INES_THE_IRO,
    by: JO_THE_IRO,
    from: '2022-04-04',
    to: '2022-04-22',
    reason: 'Leave over Easter.',
  },
  CoverEnded: { by: JO_THE_IRO, from: '2022-04-04', on: '2022-04-20' },
};

const review: Examples<ReviewEvent> = {
  CheckBegun: {
    reference: 'RVW-CQGG-BXZC',
    kind: 'midway',
    child: '2041187',
    iro: INES_THE_IRO,
    heldOn: '2022-04-12',
    standards: [{ code: 'permanence', text: 'There is a plan for permanence.', theme: 'DD-PERM' }],
  },
  StandardChecked: { standard: 'permanence', answer: 'not-met', note: 'The second review was in February.' },
  RaisedFromCheck: { standard: 'permanence', dispute: DISPUTE },
  DecidedNotToRaise: { standard: 'permanence', reason: 'The plan goes to panel on Thursday.' },
  CheckMovedToChild: {
    from: '2041187',
    to: '1568441',
    iro: 'iro-prasad',
    reason: 'Two children have the same initials.',
  },
  CheckWithdrawn: { reason: 'The review was put off.' },
};

const recommendations: Examples<RecommendationsEvent> = {
  RecommendationsSent: {
    reference: 'REC-CQGG-BXZC',
    child: '2041187',
    iro: INES_THE_IRO,
    team: THROUGH_CARE,
    reviewedOn: '2022-04-12',
    recommendations: [{ number: 'R1', what: 'Begin life story work', who: 'The social worker', by: '2022-05-31' }],
    protocolVersion: 1,
    answeredBy: ['team-manager'],
    sentOn: '2022-04-14',
    dueOn: '2022-04-25',
    dueAt: '2022-04-25T23:00:00.000Z',
    rule: '5 working days, recommendations',
  },
  RecommendationsDateSet: {
    dueOn: '2022-04-26',
    dueAt: '2022-04-26T23:00:00.000Z',
    moved: { from: '2022-04-25', reason: 'A holiday was announced after the date had been set.' },
  },
  RecommendationsAgreed: { role: 'team-manager', note: 'Yes, all of it.' },
  RecommendationsDisagreed: { role: 'team-manager', reason: 'Life story work began in March.' },
  RecommendationsAgreedBySilence: { dueOn: '2022-04-25', dueAt: '2022-04-25T23:00:00.000Z' },
  RaisedOverDisagreement: { dispute: DISPUTE },
  DisagreementLetStand: { reason: 'It did begin: the book is on file.' },
  RecommendationsAnswerTakenBack: { reason: 'I meant the review before.' },
  RecommendationsMovedToTeam: {
    from: THROUGH_CARE,
    to: 'through-care-4',
    dueOn: '2022-04-27',
    dueAt: '2022-04-27T23:00:00.000Z',
    rule: '5 working days, recommendations',
  },
  RecommendationsWithdrawn: { reason: 'They are those of the brother.' },
};

const viewLog: Examples<ViewLogEvent> = {
  MattersOpened: { what: 'page', by: '/api/v1/disputes/:reference', references: [DISPUTE], children: [] },
};

const child: Examples<ChildEvent> = {
  ChildRegistered: {
    childId: '2041187',
    initials: null,
    bornOn: null,
    population: 'looked-after',
    fromRegister: true,
  },
  ChildDetailsCompleted: { initials: 'M.K.', bornOn: '2009-02-28', population: 'looked-after' },
  ChildLeftCare: { on: '2022-05-06', because: 'adopted' },
  ChildCameBackIntoCare: { on: '2022-09-05' },
  ChildDied: { on: '2022-05-06' },
  ChildDeathTakenBack: { on: '2022-05-06', reason: 'It was another child of that name.' },
  ChildAllocated: { team: THROUGH_CARE, iro: INES_THE_IRO, from: '2022-01-10' },
  SocialWorkerNamed: { socialWorker: SAM_THE_SOCIAL_WORKER, from: '2022-01-10' },
};

const teamManagerStage: Stage = {
  number: 1,
  code: 'stage-1',
  name: 'Team manager',
  addressees: ['team-manager'],
  answeredBy: 'any',
  copyTo: ['social-worker'],
  notifyOnly: [],
  sentBy: ['iro'],
  clock: { unit: 'working-days', amount: 5 },
  earlierDate: true,
  onRedirect: 'runs-on',
  needs: 'answer',
  judges: ['iro'],
  escalationJudges: ['iro'],
  escalatedBy: ['iro'],
  onSilence: 'ask-the-judge',
  silenceIsNotAccepted: true,
  entry: { rule: 'start', by: ['iro'] },
};

const rules: Protocol = {
  id: 'golden',
  title: 'Two stages and an informal one',
  words: {
    dispute: 'dispute',
    disputes: 'disputes',
    informal: 'informal dispute',
    formal: 'formal dispute',
    acknowledgement: 'practice acknowledgement',
    acknowledgements: 'practice acknowledgements',
    stage: 'stage',
    stages: 'stages',
    meeting: 'challenge meeting',
    meetings: 'challenge meetings',
    prefix: 'DRP',
  },
  raisers: ['iro'],
  populations: ['looked-after'],
  kinds: ['concern', 'good-practice'],
  informal: { ...teamManagerStage, number: 0, code: 'informal', name: 'Informal', clock: { unit: 'none' } },
  stages: [
    teamManagerStage,
    {
      ...teamManagerStage,
      number: 2,
      code: 'stage-2',
      name: 'Service manager',
      addressees: ['service-manager'],
      clock: { unit: 'meeting' },
      entry: { rule: 'with-reason', by: ['iro', 'iro-manager'] },
    },
  ],
  receiptClock: { unit: 'none' },
  acknowledgement: { givers: ['iro'] },
  beforeRaising: [
    { act: 'call', rule: 'expected', unless: 'urgent', inWords: 'Telephone the worker or the team manager' },
  ],
  cafcass: { populations: ['looked-after'], by: ['iro'] },
  parallelRoutes: ['other-agency'],
  totalCap: { amount: 20, unit: 'working-days', rule: 'warn', stages: 'formal' },
  extensions: { allowed: true, grantedBy: ['iro'], maximumWorkingDays: 5 },
  pauses: { allowed: false, by: [] },
  themes: [
    { code: 'DD', label: 'Drift and delay' },
    { code: 'EDI', label: 'Equality and diversity', from: '2021-04-01' },
  ],
};

const protocol: Examples<ProtocolEvent> = {
  ProtocolAdopted: {
    version: 1,
    from: '2022-04-01',
    protocol: rules,
    file: 'id: house',
    fileSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    warnings: [],
    agreed: { how: 'set-up', by: null, proposal: null },
  },
};

const council: Examples<CouncilEvent> = {
  FirstAdministratorSet: { person: SAM_THE_SOCIAL_WORKER, post: 'administrator' },
  SetUpLinkMade: {
    hash: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
    expiresAt: '2022-04-14T10:04:00.000Z',
    person: 'holt',
  },
  SetUpLinkUsed: { at: '2022-04-14T09:30:00.000Z', person: 'holt' },
  RoleTurnTaken: {
    stream: 'post-administrator',
    command: '5a0a4e9c-73f0-5547-8df3-1b4132f6abf8',
    person: SAM_THE_SOCIAL_WORKER,
    postKind: 'administrator',
    from: null,
    at: '2022-04-14T09:04:00.000Z',
  },
  DirectoryReadingBegun: {
    reading: 'f3f0e6c2-5d0e-5f3c-9a0f-2d6a6d1c7b11',
    gives: [
      {
        stream: 'post-administrator',
        command: '5a0a4e9c-73f0-5547-8df3-1b4132f6abf8',
        person: SAM_THE_SOCIAL_WORKER,
        postKind: 'administrator',
        from: null,
      },
    ],
    at: '2022-04-14T09:04:00.000Z',
  },
  DirectoryReadingEnded: { reading: 'f3f0e6c2-5d0e-5f3c-9a0f-2d6a6d1c7b11' },
  CouncilNamed: { name: 'Westshire Council' },
  CouncilOpened: { by: JO_THE_IRO, list: '3kV0p8Qm1xZt_a7B' },
};

const roleProposal: Examples<RoleProposalEvent> = {
  RoleProposed: {
    proposal: PROPOSAL,
    what: {
      kind: 'post',
      post: TEAM_MANAGER_POST,
      postKind: 'team-manager',
      title: 'Team manager, Through Care 3',
      team: THROUGH_CARE,
      service: null,
      person: SAM_THE_SOCIAL_WORKER,
      from: '2022-09-01',
    },
    by: INES_THE_IRO,
    lapsesOn: '2022-09-20',
  },
  RoleProposalAgreed: { on: '2022-08-30' },
  RoleProposalRefused: { reason: 'The post is filled from another team.' },
  RoleProposalTakenBack: { reason: 'It was the wrong team.' },
};

const account: Examples<AccountEvent> = {
  AccountMet: {
    account: 'ACC-7K4M-2QXH',
    issuer: 'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/v2.0',
    tenant: '11111111-1111-4111-8111-111111111111',
    object: '22222222-2222-4222-8222-222222222201',
    userName: 'ines@northshire.example',
    email: 'ines@northshire.example',
  },
  AccountTied: { person: INES_THE_IRO, agreed: { how: 'second-person', by: JO_THE_IRO, proposal: PROPOSAL } },
  AccountUntied: { reason: 'The account was given to the wrong person.' },
};

const caseload: Examples<CaseloadEvent> = {
  CaseloadHandOverBegun: {
    reference: CASELOAD,
    fromIro: INES_THE_IRO,
    reason: 'Ines leaves the service.',
    rows: [
      { kind: 'child', id: '2041187', children: ['2041187'], toIro: JO_THE_IRO },
      { kind: 'acknowledgement', id: ACKNOWLEDGEMENT, children: ['2041187'], toIro: JO_THE_IRO },
    ],
    refused: [],
    isWhole: true,
  },
  CaseloadHandedOver: {
    rows: [{ kind: 'child', id: '2041187', toIro: JO_THE_IRO }],
    refused: [
      {
        kind: 'acknowledgement',
        id: ACKNOWLEDGEMENT,
        code: 'already-withdrawn',
        detail: 'This acknowledgement was withdrawn. Give a new one if it was deserved after all.',
      },
    ],
    teams: [THROUGH_CARE],
  },
};

const calendar: Examples<CalendarEvent> = {
  ClosingDaysSet: { dates: ['2022-12-28', '2022-12-29', '2022-12-30'], reason: 'The council closes after Christmas.' },
  BankHolidaysEntered: {
    added: [{ date: '2029-01-01', name: 'New Year’s Day' }],
    removed: ['2028-05-01'],
    reason: 'As published on GOV.UK on 3 June 2027.',
  },
};

const imports: Examples<ImportEvent> = {
  ImportStarted: {
    importId: IMPORT,
    files: [
      {
        name: 'disputes-2021-22.csv',
        sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
        rows: 160,
        accepted: 158,
        duplicates: 1,
        refused: 1,
      },
    ],
    mappingSha256: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
    rows: 158,
    covers: [
      { kind: 'informal', from: '2021-04-01', to: '2022-03-31' },
      { kind: 'formal', from: '2021-04-01', to: '2022-03-31' },
    ],
  },
  ImportFinished: { rowsWritten: 158 },
  ImportWithdrawalStarted: { reason: 'The wrong year was imported.' },
  ImportWithdrawn: { reason: 'The wrong year was imported.', rowsWithdrawn: 158 },
};

const PUBLISHED_ELSEWHERE = {
  ...{ council: 'Worcestershire', year: '2022/23', measure: 'formal', value: 87, children: 902 },
  ...{ source: 'IRO annual report 2022/23, page 9', publishedOn: '2023-10-04' },
  definition: 'Formal dispute resolution processes raised in the year.',
};

const report: Examples<ReportEvent | OtherCouncilEvent> = {
  OtherCouncilFigureEntered: PUBLISHED_ELSEWHERE,
  OtherCouncilFigureCorrected: { ...PUBLISHED_ELSEWHERE, reason: 'The number of children was of another year.' },
  OtherCouncilFigureWithdrawn: {
    ...{ council: 'Worcestershire', year: '2022/23', measure: 'formal' },
    reason: 'It counted conferences too.',
  },
  FigureNoted: {
    year: '2021/22',
    measure: 'informal',
    note: 'Two teams kept no register until June 2021.',
    comparable: false,
  },
  PublishedTotalEntered: {
    year: '2020/21',
    measure: 'formal',
    value: 61,
    source: 'Annual report of the IRO service 2020/21',
  },
};

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const disclosure: Examples<DisclosureEvent> = {
  DisclosureEntered: {
    ...{ disclosure: 'DLE-7K4M-2QXH', kind: 'information-request', on: '2023-06-01', recipient: 'A newspaper' },
    ...{ requestNumber: 'FOI 2023/118', from: '2022-04-01', to: '2023-03-31', edition: null, records: 'formal' },
    figures: [{ team: 'north', theme: null, quarter: '2022/23 Q2', number: 3 }],
  },
  DisclosureWithdrawn: { reason: 'It was a draft of the answer.' },
};

const publishedReport: Examples<PublishedReportEvent> = {
  ReportDrafted: {
    report: 'RPT-7K4M-2QXH',
    kind: 'annual',
    from: '2022-04-01',
    to: '2023-03-31',
    audience: 'public',
    threshold: 10,
    team: null,
  },
  ReportFiguresFrozen: {
    edition: 1,
    lastEvent: '6f1c9f5e-8c2b-5d0e-9a57-0f8d3f5b2a10',
    asAt: '2023-06-01T09:00:00.000Z',
    says: { words: PLAIN_WORDS, kept: ['Drift and delay'] },
    method: 'hidden',
    measures: [
      {
        code: 'formal',
        label: 'Formal disputes',
        unit: 'count',
        value: 87,
        missing: null,
        previous: 55,
        change: 32,
        changePercent: 58.2,
        definition: 'Formal disputes raised in the year.',
        note: null,
      },
    ],
    tables: [
      {
        title: 'Formal disputes by quarter',
        columns: ['Q1', 'Q2'],
        rows: [{ label: 'North', cells: ['c', 12] }],
        notes: ['c: hidden, because few children could be known.'],
      },
    ],
    layout: [{ records: 'formal', table: 'team+quarter' }],
    leftOut: [],
    totalsAnyway: [],
    besides: [],
    disclosures: [],
    released: [{ records: 'formal', threshold: 10, figures: [{ key: 'team=north time=2022%2F23%20Q2', shown: 12 }] }],
  },
  ReportSectionWritten: { edition: 1, section: 'summary', text: 'Fewer children wait for a permanence plan.' },
  ReportFigureEntered: {
    ...{ edition: 1, section: 'caseloads', label: 'Children for each IRO', partOf: null, shown: 64, rounded: 65 },
    ...{
      source: 'Workforce return',
      asAt: '2023-03-31',
      definition: 'Children allocated on the last day, for each post.',
    },
  },
  ReportStoryWritten: {
    ...{
      edition: 1,
      story: 'S1',
      kind: 'case',
      title: 'A plan that moved',
      signer: 'a0bb91b5-5f0e-5c8b-8a8a-2d1f6f9f7c11',
    },
    text: 'A young person waited for life story work, and it began.',
  },
  ReportStorySignedOff: { edition: 1, story: 'S1' },
  ReportActionEntered: {
    ...{ edition: 1, action: 'A1', what: 'Halve the plans that drift.', holder: 'Head of Safeguarding' },
    ...{ progress: 'under-way', sentence: 'Three teams began.', asAt: '2023-03-31' },
  },
  ReportPartTakenOut: { edition: 1, part: 'figure', name: 'Children for each IRO' },
  ReportCommentedOn: { edition: 1, text: 'The team had another name until June.' },
  ReportPresented: { edition: 1, on: '2023-10-04', to: 'Corporate parenting board' },
  ReportChecked: { edition: 1, sha256: DIGEST },
  ReportApproved: { edition: 1, sha256: DIGEST },
  ReportPublished: {
    edition: 1,
    sha256: DIGEST,
    files: [{ name: 'RPT-7K4M-2QXH-edition-1.pdf', sha256: DIGEST }],
    on: '2023-10-04',
    address: 'https://www.northshire.example/iro-annual-report',
  },
  ReportCorrectionBegun: { edition: 2, reason: 'A register of one team was found after the report was published.' },
  ReportDraftGivenUp: { edition: 1, reason: 'It was begun for the wrong year.' },
  ReportWithdrawn: { edition: 1, reason: 'One table let readers work out a figure.' },
};

const NOTICE_LINE = {
  kind: 'dispute-for-you' as const,
  about: 'DRP-7K4M-2QXH',
  called: 'dispute',
  dueOn: '2022-04-25',
  dueAt: null,
  actionId: null,
};

const notice: Examples<NoticeEvent> = {
  NoticeWritten: {
    ...NOTICE_LINE,
    notice: '6f1c9f5e-8c2b-5d0e-9a57-0f8d3f5b2a10',
    to: 'tm-cole',
    theirsToDo: true,
    how: 'at-once',
    urgency: null,
    because: { stream: 'dispute-DRP-7K4M-2QXH', revision: 0, occasion: 'event' },
  },
  DigestWritten: {
    notice: '0b7d4c1a-2e3f-5a6b-8c9d-1e2f3a4b5c6d',
    to: 'tm-cole',
    on: '2022-04-19',
    notices: [{ ...NOTICE_LINE, notice: '6f1c9f5e-8c2b-5d0e-9a57-0f8d3f5b2a10' }],
  },
  NoticeSent: { by: 'smtp', receipt: '<6f1c9f5e-8c2b-5d0e-9a57-0f8d3f5b2a10@council.example>', digest: null },
  NoticeDelayed: { by: 'smtp', code: '452' },
  NoticeNotNeeded: { because: 'no-longer-asked' },
  NoticeFailed: { by: 'smtp', because: 'no-address' },
};

const outbox: Examples<OutboxEvent> = { NoticesBegan: { began: '2022-04-14T09:00:00.000Z' } };

const noticePreferences: Examples<NoticePreferencesEvent> = {
  NoticePreferencesSet: { theirsToDo: 'at-once', forInformation: 'daily-digest' },
};

const dueDates: Examples<DueDatesEvent> = {
  DueDatesAddressMade: { number: 2 },
  DueDatesAddressEnded: { number: 2 },
};

const dipSample: Examples<DipSampleEvent> = {
  DipSampleDrawn: {
    ...{ iro: 'iro-rowe', quarter: '2022/23 Q1', number: 2, references: ['DRP-7K4M-2QXH', 'DRP-9T2C-5BRK'] },
    ...{ outOf: 2, reason: 'The first were read last month.' },
  },
};

const token: Examples<TokenEvent> = {
  TokenCreated: {
    token: 'TOK-7K4M-2QXH',
    holder: { kind: 'program', program: 'case-system', role: 'business-support' },
    hash: 'Jb6T2mQFvTz3hS0pN4bqkqf2lq0bq8zZ1m4y5Xc7d9E',
    createdAt: '2022-04-14T09:00:00.000Z',
    expiresAt: '2022-07-13T09:00:00.000Z',
  },
  TokenWithdrawn: { withdrawnAt: '2022-05-03T14:00:00.000Z', reason: 'The case system was moved.' },
};

/** By category and type; a type of the catalogue without an example does not pass the test beside this. */
const legalAdvice: Examples<LegalAdviceEvent> = {
  LegalAdviceTaken: { takenOn: '2022-05-04', advice: 'There is a case to put to Cafcass.', disputeRevision: 4 },
};

export const EXAMPLES: { readonly [category: string]: { readonly [type: string]: object } } = {
  dispute,
  legalAdvice,
  acknowledgement,
  team,
  post,
  person,
  child,
  cover,
  review,
  recommendations,
  viewLog,
  token,
  protocol,
  caseload,
  council,
  roleProposal,
  account,
  calendar,
  import: imports,
  meetingSeries: eventsIn(EXAMPLES_OF_SERIES),
  challengeMeeting: eventsIn(EXAMPLES_OF_MEETINGS),
  notice,
  outbox,
  noticePreferences,
  dueDates,
  dipSample,
  report,
  publishedReport,
  disclosure,
};
