import type { Acknowledged } from '../../src/acknowledgements/events.js';
import { bundledHolidays } from '../../src/calendar/bank-holidays.js';
import { endOfDay, londonDate } from '../../src/calendar/dates.js';
import { workingCalendar } from '../../src/calendar/working-days.js';
import type { Raising } from '../../src/disputes/acts/raise/raising.js';
import type { RaiseFormal } from '../../src/disputes/acts/raise-formal/raise-formal.js';
import type { RaiseInformal } from '../../src/disputes/acts/raise-informal/raise-informal.js';
import type { DisputeContext } from '../../src/disputes/context.js';
import type {
  AnswerDeadlineSet,
  AnswerGiven,
  DisputeEvent,
  DisputeRaised,
  ImportedDispute,
  ImportedDisputeFacts,
  Standing,
  Subject,
  TotalCapSet,
} from '../../src/disputes/events.js';
import type { Actor } from '../../src/platform/event-store/event-store.js';
import { THE_CLOCK } from '../../src/disputes/rules.js';
import { protocolBook } from '../../src/protocol/protocol-book.js';
import type { PostKind, Protocol, Stage } from '../../src/protocol/protocol.js';
import { ACKNOWLEDGEMENT_THEMES, DISPUTE_THEMES } from '../../src/protocol/themes.js';

/*
 * Tiny factories with fixed, readable values. The story they tell: on Thursday 14 April 2022, the day before Easter, an IRO raises
 * that the care plan of one child is drifting; the answer is due five working days later, on Monday 25 April.
 */

const today = '2022-04-14';
const now = '2022-04-14T09:00:00.000Z';
const dueOn = '2022-04-25';

const actor = (person: string, role: PostKind, more: Partial<Actor> = {}): Actor => ({
  person,
  post: `post-of-${person}`,
  role,
  ...more,
});

const stage = (number: number, addressee: PostKind, more: Partial<Stage> = {}): Stage => ({
  number,
  code: number === 0 ? 'informal' : `${number}`,
  name: number === 0 ? 'Informal' : `Stage ${number}`,
  addressees: [addressee],
  answeredBy: 'any',
  copyTo: [],
  notifyOnly: [],
  sentBy: ['iro'],
  clock: { unit: 'working-days', amount: 5 },
  dayZero: 'day-of-raising',
  earlierDate: true,
  onRedirect: 'runs-on',
  needs: 'answer',
  judges: ['iro'],
  escalationJudges: ['iro'],
  escalatedBy: ['iro'],
  onSilence: 'ask-the-judge',
  silenceIsNotAccepted: true,
  entry: { rule: number <= 1 ? 'start' : 'with-reason', by: ['iro'] },
  ...more,
});

const protocol = (more: Partial<Protocol> = {}): Protocol => ({
  id: 'control',
  title: 'Control protocol',
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
  raisers: ['iro', 'conference-chair', 'iro-manager'],
  populations: ['looked-after', 'child-protection'],
  kinds: ['concern', 'good-practice'],
  informal: stage(0, 'team-manager'),
  stages: [stage(1, 'team-manager'), stage(2, 'service-manager'), stage(3, 'director')],
  receiptClock: { unit: 'none' },
  acknowledgement: { givers: ['iro', 'conference-chair'] },
  beforeRaising: [],
  cafcass: { populations: ['looked-after'], by: ['iro'] },
  parallelRoutes: [],
  totalCap: { amount: 20, unit: 'working-days', rule: 'warn', stages: 'formal' },
  extensions: { allowed: true, grantedBy: ['iro', 'iro-manager'], maximumWorkingDays: 5 },
  pauses: { allowed: false, by: [] },
  themes: [...DISPUTE_THEMES, ...ACKNOWLEDGEMENT_THEMES].map(({ code, label }) => ({ code, label })),
  ...more,
});

/** A ladder of one stage with something special about it, under an otherwise ordinary protocol. */
const protocolWithStage = (special: Partial<Stage>): Protocol =>
  protocol({ stages: [stage(1, 'team-manager', special), stage(2, 'service-manager'), stage(3, 'director')] });

const book = (...protocols: Protocol[]) =>
  protocolBook(protocols.map((each, index) => ({ version: index + 1, from: `${2020 + index}-01-01`, protocol: each })));

const calendar = workingCalendar(bundledHolidays());

interface ContextChoice {
  readonly now?: string;
  readonly protocol?: Protocol;
  readonly protocols?: readonly Protocol[];
}

/** Somebody acts, at a moment, under the rules. */
const context = (who: Actor, choice: ContextChoice = {}): DisputeContext => ({
  actor: who,
  now: choice.now ?? now,
  today: londonDate(choice.now ?? now),
  calendar,
  protocols: book(...(choice.protocols ?? [choice.protocol ?? protocol()])),
});

const subject: Subject = {
  children: ['1568440'],
  population: 'looked-after',
  iro: 'iro-rowe',
  team: 'through-care-3',
};

