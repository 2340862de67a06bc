import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import type { LetterDto } from '../../src/disputes/letter/letter.dto.js';
import type { ViewsDto } from '../../src/disputes/views/views.dto.js';
import type { RecordCopyDto } from '../../src/disputes/record-copy/record-copy.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { beginChromium, endChromium, listenTo, pressed, served, windowOf, wrongWith } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';

const GROUNDS = 'The plan has drifted for eight months in the face of three reviews.';
const ADVICE = 'Counsel says that an application would be stayed.';

describe('The record copy of a dispute', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  let reference: string;
  const heard: string[] = [];

  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
    ({ reference } = await council.done('Iris', '/disputes', aConcern()));
    const act = (person: string, name: string, body: object) =>
      council.done(person, `/disputes/${reference}/${name}`, body);
    await act('Tom', 'answer', anAnswer({ agreement: 'partly' }));
    await act('Iris', 'judge', { verdict: 'not', reason: 'There is no day that she can be told.' });
    await act('Iris', 'refer-to-cafcass', {
      grounds: GROUNDS,
      legalAdviceTaken: true,
      told: ['child'],
      sentOn: '2023-04-03',
    });
    await act('Iris', 'record-legal-advice', { advice: ADVICE, takenOn: '2023-04-03' });
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const open = async (person: string, path: string): Promise<Page> => {
    const page = await (await windowOf(browser, address, cookieOf(person))).newPage();
    listenTo(page, address, heard);
    await page.goto(path);
    return page;
  };
  const copy = () => council.get<RecordCopyDto>('Iris', `/disputes/${reference}/record-copy`);

  it('holds what was raised, answered and decided in the order of dates, and says of itself who printed it when', async () => {
    const page = await open('Iris', `/disputes/${reference}`);
    await pressed(page.getByRole('link', { name: 'Record copy to print, for the child’s file' }));
    expect(await page.title()).toBe(`Record copy of ${reference} – Resolve disputes`);
    const text = await page.getByRole('main').innerText();
    const inOrder = [
      'OFFICIAL-SENSITIVE',
      'record C1',
      'There is no permanence plan, and the second review was in February.',
      'Agree the permanence plan at panel.; by whom: Tom; by when: Friday 21 April 2023',
      'The assessment came late. It is here now.',
      'There is no day that she can be told.',
      'Printed by Iris, 3 April 2023, 10:00am',
      'version 1 of the council’s protocol',
      'Check number of this copy',
    ];
    expect(inOrder.map((each) => text.indexOf(each)).filter((at) => at < 0)).toEqual([]);
    const places = inOrder.map((each) => text.indexOf(each));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(await wrongWith(page)).toEqual([]);
  });

  it('never holds legal advice, correspondence with Cafcass, or who opened it, whoever prints it', async () => {
    await council.get('Mona', `/disputes/${reference}`);
    for (const person of ['Iris', 'Mona']) {
      const { text, status } = await council.get(person, `/disputes/${reference}/record-copy`);
      expect(status).toBe(200);
      expect(text).toContain('referred the case to Cafcass');
      for (const kept of [GROUNDS, ADVICE, 'egal advice', 'legalAdvice']) expect(text).not.toContain(kept);
      const { body } = await council.app.inject({
        url: `/disputes/${reference}/print`,
        headers: { accept: 'text/html', cookie: cookieOf(person) },
      });
      expect(body).toContain('referred the case to Cafcass');
      for (const kept of [GROUNDS, ADVICE]) expect(body).not.toContain(kept);
    }
  });

  it('has the same receipt until something is added', async () => {
    const [first, second] = [await copy(), await copy()];
    expect(first.body.receipt.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(second.body.receipt).toEqual(first.body.receipt);
    await council.done('Iris', `/disputes/${reference}/add-note`, { text: 'The panel is on Tuesday.' });
    expect((await copy()).body.receipt).not.toEqual(first.body.receipt);
  });

  it('is a tagged PDF as well, which reads in the same order and numbers its pages', async () => {
    const { statusCode, rawPayload, headers } = await council.app.inject({
      url: `/disputes/${reference}/print/pdf`,
      headers: { cookie: cookieOf('Iris') },
    });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(headers['content-disposition']).toContain(`filename="record-copy-${reference}.pdf"`);
    const of = (program: string, ...given: string[]): string =>
      execFileSync(program, given, { input: rawPayload, encoding: 'utf8' });
    const info = of('pdfinfo', '-');
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(new RegExp(`^Title: +Record copy of ${reference}$`, 'm'));
    const structure = of('pdfinfo', '-struct-text', '-');
    for (const tag of ['Document', 'H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody'])
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    const text = of('pdftotext', '-layout', '-', '-').replaceAll(/\s+/g, ' ');
    const inOrder = [
      ...[
        'Northshire Council',
        'OFFICIAL-SENSITIVE',
        'record C1',
        'There is no permanence plan',
        'The assessment came late.',
      ],
      ...[
        'There is no day that she can be told.',
        'Printed by Iris, 3 April 2023, 10:00am',
        'Check number of this copy',
      ],
    ].map((each) => text.indexOf(each));
    expect(inOrder.every((at, place) => at > (inOrder[place - 1] ?? -1))).toBe(true);
    const pages = Number(/^Pages: +(\d+)$/m.exec(info)![1]);
    for (let page = 1; page <= pages; page++) expect(text).toContain(`Page ${page} of ${pages}`);
    for (const kept of [GROUNDS, ADVICE]) expect(text).not.toContain(kept);
  });

  it('is on the view log as a copy', async () => {
    await copy();
    const { body } = await council.get<ViewsDto>('Mona', `/disputes/${reference}/views`);
    expect(body.items.filter(({ what }) => what === 'copy').map(({ where }) => where)).toEqual(
      expect.arrayContaining([
        ...['/disputes/:reference/print', '/disputes/:reference/print/pdf', '/api/v1/disputes/:reference/record-copy'],
      ]),
    );
  });

  describe('and the letter for the child or young person', () => {
    const letter = () => council.get<LetterDto>('Iris', `/disputes/${reference}/letter`);
    const file = async (as: string, query = '') => {
      const { statusCode, rawPayload, headers } = await council.app.inject({
        ...{ url: `/disputes/${reference}/letter/${as}${query}`, headers: { cookie: cookieOf('Iris') } },
      });
      expect([statusCode, headers['content-disposition']]).toEqual([
        200,
        expect.stringContaining(`letter-${reference}`),
      ]);
      return rawPayload;
    };
    const textOfPdf = (input: Buffer): string =>
      execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
    const textOfWord = (bytes: Buffer): string =>
      strFromU8(unzipSync(bytes)['word/document.xml']!)
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ');

    it('is made of sentences that are chosen on its page', async () => {
      const page = await open('Iris', `/disputes/${reference}`);
      await pressed(page.getByRole('link', { name: 'Letter for the child or young person' }));
      expect(await wrongWith(page)).toEqual([]);
      const text = page.getByRole('article', { name: 'The letter' });
      expect(await text.innerText()).toContain('They agreed with some of it, and not with all of it.');
      await page.getByLabel(/^They agreed with some|^On 3 April 2023 I got an answer/).uncheck();
      await pressed(page.getByRole('button', { name: 'Show the letter' }));
      expect(await text.innerText()).not.toContain('I got an answer');
      expect(await text.innerText()).toContain('I told the people who look after your plan');
    });

    it('is on paper and for Word what was chosen, and nothing else', async () => {
      const { sentences } = (await letter()).body;
      const chosen = sentences.filter(({ code }) => ['raised', 'ask-me'].includes(code));
      const query = `?chosen=yes&${chosen.map(({ code }) => `${code}=on`).join('&')}`;
      const pdf = await file('pdf', query);
      expect(execFileSync('pdfinfo', ['-struct', '-'], { input: pdf, encoding: 'utf8' })).toMatch(/^ *H1\b/m);
      for (const text of [textOfPdf(pdf), textOfWord(await file('docx', query))]) {
        for (const each of chosen) expect(text).toContain(each.text);
        for (const each of sentences) if (!chosen.includes(each)) expect(text).not.toContain(each.text);
      }
    });

    it('never tells of legal advice, of Cafcass, or of what was written in answers', async () => {
      const { text, body } = await letter();
      const all = `?chosen=yes&${body.sentences.map(({ code }) => `${code}=on`).join('&')}`;
      for (const said of [text, textOfPdf(await file('pdf', all)), textOfWord(await file('docx', all))])
        for (const kept of [GROUNDS, ADVICE, 'afcass', 'egal advice', 'The assessment came late'])
          expect(said).not.toContain(kept);
    });

    it('is on the view log', async () => {
      const { body } = await council.get<ViewsDto>('Mona', `/disputes/${reference}/views`);
      const where = body.items.filter(({ what }) => what === 'copy').map((each) => each.where);
      expect(where).toEqual(expect.arrayContaining(['pdf', 'docx'].map((as) => `/disputes/:reference/letter/${as}`)));
    });

    it('is offered to the IRO who holds it, and refused to everybody else', async () => {
      const page = await open('Mona', `/disputes/${reference}`);
      expect(await page.getByRole('link', { name: /Letter for/ }).count()).toBe(0);
      for (const person of ['Mona', 'Tom', 'Beth'])
        expect([person, (await council.get(person, `/disputes/${reference}/letter`)).status]).toEqual([person, 403]);
      expect(
        (await council.app.inject({ url: `/disputes/${reference}/letter/pdf`, headers: { cookie: cookieOf('Mona') } }))
          .statusCode,
      ).toBe(403);
      expect((await council.get('Ivan', `/disputes/${reference}/letter`)).status).toBe(404);
    });
  });

  it('is refused to those who may know of it and not read what was written', async () => {
    expect((await council.get('Beth', `/disputes/${reference}/record-copy`)).status).toBe(403);
    expect((await council.get('Ivan', `/disputes/${reference}/record-copy`)).status).toBe(404);
    const page = await open('Beth', `/disputes/${reference}`);
    expect(await page.getByRole('link', { name: /Record copy/ }).count()).toBe(0);
  });

  it('is not the only print without privileged advice: the page of the dispute, which shows it to its IRO, prints none', async () => {
    const page = await open('Iris', `/disputes/${reference}`);
    const advice = page.getByRole('heading', { name: 'Privileged legal advice' });
    expect(await advice.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await advice.isVisible()).toBe(false);
    await page.close();
  });

  it('leaves advice to a print of its own, which holds nothing else of the dispute', async () => {
    const page = await open('Iris', `/disputes/${reference}`);
    await pressed(page.getByRole('link', { name: 'print it alone' }));
    expect(await page.title()).toBe(`Legal advice about ${reference} – Resolve disputes`);
    expect(await wrongWith(page)).toEqual([]);
    const text = await page.getByRole('main').innerText();
    for (const each of [
      'OFFICIAL-SENSITIVE',
      'Legally privileged.',
      ADVICE,
      'Taken on 3 April 2023',
      'recorded by Iris',
    ])
      expect(text).toContain(each);
    for (const each of [GROUNDS, 'There is no permanence plan', 'The assessment came late.', 'C1'])
      expect(text).not.toContain(each);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('getComputedStyle(document.body).page')).toBe('record-copy');
    expect(await page.locator('button:visible, nav:visible, .app-not-printed:visible').count()).toBe(0);
    expect(await page.getByText('Legally privileged.').isVisible()).toBe(true);
    await page.close();
    const ofTom = await open('Tom', `/disputes/${reference}`);
    expect(await ofTom.getByRole('link', { name: 'print it alone' }).count()).toBe(0);
    await ofTom.close();
  });

  it('prints, as every page does, without a button, a form that is sent, or the navigation', async () => {
    for (const path of [
      `/disputes/${reference}/print`,
      `/disputes/${reference}`,
      `/disputes/${reference}/judge`,
      '/my-work',
      '/children',
      '/help',
    ]) {
      const page = await open('Iris', path);
      await page.emulateMedia({ media: 'print' });
      const seen = await page.locator('button:visible, nav:visible, footer:visible, .govuk-button:visible').count();
      expect([path, seen]).toEqual([path, 0]);
      expect([path, await page.getByRole('heading', { level: 1 }).isVisible()]).toEqual([path, true]);
      await page.close();
    }
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(heard).toEqual([]);
  });
});
