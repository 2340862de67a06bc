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
  const newLink = async (): Promise<string> => {
    const secret = newSecret();
    await act({ type: 'make-set-up-link', hash: hashOf(secret), at: council.clock.now() });
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
    await expect(newLink()).rejects.toThrow('administrators sign in with their own accounts');
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
