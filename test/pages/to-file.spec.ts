import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ToFilePageDto } from '../../src/disputes/to-file/to-file.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';

describe('The copies to be filed on children’s records', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let reference: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    ({ reference } = await council.done('Iris', '/disputes', aConcern({ children: ['C1', 'C2'] })));
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);
  const toFile = async (person: string) => {
    const { items } = (await council.get<ToFilePageDto>(person, '/work/to-file')).body;
    return items.map(({ reference: of, child, why }) => [of, child.id, why]);
  };

  it('is each dispute once for each child, for its IRO and for business support, and for nobody else', async () => {
    const both = [
      [reference, 'C1', 'raised'],
      [reference, 'C2', 'raised'],
    ];
    expect(await toFile('Iris')).toEqual(both);
    expect(await toFile('Beth')).toEqual(both);
    for (const person of ['Ivan', 'Tom', 'Walter', 'Anton', 'Percy'])
      expect([person, await toFile(person)]).toEqual([person, []]);
    expect((await council.get('Adam', '/work/to-file')).status).toBe(403);
  });

  it('has text to copy in plain words, which names no other child and nothing that somebody wrote', async () => {
    const { items } = (await council.get<ToFilePageDto>('Beth', '/work/to-file')).body;
    expect(items[0]!.text).toBe(
      `Dispute ${reference}: raised formally on 3 April 2023 by Iris, with Locality North. It is about: ` +
        `${items[0]!.text.split('about: ')[1]!.split('.')[0]!}. It is open at stage 1. ` +
        'The record copy holds what was raised, answered and decided.',
    );
    for (const { text } of items) expect(text).not.toMatch(/\bC[12]\b|permanence plan, and/);
  });

  it('is marked as filed in My work, one child at a time, and comes back once it has ended', async () => {
    const page = await open('Iris', '/my-work');
    // The tab says how many there are before it is opened.
    await pressed(page.getByRole('link', { name: 'To file (2)' }));
    await page.getByText('2 to file.').waitFor();
    expect(await page.getByRole('link', { name: 'To file (2)' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: `Record copy of ${reference}` }).count()).toBe(2);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: /^Copy the text.*C1$/ }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(`Dispute ${reference}: raised formally`);
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: /^Mark as filed.*C1$/ }));
    expect(await page.getByRole('alert').innerText()).toContain(`Filing of ${reference} noted.`);
    await council.caughtUp();
    expect(await toFile('Iris')).toEqual([[reference, 'C2', 'raised']]);
    const filings = (await council.get<{ filings: object[] }>('Iris', `/disputes/${reference}`)).body.filings;
    expect(filings).toEqual([expect.objectContaining({ where: 'Case notes', filedOn: '2023-04-03' })]);
    const act = (person: string, name: string, body: object) =>
      council.done(person, `/disputes/${reference}/${name}`, body);
    await act('Tom', 'answer', anAnswer());
    await act('Iris', 'judge', { verdict: 'satisfied', reason: 'There is a date.' });
    await act('Iris', 'resolve', { outcome: 'RES-ACT', impact: ['plan-moving'] });
    expect((await toFile('Iris')).sort()).toEqual([
      [reference, 'C1', 'ended'],
      [reference, 'C2', 'raised-and-ended'],
    ]);
  });

  it('is narrowed to an IRO and a team, where there are several, and stays so once a copy is filed', async () => {
    await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    await council.caughtUp();
    const page = await open('Beth', '/my-work?tab=to-file');
    const { count, iros } = (await council.get<ToFilePageDto>('Beth', '/work/to-file')).body;
    expect([count, iros.map(({ name, count: of }) => [name, of])]).toEqual([
      3,
      [
        ['Iris', 2],
        ['Ivan', 1],
      ],
    ]);
    await page.getByLabel('IRO or chair').selectOption('Ivan (1)');
    await pressed(page.getByRole('button', { name: 'Show', exact: true }));
    expect(await page.getByRole('main').innerText()).toContain('1 of 3 to file.');
    expect(await page.getByRole('button', { name: /^Mark as filed/ }).count()).toBe(1);
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: /^Mark as filed/ }));
    await council.caughtUp();
    await page.reload();
    expect(await page.getByRole('main').innerText()).toContain('Nothing of what you chose waits to be filed by you.');
    // Others in the address than there are change nothing.
    expect((await council.get<ToFilePageDto>('Iris', '/work/to-file')).body).toMatchObject({
      count: 2,
      iros: [{ name: 'Iris' }],
    });
  });

  it('works without JavaScript, and says when nothing is left', async () => {
    const page = await open('Beth', '/my-work?tab=to-file', { javaScriptEnabled: false });
    expect(await page.getByRole('button', { name: /^Copy/ }).count()).toBe(0);
    for (let left = 2; left > 0; left--) {
      expect(await page.getByRole('button', { name: /^Mark as filed/ }).count()).toBe(left);
      await pressed(page.getByRole('button', { name: /^Mark as filed/ }).first());
      await council.caughtUp();
      await page.goto('/my-work?tab=to-file');
    }
    expect(await page.getByRole('main').innerText()).toContain('Nothing waits to be filed by you.');
    expect(await toFile('Iris')).toEqual([]);
  });

  it('stands in Ended once it has ended', async () => {
    const page = await open('Iris', '/my-work?tab=closed');
    expect(await page.getByRole('main').innerText()).toContain(reference);
    expect(await wrongWith(page)).toEqual([]);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard).toEqual([]);
  });
});
