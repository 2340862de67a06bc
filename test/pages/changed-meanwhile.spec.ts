import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChildAddresses } from '../../src/directory/children/child-addresses.js';
import { Accounts } from '../../src/sign-in/accounts/accounts.js';
import { Council } from '../journeys/council.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';

/*
 * Two people work on one record at one moment: the page of the second, which was open meanwhile, overwrites nothing. It is drawn again with what
 * was typed, and with what the first did.
 */

let council: Council;
let acknowledgement: string;
let account: string;
let child: string;
beforeAll(async () => {
  council = await Council.begin();
  const thanked = {
    ...{ children: ['C1'], people: [{ person: 'walter' }], theme: 'PA-VOICE', whatTheyDid: 'Walter drew with her.' },
    differenceForChild: 'She said what she wants.',
  };
  acknowledgement = (await council.done('Iris', '/acknowledgements', thanked)).reference;
  const identity = { issuer: 'https://login.example', tenant: 'northshire', object: 'gina' };
  ({ account } = await council.app.get(Accounts).meet(identity, { userName: 'gina@northshire.example', email: null }));
  child = council.app.get(ChildAddresses).pathOf('C1');
});
afterAll(() => council.end());

const page = async (person: string, url: string, fields?: Record<string, string>) => {
  await council.caughtUp();
  const headers = { cookie: cookieOf(person), accept: 'text/html' };
  if (fields === undefined) return council.app.inject({ url, headers });
  return council.app.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams({ _csrf: CSRF, ...fields }).toString() },
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });
};
const hidden = (html: string, name: string): string | undefined =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];

interface Stale {
  readonly what: string;
  readonly person: string;
  readonly path: () => string;
  readonly typed: Record<string, string>;
  readonly meanwhile: () => Promise<unknown>;
  readonly says: string;
}

const STALE: readonly Stale[] = [
  {
    what: 'the allocation of a child',
    person: 'Mona',
    path: () => `${child}/allocate`,
    typed: { team: 'south', iro: 'iris', 'from[day]': '3', 'from[month]': '4', 'from[year]': '2023' },
    meanwhile: () => council.done('Quentin', '/children/C1/allocate', { iro: 'ivan', from: '2023-04-03' }),
    says: 'Quentin allocated the child: ',
  },
  {
    what: 'what is known of a child',
    person: 'Mona',
    path: () => `${child}/complete`,
    typed: { initials: 'ZZ', population: 'looked-after' },
    meanwhile: () => council.done('Quentin', '/children/C1/name-social-worker', { socialWorker: 'walter' }),
    says: 'Quentin named the child’s social worker: Walter.',
  },
  {
    what: 'the withdrawal of an acknowledgement',
    person: 'Iris',
    path: () => `/acknowledgements/${acknowledgement}/withdraw`,
    typed: { reason: 'It was somebody else.' },
    meanwhile: () => council.done('Walter', `/acknowledgements/${acknowledgement}/thank`, { text: 'Thank you.' }),
    says: 'Walter said thank you for it.',
  },
  {
    what: 'the name of a team',
    person: 'Adam',
    path: () => '/teams/north/rename',
    typed: { name: 'Northern', 'from[day]': '3', 'from[month]': '4', 'from[year]': '2023' },
    meanwhile: () => council.done('Adam', '/teams/north/rename', { name: 'North East', from: '2023-04-03' }),
    says: 'Adam changed this.',
  },
  {
    what: 'the holder of a post',
    person: 'Adam',
    path: () => '/posts/tom-post/leave',
    typed: { person: 'Tom', 'on[day]': '28', 'on[month]': '4', 'on[year]': '2023' },
    meanwhile: () => council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-20' }),
    says: 'Adam changed this.',
  },
  {
    what: 'whose an account is',
    person: 'Adam',
    path: () => `/accounts/${account}/tie`,
    typed: { person: 'adam' },
    meanwhile: () => council.done('Adam', `/accounts/${account}/tie`, { person: 'gina' }),
    says: 'Adam changed this.',
  },
];

describe('A page that was open while somebody else changed', () => {
  it.each(STALE)('$what is drawn again with what was typed and what happened', async (stale) => {
    const form = await page(stale.person, stale.path());
    expect([form.statusCode, hidden(form.body, '_revision')]).toEqual([200, expect.stringMatching(/^\d+$/)]);
    await stale.meanwhile();
    const envelope = { _command: hidden(form.body, '_command')!, _revision: hidden(form.body, '_revision')! };
    const sent = await page(stale.person, stale.path(), { ...stale.typed, ...envelope, _step: 'send' });
    expect(sent.statusCode).toBe(412);
    expect(sent.body).toContain('This has changed since you opened it. Your text is kept below.');
    expect(sent.body).toContain(stale.says);
    const [kept] = Object.values(stale.typed);
    expect(sent.body).toContain(kept);
    expect(Number(hidden(sent.body, '_revision'))).toBeGreaterThan(Number(envelope._revision));
  });
});
