import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { OutlineDto } from '../../src/disputes/outline/outline.dto.js';
import type { EscalationBoardDto } from '../../src/reports/escalations/escalations.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { beginChromium, endChromium, listenTo, pressed, served, windowOf, wrongWith } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';

const WRITTEN = 'Nobody has planned where she will live.';

describe('The outline of a dispute', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  let open: string;
  let ended: string;
  const heard: string[] = [];

  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
    open = (await council.done('Iris', '/disputes', aConcern({ concern: WRITTEN }))).reference;
    ended = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'], concern: WRITTEN }))).reference;
    await council.done('Tom', `/disputes/${ended}/answer`, anAnswer({ reasons: WRITTEN, actions: [] }));
    await council.done('Iris', `/disputes/${ended}/judge`, { verdict: 'satisfied', reason: WRITTEN });
    await council.done('Iris', `/disputes/${ended}/resolve`, { outcome: 'RES-FULL', impact: ['plan-moving'] });
    council.at('2023-04-14T09:00:00.000Z');
    await council.caughtUp();
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const outlineFor = (person: string, reference: string) =>
    council.get<OutlineDto>(person, `/disputes/${reference}/outline`);
  const pageFor = async (person: string, path: string, javaScriptEnabled = true): Promise<Page> => {
    const page = await (await windowOf(browser, address, cookieOf(person), { javaScriptEnabled })).newPage();
    listenTo(page, address, heard);
    await page.goto(path);
    return page;
  };

  it.each([true, false])(
    'is where the board leads a leader who may not read the dispute, JavaScript %s',
    async (isOn) => {
      const page = await pageFor('Anton', '/board?view=table', isOn);
      await pressed(page.getByRole('region', { name: 'All that is open' }).getByRole('link', { name: open }));
      const main = page.getByRole('main');
      await main.getByText('You can see where this is, not what was written.').waitFor();
      const text = await main.innerText();
      for (const said of ['Locality North', 'Raised', 'Held by', 'Iris', 'Tom', '1 child', '2 working days late'])
        expect(text).toContain(said);
      expect(text).toContain('What happens next');
      expect(await page.content()).not.toMatch(/\bC1\b|Nobody has planned/);
      if (isOn) expect(await wrongWith(page)).toEqual([]);
    },
  );

  it('names the post of whoever holds it, and leads back to the list of a figure from which it was opened', async () => {
    const figure = '/themes/cases?kind=formal&from=2023-04-01&to=2023-07-03';
    const page = await pageFor('Anton', figure);
    await pressed(page.getByRole('link', { name: open }));
    expect(new URL(page.url()).pathname).toBe(`/disputes/${open}/outline`);
    expect(await page.getByRole('main').innerText()).toMatch(/Held by\s+Iris, iro/);
    const way = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link');
    expect(await way.allInnerTexts()).toEqual(['Themes', 'What a figure counts']);
    await pressed(way.nth(1));
    expect(page.url()).toBe(`${address}${figure}`);
    for (const from of ['https://elsewhere.example/', '//elsewhere.example/themes/cases?', '/themes/cases'])
      expect(
        await (await pageFor('Anton', `/disputes/${open}/outline?from=${encodeURIComponent(from)}`)).content(),
      ).not.toContain(`href="${from}"`);
  });

  it('is called by the name of its stage behind a figure, and leads back to the list of a count of the board', async () => {
    const figure = await pageFor('Anton', '/themes/cases?kind=formal&from=2023-04-01&to=2023-07-03');
    expect(await figure.getByRole('row', { name: open }).innerText()).toContain('Team manager');
    for (const counts of ['/board/counted?what=late', '/board/counted?team=north&what=late']) {
      const page = await pageFor('Anton', counts);
      await pressed(page.getByRole('link', { name: open }));
      expect(new URL(page.url()).pathname).toBe(`/disputes/${open}/outline`);
      const way = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link');
      expect(await way.allInnerTexts()).toEqual(['Board', 'Late']);
      await pressed(way.nth(1));
      expect(page.url()).toBe(`${address}${counts}`);
    }
  });

  it('says of a dispute that has ended how, and what changed', async () => {
    const { body } = await outlineFor('Dora', ended);
    expect(body).toMatchObject({
      ...{ status: 'ended', now: null, mayOpen: false, children: [], childCount: 1 },
      ending: { how: 'resolved', outcome: 'RES-FULL', impact: ['plan-moving'] },
      stages: [{ stage: 1, late: false }],
    });
    const page = await pageFor('Dora', `/disputes/${ended}/outline`);
    expect(await page.getByRole('main').innerText()).toMatch(/Ended[\s\S]*resolved[\s\S]*The plan is moving/);
    expect(await wrongWith(page)).toEqual([]);
  });

  it('names a child, and leads to the whole dispute, for those who may open it', async () => {
    const { body } = await outlineFor('Tom', open);
    expect(body).toMatchObject({ mayOpen: true, children: [{ id: 'C1' }] });
    const page = await pageFor('Tom', `/disputes/${open}/outline`);
    await pressed(page.getByRole('link', { name: `Open ${open} in full` }));
    await page.getByText(WRITTEN).first().waitFor();
  });

  it('holds nothing that was written, whoever reads it', async () => {
    for (const person of ['Anton', 'Dora', 'Tom', 'Mona', 'Beth', 'Ines'])
      for (const reference of [open, ended]) {
        const { status, text } = await outlineFor(person, reference);
        expect([person, status]).toEqual([person, 200]);
        expect(text).not.toContain('Nobody has planned');
      }
  });

  it('answers 200 for every row of the board to everybody who has one, and 404 to posts without one', async () => {
    for (const person of ['Anton', 'Dora', 'Tom', 'Sven', 'Iris', 'Mona', 'Beth', 'Ines']) {
      const { rows } = (await council.get<EscalationBoardDto>(person, '/board')).body;
      expect([person, rows.length > 0]).toEqual([person, true]);
      for (const row of rows) {
        const { status, body } = await outlineFor(person, row.reference);
        expect([status, body.mayOpen, body.now?.due]).toEqual([200, row.mayOpen, row.due]);
      }
    }
    for (const person of ['Tess', 'Ivan', 'Agnes', 'Chris', 'Walter', 'Percy', 'Gina', 'Adam'])
      expect([person, (await outlineFor(person, open)).status]).toEqual([person, 404]);
  });

  it('is where the address of the dispute leads whoever may not read it, and it says of none that is hidden that it is there', async () => {
    const anton = await pageFor('Anton', `/disputes/${open}`);
    expect(anton.url()).toBe(`${address}/disputes/${open}/outline`);
    const pageOf = (person: string, reference: string, rest = '') =>
      council.app.inject({
        url: `/disputes/${reference}${rest}`,
        headers: { cookie: cookieOf(person), accept: 'text/html' },
      });
    expect((await pageOf('Anton', open)).headers.location).toBe(`/disputes/${open}/outline`);
    expect((await pageOf('Tom', open)).statusCode).toBe(200);
    const hidden = (await council.done('Iris', '/disputes', aConcern({ theme: 'LIFE' }))).reference;
    await council.done('Iris', `/disputes/${hidden}/restrict`, { readers: [], answeredBy: 'tom', reason: 'Family.' });
    for (const [person, reference] of [
      ['Anton', hidden],
      ['Anton', 'DRP-7K4M-2QXH'],
      ['Tess', open],
      ['Gina', open],
    ] as const)
      expect([person, (await pageOf(person, reference)).statusCode]).toEqual([person, 404]);
    expect((await pageOf('Anton', open, '/answer')).statusCode).toBe(404);
    // Nobody has opened it by being led on.
    const { body } = await council.get<{ items: { by: { person: { name: string } }; where: string }[] }>(
      'Iris',
      `/disputes/${open}/views`,
    );
    const ofAnton = body.items.filter(({ by }) => by.person.name === 'Anton').map(({ where }) => where);
    expect(ofAnton).not.toContain('/disputes/:reference');
  });

  it('answers 404 for a conversation, for a void dispute, and for one that is restricted to others', async () => {
    const raised = async (over: object) => (await council.done('Iris', '/disputes', aConcern(over))).reference;
    const spoke = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He will look into it.', children: ['C1'] };
    const conversation = (await council.done('Iris', '/conversations', spoke)).reference;
    const voided = await raised({ theme: 'EDUC' });
    await council.done('Iris', `/disputes/${voided}/void`, { because: 'raised-in-error', reason: 'Twice.' });
    const restricted = await raised({ theme: 'HEALTH' });
    expect((await outlineFor('Anton', restricted)).status).toBe(200);
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['tom'], reason: 'Family.' });
    for (const reference of [conversation, voided, restricted, 'DRP-7K4M-2QXH'])
      expect((await outlineFor('Anton', reference)).status).toBe(404);
    expect((await outlineFor('Tom', restricted)).status).toBe(200);
  });

  it('lets its reader ask to read it, and an IRO manager lets them until a day, or does not', async () => {
    const asked = (await council.done('Iris', '/disputes', aConcern({ theme: 'VISIT', concern: WRITTEN }))).reference;
    const full = async (): Promise<number> => (await council.get('Anton', `/disputes/${asked}`)).status;
    expect(await full()).toBe(404);
    const anton = await pageFor('Anton', `/disputes/${asked}/outline`);
    await pressed(anton.getByRole('link', { name: 'Ask to read it' }));
    await anton.getByLabel('What do you need to read it for?').fill('The theme has come back.');
    expect(await wrongWith(anton)).toEqual([]);
    await pressed(anton.getByRole('button', { name: 'Ask to read it' }));
    await anton.getByText('You have asked to read it: an IRO manager answers.').waitFor();
    expect(anton.url()).toBe(`${address}/disputes/${asked}/outline`);
    const again = await council.post('Anton', `/disputes/${asked}/ask-to-read`, { reason: 'Please.' });
    expect([again.status, again.body.code]).toEqual([409, 'asked-already']);
    await council.caughtUp();

    const mona = await pageFor('Mona', '/my-work', false);
    await pressed(mona.getByRole('link', { name: /^Somebody asks to read it/ }));
    // The only one who asks is chosen already, with the reason that they gave.
    expect(await mona.getByLabel('Anton, who asks').isChecked()).toBe(true);
    expect(await mona.getByRole('main').innerText()).toContain('The theme has come back.');
    await mona.getByLabel('Yes, until a day').check();
    for (const [box, value] of [
      ['Day', '20'],
      ['Month', '4'],
      ['Year', '2023'],
    ] as const)
      await mona.getByLabel(box, { exact: true }).fill(value);
    await pressed(mona.getByRole('button', { name: 'Continue' }));
    await pressed(mona.getByRole('button', { name: 'Send the answer' }));
    await mona.getByText('They are told.').waitFor();
    expect(await mona.getByRole('main').innerText()).toContain('Mona (an IRO manager) let Anton read this');

    await council.caughtUp();
    expect(await full()).toBe(200);
    const { body } = await council.get<{ items: { reference: string }[] }>('Anton', '/disputes');
    expect(body.items.map(({ reference }) => reference)).toEqual([asked]);
    expect((await outlineFor('Anton', asked)).body).toMatchObject({ mayOpen: true, children: [{ id: 'C1' }] });
    const note = await council.post('Anton', `/disputes/${asked}/add-note`, { text: 'I have read it.' });
    expect(note.status).toBe(403);
    council.at('2023-04-20T22:30:00.000Z');
    expect(await full()).toBe(200);
    council.at('2023-04-20T23:30:00.000Z');
    expect(await full()).toBe(404);
    council.at('2023-04-14T09:00:00.000Z');

    await council.done('Mona', `/disputes/${asked}/answer-request-to-read`, {
      ...{ person: 'anton', answer: 'refuse', reason: 'I tell you on the telephone.' },
    });
    expect(await full()).toBe(404);
  });

  it('is asked for by nobody who is to read nothing, and of nothing that is not theirs to know', async () => {
    const ask = (person: string, reference: string) =>
      council.post(person, `/disputes/${reference}/ask-to-read`, { reason: 'Please.' });
    expect((await ask('Tom', open)).status).toBe(403);
    expect((await ask('Chris', open)).status).toBe(404);
    expect((await ask('Anton', 'DRP-7K4M-2QXH')).status).toBe(404);
    const answer = { person: 'anton', answer: 'let-read', lastDay: '2023-04-20' };
    const nobodyAsked = await council.post('Mona', `/disputes/${open}/answer-request-to-read`, answer);
    expect([nobodyAsked.status, nobodyAsked.body.code]).toEqual([409, 'nobody-asked']);
  });

  it('is on record as opened', async () => {
    const { body } = await council.get<{ items: { person: { id: string } }[] }>('Mona', `/disputes/${open}/views`);
    expect(JSON.stringify(body)).toContain('anton');
  });

  it('left no error on the console', () => {
    expect(heard).toEqual([]);
  });
});
