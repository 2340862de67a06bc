import type { PublishedReportDto } from '../../src/reports/publishing/published-reports.dto.js';
import { type Act, type Acts, alone, NOTHING } from './act.js';
import { importedRow } from '../journeys/imported-row.js';
import { Accounts } from '../../src/sign-in/accounts/accounts.js';
import { type Courses, REASON, TODAY } from './courses.js';

/** On something that the administrator, or the IRO manager, has registered for it. */
const onRegistered = (
  things: string,
  name: string,
  begin: (courses: Courses, id: string) => Promise<unknown>,
  body: object,
): Act => ({
  about: 'nothing',
  prepare: async (courses) => {
    const id = courses.newWord();
    await begin(courses, id);
    return { ...NOTHING, id };
  },
  send: ({ id }) => ({ path: `/${things}/${id}/${name}`, body }),
});

const team = ({ council }: Courses, id: string): Promise<unknown> =>
  council.done('Adam', '/teams', { teamId: id, code: id, name: id, service: 'Localities' });
const person = ({ council }: Courses, id: string): Promise<unknown> =>
  council.done('Adam', '/people', { personId: id, name: id });
const post = ({ council }: Courses, id: string): Promise<unknown> =>
  council.done('Adam', '/posts', { postId: id, kind: 'team-manager', title: id, team: 'north' });

const inTheDirectory: Acts = {
  'POST /teams': alone('/teams', (teamId) => ({ teamId, code: teamId, name: teamId, service: 'Localities' })),
  'POST /teams/:id/rename': onRegistered('teams', 'rename', team, { name: 'Another', from: TODAY }),
  'POST /teams/:id/add-spellings': onRegistered('teams', 'add-spellings', team, { alsoWrittenAs: ['E. Locality'] }),
  'POST /teams/:id/move-to-service': onRegistered('teams', 'move-to-service', team, {
    service: 'Permanence',
    from: TODAY,
  }),
  'POST /teams/:id/end': onRegistered('teams', 'end', team, { on: '2023-04-28', succeededBy: ['north'] }),
  'POST /people': alone('/people', (personId) => ({ personId, name: personId })),
  'POST /people/:id/complete': onRegistered('people', 'complete', person, {
    name: 'Petra',
    email: 'p@council.example',
  }),
  'POST /people/:id/hand-over-caseload': onRegistered(
    'people',
    'hand-over-caseload',
    async (courses, id) => {
      await person(courses, id);
      await courses.council.done('Adam', '/posts', { postId: id, kind: 'iro', title: id });
      await courses.council.doneByTwo('Adam', `/posts/${id}/take`, { person: id, from: TODAY });
      await courses.council.done('Mona', '/children', { childId: id, population: 'looked-after' });
      await courses.council.done('Mona', `/children/${id}/allocate`, { team: 'north', iro: id, from: TODAY });
    },
    { shares: [{ toIro: 'otto' }], reason: REASON },
  ),
  'POST /directory/files/try': alone('/directory/files/try', (word) => ({
    ...{ fileName: 'teams.csv', text: `Team,Code\n${word},${word}\n` },
  })),
  'POST /posts': alone('/posts', (postId) => ({ postId, kind: 'team-manager', title: postId, team: 'north' })),
  'POST /posts/:id/take': onRegistered('posts', 'take', post, { person: 'otto', from: TODAY }),
  'POST /posts/:id/leave': onRegistered(
    'posts',
    'leave',
    async (courses, id) => {
      await post(courses, id);
      await courses.council.doneByTwo('Adam', `/posts/${id}/take`, { person: 'otto', from: TODAY });
    },
    { person: 'otto', on: '2023-04-28' },
  ),
  'POST /covers': alone('/covers', () => ({ iro: 'otto', by: 'pia', from: '2023-05-10', to: '2023-05-14' })),
  'POST /covers/:id/end': {
    about: 'nothing',
    prepare: async ({ council }) => {
      // Once it has been ended, there is one for these days already.
      await council.post('Mona', '/covers', { iro: 'otto', by: 'pia', from: '2023-05-10', to: '2023-05-14' });
      await council.caughtUp();
      return { ...NOTHING, id: 'otto' };
    },
    send: ({ id }) => ({ path: `/covers/${id}/end`, body: { on: '2023-05-12' } }),
  },
};