const raising: Raising = {
  reference: 'DRP-7K4M-2QXH',
  subject,
  theme: 'DD-CARE',
  secondaryThemes: [],
  concern: 'The actions agreed at the review in January have not begun.',
  impactIfNothingChanges: 'The child will start the new school year without the help that was promised.',
  acknowledged: null,
  actionsWanted: [
    { what: 'Book the first session', who: 'Team manager', by: '2022-04-29', measure: 'The date is on file' },
  ],
  spokeFirst: { spokeTo: 'The team manager', spokeOn: '2022-04-12', result: 'No date could be given' },
  childView: null,
  urgent: false,
  links: [],
  earlierDate: null,
  meetingOn: null,
  outsideAdvice: [],
};

const raisedData = (stageNumber: number, more: Partial<DisputeRaised> = {}): DisputeRaised => ({
  reference: raising.reference,
  subject,
  raisedOn: today,
  protocolVersion: 1,
  stage: {
    ladder: 'main',
    number: stageNumber,
    countsAs: stageNumber === 0 ? 'informal' : 'formal',
    code: stageNumber === 0 ? 'informal' : `${stageNumber}`,
    name: stageNumber === 0 ? 'Informal' : `Stage ${stageNumber}`,
    reason: null,
  },
  addressee: { team: subject.team, posts: ['team-manager'] },
  theme: raising.theme,
  secondaryThemes: [],
  concern: raising.concern,
  impactIfNothingChanges: raising.impactIfNothingChanges,
  acknowledged: null,
  actionsWanted: raising.actionsWanted,
  spokeFirst: raising.spokeFirst,
  childView: null,
  urgent: false,
  links: [],
  adviceGiven: [],
  ...more,
});

const deadlineSet = (more: Partial<AnswerDeadlineSet> = {}): DisputeEvent => {
  const due = more.dueOn === undefined ? dueOn : more.dueOn;
  return {
    type: 'AnswerDeadlineSet',
    data: {
      round: 1,
      ladder: 'main',
      stage: 1,
      needs: 'answer',
      protocolVersion: 1,
      why: 'raised',
      startedOn: today,
      firstDueOn: due,
      dueOn: due,
      dueAt: due === null ? null : endOfDay(due),
      rule: '5 working days, stage 1',
      ...more,
    },
  };
};

/** Twenty working days from the day of raising, over Easter and the May bank holiday. */
const totalCapSet = (more: Partial<TotalCapSet> = {}): DisputeEvent => ({
  type: 'TotalCapSet',
  data: {
    startedOn: today,
    dueOn: '2022-05-17',
    dueAt: '2022-05-17T23:00:00.000Z',
    rule: '20 working days in all',
    ...more,
  },
});

const answerGiven = (more: Partial<AnswerGiven> = {}): DisputeEvent => ({
  type: 'AnswerGiven',
  data: {
    round: 1,
    stage: 1,
    answeredOn: today,
    role: 'team-manager',
    agreement: 'agree',
    reasons: 'You are right that this has waited too long.',
    actions: [{ what: 'Book the first session', who: 'Team manager', by: '2022-04-29', measure: null }],
    evidence: null,
    adviceGiven: [],
    complete: true,
    standing: 'awaiting-judgement',
    ...more,
  },
});

const importedFacts: ImportedDisputeFacts = {
  kind: 'formal',
  children: ['1193391'],
  iro: 'iro-prasad',
  team: 'through-care-1',
  teamManager: 'P. Ames',
  raisedOn: '2021-04-09',
  theme: 'DD',
  concern: 'Therapy was recommended in the spring and no referral has been sent.',
  spokeFirst: null,
  dueOn: '2021-04-23',
  answeredOn: null,
  agreement: null,
  stageReached: 1,
  challengeMeeting: null,
  outcome: null,
  outcomeWords: null,
  resolvedOn: null,
  impact: null,
  impactWords: null,
};

const importedDispute: ImportedDispute = {
  importId: 'import-1',
  reference: 'DRP-0000-0001',
  ownReference: 'F21/001',
  source: { file: 'disputes-2021-22.csv', row: 4 },
  facts: importedFacts,
};

const acknowledged: Acknowledged = {
  children: ['1657920'],
  team: 'wyre-forest',
  people: [{ person: 'worker-hale', name: null, agency: null }],
  wholeTeam: false,
  theme: 'PA-DIRECT',
  whatTheyDid: 'Planned the move with the child, week by week.',
  differenceForChild: 'The child knew what would happen and kept seeing their brother.',
};

