import { newSecret } from '../../src/platform/secret.js';
import { Accounts } from '../../src/sign-in/accounts/accounts.js';
import { aConcern, type Council } from '../journeys/council.js';

/** References of what the council of these tests has on record. Iris is the IRO of C1 and C2, Ivan that of C3. */
export interface World {
  /** Disputes about C1, C2 and C3. */
  readonly own: string;
  readonly sibling: string;
  readonly hidden: string;
  /** About C1, and restricted to Iris. */
  readonly restricted: string;
  /** Conversations about C1, one for each way of raising; about C2 and C3; and one about C1 from which a dispute was raised. */
  readonly spoken: Readonly<Record<string, string>>;
  readonly spokenOfSibling: string;
  readonly spokenHidden: string;
  readonly spokenAndRaised: string;
  /** Checks of C1, C2 and C3. */
  readonly check: string;
  readonly checkOfSibling: string;
  readonly checkHidden: string;
  /** Recommendations about C1, disagreed with; about C2 and C3. */
  readonly reviewed: string;
  readonly reviewedSibling: string;
  readonly reviewedHidden: string;
  readonly acknowledged: string;
  readonly meeting: string;
  readonly series: string;
  /** Begun by Mona for the public. */
  readonly report: string;
  /** Tom’s, of a form on the first. */
  readonly draft: string;
  /** Of the council’s own sign-in; nobody’s yet. */
  readonly account: string;
}

const today = '2023-04-03';
const reason = 'In words.';
const spoke = { spokeTo: 'Tom', spokeOn: today, result: 'He will look into it.' };
const aReport = { kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'public' };
const meeting = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-12', startsAt: '14:00' };
const series = {
  ...{ kind: 'challenge', name: 'Challenge series', startsAt: '14:00', posts: ['iro-manager'], from: today },
  recurrence: { week: 'second', weekday: 'wednesday' },
};
const thanked = {
  children: ['C1'],
  people: [{ person: 'walter' }],
  theme: 'PA-DIRECT',
  whatTheyDid: 'Her life story.',
};

export const settled = async (council: Council): Promise<World> => {
  const made = async (person: string, url: string, body: object): Promise<string> =>
    (await council.done(person, url, body)).reference;
  const raise = (person: string, child: string, over: object = {}) =>
    made(person, '/disputes', aConcern({ children: [child], ...over }));
  const speak = (person: string, child: string) => made(person, '/conversations', { ...spoke, children: [child] });
  const check = async (person: string, child: string) => {
    const reference = await made(person, '/reviews', { kind: 'midway', child, heldOn: today });
    await made(person, `/reviews/${reference}/check-standard`, { standard: 'permanence', answer: 'not-met' });
    return reference;
  };
  const review = async (person: string, child: string, manager: string) => {
    const body = { child, reviewedOn: today, recommendations: [{ what: 'Begin life story work' }] };
    const reference = await made(person, '/recommendations', body);
    await made(manager, `/recommendations/${reference}/disagree`, { reason });
    return reference;
  };
  const identity = { issuer: 'https://login.example', tenant: null, object: 'somebody' };
  const { account } = await council.app.get(Accounts).meet(identity, { userName: null, email: null });
  await council.done('Adam', '/teams', { teamId: 'past', code: 'PAST', name: 'A team of before', to: '2022-03-31' });
  const spokenAndRaised = await speak('Iris', 'C1');
  await raise('Iris', 'C1', { conversation: spokenAndRaised, theme: 'PLACE' });
  const restricted = await raise('Iris', 'C1', { theme: 'LEGAL' });
  await made('Iris', `/disputes/${restricted}/restrict`, { readers: ['iris'], answeredBy: 'tess', reason });
  const own = await raise('Iris', 'C1');
  const address = `/disputes/${own}/answer`;
  const draft = newSecret();
  await made('Tom', `/drafts/${draft}`, { address, fields: [{ name: 'reasons', value: 'Not sent yet.' }] });
  return {
    account,
    own,
    draft,
    sibling: await raise('Iris', 'C2'),
    hidden: await raise('Ivan', 'C3'),
    restricted,
    spoken: {
      raiseDispute: await speak('Iris', 'C1'),
      raiseFromCheck: await speak('Iris', 'C1'),
      raiseOverDisagreement: await speak('Iris', 'C1'),
    },
    spokenOfSibling: await speak('Iris', 'C2'),
    spokenHidden: await speak('Ivan', 'C3'),
    spokenAndRaised,
    check: await check('Iris', 'C1'),
    checkOfSibling: await check('Iris', 'C2'),
    checkHidden: await check('Ivan', 'C3'),
    reviewed: await review('Iris', 'C1', 'Tom'),
    reviewedSibling: await review('Iris', 'C2', 'Tom'),
    reviewedHidden: await review('Ivan', 'C3', 'Tess'),
    acknowledged: await made('Iris', '/acknowledgements', thanked),
    series: await made('Mona', '/challenge/series', series),
    report: await made('Mona', '/published-reports', aReport),
    meeting: await made('Mona', '/challenge/meetings', { ...meeting, posts: ['iro-manager'], people: ['sven'] }),
  };
};