/** A report of last year, as far as it has come before an act on it; Mona writes it, and Gina checks it. */
const onAReport = (name: string, before: readonly string[], body: object): Act => ({
  about: 'nothing',
  prepare: async ({ council }) => {
    const draft = { kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'public' };
    const { reference } = await council.done('Mona', '/published-reports', draft);
    const url = `/published-reports/${reference}`;
    const asRead = async () => (await council.get<PublishedReportDto>('Mona', url)).body.editions.at(-1)!.sha256;
    for (const step of before) {
      const by = step === 'check' ? 'Gina' : 'Mona';
      await council.done(by, `${url}/${step}`, await BODIES_OF_STEPS[step]!(asRead));
    }
    return { ...NOTHING, id: reference, words: await asRead() };
  },
  send: ({ id, words: sha256 }) => ({
    path: `/published-reports/${id}/${name}`,
    body: name === 'check' || name === 'approve' ? { sha256 } : body,
  }),
});

const A_FIGURE = {
  ...{ section: 'caseloads', label: 'Children for each IRO', value: 64 },
  ...{ source: 'Workforce return', asAt: '2023-03-31', definition: 'Children allocated on the last day.' },
};
const A_STORY = { kind: 'case', title: 'A plan that moved', text: 'Life story work began.', signer: 'tom' };
const AN_ACTION = {
  ...{ what: 'Halve the drift', holder: 'The service', progress: 'done', sentence: 'It is halved.' },
  asAt: '2023-03-31',
};
const PUBLISHED_ON = { on: TODAY, address: 'https://council.example/iro-report' };
const BODIES_OF_STEPS: Readonly<Record<string, (asRead: () => Promise<string>) => Promise<object>>> = {
  'take-figures': async () => ({}),
  'write-story': async () => A_STORY,
  'enter-figure': async () => A_FIGURE,
  check: async (asRead) => ({ sha256: await asRead() }),
  approve: async (asRead) => ({ sha256: await asRead() }),
  publish: async () => PUBLISHED_ON,
};
const COUNTED = ['take-figures'];
const APPROVED = [...COUNTED, 'check', 'approve'];

const GIVEN = { kind: 'information-request', on: TODAY, recipient: 'A newspaper' };
const TOLD = {
  ...{ ...GIVEN, from: '2022-04-01', to: '2023-03-31', records: 'formal' },
  figures: [{ number: 12 }],
};

const PUBLISHED_ELSEWHERE = {
  ...{ council: 'Worcestershire', year: '2022/23', measure: 'formal', value: 87, children: 902 },
  ...{ source: 'Page 9', publishedOn: '2023-03-04', definition: 'Formal disputes raised.' },
};
/** Each figure is entered once: each time that it is tried, it is one of a council that was never named before. */
const onAnother = (act: string, body: object): Act => ({
  about: 'nothing',
  prepare: async (courses) => {
    const words = courses.newWord();
    const figures = [{ ...PUBLISHED_ELSEWHERE, council: words }];
    await courses.council.done('Mona', '/reports/other-councils', { figures });
    return { ...NOTHING, words };
  },
  send: ({ words }) => ({ path: `/reports/other-councils/${act}`, body: { ...body, council: words } }),
});

