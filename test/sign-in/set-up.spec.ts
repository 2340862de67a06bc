import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { OpenCouncil } from '../../src/cli/council.js';
import { makeSetUpLink } from '../../src/cli/commands/setup-link-actions.js';
import type { Directory } from '../../src/directory/directory.js';
import { Executor } from '../../src/platform/executor.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { EVENT_STORE } from '../../src/platform/store-tokens.js';
import { DIRECTORY } from '../../src/platform/tokens.js';
import { hashOf, newSecret } from '../../src/platform/secret.js';
import { COUNCIL_STREAM, type CouncilAct, councilDecider } from '../../src/roles/council.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { BEGINNING, Council } from '../journeys/council.js';
import { Browser, formTokenIn } from './browser.js';

const COOKIE = '__Host-footprint';
const minutesAfter = (minutes: number): string => new Date(Date.parse(BEGINNING) + minutes * 60_000).toISOString();

describe('the link for the first administrator', () => {
  let council: Council;
  let browser: Browser;
  let commands = 0;
  beforeEach(async () => {
    council = await Council.begin('house', { withSessions: true, demonstration: false, isOpen: false });
    browser = new Browser(council.instances);
    await act({ type: 'set-first-administrator', person: 'adam', post: 'adam-post' });
  });
  afterEach(() => council.end());

  const act = (what: CouncilAct) =>
    council.app.get(Executor).execute(COUNCIL_STREAM, councilDecider, what, null, {
      commandId: `set-up-${commands++}`,
      actor: { person: 'command-line', post: null, role: null },
      occurredAt: council.clock.now(),
    });
  const newLink = async (whom?: { person: string; holds: PostKind[] }): Promise<string> => {
    const secret = newSecret();
    const link = { hash: hashOf(secret), at: council.clock.now(), ...(whom === undefined ? {} : { for: whom }) };
    await act({ type: 'make-set-up-link', ...link });
    return secret;
  };
  const use = (link: string, by = browser) => by.submit('/set-up', { link });

  it('signs them in, once, and not by being looked at', async () => {
    const link = await newLink();
    const { status, html } = await browser.get(`/set-up?link=${link}`);
    expect(status).toBe(200);
    expect(html).toContain(`value="${link}"`);
    expect(browser.cookie(COOKIE)).toBeUndefined();
    expect(await use(link)).toMatchObject({ status: 303, location: '/' });
    expect((await browser.get('/help')).html).toContain('Adam');
    const other = new Browser(council.instances);
    expect((await use(link, other)).status).toBe(403);
    expect(other.cookie(COOKIE)).toBeUndefined();
    expect(formTokenIn((await browser.get('/help')).html)).not.toBe('');
  });

  it('is made with the e-mail address to which accounts are told, also once they are on record', async () => {
    const opened = {
      ...{ executor: council.app.get(Executor), directory: council.app.get<Directory>(DIRECTORY) },
      now: council.clock.now(),
    } as OpenCouncil;
    const terminal = { print: () => undefined, say: () => undefined, environment: {} };
    const actor = { person: 'command-line', post: null, role: null };
    await makeSetUpLink(opened, actor, terminal, { site: 'https://here', email: 'adam@northshire.example' });
    await council.caughtUp();
    expect(opened.directory.person('adam')).toMatchObject({ name: 'Adam', email: 'adam@northshire.example' });
    await makeSetUpLink({ ...opened, now: council.clock.now() }, actor, terminal, { site: 'https://here' });
    await council.caughtUp();
    expect(opened.directory.person('adam')).toMatchObject({ email: 'adam@northshire.example' });
  });

  it('signs in the IRO manager for whom it was made, who opens the council, and nobody else', async () => {
    const link = await newLink({ person: 'mona', holds: ['iro-manager'] });
    expect(await use(link)).toMatchObject({ status: 303, location: '/' });
    expect((await browser.get('/help')).html).toContain('Mona');
    expect((await browser.get('/council')).html).toContain('Mona opens the council.');
    await expect(newLink({ person: 'iris', holds: ['iro'] })).rejects.toThrow('Name one of them');
  });

  it('is what the checklist waits for, while no other way to sign in is there', async () => {
    await use(await newLink());
    const waits = 'waits for a way to sign in';
    expect((await browser.get('/council')).html).toContain(waits);
    await newLink({ person: 'mona', holds: ['iro-manager'] });
    expect((await browser.get('/council')).html).not.toContain(waits);
    council.clock.set(minutesAfter(61));
    const other = new Browser(council.instances);
    await use(await newLink(), other);
    expect((await other.get('/council')).html).toContain(waits);
  });

  it('leads nobody round: they read why they cannot sign in again, and what to do', async () => {
    await use(await newLink());
    const { status, html } = await browser.get('/sign-in/again?to=/accounts');
    expect(status).toBe(403);
    expect(html).toContain('You cannot sign in again yet');
    expect(html).toContain(`footprint setup-link --for 'Adam'`);
    expect((await browser.get('/help')).html).toContain('Adam');
  });

  it('lasts an hour', async () => {
    const link = await newLink();
    council.clock.set(minutesAfter(60));
    expect((await use(link)).status).toBe(403);
    const another = await newLink();
    council.clock.set(minutesAfter(119));
    expect((await use(another)).status).toBe(303);
  });

  it('is worthless once another was made, or the council is open', async () => {
    const first = await newLink();
    const second = await newLink();
    expect((await use(first)).status).toBe(403);
    await act({
      type: 'open',
      by: 'mona',
      holds: ['iro-manager'],
      list: 'x',
      listNow: 'x',
      missing: [],
      turns: 0,
      isUnfinished: false,
    });
    expect((await use(second)).status).toBe(403);
    await expect(newLink()).rejects.toThrow('people sign in with their own accounts');
  });

  it.each(['', 'x', 'x'.repeat(43)])('is not %p', async (link) => {
    await newLink();
    expect((await use(link)).status).toBe(403);
    expect(browser.cookie(COOKIE)).toBeUndefined();
  });

  it('is on record, both when it is made and when it is used, without the secret', async () => {
    const link = await newLink();
    await use(link);
    const events = await council.app.get<EventStore>(EVENT_STORE).read(COUNCIL_STREAM);
    expect(events.map(({ type }) => type)).toEqual(['FirstAdministratorSet', 'SetUpLinkMade', 'SetUpLinkUsed']);
    expect(JSON.stringify(events)).not.toContain(link);
  });
});
