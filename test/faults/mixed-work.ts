import { addDays } from '../../src/calendar/dates.js';
import type { Chance } from '../../src/demonstration/chance.js';
import { aConcernOf } from '../journeys/council.js';
import { today } from '../support/today.js';
import type { Client } from './client.js';

/** The work of people all day, mixed: each of these begins something and takes it some way. */
export const mixedWork = async (client: Client, chance: Chance, ended: () => boolean): Promise<void> => {
  while (!ended()) await chance.oneOf(EVERYTHING)(client, chance, ended);
};

type Work = (client: Client, chance: Chance, ended: () => boolean) => Promise<void>;

const formalDispute: Work = async (client, chance, ended) => {
  const reference = await client.post('Iris', '/disputes', (concern) => aConcernOf(today(), { concern }));
  const act = (person: string, name: string, body: (words: string) => object) =>
    client.post(person, `/disputes/${reference}/${name}`, body);
  if (ended()) return;
  await Promise.all([
    act('Iris', 'add-note', (text) => ({ text })),
    act('Tom', 'add-note', (text) => ({ text })),
    act('Iris', 'correct-theme', (reason) => ({ theme: 'EDUC', reason })),
  ]);
  if (ended()) return;
  await act('Iris', 'chase', (how) => ({ how }));
  await act('Tom', 'answer', (reasons) => ({
    agreement: 'partly',
    reasons,
    actions: [{ what: 'Take the plan to panel.', who: 'Tom', by: addDays(today(), 14) }],
  }));
  if (ended()) return;
  if (chance.happens(50)) {
    await act('Iris', 'judge', (reason) => ({ verdict: 'satisfied', reason }));
    await act('Tom', 'mark-action-done', (evidence) => ({ actionId: 'A1', evidence, doneOn: today() }));
  } else {
    await act('Iris', 'judge', (reason) => ({ verdict: 'not', reason }));
    if (ended()) return;
    await act('Iris', 'escalate', (reason) => ({ reason }));
    await act('Iris', 'withdraw', (reason) => ({ reason }));
  }
};

const informalDispute: Work = async (client, _, ended) => {
  const reference = await client.post('Iris', '/disputes', (concern) =>
    aConcernOf(today(), { kind: 'informal', concern }),
  );
  if (ended()) return;
  await client.post('Iris', `/disputes/${reference}/record-child-view`, (view) => ({ view, told: true }));
  await client.post('Iris', `/disputes/${reference}/hand-over`, (reason) => ({ toIro: 'ivan', reason }));
};

const acknowledgement: Work = async (client, _, ended) => {
  const people = [{ person: 'walter' }];
  const reference = await client.post('Iris', '/acknowledgements', (whatTheyDid) => ({
    ...{ children: ['C1'], people, theme: 'PA-DIRECT', whatTheyDid },
  }));
  if (ended()) return;
  await client.post('Walter', `/acknowledgements/${reference}/thank`, (text) => ({ text }));
};

const meeting: Work = async (client, _, ended) => {
  const reference = await client.post('Mona', '/challenge/meetings', (name) => ({
    ...{ kind: 'challenge', name, heldOn: addDays(today(), 30), startsAt: '14:00', posts: ['iro-manager'] },
  }));
  const add = (): Promise<string> =>
    client.post('Mona', `/challenge/meetings/${reference}/add-items`, (title) => ({
      items: [{ theme: 'PLACE', title }],
    }));
  if (ended()) return;
  await Promise.all([add(), add()]);
  await client.post('Mona', `/challenge/meetings/${reference}/take-off-item`, (reason) => ({ itemId: 'I1', reason }));
  await client.post('Mona', `/challenge/meetings/${reference}/move`, (reason) => ({
    heldOn: addDays(today(), 37),
    reason,
  }));
};

const EVERYTHING: readonly Work[] = [formalDispute, formalDispute, informalDispute, acknowledgement, meeting];