const aboutReports: Acts = {
  'POST /reports/other-councils': alone('/reports/other-councils', (council) => ({
    figures: [{ ...PUBLISHED_ELSEWHERE, council }],
  })),
  'POST /reports/other-councils/correct': onAnother('correct', { ...PUBLISHED_ELSEWHERE, value: 88, reason: REASON }),
  'POST /reports/other-councils/withdraw': onAnother('withdraw', {
    ...{ year: '2022/23', measure: 'formal', reason: REASON },
  }),
  'POST /reports/other-councils/try-file': alone('/reports/other-councils/try-file', () => ({
    text: 'council,year,figure,number,source,published on,definition\n',
  })),
  'POST /published-reports': alone('/published-reports', () => ({
    ...{ kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'public' },
  })),
  'POST /published-reports/:reference/take-figures': onAReport('take-figures', [], {}),
  'POST /published-reports/:reference/write-section': onAReport('write-section', [], {
    ...{ section: 'summary', text: 'Fewer children wait.' },
  }),
  'POST /published-reports/:reference/enter-figure': onAReport('enter-figure', [], A_FIGURE),
  'POST /published-reports/:reference/write-story': onAReport('write-story', [], A_STORY),
  'POST /published-reports/:reference/enter-action': onAReport('enter-action', [], AN_ACTION),
  'POST /published-reports/:reference/take-out': onAReport('take-out', ['enter-figure'], {
    ...{ part: 'figure', name: 'Children for each IRO' },
  }),
  // The person named is none of those who ask: only they sign it off.
  'POST /published-reports/:reference/sign-off-story': onAReport('sign-off-story', ['write-story'], { story: 'S1' }),
  'POST /published-reports/:reference/comment': onAReport('comment', [], { text: REASON }),
  'POST /published-reports/:reference/present': onAReport('present', APPROVED, { on: TODAY, board: 'The board' }),
  'POST /published-reports/:reference/check': onAReport('check', COUNTED, {}),
  'POST /published-reports/:reference/approve': onAReport('approve', [...COUNTED, 'check'], {}),
  'POST /published-reports/:reference/publish': onAReport('publish', APPROVED, PUBLISHED_ON),
  'POST /published-reports/:reference/begin-correction': onAReport('begin-correction', [...APPROVED, 'publish'], {
    reason: REASON,
  }),
  'POST /published-reports/:reference/give-up': onAReport('give-up', [], { reason: REASON }),
  'POST /published-reports/:reference/withdraw': onAReport('withdraw', [...APPROVED, 'publish'], { reason: REASON }),
  'POST /published-reports/:reference/enter-disclosure': onAReport('enter-disclosure', [...APPROVED, 'publish'], GIVEN),
  'POST /disclosures': alone('/disclosures', () => TOLD),
  'POST /disclosures/:reference/withdraw': {
    about: 'nothing',
    prepare: async ({ council }) => ({ ...NOTHING, id: (await council.done('Gina', '/disclosures', TOLD)).reference }),
    send: ({ id }) => ({ path: `/disclosures/${id}/withdraw`, body: { reason: REASON } }),
  },
};

const aboutTheCouncil: Acts = {
  'POST /protocol': {
    about: 'nothing',
    prepare: async (courses) => ({ ...NOTHING, words: courses.protocolFile }),
    send: ({ words: yaml }) => ({ path: '/protocol', body: { yaml, from: '2028-04-01' } }),
  },
  'POST /protocol/try': {
    about: 'nothing',
    prepare: async (courses) => ({ ...NOTHING, words: courses.protocolFile }),
    send: ({ words: yaml }) => ({ path: '/protocol/try', body: { yaml, from: '2028-04-01' } }),
  },
  'POST /calendar/bank-holidays': alone('/calendar/bank-holidays', () => ({
    add: [{ date: '2029-01-01', name: 'New Year’s Day' }],
    remove: [],
    reason: REASON,
  })),
  'POST /calendar/closing-days': alone('/calendar/closing-days', () => ({ dates: ['2024-12-27'], reason: REASON })),
  'POST /notice-preferences': alone('/notice-preferences', () => ({
    theirsToDo: 'at-once',
    forInformation: 'at-once',
  })),
  'POST /iro-service/samples': alone('/iro-service/samples', () => ({ iro: 'iris', quarter: '2023/24 Q1' })),
  'POST /due-dates/address': alone('/due-dates/address', () => ({})),
  'POST /due-dates/end-address': alone('/due-dates/end-address', () => ({})),
  'POST /documents': {
    ...alone('/documents', () => ({})),
    send: ({ words }) => ({ path: '/documents', body: {}, file: { name: 'note.txt', text: words } }),
  },
  'POST /drafts/:draft': {
    ...alone('', () => ({})),
    send: ({ words }, person) => ({
      path: `/drafts/draft-of-${person}-${words}`,
      body: { address: '/disputes/new', fields: [] },
    }),
  },
  'POST /drafts/:draft/show': {
    ...alone('/drafts/a-draft-of-another/show', () => ({ reader: 'Iris' })),
    isNeverCarriedOut: true,
  },
  'POST /drafts/:draft/hide': {
    ...alone('/drafts/a-draft-of-another/hide', () => ({ reader: 'Iris' })),
    isNeverCarriedOut: true,
  },
  'POST /drafts/:draft/pass-on': {
    ...alone('/drafts/a-draft-of-another/pass-on', () => ({ person: 'Iris' })),
    isNeverCarriedOut: true,
  },
  'POST /drafts/:draft/throw-away': {
    ...alone('/drafts/a-draft-of-another/throw-away', () => ({})),
    isNeverCarriedOut: true,
  },
  'POST /reports/annual/:year/notes': alone('/reports/annual/2021-22/notes', (word) => ({
    ...{ measure: 'all', note: `Data was lost, ${word}.`, comparable: false },
  })),
  ...aboutReports,
  'POST /reports/annual/:year/published-totals': alone('/reports/annual/2021-22/published-totals', () => ({
    ...{ measure: 'formal.driftAndDelay', value: 4, source: 'Page 3' },
  })),
};

