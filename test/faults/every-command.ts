import { EXAMPLES_OF_ACTS } from '../support/examples-of-acts.js';
import { fullerHouse } from '../support/fuller-house.js';
import { EXAMPLES_OF_MEETINGS, EXAMPLES_OF_SERIES } from '../support/examples-of-meetings.js';
import { readFileSync } from 'node:fs';
import type { PublishedReportDto } from '../../src/reports/publishing/published-reports.dto.js';
import { ACCOUNT, type Begun } from './settled-log.js';
import { aConcern, anAnswer } from '../journeys/council.js';

/** Something that a person sends. */
export interface Sent {
  readonly person: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Something that a person sends of what they have read: the digest of a report. */
export interface SentAsRead extends Omit<Sent, 'body'> {
  readonly reads: string;
  readonly body: (read: unknown) => Sent['body'];
}

/** Returns the reference of the record that was written. */
type Story = Generator<Sent | SentAsRead, void, string>;

const reason = 'In words.';
const today = '2023-04-03';

/**
 * One story in which every route that writes is used at least once; what a command needs, those before it have made. That none is
 * left out is for the tests to see.
 */
export function* everyCommand({ imported, unanswered }: Begun): Story {
  yield* theRules();
  const [first, second, third, frozen] = imported;
  // Before anything happens to its child: no death in the directory goes with it.
  yield acting(frozen)('Mona', 'unfreeze', { reason });
  yield acting(unanswered)('Iris', 'give-new-date', { dueOn: '2023-04-20', reason });
  yield* theDirectory();
  yield* conversations();
  yield* legalAdvice();
  yield* acknowledgements();
  yield* meetings();
  yield* checks();
  yield* recommendations();
  yield* figures();
  yield* otherCouncils();
  yield* reports();
  yield* actsOnDisputes();
  yield { person: 'Mona', url: '/iro-service/samples', body: { iro: 'iris', quarter: '2023/24 Q1' } };
  const cells = [{ column: 'Concern', value: 'Nothing moves, and nobody says why.' }];
  yield {
    person: 'Mona',
    url: '/imports/correct-row',
    body: { row: first, cells, reason: 'The sentence was cut off.' },
  };
  yield { person: 'Iris', url: `/disputes/${first}/take-on`, body: {} };
  yield* anActionConfirmed(first);
  yield { person: 'Iris', url: '/disputes/take-on', body: { references: [second, third] } };
  yield* whatBecomesOfChildren();
  yield* levelsAndPartners();
}

/** In a dispute that was raised before today, an action whose date has passed is marked as done, and the IRO confirms the day that is said. */
function* anActionConfirmed(raisedBefore: string): Story {
  const act = acting(raisedBefore);
  const actions = [{ what: 'Sign the plan', who: 'Tom', by: '2023-04-02' }];
  yield act('Tom', 'answer', { agreement: 'agree', reasons: reason, actions });
  yield act('Iris', 'judge', { verdict: 'satisfied', reason });
  yield act('Tom', 'mark-action-done', { actionId: 'A1', evidence: 'On file.', doneOn: '2023-04-02' });
  yield act('Iris', 'confirm-action-in-time', { actionId: 'A1', reason });
}

/** The house protocol, with a receipt, pauses, and a meeting at the top. */
function* theRules(): Story {
  const yaml = fullerHouse(readFileSync(new URL('../../protocols/house.yaml', import.meta.url), 'utf8'));
  yield { person: 'Mona', url: '/council/open', body: { list: 'as-it-was-read-x' } };
  yield { person: 'Adam', url: '/council/name', body: { name: 'Westshire Council' } };
  const proposed = yield { person: 'Adam', url: '/protocol', body: { yaml, from: today } };
  yield { person: 'Mona', url: `/roles/proposals/${proposed}/agree`, body: {} };
  const holidays = { add: [{ date: '2029-01-01', name: 'New Year’s Day' }], remove: [], reason };
  yield { person: 'Mona', url: '/calendar/bank-holidays', body: holidays };
  yield { person: 'Mona', url: '/calendar/closing-days', body: { dates: ['2023-12-28', '2023-12-29'], reason } };
}

/** Another protocol, under which a dispute has a level that is changed, and a partner outside of the council answers. */
function* levelsAndPartners(): Story {
  const house = fullerHouse(readFileSync(new URL('../../protocols/house.yaml', import.meta.url), 'utf8'));
  const beside = house.replace(
    '[team-manager, assistant-team-manager]',
    '[team-manager, assistant-team-manager, nurse]',
  );
  const yaml = `${beside}levels: [red, green]\nposts:\n  - { code: nurse, title: Designated nurse, outside: yes }\n`;
  // It gives nobody more, so that one person is enough.
  yield { person: 'Adam', url: '/protocol', body: { yaml, from: today } };
  const dispute = yield raising({ children: ['C9'], theme: 'VOICE', level: 'green' });
  yield acting(dispute)('Iris', 'change-level', { level: 'red', reason });
  yield acting(dispute)('Iris', 'enter-answer', { ...anAnswer(), saidBy: 'Dr Ames', saidOn: today });
}

function* theDirectory(): Story {
  const by = (url: string, body: Sent['body'], person = 'Adam'): Sent => ({ person, url, body });
  yield by('/teams', { teamId: 'east', code: 'EAST', name: 'Locality East' });
  yield by('/teams/east/rename', { name: 'Family Support East', from: today });
  yield by('/teams/east/add-spellings', { alsoWrittenAs: ['E. Locality'] });
  yield by('/teams/east/move-to-service', { service: 'Localities', from: today });
  yield by('/teams/east/end', { on: '2023-04-28', succeededBy: ['north'] });
  yield by('/people', { personId: 'petra', name: 'Petra' });
  yield by('/people/petra/complete', { name: 'Petra Lane', email: 'petra@council.example' });
  yield by('/posts', { postId: 'petra-post', kind: 'iro', title: 'IRO' });
  const taking = by('/posts/petra-post/take', { person: 'petra', from: today });
  yield by(`/roles/proposals/${yield taking}/refuse`, { reason }, 'Quentin');
  yield by(`/roles/proposals/${yield taking}/take-back`, { reason });
  yield by(`/roles/proposals/${yield taking}/agree`, {}, 'Mona');
  const tying = by(`/accounts/${ACCOUNT}/tie`, { person: 'petra' });
  yield by(`/roles/proposals/${yield tying}/agree`, {}, 'Mona');
  yield by(`/accounts/${ACCOUNT}/untie`, { reason });
  yield by('/posts/petra-post/leave', { person: 'petra', on: '2023-04-28' });
  yield by('/covers', { iro: 'iris', by: 'ivan', from: '2023-04-10', to: '2023-04-14', reason }, 'Mona');
  yield by('/covers/iris/end', { on: '2023-04-12' }, 'Mona');
  yield by('/children', { childId: 'C9', initials: 'C9', population: 'looked-after' }, 'Mona');
  yield by('/children/C9/complete', { initials: 'D9', population: 'looked-after' }, 'Mona');
  yield by('/children/C9/allocate', { team: 'north', iro: 'iris', from: today }, 'Mona');
  yield by('/children/C9/name-social-worker', { socialWorker: 'walter', from: today }, 'Mona');
  // A caseload of nobody who says anything in this story, so that what they sent is still theirs when it is sent again.
  for (const child of ['C10', 'C11']) {
    yield by('/children', { childId: child, initials: child, population: 'looked-after' }, 'Mona');
    yield by(`/children/${child}/allocate`, { team: 'north', iro: 'petra', from: today }, 'Mona');
  }
  const shares = [{ toIro: 'ivan', children: ['C10'] }, { toIro: 'iris' }];
  yield by('/people/petra/hand-over-caseload', { shares, reason }, 'Mona');
  yield by('/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'none' }, 'Tom');
  yield by('/due-dates/address', {}, 'Tom');
  yield by('/due-dates/end-address', {}, 'Tom');
}

const acting =
  (reference: string) =>
  (person: string, act: string, body: Sent['body'] = {}): Sent => ({
    person,
    url: `/disputes/${reference}/${act}`,
    body,
  });
const raising = (over: object = {}, person = 'Iris'): Sent => ({
  ...{ person, url: '/disputes' },
  body: { ...aConcern(over) },
});

/**
 * Each act on a dispute that people send, as the examples in its folder say. An act that needs others before it takes them along, so
 * the longest stories come first and the acts told in them are not told again.
 */
function* actsOnDisputes(): Story {
  const stories = [...EXAMPLES_OF_ACTS].flatMap(([act, { sent }]) => (sent === null ? [] : [{ act, ...sent }]));
  const told = new Set<string>();
  for (const story of stories.sort((a, b) => (b.after?.length ?? 0) - (a.after?.length ?? 0))) {
    if (told.has(story.act)) continue;
    const act = acting(yield raising(story.raised));
    for (const each of [...(story.after ?? []), story.act]) {
      const { by, body, act: name } = typeof each === 'string' ? stories.find((other) => other.act === each)! : each;
      told.add(name);
      yield act(by, name, body);
    }
  }
}

function* conversations(): Story {
  const spoke = { spokeTo: 'Tom', spokeOn: today, result: 'He will look into it.' };
  const conversation = yield { person: 'Iris', url: '/conversations', body: { ...spoke, children: ['C2'] } };
  yield acting(conversation)('Iris', 'record-conversation', spoke);
}

/** Privileged advice lies beside the dispute, in a stream of its own. */
function* legalAdvice(): Story {
  const dispute = yield raising({ theme: 'PLACE' });
  yield acting(dispute)('Iris', 'record-legal-advice', { takenOn: today, advice: 'Go on.' });
}

function* acknowledgements(): Story {
  const given = {
    children: ['C1'],
    people: [{ person: 'walter' }],
    theme: 'PA-DIRECT',
    whatTheyDid: 'Her life story.',
  };
  const url = `/acknowledgements/${yield { person: 'Iris', url: '/acknowledgements', body: given }}`;
  yield { person: 'Walter', url: `${url}/thank`, body: { text: 'Thank you.' } };
  yield { person: 'Walter', url: `${url}/take-thanks-back`, body: { reason } };
  yield { person: 'Iris', url: `${url}/correct`, body: { ...given, theme: 'PA-LIFE', reason } };
  yield { person: 'Iris', url: `${url}/withdraw`, body: { reason } };
  const wrong = yield { person: 'Iris', url: '/acknowledgements', body: given };
  yield { person: 'Mona', url: `/acknowledgements/${wrong}/move-to-child`, body: { children: ['C3'], reason } };
}

function* meetings(): Story {
  const dispute = yield raising({ stage: 3, stageReason: reason, theme: 'PLAN' });
  yield* actsOn('series', 'start', EXAMPLES_OF_SERIES, dispute);
  yield* actsOn('meetings', 'arrange', EXAMPLES_OF_MEETINGS, dispute);
}

/**
 * Each route of an act on a meeting or a series, as the examples in its folder say. An act that needs others before it takes them
 * along, so the longest stories come first and the routes used in them are not used again.
 */
function* actsOn(things: string, first: string, examples: typeof EXAMPLES_OF_MEETINGS, dispute: string): Story {
  const bodyOf = (route: string): Sent['body'] => examples.get(route)!.sent.body(dispute);
  const stories = [...examples].map(([route, { sent }]) => [...sent.after, route]).sort((a, b) => b.length - a.length);
  const told = new Set([first]);
  for (const story of stories) {
    if (told.has(story.at(-1) as string)) continue;
    const id = yield { person: 'Mona', url: `/challenge/${things}`, body: bodyOf(first) };
    for (const each of story) {
      const { route, body } = typeof each === 'string' ? { route: each, body: bodyOf(each) } : each;
      told.add(route);
      yield { person: 'Mona', url: `/challenge/${things}/${id}/${route}`, body };
    }
  }
}

function* checks(): Story {
  const check = yield { person: 'Iris', url: '/reviews', body: { kind: 'midway', child: 'C1', heldOn: today } };
  const act = (name: string, body: Sent['body']): Sent => ({ person: 'Iris', url: `/reviews/${check}/${name}`, body });
  yield act('check-standard', { standard: 'visits', answer: 'not-met', note: 'In words.' });
  yield act('check-standard', { standard: 'permanence', answer: 'not-met', note: 'In words.' });
  yield act('check-standards', {
    answers: [
      { standard: 'care-plan', answer: 'met' },
      { standard: 'report', answer: 'does-not-apply', note: 'In words.' },
    ],
  });
  yield act('decide-not-to-raise', { standard: 'visits', reason });
  yield act('raise', { standard: 'permanence', ...aConcern() });
  yield { ...act('move-to-child', { child: 'C3', reason }), person: 'Mona' };
  const mistaken = yield { person: 'Iris', url: '/reviews', body: { kind: 'preparation', child: 'C1', heldOn: today } };
  yield { person: 'Iris', url: `/reviews/${mistaken}/withdraw`, body: { reason } };
}

function* recommendations(): Story {
  const review = { child: 'C1', recommendations: [{ what: 'Begin life story work' }] };
  const sent = (reviewedOn: string): Sent => ({
    person: 'Iris',
    url: '/recommendations',
    body: { ...review, reviewedOn },
  });
  const agreed = yield sent('2023-03-29');
  yield { person: 'Tom', url: `/recommendations/${agreed}/agree`, body: { note: 'Yes.' } };
  const raised = yield sent('2023-03-30');
  yield { person: 'Tom', url: `/recommendations/${raised}/disagree`, body: { reason } };
  yield { person: 'Iris', url: `/recommendations/${raised}/raise`, body: { ...aConcern({ theme: 'FAMILY' }) } };
  const stands = yield sent('2023-03-31');
  yield { person: 'Tom', url: `/recommendations/${stands}/disagree`, body: { reason } };
  yield { person: 'Tom', url: `/recommendations/${stands}/take-back-answer`, body: { reason } };
  yield { person: 'Tom', url: `/recommendations/${stands}/disagree`, body: { reason } };
  yield { person: 'Iris', url: `/recommendations/${stands}/let-stand`, body: { reason } };
  yield { person: 'Iris', url: `/recommendations/${stands}/withdraw`, body: { reason } };
}

function* figures(): Story {
  const year = '/reports/annual/2021-22';
  yield { person: 'Mona', url: `${year}/notes`, body: { measure: 'all', note: 'Data was lost.', comparable: false } };
  yield {
    person: 'Mona',
    url: `${year}/published-totals`,
    body: { measure: 'formal.driftAndDelay', value: 4, source: 'Page 3' },
  };
}

function* otherCouncils(): Story {
  const url = '/reports/other-councils';
  const which = { council: 'Worcestershire', year: '2022/23', measure: 'formal' };
  const printed = { value: 87, children: 902, source: 'Page 9', publishedOn: today, definition: 'Those raised.' };
  yield { person: 'Mona', url, body: { figures: [{ ...which, ...printed }] } };
  yield { person: 'Mona', url: `${url}/correct`, body: { ...which, ...printed, value: 88, reason } };
  yield { person: 'Mona', url: `${url}/withdraw`, body: { ...which, reason } };
}

/** A report from its draft to its withdrawal. */
function* reports(): Story {
  const draft = { kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'public' };
  const url = `/published-reports/${yield { person: 'Quentin', url: '/published-reports', body: draft }}`;
  const asRead = (person: string, act: string): SentAsRead => ({
    ...{ person, url: `${url}/${act}`, reads: url },
    body: (read) => ({ sha256: (read as PublishedReportDto).editions.at(-1)!.sha256 }),
  });
  const by = (person: string, act: string, body: Sent['body']): Sent => ({ person, url: `${url}/${act}`, body });
  yield by('Quentin', 'take-figures', {});
  yield by('Quentin', 'write-section', { section: 'summary', text: reason });
  const asAt = '2023-03-31';
  const figure = { section: 'caseloads', label: 'Children for each IRO', value: 64, asAt };
  yield by('Quentin', 'enter-figure', { ...figure, source: 'Workforce return', definition: 'On the last day.' });
  const wrong = { ...figure, label: 'Wrong', source: 'Nobody', definition: 'It was a mistake.' };
  yield by('Quentin', 'enter-figure', wrong);
  yield by('Quentin', 'take-out', { part: 'figure', name: 'Wrong' });
  const action = { what: 'Halve the drift', holder: 'The service', progress: 'done', sentence: 'It is halved.', asAt };
  yield by('Quentin', 'enter-action', action);
  yield by('Quentin', 'write-story', { kind: 'case', title: 'A plan', text: reason, signer: 'gina' });
  yield by('Gina', 'sign-off-story', { story: 'S1' });
  yield by('Dora', 'comment', { text: reason });
  yield asRead('Gina', 'check');
  yield asRead('Mona', 'approve');
  yield by('Mona', 'present', { on: today, board: 'The board' });
  yield by('Mona', 'publish', { on: today, address: 'https://council.example/iro-report' });
  const given = { kind: 'information-request', on: today, recipient: 'A newspaper' };
  yield by('Gina', 'enter-disclosure', given);
  const told = { ...given, from: '2022-04-01', to: '2023-03-31', records: 'formal', figures: [{ number: 12 }] };
  const entry = yield { person: 'Gina', url: '/disclosures', body: told };
  yield { person: 'Gina', url: `/disclosures/${entry}/withdraw`, body: { reason } };
  yield by('Quentin', 'begin-correction', { reason });
  yield by('Quentin', 'give-up', { reason });
  yield by('Mona', 'withdraw', { reason });
}

/** At the end: what happens to a child lasts. */
function* whatBecomesOfChildren(): Story {
  const dispute = yield raising({ children: ['C9'], theme: 'HEALTH' });
  yield { person: 'Mona', url: '/children/C9/leave-care', body: { on: today, because: 'returned-home' } };
  yield acting(dispute)('Iris', 'continue-after-care', { reason });
  yield { person: 'Mona', url: '/children/C9/come-back-into-care', body: { on: today } };
  yield { person: 'Mona', url: '/children/C2/record-death', body: { on: today } };
  yield { person: 'Mona', url: '/children/C2/take-back-death', body: { reason: 'It was another child.' } };
  yield { person: 'Mona', url: '/children/C2/record-death', body: { on: today } };
}