/** How one field is tried: by whom, where, and what stands around it. */
export interface Trial {
  readonly person: string;
  readonly url: string;
  body(name: string): object;
  /** A name that is accepted. */
  readonly fits: string;
  /** Of what is there and not for the sender to know; the directory hides nobody. */
  readonly hidden?: readonly string[];
  /** Of what is there, is known to the sender, and does not fit. */
  readonly unfit?: readonly string[];
  readonly absent: string;
}

const ABSENT = 'DRP-0000-0000';

/** A ladder for concerns about the practice of an IRO, for another IRO to raise. */
export const withPractice = (protocol: string): string => `${protocol}
ladders:
  - code: practice
    name: The practice of an IRO
    for: { about: iro-practice, raisers: iro }
    stages:
      - { name: Head of service, addressees: head-of-service, clock: 5 working-days }
`;

/** The entries shared by every way of raising. @param among children, one of whom must be named */
const raising = (operation: string, person: string, url: string, world: World, more: object = {}): Entries => {
  const sent = (over: object): object => aConcern({ theme: 'HEALTH', ...more, ...over });
  const here = { person, url };
  const linked = (kind: string) => (to: string) => sent({ links: [{ kind, to }] });
  return [
    [
      `${operation} /children/0`,
      {
        ...here,
        body: (child) => sent({ children: [child] }),
        fits: 'C1',
        hidden: ['C3'],
        unfit: operation === 'raiseDispute' ? [] : ['C2'],
        absent: 'C0',
      },
    ],
    [
      `${operation} /team`,
      { ...here, body: (team) => sent({ team }), fits: 'south', unfit: ['past'], absent: 'nowhere' },
    ],
    [
      `${operation} /iro`,
      { ...here, body: (iro) => sent({ iro }), fits: 'iris', unfit: ['ivan', 'carol', 'tom'], absent: 'nobody' },
    ],
    [
      `${operation} /practiceOf`,
      { ...here, body: (practiceOf) => sent({ practiceOf }), fits: 'ivan', unfit: ['tom'], absent: 'nobody' },
    ],
    [
      `${operation} /conversation`,
      {
        ...here,
        body: (conversation) => sent({ conversation }),
        fits: world.spoken[operation]!,
        hidden: [world.spokenHidden, world.hidden],
        unfit: [world.spokenOfSibling, world.spokenAndRaised, world.own],
        absent: ABSENT,
      },
    ],
    [
      `${operation} /links/0/to`,
      {
        ...here,
        body: linked('re-raises'),
        fits: world.own,
        hidden: [world.hidden],
        unfit: [world.sibling],
        absent: ABSENT,
      },
    ],
    [
      `${operation} /links/0/to`,
      { ...here, body: linked('same-matter'), fits: world.sibling, hidden: [world.hidden], absent: ABSENT },
    ],
    [
      `${operation} /links/0/to`,
      {
        ...here,
        body: linked('review'),
        fits: world.check,
        hidden: [world.checkHidden],
        unfit: [world.checkOfSibling],
        absent: 'RVW-0000-0000',
      },
    ],
    [
      `${operation} /links/0/to`,
      {
        ...here,
        body: linked('review'),
        fits: world.reviewed,
        hidden: [world.reviewedHidden],
        unfit: [world.reviewedSibling],
        absent: 'REC-0000-0000',
      },
    ],
  ];
};

