import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Accounts } from '../../src/sign-in/accounts/accounts.js';
import { Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';

describe('The pages of accounts, and of what a second person agrees to', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let account: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    await council.done('Adam', '/people/iris/complete', { name: 'Iris', email: 'iris@northshire.example' });
    account = await met('iris');
  });
  afterAll(() => inBrowser.end());

  /** Somebody comes to sign in with an account that nobody has tied yet. */
  const met = async (name: string): Promise<string> => {
    const identity = { issuer: 'https://login.example', tenant: 'northshire', object: name };
    const names = { userName: `${name}@northshire.example`, email: `${name}@northshire.example` };
    const { account: reference } = await council.app.get(Accounts).meet(identity, names);
    await council.caughtUp();
    return reference;
  };
  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);
  const says = (page: Page): Promise<string> => page.getByRole('main').innerText();
  /** Waits until a page says something: a button brings it when the server has answered. */
  const shows = (page: Page, words: string): Promise<void> =>
    page.getByRole('main').filter({ hasText: words }).waitFor();
  const personOf = (reference: string): Promise<string | null> => council.app.get(Accounts).personOf(reference);

  it.each([true, false])(
    'propose whose an account is by its address, and let it sign in once a second person agrees (JavaScript: %s)',
    async (javaScriptEnabled) => {
      if (!javaScriptEnabled) await council.done('Adam', `/accounts/${account}/untie`, { reason: 'Once more.' });
      await council.caughtUp();
      const page = await open('Adam', '/accounts', { javaScriptEnabled });
      expect(await says(page)).toMatch(/iris@northshire\.example.*Iris/s);
      if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('link', { name: 'iris@northshire.example' }));
      await shows(page, 'Iris, who has this e-mail address');
      if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('button', { name: 'Say whose account this is' }));
      expect(await page.getByLabel('Whose account is it?').inputValue()).toBe('iris');
      if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('button', { name: 'Say whose account it is' }));
      await shows(page, 'once a second person agrees');
      await shows(page, 'Somebody else agrees to it or refuses it');
      expect(await personOf(account)).toBeNull();

      const second = await open('Mona', '/roles/proposals', { javaScriptEnabled });
      if (javaScriptEnabled) expect(await wrongWith(second)).toEqual([]);
      await pressed(second.getByRole('link', { name: 'The account iris@northshire.example signs in Iris' }).first());
      if (javaScriptEnabled) expect(await wrongWith(second)).toEqual([]);
      await pressed(second.getByRole('button', { name: 'Agree' }));
      if (javaScriptEnabled) expect(await wrongWith(second)).toEqual([]);
      await pressed(second.getByRole('button', { name: 'Agree', exact: true }));
      await shows(second, 'Agreed. It counts from now on.');
      expect(await personOf(account)).toBe('iris');
    },
  );

  it('tie at once where nobody reads a case by it, change the tie by the same act, and end it for a reason', async () => {
    const other = await met('gina');
    const page = await open('Adam', `/accounts/${other}/tie`);
    await page.getByLabel('Whose account is it?').selectOption('gina');
    await pressed(page.getByRole('button', { name: 'Say whose account it is' }));
    await shows(page, 'The account signs them in from now on.');
    expect(await personOf(other)).toBe('gina');
    await pressed(page.getByRole('button', { name: 'Tie it to another person' }));
    await page.getByLabel('Whose account is it?').selectOption('tom');
    await pressed(page.getByRole('button', { name: 'Say whose account it is' }));
    await page.waitForURL(/\/roles\/proposals\/PRP-/);
    expect(await personOf(other)).toBe('gina');
    await pressed(page.getByRole('button', { name: 'Take it back' }));
    await page.getByLabel('Why?').fill('It is hers after all.');
    await pressed(page.getByRole('button', { name: 'Take it back' }));
    await shows(page, 'It is hers after all.');
    await page.goto(`/accounts/${other}/untie`);
    await pressed(page.getByRole('button', { name: 'Stop the account' }));
    await shows(page, 'Enter why the account signs nobody in any more');
    await page.getByLabel('Why?').fill('She has left.');
    await pressed(page.getByRole('button', { name: 'Stop the account' }));
    await shows(page, 'nobody yet');
    expect(await personOf(other)).toBeNull();
  });

  it('refuse for a reason, and offer nothing to the person who proposed it or gets something by it', async () => {
    const theirs = await met('quentin');
    const { reference } = await council.done('Adam', `/accounts/${theirs}/tie`, { person: 'quentin' });
    await council.caughtUp();
    const buttons = async (person: string): Promise<string[]> =>
      (await open(person, `/roles/proposals/${reference}`)).getByRole('main').getByRole('button').allInnerTexts();
    expect(await buttons('Adam')).toEqual(['Take it back']);
    expect(await buttons('Quentin')).toEqual([]);
    expect(await buttons('Mona')).toEqual(['Agree', 'Refuse']);
    const page = await open('Mona', `/roles/proposals/${reference}/refuse`);
    await page.getByLabel('Why?').fill('He is on leave: ask him first.');
    await pressed(page.getByRole('button', { name: 'Refuse', exact: true }));
    await shows(page, 'He is on leave: ask him first.');
    expect((await open('Mona', `/roles/proposals/${reference}/agree`)).url()).toContain('/agree');
    await shows(await open('Mona', `/roles/proposals/${reference}/agree`), 'cannot be done now');
  });

  it('answer 403 or 404 to those who neither give roles nor agree to them', async () => {
    for (const path of ['/accounts', `/accounts/${account}`, '/roles/proposals'])
      expect((await (await open('Iris', '/my-work')).request.get(path)).status()).toBe(404);
    expect((await (await open('Iris', '/my-work')).request.get(`/accounts/${account}/tie`)).status()).toBe(403);
    expect((await (await open('Adam', '/accounts')).request.get('/accounts/ACC-2222-2222')).status()).toBe(404);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard.filter((each) => !each.includes('404') && !each.includes('409'))).toEqual([]);
  });
});