/** A register of one row, and how it is read. */
const REGISTER = {
  fileName: 'register.csv',
  base64: Buffer.from('Ref,Team,Type,Date raised,Theme\nR1,Locality North,Formal,2022-05-01,Visits\n').toString(
    'base64',
  ),
};
const MAPPING = [
  'registers:',
  '  - holds: disputes',
  '    columns: { reference: Ref, team: Team, kind: Type, date raised: Date raised, theme: Theme }',
  'words:',
  '  kinds: { Formal: formal }',
  '  themes: { Visits: VISIT }',
].join('\n');

const aboutRegisters: Acts = {
  'POST /imports/propose-mapping': alone('/imports/propose-mapping', () => ({ files: [REGISTER] })),
  'POST /imports/correct-row': {
    about: 'nothing',
    prepare: async ({ council }) => ({ ...NOTHING, id: await importedRow(council, { outcome: 'RES-FULL' }) }),
    send: ({ id }) => ({
      path: '/imports/correct-row',
      body: { row: id, cells: [{ column: 'Theme', value: 'VISIT' }], reason: REASON },
    }),
  },
  'POST /imports/try': alone('/imports/try', () => ({ files: [REGISTER], mapping: MAPPING })),
};

/** On a proposal of the administrator's that waits. */
const onProposal = (name: string, body: object): Act => ({
  about: 'nothing',
  prepare: async (courses) => {
    const id = courses.newWord();
    await post(courses, id);
    const { reference } = await courses.council.done('Adam', `/posts/${id}/take`, { person: 'otto' });
    return { ...NOTHING, id: reference };
  },
  send: ({ id }) => ({ path: `/roles/proposals/${id}/${name}`, body }),
});

/** On an account that came to sign in and is nobody’s yet, or is somebody’s who reads no cases. */
const onAccount = (name: string, body: object): Act => ({
  about: 'nothing',
  prepare: async (courses) => {
    const { council } = courses;
    const object = courses.newWord();
    const identity = { issuer: 'https://login.example', tenant: null, object };
    const { account } = await council.app.get(Accounts).meet(identity, { userName: object, email: null });
    if (name === 'untie') await council.done('Adam', `/accounts/${account}/tie`, { person: 'gina' });
    return { ...NOTHING, id: account };
  },
  send: ({ id }) => ({ path: `/accounts/${id}/${name}`, body }),
});

const readings: Acts = {
  // It reads, and is sent by POST.
  'POST /search': alone('/search', (word) => ({ words: word.slice(0, 50) })),
  'POST /views': alone('/views', () => ({ record: 'C1' })),
};

const aboutRoles: Acts = {
  'POST /council/name': alone('/council/name', (word) => ({ name: `Council ${word}` })),
  'POST /council/open': alone('/council/open', () => ({ list: 'as-it-was-read-x' })),
  'POST /roles/proposals/:id/agree': onProposal('agree', {}),
  'POST /roles/proposals/:id/refuse': onProposal('refuse', { reason: REASON }),
  'POST /accounts/:id/tie': onAccount('tie', { person: 'otto' }),
  'POST /accounts/:id/untie': onAccount('untie', { reason: REASON }),
  'POST /roles/proposals/:id/take-back': onProposal('take-back', { reason: REASON }),
};

/** The acts without a case, for which only the kind of post counts. */
export const actsWithoutACase: Acts = {
  ...inTheDirectory,
  ...aboutTheCouncil,
  ...aboutRegisters,
  ...aboutRoles,
  ...readings,
};
