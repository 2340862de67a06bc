import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { VIEW_STORE } from '../../src/platform/store-tokens.js';
import { aConcern, Council } from '../journeys/council.js';
import { beginChromium, endChromium, served, windowOf, wrongWith } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';

/** A word of the note on each item, by which the item is known wherever it comes out. */
const NORTH = 'kingfisher';
const SOUTH = 'sandpiper';
const THEME = 'woodpecker';
const RESTRICTED = 'nightingale';
const CANARIES = [NORTH, SOUTH, THEME, RESTRICTED];

/** The text on the front, in the pack for all, and on each separate sheet. */
const partsOf = (markdown: string): [front: string, ...sheets: string[]] =>
  markdown.split('\n---\n') as [string, ...string[]];

const canariesIn = (text: string): string[] => CANARIES.filter((each) => text.includes(each));

/*
 * Two team managers sit in a meeting for the cases of their teams, so that no case of it is for everybody named; the assistant director sits in it for every case. One case is restricted to
 * one of them.
 */
describe('the papers of a meeting, and the screen in its room', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  let path: string;
  /** Reference of the dispute in which each word stands. */
  const disputes = new Map<string, string>();

  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
    const raise = async (canary: string, by: string, over: object): Promise<string> => {
      const { reference } = await council.done(by, '/disputes', aConcern(over));
      disputes.set(canary, reference);
      return reference;
    };
    const north = await raise(NORTH, 'Iris', {});
    const south = await raise(SOUTH, 'Ivan', { children: ['C3'] });
    const restricted = await raise(RESTRICTED, 'Iris', { theme: 'HEALTH' });
    const arranged = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-12', startsAt: '14:00' };
    const { reference } = await council.done('Mona', '/challenge/meetings', {
      ...arranged,
      ...{ posts: ['team-manager'], people: ['anton'] },
    });
    path = `/challenge/meetings/${reference}`;
    const add = (item: object) => council.done('Mona', `${path}/add-items`, { items: [item] });
    await add({ dispute: north, note: `The ${NORTH} waits.` });
    await add({ dispute: south, note: `The ${SOUTH} waits.` });
    await add({ theme: 'LIFE', title: 'Life story work', note: `The ${THEME} waits.` });
    await add({ dispute: restricted, note: `The ${RESTRICTED} waits.` });
    const reason = 'The child is to be adopted by a colleague.';
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['tom'], reason });
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const papersOf = async (person: string) => partsOf((await council.get(person, `${path}/pack/markdown`)).text);
  const see = async (person: string, page: string, name: string) => {
    const seen = await (await windowOf(browser, address, cookieOf(person))).newPage();
    const answer = await seen.goto(`${path}/${page}`);
    const text = await seen.getByRole('main').innerText();
    const wrong = await wrongWith(seen);
    if (process.env.PICTURES !== undefined)
      for (const width of [1280, 320]) {
        await seen.setViewportSize({ width, height: 900 });
        await seen.screenshot({ path: `${process.env.PICTURES}/${name}-${width}.png`, fullPage: true });
      }
    await seen.context().close();
    expect(wrong).toEqual([]);
    return { status: answer?.status(), text };
  };
  const now = async (person: string): Promise<object> => {
    const headers = { cookie: cookieOf(person), accept: 'application/json' };
    const answer = await council.app.inject({ url: `${path}/now`, headers });
    return { status: answer.statusCode, ...(answer.json() as object) };
  };

  const statusOf = async (person: string, page: string): Promise<number> =>
    (await council.app.inject({ url: `${path}/${page}`, headers: { cookie: cookieOf(person), accept: 'text/html' } }))
      .statusCode;

  it('hold on each paper only what everybody named on it may read', async () => {
    for (const printer of ['Mona', 'Tom', 'Tess', 'Anton']) {
      const [front, ...sheets] = await papersOf(printer);
      expect([printer, canariesIn(front)]).toEqual([printer, [THEME]]);
      expect(front).toContain('For: Tess, Team manager; Tom, Team manager; Anton, Assistant director');
      for (const sheet of sheets) {
        const names = /separate sheet for (.+) alone/.exec(sheet)![1]!.split('; ');
        const canaries = canariesIn(sheet);
        expect(canaries).not.toEqual([]);
        expect(sheet).toContain('OFFICIAL-SENSITIVE');
        for (const name of names)
          for (const canary of canaries) {
            const { status } = await council.get(name.split(',')[0]!, `/disputes/${disputes.get(canary)!}`);
            expect([printer, name, canary, status]).toEqual([printer, name, canary, 200]);
          }
      }
    }
  });

  it('name every sheet on the front, and hold nothing that the person who prints them may not read', async () => {
    const [ofMona, ...sheets] = await papersOf('Mona');
    expect(ofMona).toContain('Separate sheet: item 1: for Tom, Team manager; Anton, Assistant director alone');
    expect(ofMona).toContain('Separate sheet: item 2: for Tess, Team manager; Anton, Assistant director alone');
    expect(ofMona).toContain('Not here: item 4: none of those named may read it');
    expect(sheets.map(canariesIn)).toEqual([[NORTH], [SOUTH]]);
    for (const sheet of sheets) {
      expect(sheet).toContain('There is no permanence plan');
      expect(sheet).toContain('Agree the permanence plan at panel.');
    }
    const [ofTom, ...sheetsOfTom] = await papersOf('Tom');
    expect(ofTom).toContain('Separate sheet: item 1: for Tom, Team manager; Anton, Assistant director alone');
    expect(ofTom).toContain('Separate sheet: item 4: for Tom, Team manager alone');
    expect(ofTom).not.toMatch(/item 2\b/);
    expect(sheetsOfTom.map(canariesIn)).toEqual([[NORTH], [RESTRICTED]]);
  });

  it('are a page to print that holds the same, and the log says which cases were opened with it', async () => {
    const { text } = await see('Mona', 'papers', 'papers-with-sheets');
    expect(text).toMatch(/Separate sheet\s+item 1: for Tom, Team manager; Anton, Assistant director alone/);
    expect(text.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(3);
    expect(canariesIn(text)).toEqual([NORTH, SOUTH, THEME]);
    const views = await council.app.get<EventStore>(VIEW_STORE).readAll(undefined, { limit: 100_000 });
    const opened = views.map(({ data }) => data as { by: string; what: string; references: string[] });
    const ofThePage = opened.filter(({ by }) => by === '/challenge/meetings/:meeting/papers');
    expect(ofThePage.at(-1)).toMatchObject({ what: 'pack' });
    const references = ofThePage.at(-1)!.references.toSorted();
    expect(references).toEqual([path.split('/').at(-1), disputes.get(NORTH), disputes.get(SOUTH)].toSorted());
  });

  it('is not shown to the room where somebody in it may not read the item', async () => {
    const { text } = await see('Mona', 'room', 'room-not-for-all');
    expect(text).toContain('Item I1');
    expect(text).toContain('Not everybody in the room may read this item');
    expect(text).not.toMatch(new RegExp(`C1|${NORTH}|${disputes.get(NORTH)}`));
    expect((await see('Tom', 'room?item=I1', 'room-of-tom')).text).not.toContain(disputes.get(NORTH));
    expect((await see('Mona', 'room?item=I3', 'room-theme')).text).toContain('3. Life story work');
    expect((await see('Tom', 'room?item=I4', 'room-restricted')).text).not.toContain(disputes.get(RESTRICTED));
  });

  it('tells nobody the number of an item of which they may not know', async () => {
    const { text } = await see('Tess', 'room', 'room-unknown');
    expect(text).toContain('An item for some of those here');
    expect(text).not.toMatch(/\bI[14]\b/);
    expect((await see('Tess', 'room?item=I2', 'room-of-tess')).text).toContain('Item I2');
    expect(await now('Tess')).toEqual({ status: 200, isBegun: false, item: null });
    expect(await now('Tom')).toEqual({ status: 200, isBegun: false, item: 'I1' });
    for (const [person, page] of [
      ['Tess', 'room?item=I1'],
      ['Tom', 'room?item=I2'],
      ['Mona', 'room?item=I9'],
      ['Iris', 'room'],
      ['Beth', 'room'],
      ['Dora', 'papers'],
      ['Iris', 'now'],
    ] as const)
      expect([person, page, await statusOf(person, page)]).toEqual([person, page, 404]);
  });

  it('is shown once everybody present may read it', async () => {
    council.at('2023-04-12T13:00:00.000Z');
    const present = [
      { post: 'team-manager', person: 'tom' },
      { post: 'iro-manager', person: 'mona' },
      { post: 'assistant-director', person: 'anton' },
    ];
    await council.done('Mona', `${path}/begin`, { present });
    const { text } = await see('Mona', 'room', 'room-begun');
    expect(text).toContain(`1. ${disputes.get(NORTH)} · C1`);
    expect(text).not.toContain(NORTH);
    expect(text).toContain('There is no permanence plan');
    expect(await now('Tom')).toEqual({ status: 200, isBegun: true, item: 'I1' });
    // Mona, who is there, may not read what is restricted to Tom.
    expect((await see('Tom', 'room?item=I4', 'room-restricted-begun')).text).toContain('Not everybody in the room');
    const [front, ...sheets] = await papersOf('Tom');
    expect(canariesIn(front)).toEqual([NORTH, THEME]);
    expect(sheets.map(canariesIn)).toEqual([[RESTRICTED]]);
  });

  it('shows what was decided where somebody there reads that, and the case no more', async () => {
    const decided = { itemId: 'I1', discussion: 'It has waited since February.', decision: 'dropped' };
    await council.done('Mona', `${path}/decide-item`, decided);
    expect((await council.get('Anton', `/disputes/${disputes.get(NORTH)!}`)).status).toBe(404);
    const { text } = await see('Mona', 'room?item=I1', 'room-decided');
    expect(text).toMatch(/As this meeting decided\.\s[\s\S]*Decision: Dropped/);
    expect(text).not.toMatch(/Raised|permanence plan/);
    const [front, ...sheets] = await papersOf('Mona');
    expect(canariesIn(front)).toEqual([THEME]);
    expect(sheets.map(canariesIn)).toEqual([[NORTH], [SOUTH]]);
    expect(sheets[0]).toContain('for Tom, Team manager; Mona, IRO manager alone');
  });
});