export const Controls = {
  /** Thursday 14 April 2022, the day before Good Friday. */
  today,
  now,
  /** Five working days later, over Easter. */
  dueOn,
  /** Midday on the day after the answer was due. */
  afterDue: '2022-04-26T11:00:00.000Z',

  iro: actor('iro-rowe', 'iro'),
  iroManager: actor('manager-lane', 'iro-manager'),
  chair: actor('chair-moss', 'conference-chair'),
  teamManager: actor('tm-cole', 'team-manager', { team: 'through-care-3' }),
  serviceManager: actor('sm-reed', 'service-manager'),
  director: actor('dcs-hart', 'director'),
  headOfQa: actor('hqa-wynn', 'head-of-qa'),
  socialWorker: actor('sw-dunn', 'social-worker'),
  businessSupport: actor('bs-ford', 'business-support'),
  clock: THE_CLOCK,
  commandLine: { person: 'command-line', post: null, role: null } satisfies Actor,
  actor,

  stage,
  protocol,
  protocolWithStage,
  book,
  calendar,
  context,

  subject,
  raiseInformal: (more: Partial<RaiseInformal> = {}): RaiseInformal => ({
    ...raising,
    type: 'raise-informal',
    ...more,
  }),
  raiseFormal: (more: Partial<RaiseFormal> = {}): RaiseFormal => ({
    ...raising,
    type: 'raise-formal',
    stage: 1,
    stageReason: null,
    ...more,
  }),

  concernDiscussed: (): DisputeEvent => ({
    type: 'ConcernDiscussed',
    data: { subject, spokeTo: 'The team manager', spokeOn: today, result: 'A date was promised' },
  }),
  /** The dispute without its clock; `disputeRaised()` has both. */
  formalDisputeRaised: (more: Partial<DisputeRaised> = {}): DisputeEvent => ({
    type: 'FormalDisputeRaised',
    data: raisedData(more.stage?.number ?? 1, more),
  }),
  informalDisputeRaised: (more: Partial<DisputeRaised> = {}): DisputeEvent => ({
    type: 'InformalDisputeRaised',
    data: raisedData(0, more),
  }),
  deadlineSet,
  totalCapSet,
  /** A formal dispute at stage 1, answer due on 25 April, all stages together by 17 May. */
  disputeRaised: (more: Partial<DisputeRaised> = {}): DisputeEvent[] => [
    Controls.formalDisputeRaised(more),
    deadlineSet(),
    totalCapSet(),
  ],
  informalRaised: (more: Partial<DisputeRaised> = {}): DisputeEvent[] => [
    Controls.informalDisputeRaised(more),
    deadlineSet({ stage: 0, rule: '5 working days, informal' }),
  ],
  answerGiven,
  /** One of several answers that the stage needs. */
  partlyAnswered: (more: Partial<AnswerGiven> = {}): DisputeEvent =>
    answerGiven({ complete: false, standing: 'awaiting-answer', ...more }),
  answerAccepted: (round = 1, role: PostKind = 'iro', standing: Standing = 'accepted'): DisputeEvent => ({
    type: 'AnswerAccepted',
    data: { round, role, reason: 'This settles it.', standing },
  }),
  answerRejected: (round = 1, role: PostKind = 'iro', standing: Standing = 'not-accepted'): DisputeEvent => ({
    type: 'AnswerRejected',
    data: { round, role, verdict: 'not', reason: 'There is still no date.', standing },
  }),
  actionAgreed: (actionId = 'A1'): DisputeEvent => ({
    type: 'ActionAgreed',
    data: { action: { actionId, what: 'Book the first session', who: 'Team manager', by: '2022-04-29', offered: 1 } },
  }),
  actionDone: (actionId = 'A1'): DisputeEvent => ({
    type: 'ActionDone',
    data: { actionId, evidence: 'Seen on file', doneOn: today },
  }),
  /** From stage 1 to stage 2, with the new round's clock. */
  escalated: (): DisputeEvent[] => [
    {
      type: 'DisputeEscalated',
      data: {
        from: 1,
        to: { ladder: 'main', number: 2, countsAs: 'formal', code: '2', name: 'Stage 2', reason: null },
        addressee: { team: subject.team, posts: ['service-manager'] },
        protocolVersion: 1,
        because: 'not-satisfied',
        reason: 'There is still no date.',
        skipped: [],
        adviceGiven: [],
      },
    },
    deadlineSet({ round: 2, stage: 2, why: 'escalated' }),
  ],
  extensionAsked: (askedFor = '2022-04-28'): DisputeEvent => ({
    type: 'ExtensionAsked',
    data: { askedFor, reason: 'The panel meets on the 27th.' },
  }),
  sendBackAsked: (toStage = 1): DisputeEvent => ({
    type: 'SendBackAsked',
    data: { toStage, reason: 'The assessment first.' },
  }),
  resolved: (): DisputeEvent => ({
    type: 'DisputeResolved',
    data: {
      outcome: 'RES-FULL',
      impact: ['plan-moving'],
      impactNote: null,
      stageReached: 1,
      actionsOutstanding: [],
      iroDissents: false,
    },
  }),
  withdrawn: (): DisputeEvent => ({ type: 'DisputeWithdrawn', data: { reason: 'The facts were wrong.' } }),
  voided: (): DisputeEvent => ({
    type: 'DisputeVoided',
    data: { because: 'raised-in-error', duplicateOf: null, reason: 'Raised for another child.' },
  }),
  referredToCafcass: (sentOn = today): DisputeEvent => ({
    type: 'ReferredToCafcass',
    data: { grounds: 'The care plan has not been carried out.', legalAdviceTaken: true, told: ['iro-manager'], sentOn },
  }),
  importedFacts,
  disputeImported: (facts: Partial<ImportedDisputeFacts> = {}): DisputeEvent => ({
    type: 'DisputeImported',
    data: { ...importedDispute, facts: { ...importedFacts, ...facts } },
  }),

  acknowledged,
};
