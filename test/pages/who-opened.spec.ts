import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpeningsDto } from '../../src/disputes/who-opened/who-opened.dto.js';
import { aConcern, Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { pictureOf } from '../support/pictures.js';

const WRITTEN = 'Nobody has planned where she will live.';

describe('Who opened what, for information governance', () => {
  let pages: CouncilInBrowser;
  let council: Council;
  let open: string;
  let restricted: string;

  beforeAll(async () => {
    pages = await CouncilInBrowser.begin(Council.begin());
    council = pages.council;
    open = (await council.done('Iris', '/disputes', aConcern({ concern: WRITTEN }))).reference;
    restricted = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'], theme: 'VISIT' }))).reference;
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['tom'], reason: 'Family.' });
    await council.caughtUp();
    for (const reference of [open, restricted]) await council.get('Tom', `/disputes/${reference}`);
    await council.get('Mona', '/children/C1/history');
    await council.get('Ines', '/teams');
  });
  afterAll(() => pages.end());

  const asked = async (body: object): Promise<OpeningsDto['items']> =>
    (await council.post<OpeningsDto>('Gina', '/views', body)).body.items;
  const said = ({ by, what, references }: OpeningsDto['items'][number]) => [by.person.name, what, ...references];

  it('is all of it, the last first, by references, and names no child and no word', async () => {
    const items = await asked({});
    expect(items.map(({ viewedAt }) => viewedAt)).toEqual(
      items
        .map(({ viewedAt }) => viewedAt)
        .sort()
        .reverse(),
    );
    const ofOthers = items.map(said);
    expect(ofOthers).toContainEqual(['Tom', 'page', restricted]);
    const ofTheChild = items.find(({ what }) => what === 'child')!;
    expect([ofTheChild.by.person.name, ofTheChild.children]).toEqual(['Mona', 1]);
    expect(JSON.stringify(items)).not.toMatch(/"C1"|"C2"|Nobody has planned/);
  });

  it('is of one record, in any spelling, or of one person, or of both', async () => {
    expect((await asked({ record: open.toLowerCase().replaceAll('-', ' ') })).map(said)).toContainEqual([
      'Tom',
      'page',
      open,
    ]);
    const ofOne = await asked({ record: open });
    expect(ofOne.every((each) => each.references.includes(open) || each.isEverything)).toBe(true);
    const ofTom = await asked({ person: 'tom' });
    expect(new Set(ofTom.map(({ by }) => by.person.name))).toEqual(new Set(['Tom']));
    expect((await asked({ record: restricted, person: 'tom' })).map(said)).toEqual([['Tom', 'page', restricted]]);
    expect((await asked({ record: 'C1' })).map(({ by, what }) => [by.person.name, what])).toContainEqual([
      'Mona',
      'child',
    ]);
    expect(await asked({ record: 'DRP-7K4M-2QXH' })).toEqual([]);
  });

  it('holds what an inspector read in which no record stood', async () => {
    const items = await asked({ person: 'ines' });
    expect(items.map(({ what, references, children }) => [what, references.length + children])).toContainEqual([
      'figures',
      0,
    ]);
  });

  it('goes on from page to page, and leaves nothing out', async () => {
    for (let count = 0; count < 60; count++) await council.get('Sven', `/disputes/${open}`);
    const first = (await council.post<OpeningsDto>('Gina', '/views', { person: 'sven' })).body;
    expect(first.items).toHaveLength(50);
    const second = (await council.post<OpeningsDto>('Gina', '/views', { person: 'sven', cursor: first.next! })).body;
    expect([second.items.length, second.next]).toEqual([10, null]);
    const page = await pages.open('Gina', '/views', { javaScriptEnabled: false });
    await page.getByLabel('A person').fill('Sven');
    await pressed(page.getByRole('button', { name: 'Look for it' }));
    await pressed(page.getByRole('link', { name: 'Next page' }));
    expect(await page.getByRole('table').getByRole('row').count()).toBe(11);
    await pressed(page.getByRole('link', { name: 'First page' }));
    expect(await page.getByRole('table').getByRole('row').count()).toBe(51);
  });

  it('is the home of information governance, who look for a record without its number standing in an address', async () => {
    const page = await pages.open('Gina', '/');
    await page.getByRole('heading', { name: 'Who opened what', level: 1 }).waitFor();
    await page.getByLabel('A record').fill('C1');
    await pressed(page.getByRole('button', { name: 'Look for it' }));
    expect(page.url()).not.toContain('C1');
    expect(await mainOf(page)).toMatch(
      /Opened: C1[\s\S]*Mona, IRO manager\s+The history of a child\s+DRP-\S+ · the record of 1 child/,
    );
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'who-opened-what');
    await page.getByLabel('A record').fill(restricted);
    await page.getByLabel('A person').fill('Nobody Atall');
    await pressed(page.getByRole('button', { name: 'Look for it' }));
    expect(await page.getByRole('alert').innerText()).toContain('Nobody in the directory has this name');
    expect(await page.getByLabel('A record').inputValue()).toBe(restricted);
    await page.getByLabel('A person').fill('Tom');
    await pressed(page.getByRole('button', { name: 'Look for it' }));
    expect(await mainOf(page)).toContain(restricted);
  });

  it('is looked for again where its address has ended, which is no success', async () => {
    const page = await pages.open('Gina', '/views/found?in=ended');
    expect(await page.getByRole('alert').innerText()).toContain('What you looked for is not kept for long.');
    expect(await page.getByText('Success').count()).toBe(0);
    expect(await wrongWith(page)).toEqual([]);
    await page.getByLabel('A record').fill(open);
    await pressed(page.getByRole('button', { name: 'Look for it' }));
    expect(await mainOf(page)).toContain(open);
  });

  it('is nobody else’s: not even theirs who read every case', async () => {
    for (const person of ['Mona', 'Iris', 'Adam', 'Ines', 'Dora']) {
      expect([person, await pages.statusOf(person, '/views')]).toEqual([person, 404]);
      expect([person, (await council.post(person, '/views', {})).status]).toEqual([person, 403]);
    }
    expect(pages.heard).toEqual([]);
  });
});
