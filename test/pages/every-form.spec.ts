import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ACKNOWLEDGEMENT_ACT_PAGES } from '../../src/acknowledgements/act-pages.js';
import { giveForm } from '../../src/acknowledgements/give/give.form.js';
import { RAISE_PAGES } from '../../src/disputes/acts/raise/raise.form.js';
import { ACT_FORMS } from '../../src/disputes/pages/act-links.js';
import { handOverCaseloadForm } from '../../src/caseload/hand-over.form.js';
import { CHILD_ACT_FORMS, registerForm } from '../../src/directory/children/child-forms.js';
import { arrangeCoverForm, endCoverForm } from '../../src/directory/covers/cover-forms.js';
import { beginConversationForm } from '../../src/disputes/acts/record-conversation/begin-conversation.form.js';
import { beginCheckForm, CHECK_ACT_FORMS } from '../../src/reviews/check/check-forms.js';
import {
  RECOMMENDATIONS_ACT_FORMS,
  sendRecommendationsForm,
} from '../../src/reviews/recommendations/recommendations-forms.js';
import { PLAIN_WORDS } from '../../src/protocol/plain-words.js';
import { drawnForm } from '../../src/web/forms/drawn-form.js';
import type { Field, Form } from '../../src/web/forms/form.js';
import { assetsFolder } from '../../src/web/frame/assets.js';
import { draw } from '../../src/web/frame/views.js';
import { casesOf, chosenBySeed } from '../faults/cases.js';
import { beginChromium, endChromium, wrongWithHtml, wrongWithWindow } from '../support/chromium.js';
import { IS_NIGHT } from '../together/specs.js';

const FORMS: readonly (readonly [name: string, form: Form])[] = [
  ...[...ACT_FORMS].map(([act, form]) => [act, form] as const),
  ...ACKNOWLEDGEMENT_ACT_PAGES.map(({ act, form }) => [`${act} of an acknowledgement`, form] as const),
  ['give', giveForm],
  ...RAISE_PAGES.map((form, index) => [`raise, page ${index + 1}`, form] as const),
  ...Object.entries(CHILD_ACT_FORMS).map(([act, { form }]) => [`${act} of a child`, form] as const),
  ['register a child', registerForm],
  ['arrange cover', arrangeCoverForm],
  ['end a cover', endCoverForm],
  ['hand over a caseload', handOverCaseloadForm],
  ...[...Object.entries(RECOMMENDATIONS_ACT_FORMS), ...Object.entries(CHECK_ACT_FORMS)].map(
    ([act, { pages }]) => [`${act} of a review`, pages[0]] as const,
  ),
  ['send recommendations', sendRecommendationsForm],
  ['begin a check', beginCheckForm],
  ['begin a conversation', beginConversationForm],
];

const WORDS = { ...PLAIN_WORDS, said: (text: string): string => text, post: (kind: string): string => kind };
const CHOICES = [
  { value: '1', text: 'One' },
  { value: '2', text: 'Another', hint: 'With a hint' },
];
const choices = new Proxy({}, { get: () => CHOICES });
const pointersOf = ({ name }: Field): string => `/${name.replaceAll('.', '/')}`;

const stylesOfPages = (): string => {
  const { id } = JSON.parse(readFileSync(join(assetsFolder(), 'current.json'), 'utf8')) as { id: string };
  return readFileSync(join(assetsFolder(), id, 'app.css'), 'utf8');
};

/** The form as a browser gets it, where nothing was given and every field is said to be wrong. */
const drawnWithErrors = (form: Form): string =>
  draw('web/forms/form', {
    ...{ service: 'Resolve disputes', council: 'Northshire Council', words: WORDS, places: [], home: '/' },
    ...{ csrf: 'token', command: 'command', revision: 1, at: 0, of: 1, back: '/my-work', carried: [] },
    form: drawnForm(form, {
      typed: { _rows: { actions: '2', actionsWanted: '2', people: '2' } },
      errors: form.fields.map((field) => ({ pointer: pointersOf(field), message: 'must be something' })),
      choices,
      words: WORDS,
    }),
  });

/** So many of a hundred are opened in a browser, chosen by the seed. */
const PER_CENT = IS_NIGHT ? 100 : casesOf('forms');
const OPENED = chosenBySeed(FORMS, Math.ceil((FORMS.length * PER_CENT) / 100), ([name]) => name);

/** Links from an error to a field that is not there. */
const lostIn = (html: string, { fields }: Form): string[] => {
  const [, summary = ''] = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html) ?? [];
  const links = [...summary.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!);
  expect(links.length).toBeGreaterThanOrEqual(fields.length);
  return links.filter((id) => !html.includes(`id="${id}"`));
};

describe('Every form, with an error at every field', () => {
  let browser: Browser;
  let page: Page;
  const styles = stylesOfPages();
  beforeAll(async () => {
    browser = await beginChromium();
    page = await browser.newPage();
  });
  afterAll(() => endChromium());

  it.each(FORMS)('%s is right as HTML, and leads from each error to its field', async (_, form) => {
    const html = drawnWithErrors(form);
    expect(await wrongWithHtml(html)).toEqual([]);
    expect(lostIn(html, form)).toEqual([]);
    expect(html).not.toMatch(/ASAP[^”]|\{dispute|undefined|\[object/);
  });

  it.each(OPENED)('%s is right for everybody who uses it', async (_, form) => {
    await page.setContent(drawnWithErrors(form));
    await page.addStyleTag({ content: styles });
    expect(await wrongWithWindow(page)).toEqual([]);
  });
});