export type Entries = (readonly [field: string, trial: Trial])[];

/** Every field by which something is named that is looked up, and how it is tried. */
export const trials = (world: World): Entries => {
  const act = (name: string, reference = world.own) => `/disputes/${reference}/${name}`;
  const linking = (kind: string) => (to: string) => ({ kind, to });
  const acknowledgement = (operation: string, url: string, more: object): Entries => [
    [
      `${operation} /children/0`,
      {
        ...{ person: 'Iris', url, fits: 'C2', hidden: ['C3'], absent: 'C0' },
        body: (child) => ({ ...thanked, ...more, children: [child] }),
      },
    ],
    [
      `${operation} /team`,
      {
        ...{ person: 'Iris', url, fits: 'south', unfit: ['past'], absent: 'nowhere' },
        body: (team) => ({ ...thanked, ...more, team }),
      },
    ],
    [
      `${operation} /people/0/person`,
      {
        ...{ person: 'Iris', url, fits: 'tom', absent: 'nobody' },
        body: (person) => ({ ...thanked, ...more, people: [{ person }] }),
      },
    ],
  ];
  return [
    ...raising('raiseDispute', 'Iris', '/disputes', world),
    ...raising('raiseFromCheck', 'Iris', `/reviews/${world.check}/raise`, world, { standard: 'permanence' }),
    ...raising('raiseOverDisagreement', 'Iris', `/recommendations/${world.reviewed}/raise`, world),
    [
      'recordFirstConversation /children/0',
      {
        ...{ person: 'Iris', url: '/conversations', fits: 'C2', hidden: ['C3'], absent: 'C0' },
        body: (child) => ({ ...spoke, children: [child] }),
      },
    ],
    [
      'recordFirstConversation /team',
      {
        ...{ person: 'Iris', url: '/conversations', fits: 'south', unfit: ['past'], absent: 'nowhere' },
        body: (team) => ({ ...spoke, children: ['C1'], team }),
      },
    ],
    [
      'recordFirstConversation /iro',
      {
        ...{ person: 'Iris', url: '/conversations', fits: 'iris', unfit: ['ivan', 'tom'], absent: 'nobody' },
        body: (iro) => ({ ...spoke, children: ['C1'], iro }),
      },
    ],
    [
      'noteFilingDispute /child',
      {
        ...{ person: 'Iris', url: act('note-filing'), fits: 'C1', hidden: ['C3'], unfit: ['C2'], absent: 'C0' },
        body: (child) => ({ child, where: 'In the file.', filedOn: today }),
      },
    ],
    [
      'handOverDispute /toIro',
      {
        ...{ person: 'Mona', url: act('hand-over'), fits: 'ivan', unfit: ['tom', 'mona'], absent: 'nobody' },
        body: (toIro) => ({ toIro, reason }),
      },
    ],
    [
      'answerDispute /forTeams/0',
      {
        ...{ person: 'Tom', url: act('answer'), fits: 'north', absent: 'nowhere' },
        body: (team) => ({ agreement: 'agree', reasons: reason, forTeams: [team] }),
      },
    ],
    [
      'enterAnswerDispute /forTeams/0',
      {
        ...{ person: 'Iris', url: act('enter-answer'), fits: 'north', absent: 'nowhere' },
        body: (team) => ({
          ...{ agreement: 'agree', reasons: reason, forTeams: [team] },
          ...{ saidBy: 'A partner', saidOn: today },
        }),
      },
    ],
    [
      'redirectDispute /fromTeam',
      {
        ...{ person: 'Iris', url: act('redirect', world.sibling), fits: 'north', absent: 'nowhere' },
        body: (fromTeam) => ({ toTeam: 'south', fromTeam, reason }),
      },
    ],
    [
      'redirectDispute /toTeam',
      {
        ...{ person: 'Iris', url: act('redirect'), fits: 'south', unfit: ['past'], absent: 'nowhere' },
        body: (toTeam) => ({ toTeam, reason }),
      },
    ],
    [
      'answerRequestToReadDispute /person',
      {
        ...{ person: 'Mona', url: act('answer-request-to-read'), fits: 'anton', absent: 'nobody' },
        body: (person) => ({ person, answer: 'refuse', reason }),
      },
    ],
    [
      'restrictDispute /readers/0',
      {
        ...{ person: 'Iris', url: act('restrict', world.sibling), fits: 'iris', absent: 'nobody' },
        body: (reader) => ({ readers: [reader], answeredBy: 'tess', reason }),
      },
    ],
    [
      'restrictDispute /answeredBy',
      {
        ...{ person: 'Iris', url: act('restrict', world.sibling), fits: 'tess', unfit: ['iris'], absent: 'nobody' },
        body: (answeredBy) => ({ readers: ['iris'], answeredBy, reason }),
      },
    ],
    [
      'escalateDispute /answeredBy',
      {
        ...{ person: 'Iris', url: act('escalate', world.restricted), fits: 'anton', unfit: ['iris'], absent: 'nobody' },
        body: (answeredBy) => ({ reason, answeredBy }),
      },
    ],
    [
      'moveToChildDispute /children/0',
      {
        ...{ person: 'Mona', url: act('move-to-child', world.sibling), fits: 'C1', absent: 'C0' },
        body: (child) => ({ children: [child], reason }),
      },
    ],
    [
      'moveAcknowledgementToChild /children/0',
      {
        ...{ person: 'Mona', url: `/acknowledgements/${world.acknowledged}/move-to-child`, fits: 'C2', absent: 'C0' },
        body: (child) => ({ children: [child], reason }),
      },
    ],
    [
      'moveCheckToChild /child',
      {
        ...{ person: 'Mona', url: `/reviews/${world.checkOfSibling}/move-to-child`, fits: 'C1', absent: 'C0' },
        body: (child) => ({ child, reason }),
      },
    ],
    [
      'takeOnDispute /team',
      {
        ...{ person: 'Iris', url: act('take-on'), fits: 'south', unfit: ['past'], absent: 'nowhere' },
        body: (team) => ({ team }),
      },
    ],
    [
      'voidDispute /duplicateOf',
      {
        ...{ person: 'Iris', url: act('void', world.sibling), fits: world.spokenOfSibling, absent: ABSENT },
        ...{ hidden: [world.hidden], unfit: [world.own] },
        body: (duplicateOf) => ({ because: 'duplicate', duplicateOf, reason }),
      },
    ],
    [
      'linkDispute /to',
      {
        ...{
          person: 'Iris',
          url: act('link'),
          body: linking('re-raises'),
          fits: world.spokenAndRaised,
          absent: ABSENT,
        },
        ...{ hidden: [world.hidden], unfit: [world.sibling] },
      },
    ],
    [
      'linkDispute /to',
      {
        ...{ person: 'Iris', url: act('link'), body: linking('review'), fits: world.check, absent: 'RVW-0000-0000' },
        ...{ hidden: [world.checkHidden], unfit: [world.checkOfSibling] },
      },
    ],
    [
      'beginCheck /child',
      {
        ...{ person: 'Iris', url: '/reviews', fits: 'C2', hidden: ['C3'], absent: 'C0' },
        body: (child) => ({ kind: 'midway', child, heldOn: today }),
      },
    ],
    [
      'sendRecommendations /child',
      {
        ...{ person: 'Iris', url: '/recommendations', fits: 'C2', hidden: ['C3'], absent: 'C0' },
        body: (child) => ({ child, reviewedOn: today, recommendations: [{ what: 'Begin life story work' }] }),
      },
    ],
    ...acknowledgement('giveAcknowledgement', '/acknowledgements', {}),
    ...acknowledgement('correctAcknowledgement', `/acknowledgements/${world.acknowledged}/correct`, { reason }),
    [
      'addAgendaItems /items/0/dispute',
      {
        ...{ person: 'Sven', url: `/challenge/meetings/${world.meeting}/add-items`, fits: world.own, absent: ABSENT },
        hidden: [world.restricted],
        body: (dispute) => ({ items: [{ dispute }] }),
      },
    ],
    [
      'arrangeMeeting /people/0',
      {
        ...{ person: 'Mona', url: '/challenge/meetings', fits: 'tom', absent: 'nobody' },
        body: (person) => ({ ...meeting, posts: ['iro-manager'], people: [person] }),
      },
    ],
    [
      'startSeries /people/0',
      {
        ...{ person: 'Mona', url: '/challenge/series', fits: 'tom', absent: 'nobody' },
        body: (person) => ({ ...series, people: [person] }),
      },
    ],
    [
      'changeSeries /people/0',
      {
        ...{ person: 'Mona', url: `/challenge/series/${world.series}/change`, fits: 'tom', absent: 'nobody' },
        body: (person) => ({ ...series, reason, people: [person] }),
      },
    ],
    [
      'beginMeeting /present/0/person',
      {
        ...{ person: 'Mona', url: `/challenge/meetings/${world.meeting}/begin`, fits: 'mona', absent: 'nobody' },
        body: (person) => ({ present: [{ post: 'iro-manager', person }] }),
      },
    ],
    [
      'changeSeats /people/0',
      {
        ...{ person: 'Mona', url: `/challenge/meetings/${world.meeting}/change-seats`, fits: 'tom', absent: 'nobody' },
        body: (person) => ({ posts: ['iro-manager'], people: [person], reason }),
      },
    ],
    [
      'correctAttendance /present/0/person',
      {
        ...{ person: 'Mona', url: `/challenge/meetings/${world.meeting}/correct-attendance` },
        ...{ fits: 'mona', absent: 'nobody' },
        body: (person) => ({ present: [{ post: 'iro-manager', person }], reason }),
      },
    ],
    [
      'registerTeam /succeeds/0',
      {
        ...{ person: 'Adam', url: '/teams', fits: 'past', absent: 'nowhere' },
        body: (team) => ({ code: 'EAST', name: 'Locality East', succeeds: [team] }),
      },
    ],
    [
      'endTeam /succeededBy/0',
      {
        ...{ person: 'Adam', url: '/teams/past/end', fits: 'north', absent: 'nowhere' },
        body: (team) => ({ on: '2022-03-31', succeededBy: [team] }),
      },
    ],
    [
      'registerPost /team',
      {
        ...{ person: 'Adam', url: '/posts', fits: 'north', absent: 'nowhere' },
        body: (team) => ({ kind: 'social-worker', title: 'Social worker', team }),
      },
    ],
    [
      'takePost /person',
      {
        ...{ person: 'Adam', url: '/posts/tess-post/take', fits: 'walter', absent: 'nobody' },
        body: (person) => ({ person, from: today }),
      },
    ],
    [
      'drawSample /iro',
      {
        ...{ person: 'Mona', url: '/iro-service/samples', fits: 'iris', absent: 'nobody' },
        body: (iro) => ({ iro, quarter: '2023/24 Q1' }),
      },
    ],
    [
      'enterDisclosure /figures/0/team',
      {
        ...{ person: 'Gina', url: '/disclosures', fits: 'north', absent: 'nowhere' },
        body: (team) => ({
          ...{ kind: 'other', on: today, recipient: 'A charity', from: '2022-04-01', to: '2023-03-31' },
          ...{ records: 'formal', figures: [{ team, number: 12 }] },
        }),
      },
    ],
    [
      'draftReport /team',
      {
        ...{ person: 'Mona', url: '/published-reports', fits: 'north', absent: 'nowhere' },
        body: (team) => ({
          ...{ kind: 'team-half-year', from: '2022-04-01', to: '2022-09-30', audience: 'inside', team },
        }),
      },
    ],
    [
      'writeReportStory /signer',
      {
        ...{ person: 'Mona', url: `/published-reports/${world.report}/write-story`, fits: 'anton', absent: 'nobody' },
        body: (signer) => ({ kind: 'case', title: 'A plan that moved', text: 'Life story work began.', signer }),
      },
    ],
    [
      'showDraft /reader',
      {
        ...{ person: 'Tom', url: `/drafts/${world.draft}/show`, fits: 'alma', absent: 'nobody' },
        body: (reader) => ({ reader }),
      },
    ],
    [
      'hideDraft /reader',
      {
        ...{ person: 'Tom', url: `/drafts/${world.draft}/hide`, fits: 'alma', absent: 'nobody' },
        body: (reader) => ({ reader }),
      },
    ],
    [
      'passOnDraft /person',
      {
        ...{ person: 'Tom', url: `/drafts/${world.draft}/pass-on`, fits: 'alma', absent: 'nobody' },
        body: (person) => ({ person }),
      },
    ],
    [
      'tieAccount /person',
      {
        ...{ person: 'Adam', url: `/accounts/${world.account}/tie`, fits: 'walter', absent: 'nobody' },
        body: (person) => ({ person }),
      },
    ],
    [
      'leavePost /person',
      {
        ...{ person: 'Adam', url: '/posts/tess-post/leave', fits: 'walter', absent: 'nobody' },
        body: (person) => ({ person, on: today }),
      },
    ],
    [
      'allocateChild /team',
      {
        ...{ person: 'Mona', url: '/children/C4/allocate', fits: 'south', unfit: ['past'], absent: 'nowhere' },
        body: (team) => ({ team, from: today }),
      },
    ],
    [
      'allocateChild /iro',
      {
        ...{ person: 'Mona', url: '/children/C4/allocate', fits: 'ivan', unfit: ['walter', 'mona'], absent: 'nobody' },
        body: (iro) => ({ iro, from: '2023-04-04' }),
      },
    ],
    [
      'handOverCaseload /shares/0/toIro',
      {
        ...{ person: 'Mona', url: '/people/carol/hand-over-caseload', fits: 'ivan', unfit: ['tom'], absent: 'nobody' },
        body: (toIro) => ({ shares: [{ toIro, children: ['C4'] }], reason }),
      },
    ],
    [
      'handOverCaseload /shares/0/children/0',
      {
        ...{ person: 'Mona', url: '/people/carol/hand-over-caseload', fits: 'C4', absent: 'C0' },
        body: (child) => ({ shares: [{ toIro: 'iris', children: [child] }], reason }),
      },
    ],
    [
      'nameSocialWorker /socialWorker',
      {
        ...{ person: 'Mona', url: '/children/C4/name-social-worker', fits: 'walter', unfit: ['tom'], absent: 'nobody' },
        body: (socialWorker) => ({ socialWorker, from: today }),
      },
    ],
    [
      'arrangeCover /iro',
      {
        ...{ person: 'Mona', url: '/covers', fits: 'iris', unfit: ['tom', 'mona'], absent: 'nobody' },
        body: (iro) => ({ iro, by: 'carol', from: '2023-05-01', to: '2023-05-05' }),
      },
    ],
    [
      'arrangeCover /by',
      {
        ...{ person: 'Mona', url: '/covers', fits: 'ivan', unfit: ['tom', 'mona'], absent: 'nobody' },
        body: (by) => ({ iro: 'carol', by, from: '2023-05-01', to: '2023-05-05' }),
      },
    ],
  ];
};
